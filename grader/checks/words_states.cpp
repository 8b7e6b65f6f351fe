// States of process objects, in what a program printed and in what it was told.
#include "checks/words_states.h"

#include <fmt/core.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cctype>

#include "text/text.h"

namespace lab::checks {
namespace {

using nlohmann::json;
using trace::Event;
using trace::Object;

constexpr std::int64_t kWaitTimeout = 258;
constexpr std::int64_t kWaitFailed = 0xFFFFFFFF;
constexpr int kActor = 0;
constexpr std::uint64_t kNever = ~std::uint64_t{0};
constexpr char kSignaled[] = "Signaled";
constexpr char kNonSignaled[] = "Non-Signaled";
constexpr char kTimeout[] = "Timeout";

bool part_of_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '-' || c == '_'; }

bool same_letters(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

bool has_word(const std::string& text, const std::string& word) {
  for (std::size_t at = 0; at < text.size();) {
    if (!part_of_word(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && part_of_word(text[end])) ++end;
    if (same_letters(std::string_view(text).substr(at, end - at), word)) return true;
    at = end;
  }
  return false;
}

bool waits_for(const Call& call, const Worker& worker) {
  const auto is_it = [&](const Object& object) { return object.kind == Object::Kind::kProcess && object.program == worker.program; };
  return call.program == kActor && call.api.starts_with("WaitFor") && std::any_of(call.on.begin(), call.on.end(), is_it);
}

// The first call by which the program learnt that the worker is Signaled.
const Call* told_signaled(const Run& run, const Worker& worker, std::uint64_t after = 0) {
  for (const Call* call : WaitUntilSignaled(worker).find(run))
    if (call->begin.order >= after) return call;
  return nullptr;
}

const Call* exit_code_read(const Run& run, const Worker& worker, std::uint64_t before) {
  for (const Call& call : run.calls)
    if (call.program == kActor && call.api == "GetExitCodeProcess" && !call.on.empty() && call.on[0].program == worker.program &&
        call.begin.order < before)
      return &call;
  return nullptr;
}

std::uint64_t ended_at(const Run& run, const Worker& worker) {
  for (const Event& event : run.events)
    if (event.kind == Event::Kind::kSignaled && event.program == worker.program) return event.when.order;
  return kNever;
}

Because not_printed(const std::string& word) { return because("sentence_not_printed", {{"sentence", word}}); }

}  // namespace

std::optional<std::uint64_t> printed_at(const Run& run, const std::string& word) {
  std::string so_far;  // decoded as a whole each time: a character may have come in two pieces
  for (const Call& call : run.calls) {
    const auto stream = call.text.find("stream");
    const auto written = call.text.find("written");
    if (call.program != kActor || stream == call.text.end() || stream->second == "stdin" || written == call.text.end()) continue;
    so_far += written->second;
    if (has_word(text::decode_output(so_far), word)) return call.begin.order;
  }
  const bool at_all = has_word(text::decode_output(run.output), word) || has_word(text::decode_output(run.errors), word);
  return at_all ? std::optional(kNever) : std::nullopt;
}

RunMatcher SaysNonSignaledOf(const Worker& worker) {
  return RunMatcher(
      "says Non-Signaled while " + worker.name + " runs",
      [worker](const Run& run) -> Because {
        const auto said = printed_at(run, kNonSignaled);
        const json who = {{"worker", worker.name}};
        if (!said) return not_printed(kNonSignaled);
        const Call* asked = nullptr;
        for (const Call& call : run.calls)
          if (!asked && waits_for(call, worker) && call.timeout_ms == 0 && call.end && call.result == kWaitTimeout) asked = &call;
        if (!asked) {
          const Call* read = exit_code_read(run, worker, *said);
          return read ? because("state_from_exit_code", {{"worker", worker.name}, {"state", kNonSignaled}}, read->begin.order)
                      : because("state_never_asked", {{"worker", worker.name}, {"state", kNonSignaled}});
        }
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
        if (!said) return not_printed(kSignaled);
        const Call* told = told_signaled(run, worker);
        if (told && told->end->order < *said) return nullptr;
        if (ended_at(run, worker) > *said) return because("signaled_said_too_early", {{"worker", worker.name}}, *said);
        if (const Call* read = exit_code_read(run, worker, *said))
          return because("state_from_exit_code", {{"worker", worker.name}, {"state", kSignaled}}, read->begin.order);
        return because("state_never_asked", {{"worker", worker.name}, {"state", kSignaled}});
      },
      true);
}

RunMatcher AsksAgainOf(const Worker& worker) {
  return RunMatcher("asks again whether " + worker.name + " is Signaled", [worker](const Run& run) -> Because {
    const Call* first = told_signaled(run, worker);
    if (first && told_signaled(run, worker, first->end->order)) return nullptr;
    return because("not_asked_again", {{"worker", worker.name}});
  });
}

RunMatcher ReportsTheTimeoutOf(const Worker& worker) {
  return RunMatcher(
      "reports the time-out, and then the end of " + worker.name,
      [worker](const Run& run) -> Because {
        const auto said = printed_at(run, kTimeout);
        const Call* expired = nullptr;
        for (const Call& call : run.calls)
          if (!expired && waits_for(call, worker) && call.timeout_ms > 0 && call.end && call.result == kWaitTimeout) expired = &call;
        if (!expired) return because("no_finite_wait", {{"worker", worker.name}});
        if (!said) return because("timeout_not_said", {{"worker", worker.name}, {"timeout_ms", expired->timeout_ms}}, expired->end->order);
        if (expired->begin.order > *said) return because("timeout_said_before_wait", {{"worker", worker.name}}, *said);
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

RunMatcher ReportsAFailedWait() {
  return RunMatcher("says Unable to wait, and ends with 1", [](const Run& run) -> Because {
    const auto failed = std::find_if(run.calls.begin(), run.calls.end(), [](const Call& call) { return call.faulted; });
    if (failed == run.calls.end()) return because("no_wait_to_fail");
    if (Because said = Says("Unable to wait").reason_against(run); !said.is_null()) {
      const auto signaled = printed_at(run, kSignaled);
      const bool taken = signaled && *signaled > failed->end->order && ended_at(run, {1, "", ""}) > *signaled;
      return taken ? because("failed_wait_taken_for_signaled", {{"call", failed->api}, {"error", failed->error}}, failed->end->order)
                   : said;
    }
    return EndsWith(1).reason_against(run);
  });
}

RunMatcher PrintsOneOf(const std::string& label, const std::vector<std::uint64_t>& numbers) {
  return RunMatcher(
      fmt::format("prints after {} one of {}", label, fmt::join(numbers, ", ")),
      [label, numbers](const Run& run) -> Because {
        const std::optional<std::string> seen = printed_number(run, label);
        for (const std::uint64_t number : numbers)
          if (seen == std::to_string(number)) return nullptr;
        if (!seen) return because("number_missing", {{"label", label}, {"expected", numbers.front()}});
        return because("number_not_printed", {{"label", label}, {"expected", numbers.front()}, {"seen", *seen}});
      },
      true);
}

RunMatcher SaysAllAreSignaled(const std::vector<Worker>& workers) {
  return RunMatcher(
      "says all: Signaled once all have ended",
      [workers](const Run& run) -> Because {
        if (Because said = Says("all: Signaled").reason_against(run); !said.is_null()) return said;
        const auto at = printed_at(run, "all");
        for (const Worker& worker : workers) {
          const Call* told = told_signaled(run, worker);
          if (told && at && told->end->order < *at) continue;
          if (at && ended_at(run, worker) > *at) return because("all_said_too_early", {{"worker", worker.name}}, *at);
          return because("all_said_without_wait", {{"worker", worker.name}});
        }
        return nullptr;
      },
      true);
}

RunMatcher StartsNothing() {
  return RunMatcher("starts no program", [](const Run& run) -> Because {
    const auto start = std::find_if(run.calls.begin(), run.calls.end(), [](const Call& call) {
      return call.program == kActor && call.api == "CreateProcess" && call.result != 0;
    });
    return start == run.calls.end() ? Because() : because("started_before_refusing", json::object(), start->begin.order);
  });
}

}  // namespace lab::checks
