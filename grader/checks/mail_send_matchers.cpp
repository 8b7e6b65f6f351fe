// What a sender does with the lines that are typed.
#include <algorithm>
#include <iterator>

#include "checks/mail_matchers.h"
#include "checks/mail_reasons.h"
#include "checks/mail_run.h"

namespace lab::checks {
namespace {

using nlohmann::json;
using trace::Program;

constexpr std::uint32_t kGenericWrite = 0x40000000, kGenericAll = 0x10000000, kFileWriteData = 2;
constexpr std::uint32_t kShareRead = 1;     // FILE_SHARE_READ
constexpr std::uint32_t kOpenExisting = 3;  // OPEN_EXISTING
constexpr char kGoodBye[] = "GoodBye!";
constexpr char kUnableToOpen[] = "Unable to open mailslot", kUnableToCreate[] = "Unable to create mailslot",
               kUnableToWrite[] = "Unable to write";

bool itself(const Run& run) { return run.actor().end == Program::End::kItself; }

Because not_said(const std::string& sentence) { return because("sentence_not_printed", {{"sentence", sentence}}); }

Because ends_with(const Run& run, std::uint32_t expected) {
  if (run.actor().exit_code == expected) return nullptr;
  return because("wrong_exit_code", {{"program", run.actor().name}, {"expected", expected}, {"seen", run.actor().exit_code}});
}

std::vector<std::string> texts(const std::vector<Typed>& lines) {
  std::vector<std::string> out;
  for (const Typed& line : lines) out.push_back(line.text);
  return out;
}

std::string name_of(const Call& call) {
  const auto name = call.text.find("name");
  return name == call.text.end() ? "" : name->second;
}

// The mailslot's path, in any spelling that means it.
bool is_path_of(const std::string& name, const std::string& slot) {
  return is_same_name(name, "\\\\.\\mailslot\\" + slot) || is_same_name(name, "\\\\?\\mailslot\\" + slot);
}

std::vector<const Call*> openings(const Run& run, const std::string& slot) {
  std::vector<const Call*> out;
  for (const Call& call : run.calls)
    if (call.api == Api::kCreateFile && call.program == kUnderTest && call.slot && is_slot(run, *call.slot, slot)) out.push_back(&call);
  return out;
}

std::string disposition_name(std::uint32_t disposition) {
  constexpr const char* kNames[] = {"0", "CREATE_NEW", "CREATE_ALWAYS", "OPEN_EXISTING", "OPEN_ALWAYS", "TRUNCATE_EXISTING"};
  return disposition < std::size(kNames) ? kNames[disposition] : std::to_string(disposition);
}

// Which of the documented arguments is another one, or null.
Because badly_opened(const Call& opening) {
  const std::uint64_t order = opening.begin.order;
  if ((opening.access & (kGenericWrite | kGenericAll | kFileWriteData)) == 0)
    return because("opened_without_write_access", {{"seen", opening.access}}, order);
  if (opening.disposition != kOpenExisting) return because("opened_to_create", {{"seen", disposition_name(opening.disposition)}}, order);
  if ((opening.share & kShareRead) == 0) return because("opened_without_share_read", {{"seen", opening.share}}, order);
  return nullptr;
}

Because never_opened(const Run& run, const std::string& slot) {
  const std::string expected = "\\\\.\\mailslot\\" + slot;
  const Call* creation = nullptr;
  for (const Call& call : run.calls) {
    if (call.program != kUnderTest) continue;
    const std::string name = name_of(call);
    const bool of_its_own = succeeded(call) && call.slot && !is_slot(run, *call.slot, slot);  // as a chat has
    if (call.api == Api::kCreateMailslot && !of_its_own) creation = &call;
    const bool means_a_slot = name.find("mailslot") != std::string::npos || name.find("mailbox") != std::string::npos;
    if (call.api != Api::kCreateFile || !means_a_slot) continue;
    const json args = {{"seen", name}, {"expected", expected}, {"error", call.error}};
    const char* id = call.slot ? "opened_another_slot" : succeeded(call) ? "opened_a_file" : "opened_another_name";
    return because(id, args, call.begin.order);
  }
  if (creation) return because("created_instead_of_opened", {{"expected", expected}}, creation->begin.order);
  if (Because end = unfinished(run); !end.is_null()) return end;
  return because("never_opened", {{"expected", expected}});
}

// What stands behind the text in a message, when it is more than an end of line and a terminator.
Because behind_the_text(const Call& write, const std::string& line, const std::vector<const Call*>& all) {
  const std::string text = message_of(write);
  const std::string rest = text.size() > line.size() ? text.substr(line.size()) : "";
  const auto bytes = write.value.value_or(0);
  const auto shown = static_cast<std::int64_t>(characters(text)) * bytes_of_character(write);
  const bool cut = write.wide ? bytes > shown : bytes > static_cast<std::int64_t>(1024);  // the run keeps the beginning of a message
  if (without_terminator(text) == line && !cut) return nullptr;
  const auto same_size = std::count_if(all.begin(), all.end(), [&](const Call* other) { return other->value == write.value; });
  const json args = {{"line", shortened(line)},
                     {"bytes", bytes},
                     {"expected", static_cast<std::int64_t>(characters(line)) * bytes_of_character(write)},
                     {"rest", shortened(rest)}};
  const bool always = same_size > 1 && same_size == static_cast<std::ptrdiff_t>(all.size());
  return because(always ? "sent_whole_buffer" : "sent_more_than_text", args, write.begin.order);
}

std::vector<const Call*> sent(const Run& run, const std::string& slot) {
  std::vector<const Call*> all = writes_to(run, slot);
  all.erase(std::remove_if(all.begin(), all.end(), [](const Call* write) { return !succeeded(*write); }), all.end());
  return all;
}

// Why the lines were not all sent, from the opening on; null when they were.
Because unsent(const Run& run, const std::string& slot, const std::vector<std::string>& lines) {
  const std::vector<const Call*> all = openings(run, slot);
  if (all.empty()) return never_opened(run, slot);
  if (sent(run, slot).empty())
    for (const Call* opening : all)
      if (Because reason = badly_opened(*opening); !reason.is_null()) return reason;
  if (lines.empty()) return asked_for_no_line(run);
  return why_sent_otherwise(run, slot, lines);
}

}  // namespace

RunMatcher Opens(const std::string& slot) {
  return RunMatcher("opens the mailslot",
                    [slot](const Run& run) { return openings(run, slot).empty() ? never_opened(run, slot) : Because(); });
}

RunMatcher OpensForWriting(const std::string& slot) {
  return RunMatcher("opens the mailslot for writing, as documented", [slot](const Run& run) -> Because {
    const std::vector<const Call*> all = openings(run, slot);
    if (all.empty()) return never_opened(run, slot);
    for (const Call* opening : all)
      if (Because reason = badly_opened(*opening); !reason.is_null()) return reason;
    return nullptr;
  });
}

RunMatcher SendsEveryLine(const std::string& slot) {
  return RunMatcher("sends every line as one message, in order", [slot](const Run& run) -> Because {
    const std::vector<std::string> lines = texts(lines_to_send(run));
    if (Because reason = unsent(run, slot, lines); !reason.is_null()) return reason;
    const std::vector<const Call*> messages = sent(run, slot);
    if (messages.size() > lines.size() && without_terminator(message_of(*messages[lines.size()])) == lines.back() &&
        end_of_input(run) > messages[lines.size()]->begin.order)
      return because("sent_twice", {{"line", shortened(lines.back())}}, messages[lines.size()]->begin.order);
    return nullptr;
  });
}

RunMatcher SendsNothingBehindTheText(const std::string& slot) {
  return RunMatcher("sends the text of a line and nothing behind it", [slot](const Run& run) -> Because {
    const std::vector<std::string> lines = texts(lines_to_send(run));
    if (Because reason = SendsEveryLine(slot).reason_against(run); !reason.is_null()) return reason;
    const std::vector<const Call*> messages = sent(run, slot);
    for (std::size_t i = 0; i < lines.size(); ++i)
      if (Because reason = behind_the_text(*messages[i], lines[i], messages); !reason.is_null()) return reason;
    return nullptr;
  });
}

RunMatcher StopsAtTheLineExit(const std::string& slot) {
  return RunMatcher("sends exit, says GoodBye!, ends with exit code 0 and sends nothing more", [slot](const Run& run) -> Because {
    std::vector<std::string> lines = texts(lines_to_send(run));
    if (Because reason = unsent(run, slot, lines); !reason.is_null()) return reason;
    const std::size_t exit = lines.size();
    const std::vector<const Call*> messages = sent(run, slot);
    if (messages.size() <= exit && itself(run)) return because("exit_not_sent", {{"program", run.actor().name}});
    lines.push_back("exit");
    if (Because reason = unsent(run, slot, lines); !reason.is_null()) return reason;
    if (messages.size() > exit + 1 || !itself(run)) {
      const std::string text = message_of(*messages[exit]);
      if (messages.size() > exit + 1 && text.find('\n') != std::string::npos)
        return because("newline_kept", {{"program", run.actor().name}}, messages[exit + 1]->begin.order);
      if (messages.size() > exit + 1)
        return because("sent_after_exit", {{"message", shortened(message_of(*messages[exit + 1]))}}, messages[exit + 1]->begin.order);
      return unfinished(run);
    }
    if (!said(run, kGoodBye)) return not_said(kGoodBye);
    return ends_with(run, 0);
  });
}

RunMatcher EndsOnTheLineExit(const std::string& slot) {
  return RunMatcher("takes the line exit for the end, whatever it does then", [slot](const Run& run) -> Because {
    return said(run, kGoodBye) || itself(run) ? Because() : StopsAtTheLineExit(slot).reason_against(run);
  });
}

RunMatcher StopsAtTheEndOfInput(const std::string& slot) {
  return RunMatcher("ends with exit code 0 at the end of the input and sends nothing more", [slot](const Run& run) -> Because {
    if (Because reason = unsent(run, slot, texts(lines_to_send(run))); !reason.is_null()) return reason;
    const std::uint64_t end = end_of_input(run);
    std::vector<const Call*> after = sent(run, slot);
    after.erase(std::remove_if(after.begin(), after.end(), [&](const Call* write) { return write->begin.order < end; }), after.end());
    std::size_t count = 0;
    for (const Call* write : after) count += write->times;
    if (count > 1) return because("floods_at_end_of_input", {{"message", shortened(message_of(*after[0]))}}, after[0]->begin.order);
    if (count == 1) return because("sent_at_end_of_input", {{"message", shortened(message_of(*after[0]))}}, after[0]->begin.order);
    if (reads_at_end_of_input(run) > 1 && !itself(run)) return because("reads_on_at_end_of_input", {{"program", run.actor().name}});
    if (Because unended = unfinished(run); !unended.is_null()) return unended;
    return ends_with(run, 0);
  });
}

RunMatcher ReportsThatNobodyIsThere(const std::string& slot) {
  return RunMatcher("reports that it is unable to open the mailslot", [slot](const Run& run) -> Because {
    std::uint32_t tries = 0;
    for (const Call& call : run.calls)
      if (call.api == Api::kCreateFile && call.program == kUnderTest && is_path_of(name_of(call), slot)) tries += call.times;
    if (tries == 0) return never_opened(run, slot);
    if (Because used = used_no_handle(run); !used.is_null()) return used;
    if (tries > 1 && !itself(run)) return because("tried_to_open_for_ever", {{"program", run.actor().name}});
    if (Because end = unfinished(run); !end.is_null()) return end;
    if (!said(run, kUnableToOpen) && !said(run, kUnableToCreate)) return not_said(kUnableToOpen);
    return ends_with(run, 1);
  });
}

RunMatcher ReportsTheFailedWrite(const std::string& slot) {
  return RunMatcher("reports that it is unable to write", [slot](const Run& run) -> Because {
    const std::vector<const Call*> writes = writes_to(run, slot);
    const auto failed = std::find_if(writes.begin(), writes.end(), [](const Call* write) { return write->faulted; });
    if (failed == writes.end()) return SendsEveryLine(slot).reason_against(run);
    const json args = {{"error", (*failed)->error}, {"program", run.actor().name}, {"seen", run.actor().exit_code}};
    const std::uint64_t order = (*failed)->begin.order;
    const bool reported = said(run, kUnableToWrite);
    if (failed + 1 != writes.end() && !reported) return because("failed_write_ignored", args, order);
    if (Because end = unfinished(run); !end.is_null()) return end;
    if (!reported) return because("failed_write_unsaid", args, order);
    return ends_with(run, 1);
  });
}

}  // namespace lab::checks
