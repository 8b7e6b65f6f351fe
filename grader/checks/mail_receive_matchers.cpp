// Matchers for what a receiver does with its mailslot and with the messages in it.
#include <algorithm>
#include <cstdlib>

#include "checks/mail_matchers.h"
#include "checks/mail_reasons.h"
#include "checks/mail_run.h"
#include "checks/reasons.h"

namespace lab::checks {
namespace {

constexpr ReasonTable kReasons{{
    // Creating the mailslot. seen: the name that was passed; expected: the right one.
    {.id = "never_created_slot",
     .step_of = StepOf::kCheck,
     .en = "The program never called CreateMailslot. The mailslot {expected} exists only after a program has created it.",
     .ko = "CreateMailslot을 한 번도 호출하지 않았습니다. 메일슬롯 {expected}은/는 프로그램이 만들어야 존재합니다."},
    {.id = "gave_up_before_creating",
     .hint = {.en = "Which condition leads to \"{said}\", and which line sets its variable? On failure a BOOL is 0. ERROR_SUCCESS is also "
                    "0, so == ERROR_SUCCESS mistakes success for failure.",
              .ko = "어떤 조건에서 \"{said}\"을/를 출력하고, 그 조건의 변수에는 어느 줄에서 값을 대입하나요? BOOL은 실패했을 때 0입니다. "
                    "ERROR_SUCCESS도 0이므로 == ERROR_SUCCESS로 비교하면 성공을 실패로 판단합니다."},
     .en = "{program} gave up before it called CreateMailslot: it printed \"{said}\" and ended with exit code {code}. Check the call that "
           "this message is about.",
     .ko = "{program}이/가 CreateMailslot을 호출하기 전에 \"{said}\"을/를 출력하고 종료 코드 {code}으로/로 종료했습니다. 이 메시지와 "
           "관련된 함수 호출을 확인하세요."},
    {.id = "gave_up_for_want_of_room",
     .hint = {.en = "Which variable tells that function the size of the buffer, and what does it hold just before the call? Does it count "
                    "characters or bytes?",
              .ko = "그 함수에 버퍼의 크기를 넘기는 변수는 무엇이고, 호출하기 직전에 어떤 값이 들어 있나요? 그 값은 글자 수인가요, 바이트 "
                    "수인가요?"},
     .en = "{program} gave up before it called CreateMailslot: it printed \"{said}\" and ended with exit code {code}. Error {error:error} "
           "means that the buffer passed to the function is too small for its result.",
     .ko = "{program}이/가 CreateMailslot을 호출하기 전에 \"{said}\"을/를 출력하고 종료 코드 {code}으로/로 종료했습니다. 오류 "
           "{error:error}은/는 함수에 넘긴 버퍼가 결과를 담기에 작다는 뜻입니다."},
    {.id = "opened_instead_of_created",
     .en = "The program opened \"{name}\" with CreateFile. A sender does that; the receiver creates the mailslot with CreateMailslot.",
     .ko = "CreateFile로 \"{name}\"을/를 열었습니다. 그것은 송신자가 할 일이고, 수신자는 CreateMailslot으로 메일슬롯을 만들어야 합니다."},
    {.id = "slot_of_another_name",
     .hint = kCompareNames,
     .en = "The program passed \"{seen}\" to CreateMailslot; expected {expected}.",
     .ko = "CreateMailslot에 {expected}을/를 넘겨야 하는데 \"{seen}\"을/를 넘겼습니다."},
    {.id = "creation_failed",
     .hint =
         {.en = "The name is right. Which of the other arguments can cause error {error:error}: the maximum message size, the time-out, or "
                "the security attributes?",
          .ko = "이름은 맞습니다. 오류 {error:error}의 원인이 될 수 있는 인수는 최대 메시지 크기, 제한 시간, 보안 특성 가운데 무엇인가요?"},
     .en = "CreateMailslot failed with error {error:error}, although the name {expected} is correct and not in use. Check its other "
           "arguments.",
     .ko =
         "이름 {expected}은/는 올바르고 사용 중도 아닌데 CreateMailslot이 오류 {error:error}으로/로 실패했습니다. 다른 인수를 확인하세요."},
    {.id = "slot_of_another_kind",
     .hint = {.en = "Which word follows \\\\.\\ in your name, and which one in the name of every mailslot?",
              .ko = "지금 이름에서 \\\\.\\ 바로 뒤에 오는 단어는 무엇이고, 모든 메일슬롯 이름에서는 어떤 단어가 오나요?"},
     .en = "CreateMailslot rejected the name \"{seen}\" with error {error:error}: every mailslot name begins with \\\\.\\mailslot\\. "
           "Expected {expected}.",
     .ko = "CreateMailslot이 이름 \"{seen}\"을/를 오류 {error:error}으로/로 거부했습니다. 메일슬롯의 이름은 모두 \\\\.\\mailslot\\로 "
           "시작합니다. 이름은 {expected}이어야/여야 합니다."},
    {.id = "slot_refused",
     .hint = {.en = "Print the name just before you pass it to CreateMailslot. How many backslashes does it begin with?",
              .ko = "CreateMailslot에 넘기기 직전에 이름을 출력해 보세요. 이름은 백슬래시 몇 개로 시작하나요?"},
     .en = "CreateMailslot rejected the name \"{seen}\" with error {error:error}; expected {expected}. In a C string, write each backslash "
           "twice.",
     .ko = "CreateMailslot이 이름 \"{seen}\"을/를 오류 {error:error}으로/로 거부했습니다. 이름은 {expected}이어야/여야 합니다. C "
           "문자열에서는 백슬래시를 두 번씩 적습니다."},
    {.id = "slot_elsewhere",
     .hint = {.en = "On which computer may a receiver create a mailslot? Which character in the path names it?",
              .ko = "수신자는 어느 컴퓨터에 메일슬롯을 만들 수 있나요? 경로에서 그 컴퓨터를 나타내는 문자는 무엇인가요?"},
     .en = "CreateMailslot rejected the name \"{seen}\" with error {error:error}. You can create a mailslot only on the local computer: "
           "{expected}.",
     .ko = "CreateMailslot이 이름 \"{seen}\"을/를 오류 {error:error}으로/로 거부했습니다. 메일슬롯은 로컬 컴퓨터에만 만들 수 있습니다: "
           "{expected}."},
    {.id = "reported_the_time_out",
     .hints_of = "ReadsAgainAfterATimeout",
     .en = "The program printed \"{sentence}\" although no read had failed: error 121 (ERROR_SEM_TIMEOUT) only means that no message has "
           "arrived yet.",
     .ko = "읽기가 실패하지 않았는데도 \"{sentence}\"을/를 출력했습니다. 오류 121(ERROR_SEM_TIMEOUT)은 아직 메시지가 오지 않았다는 뜻일 "
           "뿐입니다."},
    {.id = "read_on_after_error",
     .hints_of = "ReportsAFailedRead",
     .en =
         "ReadFile failed with error {error:error}, but {program} kept reading. It must print \"Unable to read\" and end with exit code 1.",
     .ko = "ReadFile이 오류 {error:error}으로/로 실패했는데 {program}은/는 계속 읽었습니다. \"Unable to read\"를 출력하고 종료 코드 1로 "
           "종료해야 합니다."},
    {.id = "failed_read_unsaid",
     .hints_of = "ReportsAFailedRead",
     .en = "ReadFile failed with error {error:error}. {program} ended with exit code {seen:code}, but did not print \"Unable to read\".",
     .ko = "ReadFile이 오류 {error:error}으로/로 실패했습니다. {program}은/는 종료 코드 {seen:code}으로/로 종료했지만 \"Unable to read\"를 "
           "출력하지 않았습니다."},
    {.id = "oversized_unsaid",
     .hints_of = "SurvivesAnOversizedMessage",
     .en = "A message of {bytes} bytes did not fit into the buffer of {room}, and the program printed neither the whole message nor "
           "\"Unable to read\".",
     .ko = "{bytes}바이트 메시지가 {room}바이트 버퍼에 들어가지 못했는데, 메시지 전체도 \"Unable to read\"도 출력하지 않았습니다."},
    {.id = "terminated_exit_ignored",
     .outcome = Outcome::kTimedOut,
     .cause = "no end",
     .en = "{program} ends on a plain `exit`, but when `exit` arrived with a newline, it went on to read another message. A NUL, CR or LF "
           "at the end of a message does not change its meaning.",
     .ko = "{program}은/는 `exit`가 그대로 오면 종료하지만, 줄 바꿈 문자가 붙은 `exit`가 왔을 때는 종료하지 않고 다음 메시지를 읽으려 "
           "했습니다. 메시지 끝에 널 문자, CR, LF가 붙어 있어도 메시지의 뜻은 같습니다."},
}};

using nlohmann::json;
using trace::Program;

constexpr char kUnableToRead[] = "Unable to read";

std::string path_of(const std::string& slot) { return "\\\\.\\mailslot\\" + slot; }

Because wrong_exit_code(const Run& run, std::uint32_t expected) {
  return because(kShared["wrong_exit_code"], {{"program", run.actor().name}, {"expected", expected}, {"seen", run.actor().exit_code}});
}

// 111 for "Unable to tell the computer's name: error 111"; 0 if the line contains no error.
std::uint32_t error_in(const std::string& line) {
  constexpr std::string_view kError = "error ";
  const std::size_t at = line.rfind(kError);
  return at == line.npos ? 0 : static_cast<std::uint32_t>(std::strtoul(line.c_str() + at + kError.size(), nullptr, 10));
}

// ERROR_BUFFER_OVERFLOW, ERROR_INSUFFICIENT_BUFFER, ERROR_MORE_DATA.
bool is_want_of_room(std::uint32_t error) { return error == 111 || error == kInsufficientBuffer || error == 234; }

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
      return because(kReasons["opened_instead_of_created"], {{"name", name_of(*opening)}, {"error", opening->error}}, opening->begin.order);
    if (Because end = unfinished(run)) return end;
    // A stub itself says that there is no mailslot; any other message says what kept the program from creating one.
    const std::string gave_up = giving_up(run);
    if (!gave_up.empty() && !says(gave_up, kUnableToCreate)) {
      json args = {{"program", run.actor().name}, {"said", gave_up}, {"code", run.actor().exit_code}};
      const std::uint32_t error = error_in(gave_up);
      if (!is_want_of_room(error)) return because(kReasons["gave_up_before_creating"], std::move(args));
      args["error"] = error;
      return because(kReasons["gave_up_for_want_of_room"], std::move(args));
    }
    return because(kReasons["never_created_slot"], {{"expected", path_of(slot)}});
  }
  const json args = {{"seen", name_of(*creation)}, {"expected", path_of(slot)}, {"error", creation->error}};
  const std::string name = name_of(*creation);
  const std::string root = path_of("");
  const bool right_root = name.size() > root.size() && is_same_name(name.substr(0, root.size()), root);
  const bool elsewhere = name.starts_with("\\\\") && !name.starts_with("\\\\.\\") && !name.starts_with("\\\\?\\");
  if (is_same_name(name, path_of(slot))) return because(kReasons["creation_failed"], args, creation->begin.order);
  if (succeeded(*creation) || right_root) return because(kReasons["slot_of_another_name"], args, creation->begin.order);
  if (elsewhere) return because(kReasons["slot_elsewhere"], args, creation->begin.order);
  const bool of_this_computer = name.starts_with("\\\\.\\") && name.find("mailslot") == std::string::npos;
  if (of_this_computer) return because(kReasons["slot_of_another_kind"], args, creation->begin.order);
  return because(kReasons["slot_refused"], args, creation->begin.order);
}

// Whether a plain `exit` did not end the program either: another read began after it.
bool goes_on_after_a_plain_exit(const Run& run, const std::string& slot) {
  bool came = false;
  for (const Call* read : reads_of(run, slot)) {
    if (came && !(itself(run) && !succeeded(*read))) return true;
    came = came || (succeeded(*read) && message_of(*read) == "exit");
  }
  return false;
}

// What happened with the message that is larger than any buffer should be. The mailslot may refuse this message, but no other.
Because why_not_outlived(const Run& run, const std::string& slot) {
  if (Because crash = crash_reason(run, slot)) return crash;
  if (reads_of(run, slot).empty()) return why_not_read(run, slot, "");
  if (Because refused = why_refused(run, slot, 1)) return refused;
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
        return because(kReasons["oversized_unsaid"], {{"bytes", posted(run, slot).front().bytes}, {"room", read->flags}},
                       read->begin.order);
    return why_printed_otherwise(run, slot, messages, seen);
  }
  if (!exit_read) return {};
  const std::vector<std::string> later = {messages.back()};
  const Comparison seen = compare(lines, later, Prompt::kAlwaysTheSame);
  return seen.kind == Comparison::Kind::kMissing ? why_printed_otherwise(run, slot, later, seen) : Because();
}

}  // namespace

std::span<const Reason> mail_receive_reasons() { return kReasons; }

RunMatcher CreatesSlot(const std::string& slot) {
  return RunMatcher("creates the mailslot " + path_of(slot), [slot](const Run& run) -> Because {
    for (std::size_t i = 0; i < run.slots.size(); ++i)
      if (run.slots[i].owner == kUnderTest && is_slot(run, static_cast<int>(i), slot)) return {};
    return why_not_created(run, slot);
  });
}

RunMatcher PrintsEveryMessage(const std::string& slot, Prompt prompt) {
  return RunMatcher("prints every message on a line of its own, in order", [slot, prompt](const Run& run) -> Because {
    if (Because refused = why_refused(run, slot)) return refused;
    const std::vector<std::string> messages = messages_to_show(run, slot);
    if (posted(run, slot).empty()) return why_not_read(run, slot, "");  // it ended before a message could be written to its mailslot
    const Comparison seen = compare(printed_lines(run.output), messages, prompt);
    return seen.kind == Comparison::Kind::kSame ? Because() : why_printed_otherwise(run, slot, messages, seen);
  });
}

RunMatcher Reads(const std::string& slot) {
  return RunMatcher("reads a message", [slot](const Run& run) -> Because {
    const std::vector<const Call*> reads = reads_of(run, slot);
    if (std::any_of(reads.begin(), reads.end(), [](const Call* read) { return succeeded(*read); })) return {};
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
      const Reason& why = goes_on_after_a_plain_exit(run, slot) ? kShared["read_again_after_exit"] : kReasons["terminated_exit_ignored"];
      return because(why, {{"program", run.actor().name}}, read->begin.order);
    }
    if (Because end = unfinished(run)) return end;
    if (!said(run, kGoodBye)) return not_said(kGoodBye);
    if (Because printed = printed_exit(run, slot, *exit)) return printed;
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
                                                                 : because(kShared["judged_by_consequences"], {{"program", run.program}});
  });
}

RunMatcher TakesATimeOutForNothingYet(const std::string& slot) {
  return RunMatcher("takes the time-out of a read for \"nothing yet\"", [slot](const Run& run) -> Because {
    if (!read_of_exit(run, slot)) return why_not_read(run, slot, "exit");
    const std::vector<const Call*> reads = reads_of(run, slot);
    const auto failed = [](const Call* read) { return !succeeded(*read) && read->error != kTimedOutRead; };
    const bool only_time_outs = std::none_of(reads.begin(), reads.end(), failed);
    if (only_time_outs && said(run, kUnableToRead)) return because(kReasons["reported_the_time_out"], {{"sentence", kUnableToRead}});
    return PrintsEveryMessage(slot).reason_against(run);
  });
}

RunMatcher ReportsThatTheNameIsTaken() {
  return RunMatcher("reports that it is unable to create the mailslot", [](const Run& run) -> Because {
    if (Because used = used_no_handle(run)) return used;
    if (Because end = unfinished(run)) return end;
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
      return because(kReasons["read_on_after_error"], args, order);
    if (Because end = unfinished(run)) return end;
    if (!said(run, kUnableToRead)) return because(kReasons["failed_read_unsaid"], args, order);
    return run.actor().exit_code == 1 ? Because() : wrong_exit_code(run, 1);
  });
}

}  // namespace lab::checks
