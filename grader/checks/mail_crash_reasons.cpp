// Why a receiver crashed after it had read a message.
#include <algorithm>

#include "checks/mail_reasons.h"
#include "checks/mail_run.h"
#include "checks/reasons.h"

namespace lab::checks {
namespace {

constexpr ReasonTable kReasons{{
    // message: the last one that was read.
    {.id = "wrote_past_full_buffer",
     .outcome = Outcome::kCrashed,
     .cause = "overrun",
     .hint = {.en = "The array holds {characters} characters. At which index does the terminator go, and does the array have that element?",
              .ko = "배열에 {characters}글자가 들어 있습니다. 널 문자의 인덱스는 몇인가요? 배열에 그 원소가 있나요?"},
     .hints_of = "PrintsALongMessageWhole",
     .en = "{program} accessed an array past its end after a message of {characters} characters ({bytes} bytes) filled the whole buffer "
           "that it had passed to ReadFile. That leaves no element for the terminator: reserve one character of the buffer for it.",
     .ko = "{characters}글자({bytes}바이트) 메시지가 ReadFile에 넘긴 버퍼를 가득 채운 다음, {program}이/가 배열의 끝을 넘어서 "
           "접근했습니다. 버퍼가 가득 차면 널 문자를 넣을 원소가 없습니다. 널 문자가 들어갈 한 글자를 남겨 두세요."},
    {.id = "used_bytes_as_index",
     .outcome = Outcome::kCrashed,
     .cause = "overrun",
     .hint = kIndexOfTheTerminator,
     .hints_of = "ForgetsTheMessageBefore",
     .en = "{program} accessed an array past its end after a message of {characters} characters. ReadFile counts bytes, {bytes} here. In a "
           "UNICODE build the terminator belongs at index {characters}: the byte count divided by sizeof(TCHAR).",
     .ko = "{program}이/가 {characters}글자 메시지를 읽은 다음 배열의 끝을 넘어서 접근했습니다. ReadFile은 크기를 바이트 단위로 세므로, "
           "이 경우 크기는 {bytes}바이트입니다. 유니코드 빌드에서 널 문자의 인덱스는 바이트 수를 sizeof(TCHAR)로 나눈 {characters}입니다."},
    {.id = "wrote_past_buffer",
     .outcome = Outcome::kCrashed,
     .cause = "overrun",
     .hints_of = "ForgetsTheMessageBefore",
     .en = "{program} accessed an array past its end after it read \"{message}\" ({bytes} bytes into a buffer of {room}). ReadFile does "
           "not terminate the message: does your program add the terminator before any function looks for the end of the text?",
     .ko = "{program}이/가 {bytes}바이트 메시지 \"{message}\"을/를 {room}바이트 버퍼에 읽은 다음 배열의 끝을 넘어서 접근했습니다. "
           "ReadFile은 메시지 끝에 널 문자를 넣지 않습니다. 문자열의 끝을 찾는 함수를 호출하기 전에 널 문자를 넣었나요?"},
    {.id = "crashed_after_full_buffer",
     .outcome = Outcome::kCrashed,
     .hints_of = "PrintsALongMessageWhole",
     .en = "{program} crashed with {exception:code} after a message of {bytes} bytes filled the whole buffer that it had passed to "
           "ReadFile. Writing the terminator past the end can cause this. With an .exe only the consequence is visible; in a program that "
           "the grader builds from source, it stops the write itself.",
     .ko = "{bytes}바이트 메시지가 ReadFile에 넘긴 버퍼를 가득 채운 다음 {program}이/가 {exception:code}으로/로 비정상 종료했습니다. "
           "버퍼의 끝을 넘어서 널 문자를 쓰면 이런 일이 생길 수 있습니다. .exe에서는 그 결과로 나타난 현상만 알 수 있지만, 소스를 제출하면 "
           "버퍼의 끝을 넘어서 쓰는 순간을 채점기가 바로 찾아냅니다."},
    {.id = "crashed_on_format",
     .outcome = Outcome::kCrashed,
     .hint = kFormatOrMessage,
     .en = "{program} crashed with {exception:code} after it read the message \"{message}\". If a message is passed to printf as the "
           "format string, printf looks for an argument for each %. Do you print the message with the format \"%s\"?",
     .ko = "{program}이/가 메시지 \"{message}\"을/를 읽은 다음 {exception:code}으로/로 비정상 종료했습니다. 메시지를 printf의 형식 "
           "문자열로 넘기면 printf는 %마다 인수를 찾습니다. 메시지를 \"%s\" 형식으로 출력하나요?"},
    {.id = "vanished_after_message",
     .outcome = Outcome::kCrashed,
     .hint = {.en = "Compare the third argument of ReadFile, {room}, with the size of your array in bytes.",
              .ko = "ReadFile의 세 번째 인수 {room}을/를 배열의 크기(바이트)와 비교해 보세요."},
     .en = "{program} disappeared right after it read a message of {bytes} bytes, without a normal exit. An overwritten stack can cause "
           "this. The program passed {room} to ReadFile as the size of the buffer in bytes; is the array that large?",
     .ko = "{program}이/가 {bytes}바이트 메시지를 읽자마자 정상적인 종료 과정 없이 사라졌습니다. 스택을 덮어쓰면 이런 일이 생길 수 "
           "있습니다. ReadFile에 버퍼의 크기로 {room}바이트를 넘겼는데, 배열이 실제로 그만큼 큰가요?"},
    {.id = "crashed_after_message",
     .outcome = Outcome::kCrashed,
     .cause = "crashed",
     .hint = {.en = "Send the same message with the lab 02 program while {program} runs in the debugger: the debugger stops at the line "
                    "that crashes.",
              .ko = "{program}을/를 디버거에서 실행하고 같은 메시지를 보내 보세요. 비정상 종료한 줄에서 멈춥니다."},
     .en = "{program} crashed with {exception:code} after it read \"{message}\".",
     .ko = "{program}이/가 \"{message}\"을/를 읽은 다음 {exception:code}으로/로 비정상 종료했습니다."},
}};

using nlohmann::json;
using trace::Program;

// Whether the program disappeared in the middle of its work without an exception code: with an overwritten stack, no exception can be
// reported.
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

std::span<const Reason> mail_crash_reasons() { return kReasons; }

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
    // The number of bytes, used as an index, is outside the array only if it is at least the number of characters that fit.
    const bool bytes_lie_outside = last->wide && bytes >= last->flags / static_cast<std::uint32_t>(bytes_of_character(*last));
    return because(bytes_lie_outside ? kReasons["used_bytes_as_index"] : kReasons["wrote_past_buffer"], args, order);
  }
  if (text.find('%') != std::string::npos) return because(kReasons["crashed_on_format"], args, order);
  if (filled && run.facts.count("built_from") && run.facts.at("built_from") == "exe")
    return because(kReasons["crashed_after_full_buffer"], args, order);
  return because(kReasons["crashed_after_message"], args, order);
}

}  // namespace lab::checks
