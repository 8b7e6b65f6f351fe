// What a receiver does with its mailslot and with the messages in it.
#include <algorithm>

#include "checks/mail_matchers.h"
#include "checks/mail_reasons.h"
#include "checks/mail_run.h"

namespace lab::checks {
namespace {

using nlohmann::json;
using trace::Program;

constexpr char kGoodBye[] = "GoodBye!";
constexpr char kUnableToCreate[] = "Unable to create mailslot", kUnableToRead[] = "Unable to read";

std::string path_of(const std::string& slot) { return "\\\\.\\mailslot\\" + slot; }

std::string name_of(const Call& call) {
  const auto name = call.text.find("name");
  return name == call.text.end() ? "" : name->second;
}

bool itself(const Run& run) { return run.actor().end == Program::End::kItself; }

Because wrong_exit_code(const Run& run, std::uint32_t expected) {
  return because("wrong_exit_code", {{"program", run.actor().name}, {"expected", expected}, {"seen", run.actor().exit_code}});
}

Because not_said(const std::string& sentence) { return because("sentence_not_printed", {{"sentence", sentence}}); }

Because why_not_created(const Run& run, const std::string& slot) {
  const Call* creation = nullptr;
  const Call* opening = nullptr;
  for (const Call& call : run.calls) {
    if (call.program != kUnderTest) continue;
    if (call.api == Api::kCreateMailslot && !creation) creation = &call;
    if (call.api == Api::kCreateFile && name_of(call).find("mailslot") != std::string::npos) opening = &call;
  }
  if (!creation) {
    if (opening)
      return because("opened_instead_of_created", {{"name", name_of(*opening)}, {"error", opening->error}}, opening->begin.order);
    if (Because end = unfinished(run); !end.is_null()) return end;
    // A stub says itself that there is no mailslot; what another sentence tells is what kept the program from making one.
    const std::string gave_up = giving_up(run);
    if (!gave_up.empty() && !says(gave_up, kUnableToCreate))
      return because("gave_up_before_creating", {{"program", run.actor().name}, {"said", gave_up}, {"code", run.actor().exit_code}});
    return because("never_created_slot", {{"expected", path_of(slot)}});
  }
  const json args = {{"seen", name_of(*creation)}, {"expected", path_of(slot)}, {"error", creation->error}};
  const std::string name = name_of(*creation);
  const std::string root = path_of("");
  const bool right_root = name.size() > root.size() && is_same_name(name.substr(0, root.size()), root);
  const bool elsewhere = name.starts_with("\\\\") && !name.starts_with("\\\\.\\") && !name.starts_with("\\\\?\\");
  if (is_same_name(name, path_of(slot))) return because("creation_failed", args, creation->begin.order);
  if (succeeded(*creation) || right_root) return because("slot_of_another_name", args, creation->begin.order);
  if (elsewhere) return because("slot_elsewhere", args, creation->begin.order);
  return because("slot_refused", args, creation->begin.order);
}

// What became of the message that is larger than every buffer should be. The mailslot may refuse that one, and no other.
Because why_not_outlived(const Run& run, const std::string& slot) {
  if (Because crash = crash_reason(run, slot); !crash.is_null()) return crash;
  if (reads_of(run, slot).empty()) return why_not_read(run, slot, "");
  if (Because refused = why_refused(run, slot, 1); !refused.is_null()) return refused;
  const std::vector<std::string> messages = messages_to_show(run, slot);
  const std::vector<std::string> lines = printed_lines(run.output);
  const bool refused = !posted(run, slot).empty() && posted(run, slot).front().refused;
  const bool reported = said(run, kUnableToRead);
  const bool exit_read = read_of_exit(run, slot) != nullptr;
  if (!exit_read && !(reported && itself(run))) return why_not_read(run, slot, "exit");
  const bool whole =
      !refused && !messages.empty() && compare(lines, {messages.front()}, Prompt::kAlwaysTheSame).kind == Comparison::Kind::kSame;
  if (!refused && !reported && !whole) {
    const Comparison seen = compare(lines, messages, Prompt::kAlwaysTheSame);
    for (const Call* read : reads_of(run, slot))
      if (!succeeded(*read) && read->error == kInsufficientBuffer)
        return because("oversized_unsaid", {{"bytes", posted(run, slot).front().bytes}, {"room", read->flags}}, read->begin.order);
    return why_printed_otherwise(run, slot, messages, seen);
  }
  if (!exit_read) return nullptr;
  const std::vector<std::string> later = {messages.back()};
  const Comparison seen = compare(lines, later, Prompt::kAlwaysTheSame);
  return seen.kind == Comparison::Kind::kMissing ? why_printed_otherwise(run, slot, later, seen) : Because();
}

}  // namespace

RunMatcher CreatesSlot(const std::string& slot) {
  return RunMatcher("creates the mailslot " + path_of(slot), [slot](const Run& run) -> Because {
    for (std::size_t i = 0; i < run.slots.size(); ++i)
      if (run.slots[i].owner == kUnderTest && is_slot(run, static_cast<int>(i), slot)) return nullptr;
    return why_not_created(run, slot);
  });
}

RunMatcher PrintsEveryMessage(const std::string& slot, Prompt prompt) {
  return RunMatcher("prints every message on a line of its own, in order", [slot, prompt](const Run& run) -> Because {
    if (Because refused = why_refused(run, slot); !refused.is_null()) return refused;
    const std::vector<std::string> messages = messages_to_show(run, slot);
    if (posted(run, slot).empty()) return why_not_read(run, slot, "");  // it ended before one could be written to it
    const Comparison seen = compare(printed_lines(run.output), messages, prompt);
    return seen.kind == Comparison::Kind::kSame ? Because() : why_printed_otherwise(run, slot, messages, seen);
  });
}

RunMatcher Reads(const std::string& slot) {
  return RunMatcher("reads a message", [slot](const Run& run) -> Because {
    const std::vector<const Call*> reads = reads_of(run, slot);
    if (std::any_of(reads.begin(), reads.end(), [](const Call* read) { return succeeded(*read); })) return nullptr;
    return why_not_read(run, slot, messages_to_show(run, slot).empty() ? "" : messages_to_show(run, slot).front());
  });
}

RunMatcher ReadsUntilExit(const std::string& slot) {
  return RunMatcher("reads on until the message exit comes",
                    [slot](const Run& run) -> Because { return read_of_exit(run, slot) ? Because() : why_not_read(run, slot, "exit"); });
}

RunMatcher StopsAtTheMessageExit(const std::string& slot) {
  return RunMatcher("says GoodBye! on the message exit and ends with exit code 0", [slot](const Run& run) -> Because {
    const Call* exit = read_of_exit(run, slot);
    if (!exit) return why_not_read(run, slot, "exit");
    for (const Call* read : reads_of(run, slot)) {
      if (read->begin.order < exit->end->order || (itself(run) && !succeeded(*read))) continue;
      const char* id = message_of(*exit) == "exit" ? "read_again_after_exit" : "terminated_exit_ignored";
      return because(id, {{"program", run.actor().name}}, read->begin.order);
    }
    if (Because end = unfinished(run); !end.is_null()) return end;
    if (!said(run, kGoodBye)) return not_said(kGoodBye);
    return run.actor().exit_code == 0 ? Because() : wrong_exit_code(run, 0);
  });
}

RunMatcher EndsOnExit(const std::string& slot) {
  return RunMatcher("takes the message exit for the end, whatever it does then", [slot](const Run& run) -> Because {
    return said(run, kGoodBye) || itself(run) ? Because() : StopsAtTheMessageExit(slot).reason_against(run);
  });
}

RunMatcher OutlivesAnOversizedMessage(const std::string& slot) {
  return RunMatcher("prints a message of any size whole, refuses it, or reports it",
                    [slot](const Run& run) { return why_not_outlived(run, slot); });
}

RunMatcher IsBuiltFromSource() {
  return RunMatcher("is built from its source", [](const Run& run) -> Because {
    const auto built = run.facts.find("built_from");
    return built == run.facts.end() || built->second == "source" ? Because()
                                                                 : because("judged_by_consequences", {{"program", run.program}});
  });
}

RunMatcher TakesATimeOutForNothingYet(const std::string& slot) {
  return RunMatcher("takes the time-out of a read for \"nothing yet\"", [slot](const Run& run) -> Because {
    if (!read_of_exit(run, slot)) return why_not_read(run, slot, "exit");
    const std::vector<const Call*> reads = reads_of(run, slot);
    const auto failed = [](const Call* read) { return !succeeded(*read) && read->error != kTimedOutRead; };
    const bool only_time_outs = std::none_of(reads.begin(), reads.end(), failed);
    if (only_time_outs && said(run, kUnableToRead)) return because("reported_the_time_out", {{"sentence", kUnableToRead}});
    return PrintsEveryMessage(slot).reason_against(run);
  });
}

RunMatcher ReportsThatTheNameIsTaken() {
  return RunMatcher("reports that it is unable to create the mailslot", [](const Run& run) -> Because {
    if (Because used = used_no_handle(run); !used.is_null()) return used;
    if (Because end = unfinished(run); !end.is_null()) return end;
    if (!said(run, kUnableToCreate)) return not_said(kUnableToCreate);
    return run.actor().exit_code == 1 ? Because() : wrong_exit_code(run, 1);
  });
}

RunMatcher ReportsTheFailedRead(const std::string& slot) {
  return RunMatcher("reports that it is unable to read", [slot](const Run& run) -> Because {
    const std::vector<const Call*> reads = reads_of(run, slot);
    const auto failed = std::find_if(reads.begin(), reads.end(), [](const Call* read) { return read->faulted; });
    if (failed == reads.end()) return why_not_read(run, slot, "exit");
    const json args = {{"error", (*failed)->error}, {"program", run.actor().name}, {"seen", run.actor().exit_code}};
    const std::uint64_t order = (*failed)->begin.order;
    const bool again = (*failed)->times > 1 || failed + 1 != reads.end();
    if (again && !(itself(run) && said(run, kUnableToRead) && run.actor().exit_code == 1))
      return because("read_on_after_error", args, order);
    if (Because end = unfinished(run); !end.is_null()) return end;
    if (!said(run, kUnableToRead)) return because("failed_read_unsaid", args, order);
    return run.actor().exit_code == 1 ? Because() : wrong_exit_code(run, 1);
  });
}

}  // namespace lab::checks
