// Matchers for what a sender does with the lines that are typed.
#include <algorithm>
#include <iterator>

#include "checks/mail_matchers.h"
#include "checks/mail_reasons.h"
#include "checks/mail_run.h"
#include "checks/reasons.h"

namespace lab::checks {
namespace {

constexpr ReasonTable kReasons{{
    {.id = "opened_another_slot",
     .hint = kCompareNames,
     .en = "The program opened \"{seen}\"; expected {expected}.",
     .ko = "{expected}을/를 열어야 하는데 \"{seen}\"을/를 열었습니다."},
    {.id = "opened_a_file",
     .hint = kCompareNames,
     .en = "The program opened \"{seen}\", which is a file, not a mailslot; expected {expected}.",
     .ko = "{expected}을/를 열어야 하는데, 메일슬롯이 아닌 파일 \"{seen}\"을/를 열었습니다."},
    {.id = "opened_without_write_access",
     .hint = {.en = "The second argument of CreateFile says how you want to access the mailslot. What does a sender do with it?",
              .ko = "CreateFile의 두 번째 인수로 메일슬롯에 어떤 식으로 접근할지 정합니다. 송신자는 메일슬롯으로 무엇을 하나요?"},
     .en = "The program did not request GENERIC_WRITE from CreateFile, so it cannot write through the handle.",
     .ko = "CreateFile에 GENERIC_WRITE를 지정하지 않았으므로 그 핸들로는 아무것도 쓸 수 없습니다."},
    {.id = "opened_to_create",
     .hint = {.en = "The fifth argument of CreateFile says what to do if the file exists and if it does not. Which of the five values "
                    "neither creates nor empties a file?",
              .ko = "CreateFile의 다섯 번째 인수로 파일이 있을 때와 없을 때의 동작을 정합니다. 다섯 값 가운데 파일을 새로 만들지도, 내용을 "
                    "지우지도 않는 것은 무엇인가요?"},
     .en = "The program passed {seen} to CreateFile. A sender never creates the mailslot: either a receiver has created it or there is "
           "none. The documentation requires OPEN_EXISTING.",
     .ko = "CreateFile에 {seen}을/를 넘겼습니다. 메일슬롯은 수신자가 만들어 두었거나 없거나 둘 중 하나이고, 송신자는 메일슬롯을 만들지 "
           "않습니다. 문서에 따르면 OPEN_EXISTING을 써야 합니다."},
    {.id = "opened_without_share_read",
     .hint = {.en = "The third argument of CreateFile says how others may access the mailslot while you have it open. What is the receiver "
                    "doing with it?",
              .ko = "CreateFile의 세 번째 인수로 핸들이 열려 있는 동안 다른 프로그램에 허용할 접근을 정합니다. 수신자는 메일슬롯으로 "
                    "무엇을 하고 있나요?"},
     .en = "The share mode passed to CreateFile lacks FILE_SHARE_READ (it was {seen}). The receiver has the mailslot open for reading, and "
           "the documentation requires a sender to allow that.",
     .ko = "CreateFile의 공유 모드에 FILE_SHARE_READ가 없습니다(넘긴 값: {seen}). 수신자가 메일슬롯을 읽기용으로 열어 두고 있으므로, "
           "문서에 따르면 송신자는 FILE_SHARE_READ를 지정해야 합니다."},
    {.id = "tried_to_open_for_ever",
     .outcome = Outcome::kTimedOut,
     .hints_of = "ReportsThatNobodyListens",
     .en = "The mailslot did not exist, and {program} tried to open it endlessly. It must report the failure and end.",
     .ko = "메일슬롯이 없는데 {program}이/가 열기를 끝없이 되풀이했습니다. 열 수 없다는 메시지를 출력하고 종료해야 합니다."},
    {.id = "sent_whole_buffer",
     .hints_of = "SendsOnlyTheText",
     .en = "Every message was {bytes} bytes long, whatever the line; that looks like the size of a buffer. The text \"{line}\" takes "
           "{expected} bytes.",
     .ko = "줄의 길이와 상관없이 메시지가 늘 {bytes}바이트입니다. 버퍼의 크기로 보입니다. \"{line}\"은/는 {expected}바이트입니다."},
    {.id = "sent_more_than_text",
     .hints_of = "SendsOnlyTheText",
     .en = "The text \"{line}\" takes {expected} bytes, but the program sent {bytes}. The extra part is not in the line: \"{rest}\".",
     .ko = "\"{line}\"은/는 {expected}바이트인데 {bytes}바이트를 보냈습니다. 함께 보낸 \"{rest}\"은/는 입력한 줄에 없는 내용입니다."},
    {.id = "failed_write_ignored",
     .hints_of = "ReportsAFailedWrite",
     .en = "WriteFile failed with error {error:error}, but {program} kept writing and did not print \"Unable to write\". WriteFile reports "
           "failure by returning FALSE.",
     .ko = "WriteFile이 오류 {error:error}으로/로 실패했는데 {program}은/는 \"Unable to write\"를 출력하지 않고 계속 썼습니다. "
           "성공했는지는 WriteFile의 반환값으로 알 수 있습니다."},
    {.id = "failed_write_unsaid",
     .hints_of = "ReportsAFailedWrite",
     .en = "WriteFile failed with error {error:error}. {program} ended with exit code {seen:code}, but did not print \"Unable to write\".",
     .ko = "WriteFile이 오류 {error:error}으로/로 실패했습니다. {program}은/는 종료 코드 {seen:code}으로/로 종료했지만 \"Unable to "
           "write\"를 출력하지 않았습니다."},
    // Ending.
    {.id = "exit_not_sent",
     .en = "{program} ended on `exit` without sending it. The receiver ends on the same message, so send it, too.",
     .ko = "{program}이/가 `exit`를 보내지 않고 종료했습니다. 수신자도 그 메시지를 받아야 종료하므로 `exit`도 보내야 합니다."},
    {.id = "asked_on_after_exit",
     .outcome = Outcome::kTimedOut,
     .cause = "ended early",
     .hint = {.en = "Where do you compare the line, and with which string? What does _tcscmp return when two strings are equal?",
              .ko = "입력한 줄을 어디에서 어떤 문자열과 비교하나요? _tcscmp는 두 문자열이 같을 때 어떤 값을 반환하나요?"},
     .hints_of = "StopsOnExit",
     .en = "{program} sent the line `exit` and then went on to read the next line: it did not compare the line with exit, the comparison "
           "was false, or a true result did not end the loop.",
     .ko = "{program}이/가 `exit` 줄을 보내고도 다음 줄을 읽으려 했습니다. 줄을 exit와 비교하지 않았거나, 비교한 결과가 거짓이었거나, "
           "참인데도 반복을 끝내지 않았습니다."},
    {.id = "newline_kept",
     .hint = {.en = "Which character follows exit in the array? Do you remove it before the comparison?",
              .ko = "배열에서 exit 바로 뒤에 있는 문자는 무엇인가요? 비교하기 전에 그 문자를 제거하나요?"},
     .hints_of = "StopsOnExit",
     .en = "{program} did not stop at `exit`. The message that it sent still ends with a newline: fgets keeps the newline, and \"exit\\n\" "
           "is not equal to \"exit\".",
     .ko = "{program}이/가 `exit`에서 멈추지 않았습니다. 보낸 메시지의 끝에 줄 바꿈 문자가 남아 있습니다. fgets는 줄 바꿈 문자까지 "
           "저장하며, \"exit\\n\"은 \"exit\"와 같지 않습니다."},
    {.id = "sent_after_exit",
     .hint = {.en = "Which line of your program compares what was typed with exit? At that moment, do both strings end with a newline, or "
                    "does neither?",
              .ko = "입력한 내용을 exit와 비교하는 코드는 어디인가요? 비교할 때 두 문자열 모두에 줄 바꿈 문자가 있거나, 둘 다 없나요?"},
     .en = "The program sent the message \"{message}\" after `exit`. `exit` must be the last message.",
     .ko = "`exit` 다음에 메시지 \"{message}\"을/를 더 보냈습니다. `exit`가 마지막 메시지여야 합니다."},
    {.id = "floods_at_end_of_input",
     .outcome = Outcome::kTimedOut,
     .hints_of = "StopsAtEndOfInput",
     .en = "At the end of the input the program went on sending messages endlessly, \"{message}\" first. fgets returns NULL at the end of "
           "the input and does not change the buffer: check its result.",
     .ko = "입력이 끝났는데 \"{message}\"부터 메시지를 끝없이 보냈습니다. 입력이 끝나면 fgets는 NULL을 반환하고 버퍼를 바꾸지 않습니다. "
           "반환값을 확인하세요."},
    {.id = "sent_at_end_of_input",
     .hints_of = "StopsAtEndOfInput",
     .en = "At the end of the input the program sent one more message: \"{message}\". A program knows that there is no further line only "
           "after a read has failed, so check the result of the read before you send.",
     .ko = "입력이 끝났는데 메시지 \"{message}\"을/를 하나 더 보냈습니다. 줄이 더 없다는 것은 읽기가 실패한 다음에야 알 수 있습니다. "
           "보내기 전에 읽기의 결과를 확인하세요."},
}};

using nlohmann::json;
using trace::Program;

constexpr std::uint32_t kGenericWrite = 0x40000000, kGenericAll = 0x10000000, kFileWriteData = 2;
constexpr std::uint32_t kShareRead = 1;     // FILE_SHARE_READ
constexpr std::uint32_t kOpenExisting = 3;  // OPEN_EXISTING
constexpr char kUnableToOpen[] = "Unable to open mailslot", kUnableToWrite[] = "Unable to write";

Because ends_with(const Run& run, std::uint32_t expected) {
  if (run.actor().exit_code == expected) return {};
  return because(kShared["wrong_exit_code"], {{"program", run.actor().name}, {"expected", expected}, {"seen", run.actor().exit_code}});
}

std::vector<std::string> texts(const std::vector<Typed>& lines) {
  std::vector<std::string> out;
  for (const Typed& line : lines) out.push_back(line.text);
  return out;
}

// Whether the name is the mailslot's path, in any valid spelling.
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

// The reason if one of the documented arguments is different.
Because badly_opened(const Call& opening) {
  const std::uint64_t order = opening.begin.order;
  if ((opening.access & (kGenericWrite | kGenericAll | kFileWriteData)) == 0)
    return because(kReasons["opened_without_write_access"], {{"seen", opening.access}}, order);
  if (opening.disposition != kOpenExisting)
    return because(kReasons["opened_to_create"], {{"seen", disposition_name(opening.disposition)}}, order);
  if ((opening.share & kShareRead) == 0) return because(kReasons["opened_without_share_read"], {{"seen", opening.share}}, order);
  return {};
}

Because never_opened(const Run& run, const std::string& slot) {
  const std::string expected = "\\\\.\\mailslot\\" + slot;
  const Call* creation = nullptr;
  for (const Call& call : run.calls) {
    if (call.program != kUnderTest) continue;
    const std::string name = name_of(call);
    const bool of_its_own = succeeded(call) && call.slot && !is_slot(run, *call.slot, slot);  // such as a chat's own mailslot
    if (call.api == Api::kCreateMailslot && !of_its_own) creation = &call;
    const bool means_a_slot = name.find("mailslot") != std::string::npos || name.find("mailbox") != std::string::npos;
    if (call.api != Api::kCreateFile || !means_a_slot) continue;
    if (Because lacks = name_lacks_part(call, expected)) return lacks;
    const json args = {{"seen", name}, {"expected", expected}, {"error", call.error}};
    const Reason& why = call.slot         ? kReasons["opened_another_slot"]
                        : succeeded(call) ? kReasons["opened_a_file"]
                                          : kShared["opened_another_name"];
    return because(why, args, call.begin.order);
  }
  if (creation) return because(kShared["created_instead_of_opened"], {{"expected", expected}}, creation->begin.order);
  if (Because end = unfinished(run)) return end;
  return because(kShared["never_opened"], {{"expected", expected}});
}

// The reason if a message contains more after the text than a line ending and a terminator.
Because behind_the_text(const Call& write, const std::string& line, const std::vector<const Call*>& all) {
  const std::string text = message_of(write);
  const std::string rest = text.size() > line.size() ? text.substr(line.size()) : "";
  const auto bytes = write.value.value_or(0);
  const auto shown = static_cast<std::int64_t>(characters(text)) * bytes_of_character(write);
  const bool cut = write.wide ? bytes > shown : bytes > static_cast<std::int64_t>(1024);  // the run contains only the beginning of a
                                                                                          // message
  if (without_terminator(text) == line && !cut) return {};
  const auto same_size = std::count_if(all.begin(), all.end(), [&](const Call* other) { return other->value == write.value; });
  const json args = {{"line", shortened(line)},
                     {"bytes", bytes},
                     {"expected", static_cast<std::int64_t>(characters(line)) * bytes_of_character(write)},
                     {"rest", shortened(rest)}};
  const bool always = same_size > 1 && same_size == static_cast<std::ptrdiff_t>(all.size());
  return because(always ? kReasons["sent_whole_buffer"] : kReasons["sent_more_than_text"], args, write.begin.order);
}

// Why not all lines were sent, starting with the opening of the mailslot. None if all were sent.
Because unsent(const Run& run, const std::string& slot, const std::vector<std::string>& lines) {
  const std::vector<const Call*> all = openings(run, slot);
  if (all.empty()) return never_opened(run, slot);
  if (sent_to(run, slot).empty())
    for (const Call* opening : all)
      if (Because reason = badly_opened(*opening)) return reason;
  if (lines.empty()) return asked_for_no_line(run);
  return why_sent_otherwise(run, slot, lines);
}

}  // namespace

std::span<const Reason> mail_send_reasons() { return kReasons; }

Because name_lacks_part(const Call& opening, const std::string& expected) {
  const std::string seen = name_of(opening);
  if (succeeded(opening) || seen.size() >= expected.size()) return {};
  const std::size_t length = expected.size() - seen.size();
  for (std::size_t at = 0; at <= seen.size(); ++at) {
    const std::string missing = expected.substr(at, length);
    if (!is_same_name(seen.substr(0, at) + missing + seen.substr(at), expected)) continue;
    if (missing.find_first_not_of('\\') == std::string::npos) return {};
    return because(kShared["name_lacks_part"], {{"seen", seen}, {"expected", expected}, {"error", opening.error}, {"missing", missing}},
                   opening.begin.order);
  }
  return {};
}

RunMatcher Opens(const std::string& slot) {
  return RunMatcher("opens the mailslot",
                    [slot](const Run& run) { return openings(run, slot).empty() ? never_opened(run, slot) : Because(); });
}

RunMatcher OpensForWriting(const std::string& slot) {
  return RunMatcher("opens the mailslot for writing, as documented", [slot](const Run& run) -> Because {
    const std::vector<const Call*> all = openings(run, slot);
    if (all.empty()) return never_opened(run, slot);
    for (const Call* opening : all)
      if (Because reason = badly_opened(*opening)) return reason;
    return {};
  });
}

RunMatcher SendsEveryLine(const std::string& slot) {
  return RunMatcher("sends every line as one message, in order", [slot](const Run& run) -> Because {
    const std::vector<std::string> lines = texts(lines_to_send(run));
    if (Because reason = unsent(run, slot, lines)) return reason;
    const std::vector<const Call*> messages = sent_to(run, slot);
    if (messages.size() > lines.size() && without_terminator(message_of(*messages[lines.size()])) == lines.back() &&
        end_of_input(run) > messages[lines.size()]->begin.order)
      return because(kShared["sent_twice"], {{"line", shortened(lines.back())}}, messages[lines.size()]->begin.order);
    return {};
  });
}

RunMatcher SendsNothingBehindTheText(const std::string& slot) {
  return RunMatcher("sends the text of a line and nothing after it", [slot](const Run& run) -> Because {
    const std::vector<std::string> lines = texts(lines_to_send(run));
    if (Because reason = SendsEveryLine(slot).reason_against(run)) return reason;
    const std::vector<const Call*> messages = sent_to(run, slot);
    for (std::size_t i = 0; i < lines.size(); ++i)
      if (Because reason = behind_the_text(*messages[i], lines[i], messages)) return reason;
    return {};
  });
}

RunMatcher StopsAtTheLineExit(const std::string& slot) {
  return RunMatcher("sends exit, says GoodBye!, ends with exit code 0 and sends nothing more", [slot](const Run& run) -> Because {
    std::vector<std::string> lines = texts(lines_to_send(run));
    if (Because reason = unsent(run, slot, lines)) return reason;
    const std::size_t exit = lines.size();
    const std::vector<const Call*> messages = sent_to(run, slot);
    if (messages.size() <= exit && itself(run)) return because(kReasons["exit_not_sent"], {{"program", run.actor().name}});
    lines.push_back("exit");
    if (Because reason = unsent(run, slot, lines)) return reason;
    if (messages.size() > exit + 1 || !itself(run)) {
      const std::string text = message_of(*messages[exit]);
      if (messages.size() > exit + 1 && text.find('\n') != std::string::npos)
        return because(kReasons["newline_kept"], {{"program", run.actor().name}}, messages[exit + 1]->begin.order);
      if (messages.size() > exit + 1)
        return because(kReasons["sent_after_exit"], {{"message", shortened(message_of(*messages[exit + 1]))}},
                       messages[exit + 1]->begin.order);
      const Because end = unfinished(run);
      if (end.id() != "blocked_at_the_keyboard") return end;
      return because(kReasons["asked_on_after_exit"], {{"program", run.actor().name}}, end.order);
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
    if (Because reason = unsent(run, slot, texts(lines_to_send(run)))) return reason;
    const std::uint64_t end = end_of_input(run);
    std::vector<const Call*> after = sent_to(run, slot);
    after.erase(std::remove_if(after.begin(), after.end(), [&](const Call* write) { return write->begin.order < end; }), after.end());
    std::size_t count = 0;
    for (const Call* write : after) count += write->times;
    if (count > 1)
      return because(kReasons["floods_at_end_of_input"], {{"message", shortened(message_of(*after[0]))}}, after[0]->begin.order);
    if (count == 1)
      return because(kReasons["sent_at_end_of_input"], {{"message", shortened(message_of(*after[0]))}}, after[0]->begin.order);
    if (reads_at_end_of_input(run) > 1 && !itself(run))
      return because(kShared["reads_on_at_end_of_input"], {{"program", run.actor().name}});
    if (Because unended = unfinished(run)) return unended;
    return ends_with(run, 0);
  });
}

RunMatcher ReportsThatNobodyIsThere(const std::string& slot) {
  return RunMatcher("reports that it is unable to open the mailslot", [slot](const Run& run) -> Because {
    std::uint32_t tries = 0;
    for (const Call& call : run.calls)
      if (call.api == Api::kCreateFile && call.program == kUnderTest && is_path_of(name_of(call), slot)) tries += call.times;
    if (tries == 0) return never_opened(run, slot);
    if (Because used = used_no_handle(run)) return used;
    if (tries > 1 && !itself(run)) return because(kReasons["tried_to_open_for_ever"], {{"program", run.actor().name}});
    if (Because end = unfinished(run)) return end;
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
    if (failed + 1 != writes.end() && !reported) return because(kReasons["failed_write_ignored"], args, order);
    if (Because end = unfinished(run)) return end;
    if (!reported) return because(kReasons["failed_write_unsaid"], args, order);
    return ends_with(run, 1);
  });
}

}  // namespace lab::checks
