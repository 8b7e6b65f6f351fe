// Why a receiver stopped reading.

#include <algorithm>

#include "checks/mail_reasons.h"
#include "checks/mail_run.h"
#include "checks/reasons.h"
#include "text/codes.h"
#include "text/text.h"

namespace lab::checks {
namespace {

constexpr trace::Words kRoomInBytes{
    .en = "The third argument of ReadFile counts bytes, and you passed {room}. How many bytes does your TCHAR array take?",
    .ko = "ReadFile의 세 번째 인수는 바이트 수이고, 여기서 넘긴 값은 {room}입니다. TCHAR 배열은 모두 몇 바이트인가요?"};

constexpr ReasonTable kReasons{{
    {.id = "used_no_handle",
     .hint = {.en = "Which condition is between {opening} and {call}? Which value does it compare the handle with?",
              .ko = "{opening}과/와 {call} 사이에 어떤 조건이 있나요? 핸들을 어떤 값과 비교하나요?"},
     .en = "{opening} failed with error {error:error}, but the program went on to call {call} without a handle. On failure {opening} "
           "returns INVALID_HANDLE_VALUE, not NULL.",
     .ko = "{opening}이/가 오류 {error:error}으로/로 실패해서 유효한 핸들이 없는데도 {call}을/를 호출했습니다. {opening}은/는 실패하면 "
           "NULL이 아니라 INVALID_HANDLE_VALUE를 반환합니다."},
    // Reading. characters, bytes: of the message; room: the size passed to ReadFile.
    {.id = "message_refused",
     .hint = {.en = "nMaxMessageSize counts bytes. How many characters can a message have, and how many bytes does one TCHAR take in a "
                    "UNICODE build?",
              .ko = "nMaxMessageSize는 바이트 수입니다. 메시지는 최대 몇 글자이고, 유니코드 빌드에서 TCHAR 하나는 몇 바이트인가요?"},
     .en = "The mailslot did not accept the message \"{message}\": nMaxMessageSize, the second argument of CreateMailslot, was {bytes} "
           "bytes, so it refuses larger messages.",
     .ko = "메일슬롯이 메시지 \"{message}\"을/를 받지 않았습니다. CreateMailslot의 두 번째 인수 nMaxMessageSize가 {bytes}바이트여서 그보다 "
           "큰 메시지는 받지 않습니다."},
    {.id = "message_refused_with_a_time_out",
     .hint = {.en = "Are the second and third arguments of CreateMailslot in the right order? If they are: the second counts bytes. How "
                    "many bytes does one TCHAR take in a UNICODE build?",
              .ko = "CreateMailslot의 두 번째 인수와 세 번째 인수의 순서가 맞나요? 맞다면, 두 번째 인수는 바이트 수입니다. 유니코드 "
                    "빌드에서 TCHAR 하나는 몇 바이트인가요?"},
     .en = "The mailslot did not accept the message \"{message}\": nMaxMessageSize, the second argument of CreateMailslot, was {bytes} "
           "bytes, so it refuses larger messages. The third argument, lReadTimeout, was {timeout}.",
     .ko = "메일슬롯이 메시지 \"{message}\"을/를 받지 않았습니다. CreateMailslot의 두 번째 인수 nMaxMessageSize가 {bytes}바이트여서 그보다 "
           "큰 메시지는 받지 않습니다. 세 번째 인수 lReadTimeout은 {timeout}이었/였습니다."},
    {.id = "never_read",
     .cause = "ended early",
     .step_of = StepOf::kCheck,
     .hint = {.en = "Which function reads a message from a mailslot? Which handle does it need, and does your program reach that call?",
              .ko = "메일슬롯에서 메시지를 읽는 함수는 무엇인가요? 그 함수에는 어떤 핸들이 필요하고, 프로그램은 그 호출까지 도달하나요?"},
     .en = "The program never read from the mailslot {slot}.",
     .ko = "메일슬롯 {slot}에서 한 번도 읽지 않았습니다."},
    {.id = "read_something_else",
     .cause = "ended early",
     .hint = {.en = "Which variable is the first argument of ReadFile? Did you assign the return value of CreateMailslot to it?",
              .ko = "ReadFile의 첫 번째 인수는 어느 변수인가요? 그 변수에 CreateMailslot의 반환값을 대입했나요?"},
     .en = "The first argument of ReadFile was not the handle of the mailslot {slot}, so ReadFile failed with error {error:error}. Check "
           "where that value comes from.",
     .ko = "ReadFile의 첫 번째 인수가 메일슬롯 {slot}의 핸들이 아니어서 오류 {error:error}으로/로 실패했습니다. 그 값이 어디에서 왔는지 "
           "확인하세요."},
    {.id = "thread_read_something_else",
     .cause = "ended early",
     .hint = {.en = "A thread receives one pointer. Did you pass the handle itself or the address of a variable that holds it, and does "
                    "the thread convert it back accordingly?",
              .ko = "스레드에는 포인터 하나를 넘깁니다. 핸들 값을 넘겼나요, 핸들을 담은 변수의 주소를 넘겼나요? 스레드에서는 그에 맞게 "
                    "핸들로 되돌려 쓰나요?"},
     .en = "A second thread called ReadFile with a value that is not the handle of the mailslot {slot} (error {error:error}). Check what "
           "you pass to the thread when you start it, and how the thread uses it.",
     .ko = "두 번째 스레드가 메일슬롯 {slot}의 핸들이 아닌 값으로 ReadFile을 호출했습니다(오류 {error:error}). 스레드를 시작할 때 인수로 "
           "무엇을 넘겼고, 스레드에서 그 값을 어떻게 쓰는지 확인하세요."},
    {.id = "slot_made_anew",
     .hint = {.en = "Where do you call CreateMailslot: before the loop, or inside it?",
              .ko = "CreateMailslot을 어디에서 호출하나요? 반복문 앞인가요, 안인가요?"},
     .en = "The program closed its mailslot and created it again, so the message \"{message}\" was never read: closing the handle discards "
           "the messages that wait in a mailslot. Keep one mailslot open.",
     .ko = "메일슬롯을 닫고 다시 만들었기 때문에 메시지 \"{message}\"을/를 읽지 못했습니다. 핸들을 닫으면 메일슬롯에 쌓여 있던 메시지는 "
           "사라집니다. 메일슬롯 하나를 계속 열어 두세요."},
    {.id = "message_not_read", .en = "The message \"{message}\" was never read.", .ko = "메시지 \"{message}\"을/를 읽지 않았습니다."},
    {.id = "gave_up_on_122",
     .cause = "no room",
     .hint = kRoomInBytes,
     .en = "ReadFile failed with error 122 (ERROR_INSUFFICIENT_BUFFER): the message of {characters} characters is {bytes} bytes long, and "
           "the buffer holds only {room} bytes. The message stays in the mailslot and can be read with a larger buffer, but the program "
           "gave up.",
     .ko = "ReadFile이 오류 122(ERROR_INSUFFICIENT_BUFFER)로 실패했습니다. {characters}글자 메시지는 {bytes}바이트인데 버퍼는 "
           "{room}바이트입니다. 메시지는 메일슬롯에 그대로 남아 있어서 더 큰 버퍼로 읽을 수 있는데도 프로그램은 읽기를 그만두었습니다."},
    {.id = "asked_again_with_the_same_room",
     .outcome = Outcome::kTimedOut,
     .cause = "no room",
     .hint = {.en =
                  "Where is the message after error 122? Could the same call with the same buffer return anything else? The third argument "
                  "counts bytes: how many bytes does your TCHAR array take?",
              .ko = "오류 122가 나면 메시지는 어디에 있나요? 같은 버퍼로 다시 호출하면 결과가 달라질 수 있을까요? 세 번째 인수는 바이트 "
                    "수입니다. TCHAR 배열은 모두 몇 바이트인가요?"},
     .en = "ReadFile failed with error 122 (ERROR_INSUFFICIENT_BUFFER): the message is {bytes} bytes long, and the buffer holds only "
           "{room} bytes. The message stays in the mailslot, so reading again with the same buffer size fails the same way every time.",
     .ko = "ReadFile이 오류 122(ERROR_INSUFFICIENT_BUFFER)로 실패했습니다. 메시지는 {bytes}바이트인데 버퍼는 {room}바이트입니다. 메시지가 "
           "메일슬롯에 그대로 남아 있으므로, 같은 크기의 버퍼로 다시 읽으면 매번 똑같이 실패합니다."},
    {.id = "read_room_in_characters",
     .cause = "no room",
     .hint = {.en = "ReadFile counts bytes. Which of sizeof(message) and _countof(message) does so?",
              .ko = "ReadFile은 바이트 단위로 셉니다. sizeof(message)와 _countof(message) 가운데 바이트 수는 어느 쪽인가요?"},
     .en = "The program passed {room} to ReadFile as the size of the buffer in bytes, but a message of {characters} characters takes "
           "{bytes} bytes in a UNICODE build and did not fit. ReadFile counts bytes: pass the number of characters times sizeof(TCHAR).",
     .ko = "ReadFile에 버퍼의 크기로 {room}바이트를 넘겼는데, {characters}글자 메시지는 유니코드 빌드에서 {bytes}바이트여서 들어가지 "
           "못했습니다. ReadFile은 바이트 단위로 세므로 글자 수에 sizeof(TCHAR)를 곱한 값을 넘기세요."},
    {.id = "room_of_a_pointer",
     .cause = "no room",
     .hint = {.en = "Is the operand of sizeof an array or a pointer? How many bytes did you reserve for the messages?",
              .ko = "sizeof의 피연산자는 배열인가요, 포인터인가요? 메시지를 담으려고 준비한 버퍼는 모두 몇 바이트인가요?"},
     .en = "The program passed {room} to ReadFile as the size of the buffer in bytes, and a message of {bytes} bytes did not fit. {room} "
           "is the "
           "size of a pointer: sizeof applied to a pointer does not give the size of the array that it points to.",
     .ko = "ReadFile에 버퍼의 크기로 {room}바이트를 넘겨서 {bytes}바이트 메시지가 들어가지 못했습니다. {room}은/는 포인터의 크기입니다. "
           "포인터에 sizeof를 쓰면 그 포인터가 가리키는 배열의 크기는 알 수 없습니다."},
    {.id = "size_for_timeout",
     .hint = {.en = "Which two arguments of CreateMailslot are swapped here?",
              .ko = "CreateMailslot에서 순서가 뒤바뀐 두 인수는 무엇인가요?"},
     .hints_of = "ReadsAgainAfterATimeout",
     .en = "CreateMailslot was called with MAILSLOT_WAIT_FOREVER as nMaxMessageSize, its second argument, and {timeout_ms} as "
           "lReadTimeout, its third. ReadFile therefore failed with error 121 (ERROR_SEM_TIMEOUT) after {timeout_ms} ms without a message, "
           "and the program stopped reading.",
     .ko = "CreateMailslot의 두 번째 인수 nMaxMessageSize에 MAILSLOT_WAIT_FOREVER를, 세 번째 인수 lReadTimeout에 {timeout_ms}을/를 "
           "넘겼습니다. 그래서 {timeout_ms} ms 동안 메시지가 없어서 ReadFile이 오류 121(ERROR_SEM_TIMEOUT)로 실패했고, 프로그램은 더 읽지 "
           "않았습니다."},
    {.id = "reads_without_waiting",
     .hint = {.en = "Which value of lReadTimeout makes ReadFile wait until a message arrives?",
              .ko = "lReadTimeout에 어떤 값을 넘기면 ReadFile이 메시지가 올 때까지 기다리나요?"},
     .en = "The program passed 0 as lReadTimeout, the third argument of CreateMailslot, so ReadFile does not wait: when the mailslot was "
           "empty, ReadFile failed at once with error 121 (ERROR_SEM_TIMEOUT), and the program stopped reading.",
     .ko = "CreateMailslot의 세 번째 인수 lReadTimeout에 0을 넘겨서 ReadFile이 기다리지 않습니다. 메일슬롯이 비어 있어서 ReadFile은 바로 "
           "오류 121(ERROR_SEM_TIMEOUT)로 실패했고, 프로그램은 더 읽지 않았습니다."},
    {.id = "took_121_for_failure",
     .step_of = StepOf::kAfter,
     .hint = {.en = "When a read fails, which number does your program compare the error code with, and what does it do then? 121 is "
                    "ERROR_SEM_TIMEOUT; WAIT_TIMEOUT (258) is a return value of the wait functions.",
              .ko = "읽기가 실패했을 때 오류 번호를 어떤 값과 비교하고, 그다음에 무엇을 하나요? 121은 ERROR_SEM_TIMEOUT이고, "
                    "WAIT_TIMEOUT(258)은 대기 함수의 반환값입니다."},
     .hints_of = "ReadsAgainAfterATimeout",
     .en = "At {at_ms} ms ReadFile failed with error 121 (ERROR_SEM_TIMEOUT), because no message arrived within the read time-out, which "
           "the third argument of CreateMailslot set to {timeout_ms} ms. That means \"nothing yet\", but the program treated it as a "
           "failure and stopped reading.",
     .ko = "{at_ms} ms에 ReadFile이 오류 121(ERROR_SEM_TIMEOUT)로 실패했습니다. CreateMailslot의 세 번째 인수로 정한 읽기 제한 시간 "
           "{timeout_ms} ms 안에 메시지가 오지 않았다는 뜻입니다. \"아직 메시지가 없음\"을 뜻할 뿐인데, 프로그램은 이를 오류로 판단하고 더 "
           "읽지 않았습니다."},
    {.id = "read_no_more_after_error",
     .hint = {.en = "Which argument of ReadFile can cause error {error:error}: the handle, the address of the buffer, or its size?",
              .ko = "오류 {error:error}의 원인이 될 수 있는 ReadFile의 인수는 핸들, 버퍼의 주소, 버퍼의 크기 가운데 무엇인가요?"},
     .en = "ReadFile failed with error {error:error}, and the program stopped reading.",
     .ko = "ReadFile이 오류 {error:error}으로/로 실패한 다음 프로그램이 더 읽지 않았습니다."},
    {.id = "waits_on_slot",
     .outcome = Outcome::kTimedOut,
     .hint = {.en = "Remove {call}. What does ReadFile do when the mailslot is empty?",
              .ko = "{call} 호출을 빼 보세요. 메일슬롯이 비어 있을 때 ReadFile은 어떻게 하나요?"},
     .en = "{program} waited on its mailslot handle with {call}. Mailslots are not documented as objects that you can wait for; ReadFile "
           "itself waits for the next message.",
     .ko = "{program}이/가 {call}으로/로 메일슬롯 핸들을 기다렸습니다. 문서에는 메일슬롯이 대기할 수 있는 오브젝트로 나와 있지 않습니다. "
           "ReadFile을 호출하면 그 안에서 다음 메시지가 올 때까지 기다립니다."},
    // Ending.
    {.id = "ended_on_longer_message",
     .cause = "ended early",
     .hints_of = "StopsOnlyOnExit",
     .en =
         "The program ended when it received the message \"{message}\". Only the exact message `exit` may end it: compare the whole text.",
     .ko = "메시지 \"{message}\"을/를 받고 종료했습니다. 메시지 전체가 정확히 `exit`일 때만 종료해야 합니다. 문자열 전체를 비교하세요."},
    {.id = "ended_on_stale_text",
     .cause = "unterminated",
     .hint = {.en = "Which comes first in your loop: the comparison with exit, or the line that adds the terminator to the message?",
              .ko = "반복문에서 exit와 비교하는 줄과 메시지 끝에 널 문자를 넣는 줄 가운데 어느 쪽이 먼저 나오나요?"},
     .en = "The program ended when it received the message \"{message}\". With what \"{before}\" had left in the buffer, the text read "
           "\"{buffer}\". Add the terminator before you compare.",
     .ko = "메시지 \"{message}\"을/를 받고 종료했습니다. 이전 메시지 \"{before}\"이/가 버퍼에 남긴 글자와 합쳐져 \"{buffer}\"이/가 되었기 "
           "때문입니다. 비교하기 전에 메시지 끝에 널 문자를 넣으세요."},
    {.id = "ended_on_empty_message",
     .cause = "ended early",
     .hints_of = "TakesAnEmptyMessage",
     .en = "The program ended when it received a message of 0 bytes. ReadFile returned TRUE: an empty message is a message, not the end.",
     .ko = "0바이트 메시지를 받고 종료했습니다. ReadFile은 TRUE를 반환했으므로, 이것은 끝이 아니라 빈 메시지입니다."},
    {.id = "took_message_for_exit",
     .cause = "ended early",
     .hint = {.en = "Which condition ends your loop? If it calls _tcscmp: that returns 0 when two strings are equal, and 0 is false.",
              .ko = "반복문을 끝내는 조건은 무엇인가요? 조건에서 _tcscmp를 호출한다면, _tcscmp는 두 문자열이 같을 때 0을 반환하고 0은 "
                    "거짓입니다."},
     .hints_of = "StopsOnExit",
     .en = "The program printed \"{said}\" and ended when it received the message \"{message}\", which is not `exit`.",
     .ko = "`exit`가 아닌 메시지 \"{message}\"을/를 받고 \"{said}\"을/를 출력한 뒤 종료했습니다."},
    {.id = "ended_after_message",
     .cause = "ended early",
     .hint = {.en = "Which return or break did the program take after \"{message}\"? Which condition leads there, and why was it true?",
              .ko = "프로그램은 \"{message}\"을/를 받은 다음 어느 return 문 또는 break 문에서 끝났나요? 어떤 조건에서 그곳으로 가고, 그 "
                    "조건은 왜 참이 "
                    "되었나요?"},
     .en = "The program ended after the message \"{message}\", although it had not received `exit`.",
     .ko = "`exit`를 받지 않았는데 메시지 \"{message}\" 다음에 종료했습니다."},
}};

using nlohmann::json;
using trace::Object;
using trace::Program;

constexpr std::size_t kLineEnd = 3;  // number of characters that may follow a text: CR, LF and a terminator

// The message that did not fit in the buffer: the first unread one.
const Posted* first_unread(const std::vector<Posted>& all, const std::vector<const Call*>& reads) {
  std::size_t taken = 0;
  for (const Call* read : reads) taken += succeeded(*read) ? 1 : 0;
  for (const Posted& message : all)
    if (message.bytes > 0 || message.text.empty())
      if (taken-- == 0) return &message;
  return nullptr;
}

// Whether the size passed to the read was a number of characters: interpreted as such, it is just large enough for the text.
bool room_in_characters(const Call& read, const Posted& message) {
  constexpr std::size_t kShortest = 50;  // every receiver must have room for 49 characters
  const std::size_t length = characters(message.text);
  const bool just_fits = read.flags >= length && read.flags <= length + kLineEnd;
  return read.wide && (length < kShortest || read.flags % 2 != 0 || just_fits);
}

Because did_not_fit(const Run& run, const std::string& slot, const Call& read, bool again) {
  const std::vector<Posted> all = posted(run, slot);
  const Posted* message = first_unread(all, reads_of(run, slot, read.program));
  const json args = {
      {"characters", message ? characters(message->text) : 0}, {"bytes", message ? message->bytes : 0}, {"room", read.flags}};
  constexpr std::uint32_t kPointer = 8;  // size in bytes; the grader builds only for x64
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
  return because(kReasons["took_121_for_failure"], {{"at_ms", text::in_milliseconds(read.end->at_us)}, {"timeout_ms", timeout}},
                 read.end->order);
}

// A message was larger than the creation of the mailslot allowed. Only with a time-out can its size and its time-out have been confused.
Because message_refused(const Posted& message, const Call& creation) {
  json args = {{"message", shortened(message.text)}, {"bytes", creation.flags}};
  if (creation.timeout_ms == kWaitForever) return because(kReasons["message_refused"], args, creation.begin.order);
  args["timeout"] = text::read_timeout_name(creation.timeout_ms);
  return because(kReasons["message_refused_with_a_time_out"], args, creation.begin.order);
}

bool made_anew(const Run& run, const std::string& slot) {
  int times = 0;
  for (std::size_t i = 0; i < run.slots.size(); ++i)
    times += run.slots[i].owner == kUnderTest && is_slot(run, static_cast<int>(i), slot) ? 1 : 0;
  return times > 1;
}

// The program ended by itself after this message: what did it mistake the message for?
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

// A read failed because its handle is not the receiver's end of a mailslot.
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
      if (call.api == Api::kCreateMailslot && call.slot && is_slot(run, *call.slot, slot)) return message_refused(messages[i], call);
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
