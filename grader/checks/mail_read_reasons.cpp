// Why a receiver read no further, or crashed on what it read.
#include <fmt/core.h>

#include <algorithm>

#include "checks/mail_reasons.h"
#include "checks/mail_run.h"
#include "checks/reasons.h"

namespace lab::checks {
namespace {

constexpr ReasonTable kReasons{{
    {.id = "used_no_handle",
     .en = "{opening} failed with error {error:error}, and the program went on to {call} without a handle. What it returns on failure is "
           "INVALID_HANDLE_VALUE and not NULL.",
     .ko = "{opening}이/가 오류 {error:error}으로/로 실패했는데도 핸들 없이 {call}을/를 불렀습니다. 실패했을 때의 반환값은 NULL이 "
           "아니라 INVALID_HANDLE_VALUE입니다."},
    // Reading. characters and bytes are the message's, room is what ReadFile was told.
    {.id = "message_refused",
     .en = "The mailslot did not take the message \"{message}\": the program had told CreateMailslot that no message is larger than "
           "{bytes} bytes. Count bytes there, not characters: one of UTF-16 takes two.",
     .ko = "메일슬롯이 메시지 \"{message}\"을/를 받지 않았습니다. CreateMailslot에 어떤 메시지도 {bytes}바이트보다 크지 않다고 했기 "
           "때문입니다. 글자 수가 아니라 바이트 수를 적으세요. UTF-16에서는 한 글자가 2바이트입니다."},
    {.id = "never_read",
     .cause = "ended early",
     .en = "The program never read from the mailslot {slot}.",
     .ko = "메일슬롯 {slot}에서 한 번도 읽지 않았습니다."},
    {.id = "read_something_else",
     .cause = "ended early",
     .en = "ReadFile was given something that is not the handle of the mailslot {slot}, and failed with error {error:error}. Look at where "
           "its first argument comes from.",
     .ko = "메일슬롯 {slot}의 핸들이 아닌 것을 ReadFile에 넘겨서 오류 {error:error}으로/로 실패했습니다. 첫 번째 인자로 넘긴 값이 어디에서 "
           "왔는지 보세요."},
    {.id = "thread_read_something_else",
     .cause = "ended early",
     .en = "A second thread called ReadFile, with something that is not the handle of the mailslot {slot}: error {error:error}. Look at "
           "what the thread was given when it was started, and at what it makes of that.",
     .ko = "두 번째 스레드가 ReadFile을 불렀지만 넘긴 것이 메일슬롯 {slot}의 핸들이 아니어서 오류 {error:error}으로/로 실패했습니다. "
           "스레드를 시작할 때 인자로 무엇을 넘겼고, 스레드가 그것을 어떻게 쓰는지 보세요."},
    {.id = "slot_made_anew",
     .en = "The program closed its mailslot and created it again, and the message \"{message}\" was never read: what waits in a mailslot "
           "is lost when its handle is closed. Keep the one mailslot open.",
     .ko = "메일슬롯을 닫고 다시 만들어서 메시지 \"{message}\"을/를 읽지 못했습니다. 핸들을 닫으면 메일슬롯에서 기다리던 메시지는 "
           "사라집니다. 메일슬롯 하나를 계속 열어 두세요."},
    {.id = "message_not_read", .en = "The message \"{message}\" was never read.", .ko = "메시지 \"{message}\"을/를 읽지 않았습니다."},
    {.id = "gave_up_on_122",
     .cause = "no room",
     .en = "ReadFile answered error 122 (ERROR_INSUFFICIENT_BUFFER): the message of {characters} characters took {bytes} bytes, and there "
           "was room for {room}. The message is still in the slot then and can be read with more room; the program gave up.",
     .ko = "ReadFile이 오류 122(ERROR_INSUFFICIENT_BUFFER)로 실패했습니다. {characters}글자짜리 메시지는 {bytes}바이트인데 자리는 "
           "{room}바이트뿐이었습니다. 이때 메시지는 메일슬롯에 그대로 남아 있어서 더 큰 버퍼로 읽을 수 있는데도 그만두었습니다."},
    {.id = "asked_again_with_the_same_room",
     .outcome = Outcome::kTimedOut,
     .cause = "no room",
     .en = "ReadFile answered error 122 (ERROR_INSUFFICIENT_BUFFER): the message took {bytes} bytes, and there was room for {room}. The "
           "message stays in the slot, so asking again with the same room brings the same answer for ever.",
     .ko = "ReadFile이 오류 122(ERROR_INSUFFICIENT_BUFFER)로 실패했습니다. 메시지는 {bytes}바이트인데 자리는 {room}바이트뿐이었습니다. "
           "메시지가 메일슬롯에 그대로 남아 있으므로 같은 크기로 다시 물으면 같은 답만 끝없이 돌아옵니다."},
    {.id = "read_room_in_characters",
     .cause = "no room",
     .en = "ReadFile was told that there is room for {room} bytes, and a message of {characters} characters did not fit: with UNICODE it "
           "has {bytes} bytes. ReadFile counts bytes, so the buffer's size is its characters times sizeof(TCHAR).",
     .ko = "ReadFile에 자리가 {room}바이트라고 알려 주어서 {characters}글자짜리 메시지가 들어가지 못했습니다. 유니코드에서는 이 메시지가 "
           "{bytes}바이트입니다. ReadFile은 바이트로 세므로 버퍼의 크기는 글자 수에 sizeof(TCHAR)를 곱한 값입니다."},
    {.id = "took_121_for_failure",
     .en = "At {at_ms} ms ReadFile answered error 121 (ERROR_SEM_TIMEOUT), because no message had come within the read time-out of "
           "{timeout_ms} ms. That means \"nothing yet\", but the program took it for a failure and stopped reading.",
     .ko = "{at_ms} ms에 ReadFile이 오류 121(ERROR_SEM_TIMEOUT)로 돌아왔습니다. 읽기 제한 시간 {timeout_ms} ms 안에 메시지가 오지 않았다는 "
           "뜻입니다. \"아직 없음\"일 뿐인데 실패로 여기고 더는 읽지 않았습니다."},
    {.id = "read_no_more_after_error",
     .en = "ReadFile failed with error {error:error}, and the program read no more.",
     .ko = "ReadFile이 오류 {error:error}으로/로 실패한 다음 더는 읽지 않았습니다."},
    {.id = "waits_on_slot",
     .outcome = Outcome::kTimedOut,
     .en = "{program} waited for the handle of its mailslot with {call}. Nowhere is it documented that a mailslot can be waited for; "
           "ReadFile itself waits for the next message.",
     .ko = "{program}이/가 {call}으로/로 메일슬롯의 핸들을 기다렸습니다. 메일슬롯을 대기 함수로 기다릴 수 있다는 문서는 없습니다. 다음 "
           "메시지는 ReadFile이 알아서 기다립니다."},
    // Ending.
    {.id = "ended_on_longer_message",
     .cause = "ended early",
     .en = "The program ended on the message \"{message}\". Only the message `exit` ends it, nothing more and nothing less: compare the "
           "whole text.",
     .ko = "메시지 \"{message}\"에서 끝났습니다. 프로그램은 메시지 전체가 정확히 `exit`일 때만 끝나야 합니다. 글자 전체를 비교하세요."},
    {.id = "ended_on_stale_text",
     .cause = "unterminated",
     .en = "The program ended on the message \"{message}\": with what \"{before}\" had left behind it in the buffer, that reads "
           "\"{buffer}\". Put the terminator behind the message before you compare.",
     .ko = "메시지 \"{message}\"에서 끝났습니다. 앞서 온 \"{before}\"이/가 버퍼에 남긴 글자와 합쳐져 \"{buffer}\"으로/로 읽혔기 "
           "때문입니다. 비교하기 전에 메시지 끝에 널 문자를 넣으세요."},
    {.id = "ended_on_empty_message",
     .cause = "ended early",
     .en = "The program ended on a message of 0 bytes. ReadFile returned TRUE for it: an empty message is a message, and no end.",
     .ko = "0바이트짜리 메시지에서 끝났습니다. ReadFile은 TRUE를 돌려주었습니다. 빈 메시지도 메시지이고, 끝을 뜻하지 않습니다."},
    {.id = "ended_after_message",
     .cause = "ended early",
     .en = "The program ended after the message \"{message}\", although `exit` had not come.",
     .ko = "`exit`가 오지 않았는데 메시지 \"{message}\" 다음에 끝났습니다."},
    // Crashes. message: the one that had been read last.
    {.id = "wrote_past_full_buffer",
     .outcome = Outcome::kCrashed,
     .cause = "overrun",
     .en = "{program} used an array beyond its end after a message of {characters} characters ({bytes} bytes) had filled all the room that "
           "was passed to ReadFile. A terminator behind it has no room then: keep one character of the buffer back for it.",
     .ko = "{characters}글자({bytes}바이트)짜리 메시지가 ReadFile에 알려 준 자리를 가득 채운 다음, {program}이/가 배열의 끝을 넘어서 "
           "썼습니다. 그 뒤에는 널 문자가 들어갈 자리가 없습니다. 널 문자가 들어갈 한 글자를 남겨 두세요."},
    {.id = "used_bytes_as_index",
     .outcome = Outcome::kCrashed,
     .cause = "overrun",
     .en = "{program} used an array beyond its end after a message of {characters} characters. ReadFile counts bytes, {bytes} here: with "
           "UNICODE the terminator belongs at index {characters}, which is the bytes divided by sizeof(TCHAR).",
     .ko = "{program}이/가 {characters}글자짜리 메시지를 읽고 나서 배열의 끝을 넘어서 썼습니다. ReadFile이 알려 주는 수는 바이트이고 "
           "여기서는 {bytes}입니다. 유니코드에서 널 문자의 자리는 바이트 수를 sizeof(TCHAR)로 나눈 {characters}번째입니다."},
    {.id = "wrote_past_buffer",
     .outcome = Outcome::kCrashed,
     .cause = "overrun",
     .en = "{program} used an array beyond its end after it had read \"{message}\" ({bytes} bytes, with room for {room}). ReadFile puts no "
           "terminator behind a message: has your program put one there before anything looks for the end of the text?",
     .ko = "{program}이/가 \"{message}\"을/를 읽고 나서 배열의 끝을 넘어서 썼습니다({bytes}바이트, 자리는 {room}바이트). ReadFile은 메시지 "
           "끝에 널 문자를 넣어 주지 않습니다. 글의 끝을 찾기 전에 널 문자부터 넣었나요?"},
    {.id = "crashed_after_full_buffer",
     .outcome = Outcome::kCrashed,
     .en = "{program} crashed with {exception:code} after a message of {bytes} bytes had filled all the room that ReadFile had been told "
           "of. Writing the terminator behind it can do that. Of an .exe only the consequence can be seen; where the grader builds the "
           "source, it stops such a write itself.",
     .ko =
         "{bytes}바이트짜리 메시지가 ReadFile에 알려 준 자리를 가득 채운 다음 {program}이/가 {exception:code}으로/로 비정상 종료했습니다. "
         "그 뒤에 널 문자를 쓰면 이렇게 됩니다. .exe에서는 결과만 보이지만, 소스를 제출하면 채점기가 바로 그 쓰기를 잡아냅니다."},
    {.id = "crashed_on_format",
     .outcome = Outcome::kCrashed,
     .en = "{program} crashed with {exception:code} after it had read the message \"{message}\". Where printf is given a message as its "
           "format, it looks for what the % in it asks for. Is the message printed with the format \"%s\"?",
     .ko = "{program}이/가 메시지 \"{message}\"을/를 읽고 나서 {exception:code}으로/로 비정상 종료했습니다. 메시지를 printf의 형식 "
           "문자열로 넘기면 printf는 %가 뜻하는 값을 찾습니다. 메시지를 \"%s\" 형식으로 출력하나요?"},
    {.id = "vanished_after_message",
     .outcome = Outcome::kCrashed,
     .en =
         "{program} was gone as soon as it had read a message of {bytes} bytes, without ending in good order. A stack that is written over "
         "can do that. ReadFile was given room for {room} bytes; is the array as large as that?",
     .ko = "{program}이/가 {bytes}바이트짜리 메시지를 읽자마자 제대로 끝나지 못하고 사라졌습니다. 스택을 덮어쓰면 이렇게 될 수 있습니다. "
           "ReadFile에는 자리가 {room}바이트라고 알려 주었습니다. 배열이 정말 그만큼 큰가요?"},
    {.id = "crashed_after_message",
     .outcome = Outcome::kCrashed,
     .cause = "crashed",
     .en = "{program} crashed with {exception:code} after it had read \"{message}\".",
     .ko = "{program}이/가 \"{message}\"을/를 읽고 나서 {exception:code}으로/로 비정상 종료했습니다."},
}};

using nlohmann::json;
using trace::Object;
using trace::Program;

constexpr std::size_t kLineEnd = 3;  // characters that may follow a text: CR, LF and a terminator

std::string ms(const trace::Moment& moment) { return fmt::format("{:.1f}", static_cast<double>(moment.at_us) / 1000); }

const Call* last_message(const Run& run, const std::string& slot) {
  const Call* last = nullptr;
  for (const Call* read : reads_of(run, slot))
    if (succeeded(*read)) last = read;
  return last;
}

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
  if (message && room_in_characters(read, *message)) return because(kReasons["read_room_in_characters"], args, read.begin.order);
  return because(again ? kReasons["asked_again_with_the_same_room"] : kReasons["gave_up_on_122"], args, read.begin.order);
}

Because took_121_for_failure(const Run& run, const Call& read) {
  std::uint32_t timeout = 0;
  for (const Call& call : run.calls)
    if (call.api == Api::kCreateMailslot && call.program == kUnderTest && call.slot && !read.on.empty() && *call.slot == read.on[0].slot)
      timeout = call.timeout_ms;
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

// Gone in the middle of its work, with no exception's code: a stack that was written over leaves nothing that could tell one.
bool vanished(const Run& run, const Call& last) {
  bool attached = false, detached = false;
  for (const trace::Event& event : run.events) {
    attached = attached || (event.kind == trace::Event::Kind::kAttached && event.program == kUnderTest);
    detached = detached || (event.kind == trace::Event::Kind::kDetached && event.program == kUnderTest);
  }
  const bool called_since = std::any_of(run.calls.begin(), run.calls.end(), [&](const Call& call) {
    return call.program == kUnderTest && call.begin.order > last.begin.order;
  });
  return run.actor().end == Program::End::kItself && attached && !detached && !called_since;
}

}  // namespace

std::span<const Reason> mail_read_reasons() { return kReasons; }

Because crash_reason(const Run& run, const std::string& slot) {
  const Program& actor = run.actor();
  const Call* last = last_message(run, slot);
  const bool gone = last && vanished(run, *last);
  if (actor.end != Program::End::kCrashed && !gone) return {};
  if (!last) return unfinished(run);
  const std::string text = message_of(*last);
  const auto bytes = static_cast<std::uint32_t>(last->value.value_or(0));
  const json args = {{"program", actor.name},
                     {"exception", actor.exit_code},
                     {"characters", bytes / static_cast<std::uint32_t>(bytes_of_character(*last))},
                     {"bytes", bytes},
                     {"room", last->flags},
                     {"message", shortened(text)}};
  const std::uint64_t order = last->end->order;
  const bool filled = bytes >= last->flags;
  if (gone) return because(kReasons["vanished_after_message"], args, order);
  if (stopped_by_bounds_check(run)) {
    if (filled) return because(kReasons["wrote_past_full_buffer"], args, order);
    // The number of bytes, taken for an index, leaves the array only where it is as large as the number of characters that fit.
    const bool bytes_lie_outside = last->wide && bytes >= last->flags / static_cast<std::uint32_t>(bytes_of_character(*last));
    return because(bytes_lie_outside ? kReasons["used_bytes_as_index"] : kReasons["wrote_past_buffer"], args, order);
  }
  if (text.find('%') != std::string::npos) return because(kReasons["crashed_on_format"], args, order);
  if (filled && run.facts.count("built_from") && run.facts.at("built_from") == "exe")
    return because(kReasons["crashed_after_full_buffer"], args, order);
  return because(kReasons["crashed_after_message"], args, order);
}

Because why_not_read(const Run& run, const std::string& slot, const std::string& message) {
  if (Because crash = crash_reason(run, slot)) return crash;
  if (Because no_handle = used_no_handle(run)) return no_handle;
  if (reads_of(run, slot).empty())
    if (Because another = read_something_else(run, slot)) return another;
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
        return because(kReasons["message_refused"], {{"message", shortened(messages[i].text)}, {"bytes", call.flags}}, messages[i].order);
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
