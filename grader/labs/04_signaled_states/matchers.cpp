// States of process objects, in what a program printed and in what it was told.
#include "labs/04_signaled_states/matchers.h"

#include <fmt/core.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cctype>
#include <functional>
#include <string_view>

#include "text/text.h"

namespace lab::labs {

using namespace checks;

namespace {

using nlohmann::json;
using trace::Event;
using trace::Object;

constexpr std::int64_t kWaitObject0 = 0;
constexpr std::int64_t kWaitTimeout = 258;
constexpr std::int64_t kWaitFailed = 0xFFFFFFFF;
constexpr std::uint32_t kInfinite = 0xFFFFFFFF;
constexpr int kActor = 0;
constexpr std::uint64_t kNever = ~std::uint64_t{0};
constexpr char kSignaled[] = "Signaled";
constexpr char kNonSignaled[] = "Non-Signaled";
constexpr char kTimeout[] = "Timeout";
constexpr char kFirst[] = "first";
constexpr char kFirstColon[] = "first:";
constexpr char kAllSignaled[] = "all: Signaled";
constexpr char kUnableToWait[] = "Unable to wait";

bool part_of_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '-' || c == '_'; }

bool same_letters(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

// Hyphens around a word are decoration, inside it they are part of it.
bool has_word(const std::string& text, const std::string& word) {
  for (std::size_t at = 0; at < text.size();) {
    if (!part_of_word(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && part_of_word(text[end])) ++end;
    std::string_view seen = std::string_view(text).substr(at, end - at);
    while (seen.starts_with('-')) seen.remove_prefix(1);
    while (seen.ends_with('-')) seen.remove_suffix(1);
    if (same_letters(seen, word)) return true;
    at = end;
  }
  return false;
}

// The moment at which what had been printed so far began to satisfy `there`; kNever when it does only as a whole, nothing when it never
// does.
std::optional<std::uint64_t> first_shown(const Run& run, const std::function<bool(const std::string& printed)>& there) {
  std::string so_far;  // decoded as a whole each time: a character may have come in two pieces
  for (const Call& call : run.calls) {
    const auto stream = call.text.find("stream");
    const auto written = call.text.find("written");
    if (call.program != kActor || stream == call.text.end() || stream->second == "stdin" || written == call.text.end()) continue;
    so_far += written->second;
    if (there(text::decode_output(so_far))) return call.begin.order;
  }
  const bool at_all = there(text::decode_output(run.output)) || there(text::decode_output(run.errors));
  return at_all ? std::optional(kNever) : std::nullopt;
}

std::optional<std::uint64_t> said_at(const Run& run, const std::string& sentence) {
  return first_shown(run, [&](const std::string& printed) { return says(printed, sentence); });
}

bool is_of(const Call& call, Object::Kind kind, const Worker& worker) {
  const auto is_it = [&](const Object& object) { return object.kind == kind && object.program == worker.program; };
  return call.program == kActor && std::any_of(call.on.begin(), call.on.end(), is_it);
}

// The callback of a registered wait is the answer of one, too.
bool is_wait(const Call& call) { return is_wait(call.api) || call.api == Api::kWaitOrTimerCallback; }

bool waits_for(const Call& call, const Worker& worker) { return is_wait(call) && is_of(call, Object::Kind::kProcess, worker); }

const Call* exit_code_read(const Run& run, const Worker& worker, std::uint64_t before) {
  for (const Call& call : run.calls)
    if (call.program == kActor && call.api == Api::kGetExitCodeProcess && !call.on.empty() && call.on[0].program == worker.program &&
        call.begin.order < before)
      return &call;
  return nullptr;
}

// Waiting for the first thread in place of the process explains most of what comes of it.
Because waited_for_thread(const Run& run, const Worker& worker, std::uint64_t before = kNever) {
  for (const Call& call : run.calls)
    if (is_wait(call) && is_of(call, Object::Kind::kThread, worker) && call.begin.order < before)
      return because("waited_for_thread", {{"worker", worker.name}}, call.begin.order);
  return nullptr;
}

// The program said `state` without an answer of the process object: what had it asked instead?
Because said_unasked(const Run& run, const Worker& worker, const char* state, std::uint64_t said) {
  const json args = {{"worker", worker.name}, {"state", state}};
  if (const Call* read = exit_code_read(run, worker, said)) return because("state_from_exit_code", args, read->begin.order);
  const Because thread = waited_for_thread(run, worker, said);
  return thread.is_null() ? because("state_never_asked", args) : thread;
}

// The first call by which the program learnt that the worker is Signaled.
const Call* told_signaled(const Run& run, const Worker& worker, std::uint64_t after = 0) {
  for (const Call* call : WaitUntilSignaled(worker).find(run))
    if (call->begin.order >= after) return call;
  return nullptr;
}

std::uint64_t ended_at(const Run& run, const Worker& worker) {
  for (const Event& event : run.events)
    if (event.kind == Event::Kind::kSignaled && event.program == worker.program) return event.when.order;
  return kNever;
}

// The first wait for several objects, when it could not tell which of them was the first to end.
Because unfit_to_find_the_first(const Run& run) {
  const auto wait = std::find_if(run.calls.begin(), run.calls.end(), [](const Call& call) {
    return call.program == kActor && call.api == Api::kWaitForMultipleObjects && call.end;
  });
  if (wait == run.calls.end()) return nullptr;
  if (wait->result == kWaitFailed) return because("first_wait_failed", {{"call", wait->api}, {"error", wait->error}}, wait->begin.order);
  const bool all_of_several = (wait->flags & 1) != 0 && wait->on.size() > 1;
  return all_of_several ? because("waited_for_all_first", {{"call", wait->api}}, wait->end->order) : Because();
}

// A program that ended by its own decision says itself why what was expected did not come.
Because not_printed(const Run& run, const std::string& word) {
  const std::string said = giving_up(run);
  if (said.empty()) return because("sentence_not_printed", {{"sentence", word}});
  return because("gave_up", {{"program", run.program}, {"sentence", word}, {"said", said}, {"code", run.programs[0].exit_code}});
}

// The program gave up, saying that it is unable to wait, although its last wait for the worker had given an answer.
Because answer_taken_for_failure(const Run& run, const Worker& worker) {
  const std::string line = giving_up(run);
  if (!says(line, kUnableToWait)) return nullptr;
  const std::uint64_t at = said_at(run, kUnableToWait).value_or(kNever);
  const Call* last = nullptr;
  for (const Call& call : run.calls)
    if (waits_for(call, worker) && call.end && call.end->order < at) last = &call;
  if (!last || (last->result != kWaitTimeout && last->result != kWaitObject0)) return nullptr;
  const char* answer = last->result == kWaitTimeout ? "WAIT_TIMEOUT" : "WAIT_OBJECT_0";
  return because("answer_taken_for_failure", {{"call", last->api}, {"answer", answer}, {"said", line}}, last->end->order);
}

// The wait for the worker that was still waiting when the worker ended.
const Call* waited_to_the_end(const Run& run, const Worker& worker) {
  const std::uint64_t ended = ended_at(run, worker);
  for (const Call& call : run.calls)
    if (waits_for(call, worker) && call.end && call.begin.order < ended && ended < call.end->order) return &call;
  return nullptr;
}

// No wait for the worker has run into a time-out: what came in the place of one?
Because never_timed_out(const Run& run, const Worker& worker, std::uint32_t milliseconds) {
  if (Because thread = waited_for_thread(run, worker); !thread.is_null()) return thread;
  if (Because taken = answer_taken_for_failure(run, worker); !taken.is_null()) return taken;
  std::uint64_t slept_ms = 0;
  const Call* slept = nullptr;
  for (const Call& call : run.calls) {
    if (waits_for(call, worker) && call.timeout_ms != 0 && call.timeout_ms != kInfinite && call.begin.order > ended_at(run, worker))
      return because("finite_wait_after_end", {{"worker", worker.name}, {"timeout_ms", call.timeout_ms}}, call.begin.order);
    if (call.program != kActor || call.api != Api::kSleep) continue;
    slept_ms += std::uint64_t{call.timeout_ms} * call.times;
    if (!slept) slept = &call;
  }
  if (slept && slept_ms + milliseconds / 10 >= milliseconds)
    return because("slept_for_the_time", {{"worker", worker.name}, {"call", slept->api}}, slept->begin.order);
  return because("no_finite_wait", {{"worker", worker.name}});
}

}  // namespace

std::optional<std::uint64_t> printed_at(const Run& run, const std::string& word) {
  return first_shown(run, [&](const std::string& printed) { return has_word(printed, word); });
}

RunMatcher TriesToStartAnything() {
  return RunMatcher("calls CreateProcess", [](const Run& run) -> Because {
    return calls_create_process(run) ? Because() : because("nothing_started", {{"program", run.program}});
  });
}

RunMatcher SaysNonSignaledOf(const Worker& worker) {
  return RunMatcher(
      "says Non-Signaled while " + worker.name + " runs",
      [worker](const Run& run) -> Because {
        const auto said = printed_at(run, kNonSignaled);
        const json who = {{"worker", worker.name}};
        const Call* asked = nullptr;
        for (const Call& call : run.calls)
          if (!asked && waits_for(call, worker) && call.timeout_ms == 0 && call.end && call.result == kWaitTimeout) asked = &call;
        if (!said) {
          if (Because thread = waited_for_thread(run, worker); !thread.is_null()) return thread;
          if (Because taken = answer_taken_for_failure(run, worker); !taken.is_null()) return taken;
          const Call* waited = waited_to_the_end(run, worker);
          return waited && !asked ? because("waited_in_place_of_asking", who, waited->begin.order) : not_printed(run, kNonSignaled);
        }
        if (!asked) return said_unasked(run, worker, kNonSignaled, *said);
        if (asked->begin.order > *said)
          return because("state_said_before_asked", {{"worker", worker.name}, {"state", kNonSignaled}}, *said);
        if (const auto signaled = printed_at(run, kSignaled); signaled && *signaled < *said)
          return because("signaled_said_first", who, *signaled);
        return nullptr;
      },
      true);
}

RunMatcher SaysSignaledOf(const Worker& worker) {
  return RunMatcher(
      "says Signaled once " + worker.name + " has ended",
      [worker](const Run& run) -> Because {
        const auto said = printed_at(run, kSignaled);
        if (!said) {
          const Because taken = answer_taken_for_failure(run, worker);
          return taken.is_null() ? not_printed(run, kSignaled) : taken;
        }
        const Call* told = told_signaled(run, worker);
        if (told && told->end->order < *said) return nullptr;
        if (ended_at(run, worker) > *said) {
          const Because thread = waited_for_thread(run, worker, *said);
          return thread.is_null() ? because("signaled_said_too_early", {{"worker", worker.name}}, *said) : thread;
        }
        return said_unasked(run, worker, kSignaled, *said);
      },
      true);
}

RunMatcher AsksAgainOf(const Worker& worker) {
  return RunMatcher(
      "asks again whether " + worker.name + " is Signaled",
      [worker](const Run& run) -> Because {
        const Call* first = told_signaled(run, worker);
        if (first && told_signaled(run, worker, first->end->order)) return nullptr;
        return because("not_asked_again", {{"worker", worker.name}});
      },
      true);
}

RunMatcher ReportsTheTimeoutOf(const Worker& worker, std::uint32_t milliseconds) {
  return RunMatcher(
      "reports the time-out, and then the end of " + worker.name,
      [worker, milliseconds](const Run& run) -> Because {
        const auto said = printed_at(run, kTimeout);
        const Call* expired = nullptr;
        std::uint64_t waited_ms = 0;
        for (const Call& call : run.calls) {
          if (!waits_for(call, worker) || call.timeout_ms == 0 || !call.end || call.result != kWaitTimeout) continue;
          if (!expired) expired = &call;
          if (call.begin.order < said.value_or(kNever)) waited_ms += std::uint64_t{call.timeout_ms} * call.times;
        }
        if (!expired) return never_timed_out(run, worker, milliseconds);
        if (Because taken = answer_taken_for_failure(run, worker); !said && !taken.is_null()) return taken;
        if (!said) return because("timeout_not_said", {{"worker", worker.name}, {"timeout_ms", expired->timeout_ms}}, expired->end->order);
        if (expired->begin.order > *said) return because("timeout_said_before_wait", {{"worker", worker.name}}, *said);
        if (const std::uint64_t slack = milliseconds / 10; waited_ms + slack < milliseconds || waited_ms > milliseconds + slack)
          return because("timeout_of_another_time", {{"worker", worker.name}, {"seen", waited_ms}, {"expected", milliseconds}},
                         expired->begin.order);
        if (told_signaled(run, worker, expired->end->order)) return nullptr;
        return because("gave_up_after_timeout", {{"worker", worker.name}}, expired->end->order);
      },
      true);
}

RunMatcher ReportsNoTimeout() {
  return RunMatcher("says nothing of a time-out", [](const Run& run) -> Because {
    const auto said = printed_at(run, kTimeout);
    return said ? because("timeout_said_without_one") : Because();
  });
}

RunMatcher ReportsAFailedWait(const Worker& worker) {
  return RunMatcher(
      "says Unable to wait, and ends with 1, and takes it for nothing else",
      [worker](const Run& run) -> Because {
        const auto failed = std::find_if(run.calls.begin(), run.calls.end(), [](const Call& call) { return call.faulted; });
        if (failed == run.calls.end()) {
          if (Because thread = waited_for_thread(run, worker); !thread.is_null()) return thread;
          if (Because taken = answer_taken_for_failure(run, worker); !taken.is_null()) return taken;
          const bool waited = std::any_of(run.calls.begin(), run.calls.end(), [&](const Call& call) { return waits_for(call, worker); });
          return because(waited ? "no_later_wait_to_fail" : "no_wait_to_fail", {{"worker", worker.name}});
        }
        const auto signaled = printed_at(run, kSignaled);
        const Call* told = told_signaled(run, worker);
        if (signaled && *signaled > failed->end->order && !(told && told->end->order < *signaled))
          return because("failed_wait_taken_for_signaled", {{"call", failed->api}, {"error", failed->error}}, failed->end->order);
        if (!said(run, kUnableToWait))
          return because("failed_wait_not_said", {{"call", failed->api}, {"error", failed->error}}, failed->end->order);
        return EndsWith(1).reason_against(run);
      },
      true);
}

RunMatcher NamesTheFirst(const std::vector<Worker>& workers, const std::vector<std::uint64_t>& numbers) {
  return RunMatcher(
      fmt::format("prints first: and one of {}", fmt::join(numbers, ", ")),
      [workers, numbers](const Run& run) -> Because {
        const std::optional<std::string> seen = printed_number(run, kFirst);
        for (const std::uint64_t number : numbers)
          if (seen == std::to_string(number)) return nullptr;
        if (Because wait = unfit_to_find_the_first(run); !wait.is_null()) return wait;
        for (const Worker& worker : workers)
          if (Because thread = waited_for_thread(run, worker); !thread.is_null()) return thread;
        if (!seen && !giving_up(run).empty() && !said(run, kFirstColon)) return not_printed(run, kFirstColon);
        if (!seen) return because("number_missing", {{"label", kFirst}, {"expected", numbers.front()}});
        const bool asked = std::any_of(run.calls.begin(), run.calls.end(), [&](const Call& call) {
          return is_wait(call) &&
                 std::any_of(workers.begin(), workers.end(), [&](const Worker& worker) { return waits_for(call, worker); });
        });
        if (!asked && numbers.size() == 1) return because("first_named_unasked", {{"seen", *seen}, {"expected", numbers.front()}});
        return because("number_not_printed", {{"label", kFirst}, {"expected", numbers.front()}, {"seen", *seen}});
      },
      true);
}

RunMatcher SaysAllAreSignaled(const std::vector<Worker>& workers) {
  return RunMatcher(
      "says all: Signaled once all have ended",
      [workers](const Run& run) -> Because {
        const auto at = said_at(run, kAllSignaled);
        if (!at) return not_printed(run, kAllSignaled);
        for (const Worker& worker : workers) {
          const Call* told = told_signaled(run, worker);
          if (told && told->end->order < *at) continue;
          if (Because thread = waited_for_thread(run, worker, *at); !thread.is_null()) return thread;
          if (ended_at(run, worker) > *at) return because("all_said_too_early", {{"worker", worker.name}}, *at);
          return because("all_said_without_wait", {{"worker", worker.name}});
        }
        return nullptr;
      },
      true);
}

RunMatcher StartsNothing() {
  return RunMatcher("starts no program", [](const Run& run) -> Because {
    const auto start = std::find_if(run.calls.begin(), run.calls.end(), [](const Call& call) {
      return call.program == kActor && call.api == Api::kCreateProcess && call.result != 0;
    });
    return start == run.calls.end() ? Because() : because("started_before_refusing", json::object(), start->begin.order);
  });
}

RunMatcher RefusesNoneOf(int programs) {
  return RunMatcher(fmt::format("does not say Too many of {} programs", programs), [programs](const Run& run) -> Because {
    return said(run, "Too many") ? because("refused_too_few", {{"program", run.program}, {"count", programs}}) : Because();
  });
}

RunMatcher TriesToStartOneOf(int programs) {
  return RunMatcher(
      fmt::format("tries to start one of {} programs", programs),
      [programs](const Run& run) -> Because {
        return calls_create_process(run) ? Because() : because("started_none_of_them", {{"program", run.program}, {"count", programs}});
      },
      true);
}

}  // namespace lab::labs
