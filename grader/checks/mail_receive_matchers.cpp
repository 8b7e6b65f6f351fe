// What a receiver does with its mailslot and with the messages in it.
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
     .en = "The program never called CreateMailslot. The mailslot {expected} is there only once somebody has created it.",
     .ko = "CreateMailslot을 부른 적이 없습니다. 메일슬롯 {expected}은/는 누군가 만들어야 생깁니다."},
    {.id = "gave_up_before_creating",
     .hint =
         {.en =
              "Which condition stands before \"{said}\", and which line sets its variable? A BOOL is 0 after a failure. ERROR_SUCCESS is 0 "
              "too, so == ERROR_SUCCESS takes a success for a failure.",
          .ko = "\"{said}\"을/를 출력하는 조건은 무엇이고, 그 변수는 어느 줄에서 정하나요? BOOL은 실패했을 때 0입니다. ERROR_SUCCESS도 "
                "0이라서 == ERROR_SUCCESS로 비교하면 성공을 실패로 여깁니다."},
     .en = "{program} gave up before it called CreateMailslot: it printed \"{said}\" and ended with exit code {code}. Look at the "
           "call that this message is about.",
     .ko = "{program}이/가 CreateMailslot을 부르기 전에 포기했습니다. \"{said}\"을/를 출력하고 종료 코드 {code}으로/로 끝났습니다. 그 "
           "메시지가 말하는 함수 호출을 살펴보세요."},
    {.id = "gave_up_for_want_of_room",
     .hint = {.en = "Which variable tells that function how much room there is, and what does it hold just before the call? Does it "
                    "count characters or bytes?",
              .ko = "배열이 얼마나 큰지 함수에 알려 주는 변수에는 호출하기 전에 무엇이 들어 있나요? 함수가 받는 것은 글자 수인가요, 바이트 "
                    "수인가요?"},
     .en = "{program} gave up before it called CreateMailslot: it printed \"{said}\" and ended with exit code {code}. Error "
           "{error:error} says that the function was given less room than its result needs.",
     .ko = "{program}이/가 CreateMailslot을 호출하기 전에 포기했습니다. \"{said}\"을/를 출력하고 종료 코드 {code}으로/로 끝났습니다. 오류 "
           "{error:error}은/는 결과를 받을 버퍼가 작다고 함수에 알려 주었다는 뜻입니다."},
    {.id = "opened_instead_of_created",
     .en = "The program opened \"{name}\" with CreateFile. That is the sender's part; the receiver creates the mailslot, with "
           "CreateMailslot.",
     .ko = "CreateFile로 \"{name}\"을/를 열었습니다. 그것은 송신자가 하는 일이고, 수신자는 CreateMailslot으로 메일슬롯을 만듭니다."},
    {.id = "slot_of_another_name",
     .hint = kCompareNames,
     .en = "The program asked CreateMailslot for \"{seen}\"; {expected} was expected.",
     .ko = "CreateMailslot에 {expected}을/를 넘겨야 하는데 \"{seen}\"을/를 넘겼습니다."},
    {.id = "creation_failed",
     .hint = {.en = "The name is right. Which of the other arguments can error {error:error} be about: the largest message, the time-out, "
                    "or the security attributes?",
              .ko =
                  "이름은 맞습니다. 오류 {error:error}은/는 가장 큰 메시지의 크기, 제한 시간, 보안 특성 가운데 어느 인자에 대한 것일까요?"},
     .en = "CreateMailslot failed with error {error:error}, although the name {expected} is right and free. Look at its other arguments.",
     .ko = "{expected}은/는 올바르고 아무도 쓰지 않는 이름인데 CreateMailslot이 오류 {error:error}으로/로 실패했습니다. 다른 인자를 "
           "확인하세요."},
    {.id = "slot_of_another_kind",
     .hint = {.en = "Which word stands behind \\\\.\\ in your name, and which one in that of every mailslot?",
              .ko = "지금 이름에서 \\\\.\\ 바로 뒤에 있는 낱말은 무엇이고, 메일슬롯 이름에서는 어떤 낱말이어야 하나요?"},
     .en = "CreateMailslot refused the name \"{seen}\" with error {error:error}: the name of every mailslot begins with "
           "\\\\.\\mailslot\\. {expected} was expected.",
     .ko = "CreateMailslot이 \"{seen}\"이라는 이름을 오류 {error:error}으로/로 거절했습니다. 메일슬롯의 이름은 모두 \\\\.\\mailslot\\로 "
           "시작합니다. {expected}이어야/여야 합니다."},
    {.id = "slot_refused",
     .hint = {.en = "Print the name just before CreateMailslot gets it. With how many backslashes does it begin?",
              .ko = "CreateMailslot에 넘기기 직전에 이름을 출력해 보세요. 백슬래시 몇 개로 시작하나요?"},
     .en = "CreateMailslot refused the name \"{seen}\" with error {error:error}; {expected} was expected. In a C string each backslash is "
           "written twice.",
     .ko = "CreateMailslot이 \"{seen}\"이라는/라는 이름을 오류 {error:error}으로/로 거절했습니다. 이름은 {expected}이어야/여야 합니다. C "
           "문자열에서는 백슬래시를 두 번씩 적습니다."},
    {.id = "slot_elsewhere",
     .hint = {.en = "On which computer may a receiver create a mailslot? Which character in the path stands for it?",
              .ko = "수신자는 경로에 어느 컴퓨터를 적을 수 있을까요? 자기 컴퓨터를 나타내는 글자는 무엇일까요?"},
     .en = "CreateMailslot refused the name \"{seen}\" with error {error:error}. A mailslot can be created on the local computer only: "
           "{expected}.",
     .ko = "CreateMailslot이 \"{seen}\"이라는/라는 이름을 오류 {error:error}으로/로 거절했습니다. 메일슬롯은 자기 컴퓨터에만 만들 수 "
           "있습니다: {expected}."},
    {.id = "reported_the_time_out",
     .hints_of = "ReadsAgainAfterATimeout",
     .en = "The program printed \"{sentence}\" although no read had failed: error 121 (ERROR_SEM_TIMEOUT) only says that no message has "
           "come yet.",
     .ko = "실패한 읽기가 없는데도 \"{sentence}\"을/를 출력했습니다. 오류 121(ERROR_SEM_TIMEOUT)은 아직 메시지가 오지 않았다는 뜻일 "
           "뿐입니다."},
    {.id = "read_on_after_error",
     .hints_of = "ReportsAFailedRead",
     .en = "ReadFile failed with error {error:error}, and {program} went on to read. It was expected to print \"Unable to read\" and to "
           "end with exit code 1.",
     .ko = "ReadFile이 오류 {error:error}으로/로 실패했는데 {program}은/는 계속 읽었습니다. \"Unable to read\"를 출력하고 종료 코드 1로 "
           "끝나야 합니다."},
    {.id = "failed_read_unsaid",
     .hints_of = "ReportsAFailedRead",
     .en = "ReadFile failed with error {error:error}. {program} ended with exit code {seen:code}, but did not print \"Unable to read\".",
     .ko = "ReadFile이 오류 {error:error}으로/로 실패했습니다. {program}은/는 종료 코드 {seen:code}으로/로 끝났지만 \"Unable to read\"를 "
           "출력하지 않았습니다."},
    {.id = "oversized_unsaid",
     .hints_of = "SurvivesAnOversizedMessage",
     .en = "A message of {bytes} bytes did not fit into {room}, and the program neither printed it whole nor printed \"Unable to read\".",
     .ko = "{bytes}바이트짜리 메시지가 {room}바이트에 들어가지 못했는데, 온전히 출력하지도 않고 \"Unable to read\"를 출력하지도 "
           "않았습니다."},
    {.id = "terminated_exit_ignored",
     .outcome = Outcome::kTimedOut,
     .cause = "no end",
     .en =
         "{program} had read `exit` with an end of line behind it and went on to read another message, although a plain `exit` ends it. A "
         "message that ends in NUL, CR or LF means the same as without.",
     .ko = "{program}은/는 그냥 `exit`에서는 끝나는데, 줄 끝이 붙은 `exit`를 읽고는 다음 메시지를 또 읽으러 갔습니다. 메시지 끝의 널 문자, "
           "CR, LF는 없는 것과 같습니다."},
}};

using nlohmann::json;
using trace::Program;

constexpr char kUnableToRead[] = "Unable to read";

std::string path_of(const std::string& slot) { return "\\\\.\\mailslot\\" + slot; }

Because wrong_exit_code(const Run& run, std::uint32_t expected) {
  return because(kShared["wrong_exit_code"], {{"program", run.actor().name}, {"expected", expected}, {"seen", run.actor().exit_code}});
}

// 111 of "Unable to tell the computer's name: error 111"; 0 where the line tells none.
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
    // A stub says itself that there is no mailslot; what another sentence tells is what kept the program from making one.
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

// Whether a plain `exit` did not end it either: another read was begun behind it.
bool goes_on_after_a_plain_exit(const Run& run, const std::string& slot) {
  bool came = false;
  for (const Call* read : reads_of(run, slot)) {
    if (came && !(itself(run) && !succeeded(*read))) return true;
    came = came || (succeeded(*read) && message_of(*read) == "exit");
  }
  return false;
}

// What became of the message that is larger than every buffer should be. The mailslot may refuse that one, and no other.
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
    if (posted(run, slot).empty()) return why_not_read(run, slot, "");  // it ended before one could be written to it
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
