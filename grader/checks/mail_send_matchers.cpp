// What a sender does with the lines that are typed.
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
     .en = "The program opened \"{seen}\"; {expected} was expected.",
     .ko = "{expected}을/를 열어야 하는데 \"{seen}\"을/를 열었습니다."},
    {.id = "opened_a_file",
     .hint = kCompareNames,
     .en = "The program opened \"{seen}\", which is a file and no mailslot; {expected} was expected.",
     .ko = "{expected}을/를 열어야 하는데 메일슬롯이 아니라 파일인 \"{seen}\"을/를 열었습니다."},
    {.id = "opened_without_write_access",
     .hint = {.en = "The second argument of CreateFile says what you want to do with the mailslot. What does a sender do with it?",
              .ko = "CreateFile의 두 번째 인자는 메일슬롯으로 무엇을 할지 정합니다. 송신자는 메일슬롯으로 무엇을 하나요?"},
     .en = "CreateFile was not asked for GENERIC_WRITE, so nothing can be written through the handle.",
     .ko = "CreateFile에 GENERIC_WRITE를 요청하지 않았습니다. 그 핸들로는 아무것도 쓸 수 없습니다."},
    {.id = "opened_to_create",
     .hint = {.en = "The fifth argument of CreateFile says what to do where there is no such file. Which of the five values creates none "
                    "and empties none?",
              .ko = "CreateFile의 다섯 번째 인자는 파일이 있을 때와 없을 때 어떻게 할지 정합니다. 다섯 값 가운데 새로 만들지도, 내용을 "
                    "지우지도 않는 것은 무엇일까요?"},
     .en = "CreateFile was given {seen}. The mailslot is there, or nobody listens: a sender creates nothing, so OPEN_EXISTING is "
           "documented for it.",
     .ko = "CreateFile에 {seen}을/를 넘겼습니다. 메일슬롯이 있거나, 듣는 이가 없거나 둘 중 하나입니다. 송신자는 아무것도 만들지 않으므로 "
           "문서대로 OPEN_EXISTING을 씁니다."},
    {.id = "opened_without_share_read",
     .hint =
         {.en = "The third argument of CreateFile says what others may do with the mailslot meanwhile. What is the receiver doing with it?",
          .ko = "CreateFile의 세 번째 인자는 그동안 다른 프로그램이 메일슬롯으로 무엇을 해도 되는지 정합니다. 수신자는 메일슬롯으로 무엇을 "
                "하고 있나요?"},
     .en = "CreateFile was called without FILE_SHARE_READ among its share modes (they were {seen}). The receiver has the mailslot open for "
           "reading all the while, and the documentation asks a sender to allow that.",
     .ko = "CreateFile의 공유 모드에 FILE_SHARE_READ가 없습니다(넘긴 값 {seen}). 수신자가 그동안 읽으려고 메일슬롯을 열어 두고 있으므로, "
           "문서는 송신자에게 이를 허용하라고 합니다."},
    {.id = "tried_to_open_for_ever",
     .outcome = Outcome::kTimedOut,
     .hints_of = "ReportsThatNobodyListens",
     .en = "Nobody had created the mailslot, and {program} tried to open it again and again. It was expected to say so and to end.",
     .ko = "메일슬롯을 만든 이가 없는데 {program}이/가 열기를 끝없이 되풀이했습니다. 열지 못했다고 알리고 끝나야 합니다."},
    {.id = "sent_whole_buffer",
     .hints_of = "SendsOnlyTheText",
     .en = "Each message had {bytes} bytes, whatever the line, as the size of a buffer has. The text \"{line}\" has {expected} bytes.",
     .ko = "줄의 길이와 상관없이 메시지가 늘 버퍼의 크기처럼 {bytes}바이트였습니다. \"{line}\"은/는 {expected}바이트입니다."},
    {.id = "sent_more_than_text",
     .hints_of = "SendsOnlyTheText",
     .en = "The text \"{line}\" has {expected} bytes; {bytes} were sent. What went with it does not belong to the text: \"{rest}\".",
     .ko = "\"{line}\"은/는 {expected}바이트인데 {bytes}바이트를 보냈습니다. 함께 보낸 \"{rest}\"은/는 그 줄의 글자가 아닙니다."},
    {.id = "failed_write_ignored",
     .hints_of = "ReportsAFailedWrite",
     .en =
         "WriteFile failed with error {error:error}. {program} did not print \"Unable to write\" and went on to write. WriteFile tells by "
         "its result.",
     .ko =
         "WriteFile이 오류 {error:error}으로/로 실패했는데 {program}은/는 \"Unable to write\"를 출력하지 않고 계속 썼습니다. 성공했는지는 "
         "WriteFile의 반환값이 알려 줍니다."},
    {.id = "failed_write_unsaid",
     .hints_of = "ReportsAFailedWrite",
     .en = "WriteFile failed with error {error:error}. {program} ended with exit code {seen:code}, but did not print \"Unable to write\".",
     .ko = "WriteFile이 오류 {error:error}으로/로 실패했습니다. {program}은/는 종료 코드 {seen:code}으로/로 끝났지만 \"Unable to write\"를 "
           "출력하지 않았습니다."},
    // Ending.
    {.id = "exit_not_sent",
     .en = "{program} ended on `exit` without sending it. The receiver ends on the same message, so it has to be sent, too.",
     .ko = "{program}이/가 `exit`를 보내지 않고 끝났습니다. 수신자도 그 메시지를 받아야 끝나므로 `exit`도 보내야 합니다."},
    {.id = "asked_on_after_exit",
     .outcome = Outcome::kTimedOut,
     .cause = "ended early",
     .hint = {.en = "With which text does your program compare the line, and which result of _tcscmp says that two texts are the same?",
              .ko = "입력한 줄을 어떤 글자와 비교하나요? _tcscmp는 두 문자열이 같을 때 어떤 값을 돌려주나요?"},
     .hints_of = "StopsOnExit",
     .en = "{program} had sent the line `exit`, and asked for the next one. Its comparison with exit did not hold, or nothing came of it.",
     .ko = "{program}이/가 `exit` 줄을 보내고도 다음 줄을 또 읽으러 갔습니다. exit와 비교한 결과가 거짓이었거나, 참인데도 끝내지 "
           "않았습니다."},
    {.id = "newline_kept",
     .hint =
         {.en =
              "Which character stands in the array behind exit? Where does your program take it off: before the comparison, or not at all?",
          .ko = "배열에서 exit 뒤에 있는 글자는 무엇일까요? 그 글자를 비교하기 전에 떼어 내나요?"},
     .hints_of = "StopsOnExit",
     .en =
         "{program} did not stop at `exit`. The message that it sent still has the end of line in it: fgets keeps that, and \"exit\\n\" is "
         "not the same text as \"exit\".",
     .ko = "{program}이/가 `exit`에서 멈추지 않았습니다. 보낸 메시지에 줄 끝 문자가 남아 있습니다. fgets는 줄 끝 문자를 남겨 두며, "
           "\"exit\\n\"은 \"exit\"와 다른 글자입니다."},
    {.id = "sent_after_exit",
     .hint =
         {.en = "With which text does your program compare the line, and when: before the newline is taken off, or after? Have both texts "
                "a newline at that moment, or neither?",
          .ko = "입력한 줄을 어떤 글자와, 언제 비교하나요? 줄 바꿈 문자를 떼기 전인가요, 뗀 다음인가요? 그 순간 두 쪽 모두에 줄 바꿈 "
                "문자가 있거나, 둘 다 없나요?"},
     .en = "After `exit` the message \"{message}\" was sent. `exit` is the last message.",
     .ko = "`exit` 다음에 메시지 \"{message}\"을/를 또 보냈습니다. `exit`가 마지막 메시지입니다."},
    {.id = "floods_at_end_of_input",
     .outcome = Outcome::kTimedOut,
     .hints_of = "StopsAtEndOfInput",
     .en = "The input had ended, and the program went on sending, message after message, \"{message}\" first. fgets returns NULL at the "
           "end of the input and leaves the buffer as it was; somebody has to look at its result.",
     .ko = "입력이 끝났는데 \"{message}\"부터 메시지를 하염없이 더 보냈습니다. 입력이 끝나면 fgets는 NULL을 돌려주고 버퍼는 그대로 둡니다. "
           "그 반환값을 확인해야 합니다."},
    {.id = "sent_at_end_of_input",
     .hints_of = "StopsAtEndOfInput",
     .en = "The input had ended, and one more message was sent: \"{message}\". That no line is left is known only after a read has failed, "
           "so look at its result before you send.",
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
    const bool of_its_own = succeeded(call) && call.slot && !is_slot(run, *call.slot, slot);  // as a chat has
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

// What stands behind the text in a message, when it is more than an end of line and a terminator.
Because behind_the_text(const Call& write, const std::string& line, const std::vector<const Call*>& all) {
  const std::string text = message_of(write);
  const std::string rest = text.size() > line.size() ? text.substr(line.size()) : "";
  const auto bytes = write.value.value_or(0);
  const auto shown = static_cast<std::int64_t>(characters(text)) * bytes_of_character(write);
  const bool cut = write.wide ? bytes > shown : bytes > static_cast<std::int64_t>(1024);  // the run keeps the beginning of a message
  if (without_terminator(text) == line && !cut) return {};
  const auto same_size = std::count_if(all.begin(), all.end(), [&](const Call* other) { return other->value == write.value; });
  const json args = {{"line", shortened(line)},
                     {"bytes", bytes},
                     {"expected", static_cast<std::int64_t>(characters(line)) * bytes_of_character(write)},
                     {"rest", shortened(rest)}};
  const bool always = same_size > 1 && same_size == static_cast<std::ptrdiff_t>(all.size());
  return because(always ? kReasons["sent_whole_buffer"] : kReasons["sent_more_than_text"], args, write.begin.order);
}

// Why the lines were not all sent, from the opening on; null when they were.
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
  return RunMatcher("sends the text of a line and nothing behind it", [slot](const Run& run) -> Because {
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
