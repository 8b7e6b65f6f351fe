// What becomes of a mailslot that is left to a child.
#include "labs/07_slot_heir/matchers.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <sstream>

#include "checks/mail_lines.h"
#include "checks/mail_reasons.h"
#include "checks/mail_run.h"

namespace lab::labs {

using namespace checks;

namespace {

using nlohmann::json;
using trace::Event;
using trace::Object;
using trace::Program;

constexpr char kGoodBye[] = "GoodBye!";

bool is_receivers_end(const Run& run, const Object& object, const std::string& slot) {
  return object.kind == Object::Kind::kMailslot && is_slot(run, object.slot, slot);
}

const Program& program(const Run& run, int index) { return run.programs.at(static_cast<std::size_t>(index)); }

bool is_itself_again(const Run& run, const Call& call) {
  return call.api == Api::kCreateProcess && call.program == kUnderTest && call.started && *call.started > 0 &&
         program(run, *call.started).role != Program::Role::kForeign && program(run, *call.started).name == run.actor().name;
}

bool leaves(const Run& run, const Call& start, const std::string& slot) {
  return std::any_of(start.on.begin(), start.on.end(), [&](const Object& object) { return is_receivers_end(run, object, slot); });
}

// The start of the heir: of several the one that inherits; null when the program did not start itself.
const Call* start_of_heir(const Run& run, const std::string& slot) {
  const Call* first = nullptr;
  for (const Call& call : run.calls) {
    if (!is_itself_again(run, call)) continue;
    if (leaves(run, call, slot)) return &call;
    if (!first) first = &call;
  }
  return first;
}

// "SlotHeir heir" of "SlotHeir heir 84": handles have other numbers each time.
std::string without_numbers(const Program& it) {
  std::string name = it.name;
  std::istringstream words(it.arguments);
  for (std::string word; words >> word;)
    if (!std::all_of(word.begin(), word.end(), [](unsigned char c) { return std::isdigit(c) != 0; })) name += " " + word;
  return name;
}

// The program's own handles to the receiver's end, by serial number: since when each is closed.
constexpr std::uint64_t kNever = ~std::uint64_t{0};
std::map<int, std::uint64_t> own_handles(const Run& run, const std::string& slot, int owner) {
  constexpr std::uint32_t kCloseSource = 1;  // DUPLICATE_CLOSE_SOURCE
  std::map<int, std::uint64_t> closed;
  for (const Call& call : run.calls) {
    if (call.program != owner) continue;
    const bool of_slot = !call.on.empty() && is_receivers_end(run, call.on[0], slot);
    const bool duplicates = call.api == Api::kDuplicateHandle && of_slot;
    const bool makes = call.api == Api::kCreateMailslot && call.slot && is_slot(run, *call.slot, slot) && succeeded(call);
    if (makes || duplicates)
      for (const int handle : call.handles) closed.emplace(handle, kNever);
    const bool ends = (call.api == Api::kCloseHandle && succeeded(call)) || (duplicates && (call.flags & kCloseSource) != 0);
    if (ends && of_slot && call.end) closed[call.on[0].handle] = call.end->order;
  }
  return closed;
}

Because why_no_heir(const Run& run, const std::string& slot) {
  for (const Call& call : run.calls) {
    if (call.api != Api::kCreateProcess || call.program != kUnderTest) continue;
    if (!succeeded(call)) return because("heir_not_started", {{"error", call.error}}, call.begin.order);
    if (!is_itself_again(run, call)) {
      const std::string seen = call.started ? program(run, *call.started).name : "?";
      return because("started_something_else", {{"seen", seen}, {"expected", run.actor().name}}, call.begin.order);
    }
    if (!call.inherits) return because("heir_inherits_nothing", json::object(), call.begin.order);
    const std::map<int, std::uint64_t> handles = own_handles(run, slot, kUnderTest);
    const bool all_closed = !handles.empty() && std::all_of(handles.begin(), handles.end(),
                                                            [&](const auto& handle) { return handle.second < call.begin.order; });
    if (all_closed) return because("slot_closed_before_its_heir", {{"slot", slot}}, call.begin.order);
    return because("slot_not_inheritable", {{"slot", slot}}, call.begin.order);
  }
  if (Because end = unfinished(run); !end.is_null()) return end;
  return because("never_started_an_heir", {{"program", run.actor().name}});
}

// What the heir did instead of reading by the handle that it had.
Because why_heir_does_not_read(const Run& run, const std::string& slot, int heir) {
  for (const Call& call : run.calls) {
    if (call.program == kUnderTest && call.api == Api::kReadFile && is_on_slot(run, call, Object::Kind::kMailslot, slot))
      return because("maker_reads_itself", {{"program", run.actor().name}}, call.begin.order);
    if (call.program != heir) continue;
    if (call.api == Api::kCreateMailslot) return because("heir_makes_a_slot", {{"error", call.error}}, call.begin.order);
    if (call.api == Api::kCreateFile && call.slot) return because("heir_opens_by_name", json::object(), call.begin.order);
    const bool reads = call.api == Api::kReadFile || call.api == Api::kGetMailslotInfo;
    if (!reads || call.on.empty() || succeeded(call)) continue;
    if (call.on[0].kind == Object::Kind::kNull) return because("heir_reads_null", {{"call", call.api}}, call.begin.order);
    return because("heir_reads_no_handle", {{"call", call.api}, {"error", call.error}}, call.begin.order);
  }
  const Program& it = program(run, heir);
  if (it.end == Program::End::kCrashed)
    return because("crashed", {{"program", without_numbers(it)}, {"arguments", ""}, {"exception", it.exit_code}});
  return because("heir_never_reads", {{"exit_code", it.exit_code}});
}

// The message was written, or could not be; nobody has read it.
Because why_unread(const Run& run, const std::string& slot, int heir) {
  for (const Event& event : run.events)
    if (event.kind == Event::Kind::kRefused && event.slot < 0)
      return because("slot_gone_too_early", {{"slot", slot}, {"text", shortened(event.text)}}, event.when.order);
  std::vector<std::string> read;
  for (const Call* call : reads_of(run, slot, heir))
    if (succeeded(*call)) read.push_back(message_of(*call));
  for (const Posted& message : posted(run, slot))
    if (std::find(read.begin(), read.end(), message.text) == read.end())
      return because("message_never_read", {{"text", shortened(message.text)}}, message.order);
  return nullptr;
}

}  // namespace

std::optional<Worker> heir_of(const Run& run, const std::string& slot) {
  const Call* start = start_of_heir(run, slot);
  if (!start) return {};
  const Program& it = program(run, *start->started);
  return Worker{*start->started, without_numbers(it), it.arguments};
}

RunMatcher LeavesToAnHeir(const std::string& slot) {
  return RunMatcher("starts itself as an heir that inherits the mailslot", [slot](const Run& run) -> Because {
    const Call* start = start_of_heir(run, slot);
    return start && leaves(run, *start, slot) ? Because() : why_no_heir(run, slot);
  });
}

RunMatcher HeirReads(const std::string& slot) {
  return RunMatcher("has an heir that reads by the handle that it inherited", [slot](const Run& run) -> Because {
    const std::optional<Worker> heir = heir_of(run, slot);
    if (!heir) return why_no_heir(run, slot);
    return reads_of(run, slot, heir->program).empty() ? why_heir_does_not_read(run, slot, heir->program) : Because();
  });
}

RunMatcher HeirPrintsEveryMessage(const std::string& slot) {
  return RunMatcher("prints every message that comes to its heir, in order", [slot](const Run& run) -> Because {
    const std::optional<Worker> heir = heir_of(run, slot);
    if (!heir) return why_no_heir(run, slot);
    if (Because refused = why_refused(run, slot); !refused.is_null()) return refused;
    const std::vector<std::string> messages = messages_to_show(run, slot);
    const Comparison seen = compare(printed_lines(run.output), messages, Prompt::kAlwaysTheSame);
    Because unread = why_unread(run, slot, heir->program);
    if (seen.kind == Comparison::Kind::kSame && unread.is_null() && !messages.empty()) return nullptr;
    const Program& it = program(run, heir->program);
    if (it.end == Program::End::kCrashed)
      return because("crashed", {{"program", heir->name}, {"arguments", ""}, {"exception", it.exit_code}});
    if (Because gave_up = why_gave_up(run, slot, heir->program); !gave_up.is_null()) return gave_up;
    if (!unread.is_null()) return unread;
    if (messages.empty()) return why_heir_does_not_read(run, slot, heir->program);
    const json args = {{"message", shortened(messages[seen.message])}, {"seen", shortened(seen.next_line)}};
    return because(seen.kind == Comparison::Kind::kMissing ? "heir_did_not_print" : "heir_printed_otherwise", args);
  });
}

RunMatcher HeirStopsAtTheMessageExit(const std::string& slot) {
  return RunMatcher("has an heir that says GoodBye! on the message exit and ends with exit code 0", [slot](const Run& run) -> Because {
    const std::optional<Worker> heir = heir_of(run, slot);
    if (!heir) return why_no_heir(run, slot);
    const Call* exit = read_of_exit(run, slot, heir->program);
    if (!exit) {
      Because unread = why_unread(run, slot, heir->program);
      return unread.is_null() ? because("ended_untold", {{"program", heir->name}}) : unread;
    }
    for (const Call* read : reads_of(run, slot, heir->program))
      if (read->begin.order > exit->end->order) return because("read_again_after_exit", {{"program", heir->name}}, read->begin.order);
    if (!said(run, kGoodBye)) return because("sentence_not_printed", {{"sentence", kGoodBye}});
    const Program& it = program(run, heir->program);
    if (it.end == Program::End::kItself && it.exit_code == 0) return nullptr;
    return because("wrong_exit_code", {{"program", heir->name}, {"expected", 0}, {"seen", it.exit_code}});
  });
}

RunMatcher WaitsForItsHeir(const std::string& slot) {
  return RunMatcher("waits until its heir has ended", [slot](const Run& run) -> Because {
    const std::optional<Worker> heir = heir_of(run, slot);
    if (!heir) return why_no_heir(run, slot);
    // That an heir never ends is not the fault of the one who waits for it.
    for (const Call& call : run.calls)
      if (call.program == kUnderTest && call.ended_by_grader && is_wait(call.api) &&
          std::any_of(call.on.begin(), call.on.end(),
                      [&](const Object& object) { return object.kind == Object::Kind::kProcess && object.program == heir->program; }))
        return nullptr;
    return Does(WaitUntilSignaled(*heir)).Before(LastReadOfExitCode(*heir)).reason_against(run);
  });
}

RunMatcher KeepsNoHandleOf(const std::string& slot) {
  return RunMatcher("keeps no handle of the mailslot that it has left", [slot](const Run& run) -> Because {
    const Call* start = start_of_heir(run, slot);
    if (!start || !start->end) return why_no_heir(run, slot);
    std::uint64_t first_message = kNever;
    for (const Posted& message : posted(run, slot))
      if (message.order > start->end->order) first_message = std::min(first_message, message.order);
    for (const auto& [handle, closed] : own_handles(run, slot, kUnderTest))
      if (closed >= first_message)
        return because(closed == kNever ? "maker_never_closes" : "maker_closes_late", {{"slot", slot}, {"program", run.actor().name}});
    return nullptr;
  });
}

RunMatcher HeirClosesItsHandle(const std::string& slot) {
  return RunMatcher("has an heir that closes its handle of the mailslot, once", [slot](const Run& run) -> Because {
    const std::optional<Worker> heir = heir_of(run, slot);
    if (!heir) return why_no_heir(run, slot);
    int closed = 0;
    for (const Call& call : run.calls) {
      if (call.program != heir->program || call.api != Api::kCloseHandle || call.on.empty()) continue;
      if (succeeded(call) && is_receivers_end(run, call.on[0], slot)) ++closed;
      if (!succeeded(call) && call.on[0].kind == Object::Kind::kClosed && is_slot(run, call.on[0].slot, slot))
        return because("slot_closed_twice", {{"slot", slot}}, call.begin.order);
    }
    const bool by_itself = program(run, heir->program).end == Program::End::kItself;
    return closed == 0 && by_itself ? because("heir_leaves_it_open", {{"slot", slot}}) : Because();
  });
}

}  // namespace lab::labs
