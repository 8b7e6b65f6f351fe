// Why a receiver read no further.
#include <fmt/core.h>

#include <algorithm>

#include "checks/mail_reasons.h"
#include "checks/mail_run.h"
#include "checks/reasons.h"
#include "text/codes.h"

namespace lab::checks {
namespace {

constexpr trace::Words kRoomInBytes{
    .en = "ReadFile's third argument counts bytes, and {room} is what it was given. How many bytes does your array of TCHAR have?",
    .ko = "ReadFile의 세 번째 인자는 바이트 수이고, 여기서 넘긴 값은 {room}입니다. TCHAR 배열은 모두 몇 바이트인가요?"};

constexpr ReasonTable kReasons{{
    {.id = "used_no_handle",
     .hint = {.en = "Which condition stands between {opening} and {call}? With which value does it compare the handle?",
              .ko = "{opening}과/와 {call} 사이에 어떤 조건이 있나요? 핸들을 어떤 값과 비교하나요?"},
     .en = "{opening} failed with error {error:error}, and the program went on to {call} without a handle. What it returns on failure is "
           "INVALID_HANDLE_VALUE and not NULL.",
     .ko = "{opening}이/가 오류 {error:error}으로/로 실패했는데도 핸들 없이 {call}을/를 불렀습니다. 실패했을 때의 반환값은 NULL이 "
           "아니라 INVALID_HANDLE_VALUE입니다."},
    // Reading. characters and bytes are the message's, room is what ReadFile was told.
    {.id = "message_refused",
     .hint =
         {.en = "Are the second and the third argument of CreateMailslot in the right order? If they are: the second one counts bytes. How "
                "many of them has one TCHAR in a UNICODE build?",
          .ko = "CreateMailslot의 두 번째 인자와 세 번째 인자의 순서가 바뀌지 않았나요? 순서가 맞다면, 두 번째 인자는 바이트 수입니다. "
                "유니코드 빌드에서 TCHAR 하나는 몇 바이트일까요?"},
     .en =
         "The mailslot did not take the message \"{message}\": the second argument of CreateMailslot, nMaxMessageSize, was {bytes} bytes, "
         "so that no larger message comes in. The third, lReadTimeout, was {timeout}.",
     .ko = "메일슬롯이 메시지 \"{message}\"을/를 받지 않았습니다. CreateMailslot의 두 번째 인자 nMaxMessageSize가 {bytes}바이트라서 그보다 "
           "큰 메시지는 들어오지 못합니다. 세 번째 인자 lReadTimeout은 {timeout}이었습니다."},
    {.id = "never_read",
     .cause = "ended early",
     .hint = {.en = "Which function takes a message out of a mailslot? Which handle does it need, and does your program come to that call?",
              .ko = "메일슬롯에서 메시지를 꺼내는 함수는 무엇일까요? 어떤 핸들이 필요하고, 프로그램이 그 호출까지 가나요?"},
     .en = "The program never read from the mailslot {slot}.",
     .ko = "메일슬롯 {slot}에서 한 번도 읽지 않았습니다."},
    {.id = "read_something_else",
     .cause = "ended early",
     .hint = {.en = "Which variable is the first argument of ReadFile? Has the result of CreateMailslot been put into that one?",
              .ko = "ReadFile의 첫 번째 인자는 어느 변수인가요? CreateMailslot이 돌려준 값을 그 변수에 담았나요?"},
     .en = "ReadFile was given something that is not the handle of the mailslot {slot}, and failed with error {error:error}. Look at where "
           "its first argument comes from.",
     .ko = "메일슬롯 {slot}의 핸들이 아닌 것을 ReadFile에 넘겨서 오류 {error:error}으로/로 실패했습니다. 첫 번째 인자로 넘긴 값이 어디에서 "
           "왔는지 보세요."},
    {.id = "thread_read_something_else",
     .cause = "ended early",
     .hint = {.en = "A thread is given one pointer. Did you pass the handle itself or the address of a variable with it, and does the "
                    "thread undo just that?",
              .ko = "스레드에는 포인터 하나를 넘깁니다. 핸들 값을 넘겼나요, 핸들을 담은 변수의 주소를 넘겼나요? 스레드는 그것을 알맞게 "
                    "되돌려 쓰나요?"},
     .en = "A second thread called ReadFile, with something that is not the handle of the mailslot {slot}: error {error:error}. Look at "
           "what the thread was given when it was started, and at what it makes of that.",
     .ko = "두 번째 스레드가 ReadFile을 불렀지만 넘긴 것이 메일슬롯 {slot}의 핸들이 아니어서 오류 {error:error}으로/로 실패했습니다. "
           "스레드를 시작할 때 인자로 무엇을 넘겼고, 스레드가 그것을 어떻게 쓰는지 보세요."},
    {.id = "slot_made_anew",
     .hint = {.en = "Where is CreateMailslot called: before the loop, or inside it?",
              .ko = "CreateMailslot을 어디에서 호출하나요? 반복문 앞인가요, 안인가요?"},
     .en = "The program closed its mailslot and created it again, and the message \"{message}\" was never read: what waits in a mailslot "
           "is lost when its handle is closed. Keep the one mailslot open.",
     .ko = "메일슬롯을 닫고 다시 만들어서 메시지 \"{message}\"을/를 읽지 못했습니다. 핸들을 닫으면 메일슬롯에서 기다리던 메시지는 "
           "사라집니다. 메일슬롯 하나를 계속 열어 두세요."},
    {.id = "message_not_read", .en = "The message \"{message}\" was never read.", .ko = "메시지 \"{message}\"을/를 읽지 않았습니다."},
    {.id = "gave_up_on_122",
     .cause = "no room",
     .hint = kRoomInBytes,
     .en = "ReadFile answered error 122 (ERROR_INSUFFICIENT_BUFFER): the message of {characters} characters took {bytes} bytes, and there "
           "was room for {room}. The message is still in the slot then and can be read with more room; the program gave up.",
     .ko = "ReadFile이 오류 122(ERROR_INSUFFICIENT_BUFFER)로 실패했습니다. {characters}글자짜리 메시지는 {bytes}바이트인데 자리는 "
           "{room}바이트뿐이었습니다. 이때 메시지는 메일슬롯에 그대로 남아 있어서 더 큰 버퍼로 읽을 수 있는데도 그만두었습니다."},
    {.id = "asked_again_with_the_same_room",
     .outcome = Outcome::kTimedOut,
     .cause = "no room",
     .hint = kRoomInBytes,
     .en = "ReadFile answered error 122 (ERROR_INSUFFICIENT_BUFFER): the message took {bytes} bytes, and there was room for {room}. The "
           "message stays in the slot, so a read with the same room fails the same way every time.",
     .ko = "ReadFile이 오류 122(ERROR_INSUFFICIENT_BUFFER)로 실패했습니다. 메시지는 {bytes}바이트인데 자리는 {room}바이트뿐이었습니다. "
           "메시지가 메일슬롯에 그대로 남아 있으므로 같은 크기로 다시 물으면 같은 답만 끝없이 돌아옵니다."},
    {.id = "read_room_in_characters",
     .cause = "no room",
     .hint = {.en = "ReadFile counts in bytes. Which of sizeof(message) and _countof(message) does so?",
              .ko = "ReadFile은 바이트로 셉니다. sizeof(message)와 _countof(message) 가운데 바이트로 센 값은 어느 쪽일까요?"},
     .en = "ReadFile was told that there is room for {room} bytes, and a message of {characters} characters did not fit: with UNICODE it "
           "has {bytes} bytes. ReadFile counts bytes, so the buffer's size is its characters times sizeof(TCHAR).",
     .ko = "ReadFile에 자리가 {room}바이트라고 알려 주어서 {characters}글자짜리 메시지가 들어가지 못했습니다. 유니코드에서는 이 메시지가 "
           "{bytes}바이트입니다. ReadFile은 바이트로 세므로 버퍼의 크기는 글자 수에 sizeof(TCHAR)를 곱한 값입니다."},
    {.id = "room_of_a_pointer",
     .cause = "no room",
     .hint = {.en = "Is the first thing that sizeof is asked of an array or a pointer? How many bytes were made for the messages?",
              .ko = "sizeof에 넘긴 것은 배열인가요, 포인터인가요? 메시지를 담으려고 마련한 자리는 모두 몇 바이트인가요?"},
     .en = "ReadFile was told that there is room for {room} bytes, and a message of {bytes} did not fit. {room} is what sizeof gives for a "
           "pointer: of an array that is known by its address alone, sizeof does not tell the size.",
     .ko = "ReadFile에 자리가 {room}바이트라고 알려 주어서 {bytes}바이트짜리 메시지가 들어가지 못했습니다. {room}은/는 포인터의 sizeof "
           "값입니다. 주소로만 아는 배열의 크기는 sizeof로 알 수 없습니다."},
    {.id = "size_for_timeout",
     .hint = {.en = "Which two arguments of CreateMailslot are in each other's place here?",
              .ko = "CreateMailslot에서 서로 자리가 바뀐 두 인자는 무엇인가요?"},
     .hints_of = "ReadsAgainAfterATimeout",
     .en = "CreateMailslot was called with MAILSLOT_WAIT_FOREVER as nMaxMessageSize, its second argument, and {timeout_ms} as "
           "lReadTimeout, its third. Therefore ReadFile answered error 121 (ERROR_SEM_TIMEOUT) after {timeout_ms} ms without a message, "
           "and the program "
           "stopped reading.",
     .ko = "CreateMailslot의 두 번째 인자 nMaxMessageSize에 MAILSLOT_WAIT_FOREVER를, 세 번째 인자 lReadTimeout에 {timeout_ms}을/를 "
           "넘겼습니다. 그래서 {timeout_ms} ms 동안 메시지가 없자 ReadFile이 오류 121(ERROR_SEM_TIMEOUT)로 돌아왔고, 프로그램은 더는 읽지 "
           "않았습니다."},
    {.id = "reads_without_waiting",
     .hint = {.en = "Which value as lReadTimeout lets ReadFile wait until a message comes?",
              .ko = "lReadTimeout에 어떤 값을 넘기면 ReadFile이 메시지가 올 때까지 기다릴까요?"},
     .en = "CreateMailslot was given 0 as lReadTimeout, its third argument, so ReadFile does not wait: when the mailslot was empty, it "
           "failed at once with error 121 (ERROR_SEM_TIMEOUT), and the program stopped reading.",
     .ko = "CreateMailslot의 세 번째 인자 lReadTimeout이 0이어서 ReadFile이 기다리지 않습니다. 메일슬롯이 비어 있자 바로 오류 "
           "121(ERROR_SEM_TIMEOUT)로 실패했고, 프로그램은 더는 읽지 않았습니다."},
    {.id = "took_121_for_failure",
     .hint = {.en =
                  "With which number does your program compare the error of a failed read? 121 is ERROR_SEM_TIMEOUT; WAIT_TIMEOUT (258) is "
                  "what a wait returns. If the lab asks for no read time-out, look at the third argument of CreateMailslot.",
              .ko = "읽기가 실패했을 때 오류 번호를 어떤 수와 비교하나요? 121은 ERROR_SEM_TIMEOUT이고, WAIT_TIMEOUT(258)은 대기 함수의 "
                    "반환값입니다. 읽기 제한 시간이 필요 없는 실습이라면 CreateMailslot의 세 번째 인자를 보세요."},
     .hints_of = "ReadsAgainAfterATimeout",
     .en = "At {at_ms} ms ReadFile answered error 121 (ERROR_SEM_TIMEOUT), because no message had come within the read time-out of "
           "{timeout_ms} ms. That means \"nothing yet\", but the program took it for a failure and stopped reading.",
     .ko = "{at_ms} ms에 ReadFile이 오류 121(ERROR_SEM_TIMEOUT)로 돌아왔습니다. 읽기 제한 시간 {timeout_ms} ms 안에 메시지가 오지 않았다는 "
           "뜻입니다. \"아직 없음\"일 뿐인데 실패로 여기고 더는 읽지 않았습니다."},
    {.id = "read_no_more_after_error",
     .hint = {.en = "Which argument of ReadFile can error {error:error} be about: the handle, the address of the buffer, or its size?",
              .ko = "오류 {error:error}은/는 ReadFile의 어느 인자에 대한 것일까요? 핸들일까요, 버퍼의 주소일까요, 크기일까요?"},
     .en = "ReadFile failed with error {error:error}, and the program read no more.",
     .ko = "ReadFile이 오류 {error:error}으로/로 실패한 다음 더는 읽지 않았습니다."},
    {.id = "waits_on_slot",
     .outcome = Outcome::kTimedOut,
     .hint = {.en = "Leave {call} out. What does ReadFile do by itself while the mailslot is empty?",
              .ko = "{call}을/를 빼 보세요. 메일슬롯이 비어 있을 때 ReadFile은 스스로 무엇을 하나요?"},
     .en = "{program} waited for the handle of its mailslot with {call}. Nowhere is it documented that a mailslot can be waited for; "
           "ReadFile itself waits for the next message.",
     .ko = "{program}이/가 {call}으로/로 메일슬롯의 핸들을 기다렸습니다. 메일슬롯을 대기 함수로 기다릴 수 있다는 문서는 없습니다. 다음 "
           "메시지는 ReadFile이 알아서 기다립니다."},
    // Ending.
    {.id = "ended_on_longer_message",
     .cause = "ended early",
     .hints_of = "StopsOnlyOnExit",
     .en = "The program ended on the message \"{message}\". Only the message `exit` ends it, nothing more and nothing less: compare the "
           "whole text.",
     .ko = "메시지 \"{message}\"에서 끝났습니다. 프로그램은 메시지 전체가 정확히 `exit`일 때만 끝나야 합니다. 글자 전체를 비교하세요."},
    {.id = "ended_on_stale_text",
     .cause = "unterminated",
     .hint = {.en = "Which comes first in your loop: the comparison with exit, or the line that puts the terminator behind the message?",
              .ko = "반복문에서 exit와 비교하는 줄과 메시지 끝에 널 문자를 넣는 줄 가운데 어느 것이 먼저 나오나요?"},
     .en = "The program ended on the message \"{message}\": with what \"{before}\" had left behind it in the buffer, that reads "
           "\"{buffer}\". Put the terminator behind the message before you compare.",
     .ko = "메시지 \"{message}\"에서 끝났습니다. 앞서 온 \"{before}\"이/가 버퍼에 남긴 글자와 합쳐져 \"{buffer}\"으로/로 읽혔기 "
           "때문입니다. 비교하기 전에 메시지 끝에 널 문자를 넣으세요."},
    {.id = "ended_on_empty_message",
     .cause = "ended early",
     .hints_of = "TakesAnEmptyMessage",
     .en = "The program ended on a message of 0 bytes. ReadFile returned TRUE for it: an empty message is a message, and no end.",
     .ko = "0바이트짜리 메시지에서 끝났습니다. ReadFile은 TRUE를 돌려주었습니다. 빈 메시지도 메시지이고, 끝을 뜻하지 않습니다."},
    {.id = "took_message_for_exit",
     .cause = "ended early",
     .hint = {.en = "Which condition ends your loop? If it is a call of _tcscmp: that returns 0 for two texts that are the same, and 0 "
                    "is false.",
              .ko = "반복문을 끝내는 조건은 무엇인가요? 조건이 _tcscmp 호출이라면, _tcscmp는 두 문자열이 같을 때 0을 돌려주고 0은 "
                    "거짓입니다."},
     .hints_of = "StopsOnExit",
     .en = "On the message \"{message}\" the program printed \"{said}\" and ended, although that message is not `exit`.",
     .ko = "`exit`가 아닌 메시지 \"{message}\"에 \"{said}\"을/를 출력하고 끝났습니다."},
    {.id = "ended_after_message",
     .cause = "ended early",
     .hint = {.en = "Which return or break did the program take after \"{message}\"? Which condition leads there, and what made it true?",
              .ko = "프로그램은 \"{message}\" 다음에 어느 return이나 break로 끝났나요? 거기로 가는 조건은 무엇이고, 왜 참이 되었을까요?"},
     .en = "The program ended after the message \"{message}\", although `exit` had not come.",
     .ko = "`exit`가 오지 않았는데 메시지 \"{message}\" 다음에 끝났습니다."},
}};

using nlohmann::json;
using trace::Object;
using trace::Program;

constexpr std::size_t kLineEnd = 3;  // characters that may follow a text: CR, LF and a terminator

std::string ms(const trace::Moment& moment) { return fmt::format("{:.1f}", static_cast<double>(moment.at_us) / 1000); }

// The message that a read found no room for: the first one that no read has taken.
const Posted* first_unread(const std::vector<Posted>& all, const std::vector<const Call*>& reads) {
  std::size_t taken = 0;
  for (const Call* read : reads) taken += succeeded(*read) ? 1 : 0;
  for (const Posted& message : all)
    if (message.bytes > 0 || message.text.empty())
      if (taken-- == 0) return &message;
  return nullptr;
}

// Whether the room that the read was told of is a number of characters: the text fits if it is taken for one, and only just.
bool room_in_characters(const Call& read, const Posted& message) {
  constexpr std::size_t kShortest = 50;  // every receiver has room for 49 characters
  const std::size_t length = characters(message.text);
  const bool just_fits = read.flags >= length && read.flags <= length + kLineEnd;
  return read.wide && (length < kShortest || read.flags % 2 != 0 || just_fits);
}

Because did_not_fit(const Run& run, const std::string& slot, const Call& read, bool again) {
  const std::vector<Posted> all = posted(run, slot);
  const Posted* message = first_unread(all, reads_of(run, slot, read.program));
  const json args = {
      {"characters", message ? characters(message->text) : 0}, {"bytes", message ? message->bytes : 0}, {"room", read.flags}};
  constexpr std::uint32_t kPointer = 8;  // bytes of one; the grader builds for x64 alone
  if (message && read.flags == kPointer) return because(kReasons["room_of_a_pointer"], args, read.begin.order);
  if (message && room_in_characters(read, *message)) return because(kReasons["read_room_in_characters"], args, read.begin.order);
  return because(again ? kReasons["asked_again_with_the_same_room"] : kReasons["gave_up_on_122"], args, read.begin.order);
}

Because took_121_for_failure(const Run& run, const Call& read) {
  const Call* made = nullptr;
  for (const Call& call : run.calls)
    if (call.api == Api::kCreateMailslot && call.program == kUnderTest && call.slot && !read.on.empty() && *call.slot == read.on[0].slot)
      made = &call;
  const std::uint32_t timeout = made ? made->timeout_ms : 0;
  if (made && made->flags == kWaitForever) return because(kReasons["size_for_timeout"], {{"timeout_ms", timeout}}, made->begin.order);
  if (made && timeout == 0) return because(kReasons["reads_without_waiting"], json::object(), made->begin.order);
  return because(kReasons["took_121_for_failure"], {{"at_ms", ms(*read.end)}, {"timeout_ms", timeout}}, read.end->order);
}

bool made_anew(const Run& run, const std::string& slot) {
  int times = 0;
  for (std::size_t i = 0; i < run.slots.size(); ++i)
    times += run.slots[i].owner == kUnderTest && is_slot(run, static_cast<int>(i), slot) ? 1 : 0;
  return times > 1;
}

// The program ended by itself after this message: what did it take it for?
Because ended_on(const Run& run, const std::string& slot, const Call& last) {
  const std::string text = without_terminator(message_of(last));
  const std::uint64_t order = last.end->order;
  if (text.empty()) return because(kReasons["ended_on_empty_message"], json::object(), order);
  std::string before;
  for (const Call* read : reads_of(run, slot))
    if (succeeded(*read) && read->begin.order < last.begin.order) before = without_terminator(message_of(*read));
  const std::string in_buffer = text.size() < before.size() ? text + before.substr(text.size()) : text;
  if (!text.starts_with("exit") && in_buffer.starts_with("exit"))
    return because(kReasons["ended_on_stale_text"], {{"message", text}, {"before", shortened(before)}, {"buffer", shortened(in_buffer)}},
                   order);
  if (text.starts_with("exit")) return because(kReasons["ended_on_longer_message"], {{"message", shortened(text)}}, order);
  const std::string goodbye = line_saying(run, kGoodBye);
  if (!goodbye.empty())
    return because(kReasons["took_message_for_exit"], {{"message", shortened(text)}, {"said", shortened(goodbye)}}, order);
  if (Because taken = success_taken_for_failure(run, last)) return taken;
  return because(kReasons["ended_after_message"], {{"message", shortened(text)}}, order);
}

Because waits_on_slot(const Run& run) {
  for (const Call& call : run.calls) {
    const bool waits = is_wait(call.api);
    if (call.program != kUnderTest || !waits || (call.end && !call.ended_by_grader)) continue;
    for (const Object& object : call.on)
      if (object.kind == Object::Kind::kMailslot)
        return because(kReasons["waits_on_slot"], {{"program", run.actor().name}, {"call", call.api}}, call.begin.order);
  }
  return {};
}

// A read that failed because what it was given is not the receiver's end of a mailslot.
Because read_something_else(const Run& run, const std::string& slot) {
  for (const Call& call : run.calls) {
    if (call.api != Api::kReadFile || call.program != kUnderTest || !call.end || call.result != 0 || call.on.empty()) continue;
    const Object::Kind kind = call.on[0].kind;
    const bool is_none = kind == Object::Kind::kNull || kind == Object::Kind::kInvalid || kind == Object::Kind::kPseudo;
    if (!is_none && kind != Object::Kind::kMailslotClient) continue;
    const Reason& why = call.thread > 1 ? kReasons["thread_read_something_else"] : kReasons["read_something_else"];
    return because(why, {{"slot", slot}, {"error", call.error}}, call.begin.order);
  }
  return {};
}

}  // namespace

std::span<const Reason> mail_read_reasons() { return kReasons; }

Because took_for_exit(const Run& run, const std::string& slot, const Call& read) {
  const Call* last = last_message(run, slot);
  const bool ended = itself(run) && last == &read && without_terminator(message_of(read)) != "exit";
  return ended && says(printed_after(run, read), kGoodBye) ? ended_on(run, slot, read) : Because();
}

Because why_not_read(const Run& run, const std::string& slot, const std::string& message) {
  if (Because crash = crash_reason(run, slot)) return crash;
  if (Because no_handle = used_no_handle(run)) return no_handle;
  if (reads_of(run, slot).empty())
    if (Because another = read_something_else(run, slot)) return another;
  if (Because closed = used_after_close(run, Api::kReadFile)) return closed;
  if (Because wait = waits_on_slot(run)) return wait;
  if (Because gave_up = why_gave_up(run, slot)) return gave_up;
  if (Because end = unfinished(run)) return end;
  if (reads_of(run, slot).empty()) return because(kReasons["never_read"], {{"slot", slot}});
  if (made_anew(run, slot)) return because(kReasons["slot_made_anew"], {{"message", shortened(message)}});
  const Call* last = last_message(run, slot);
  if (last && without_terminator(message_of(*last)) != "exit") return ended_on(run, slot, *last);
  return because(kReasons["message_not_read"], {{"message", shortened(message)}});
}

Because why_gave_up(const Run& run, const std::string& slot, int program) {
  const std::vector<const Call*> reads = reads_of(run, slot, program);
  if (reads.empty() || !reads.back()->end || reads.back()->result != 0 || reads.back()->ended_by_grader) return {};
  const Call& last = *reads.back();
  const bool itself = run.programs.at(static_cast<std::size_t>(program)).end == Program::End::kItself;
  const bool again = last.times > 1 || (reads.size() > 1 && reads[reads.size() - 2]->error == kInsufficientBuffer);
  if (!itself && !again) return {};
  if (last.error == kInsufficientBuffer) return did_not_fit(run, slot, last, again);
  if (!itself) return {};
  if (last.error == kTimedOutRead) return took_121_for_failure(run, last);
  return because(kReasons["read_no_more_after_error"], {{"error", last.error}}, last.end->order);
}

Because why_refused(const Run& run, const std::string& slot, std::size_t allowed) {
  const std::vector<Posted> messages = posted(run, slot);
  for (std::size_t i = allowed; i < messages.size(); ++i) {
    if (!messages[i].refused) continue;
    for (const Call& call : run.calls)
      if (call.api == Api::kCreateMailslot && call.slot && is_slot(run, *call.slot, slot))
        return because(
            kReasons["message_refused"],
            {{"message", shortened(messages[i].text)}, {"bytes", call.flags}, {"timeout", text::read_timeout_name(call.timeout_ms)}},
            call.begin.order);
  }
  return {};
}

Because used_no_handle(const Run& run) {
  const Call* failed = nullptr;
  for (const Call& call : run.calls) {
    if (call.program != kUnderTest) continue;
    const bool opens = call.api == Api::kCreateMailslot || call.api == Api::kCreateFile;
    if (opens && call.end) failed = call.result == 0 ? &call : nullptr;
    const bool uses =
        call.api == Api::kReadFile || call.api == Api::kWriteFile || call.api == Api::kGetMailslotInfo || call.api == Api::kSetMailslotInfo;
    if (!failed || !uses || call.on.empty()) continue;
    const Object::Kind kind = call.on[0].kind;
    if (kind == Object::Kind::kPseudo || kind == Object::Kind::kNull || kind == Object::Kind::kInvalid)
      return because(kReasons["used_no_handle"], {{"opening", failed->api}, {"error", failed->error}, {"call", call.api}},
                     call.begin.order);
  }
  return {};
}

}  // namespace lab::checks
