// Why a receiver crashed on what it read.
#include <algorithm>

#include "checks/mail_reasons.h"
#include "checks/mail_run.h"
#include "checks/reasons.h"

namespace lab::checks {
namespace {

constexpr ReasonTable kReasons{{
    // message: the one that had been read last.
    {.id = "wrote_past_full_buffer",
     .outcome = Outcome::kCrashed,
     .cause = "overrun",
     .hint = {.en =
                  "{characters} characters are in the array. At which index does the terminator go, and does the array have that element?",
              .ko = "배열에 {characters}글자가 들어 있습니다. 널 문자는 몇 번째 자리에 들어갈까요? 배열에 그런 원소가 있나요?"},
     .hints_of = "PrintsALongMessageWhole",
     .en = "{program} used an array beyond its end after a message of {characters} characters ({bytes} bytes) had filled all the room that "
           "was passed to ReadFile. A terminator behind it has no room then: keep one character of the buffer back for it.",
     .ko = "{characters}글자({bytes}바이트)짜리 메시지가 ReadFile에 알려 준 자리를 가득 채운 다음, {program}이/가 배열의 끝을 넘어서 "
           "썼습니다. 그 뒤에는 널 문자가 들어갈 자리가 없습니다. 널 문자가 들어갈 한 글자를 남겨 두세요."},
    {.id = "used_bytes_as_index",
     .outcome = Outcome::kCrashed,
     .cause = "overrun",
     .hint = kIndexOfTheTerminator,
     .hints_of = "ForgetsTheMessageBefore",
     .en = "{program} used an array beyond its end after a message of {characters} characters. ReadFile counts bytes, {bytes} here: with "
           "UNICODE the terminator belongs at index {characters}, which is the bytes divided by sizeof(TCHAR).",
     .ko = "{program}이/가 {characters}글자짜리 메시지를 읽고 나서 배열의 끝을 넘어서 썼습니다. ReadFile이 알려 주는 수는 바이트이고 "
           "여기서는 {bytes}입니다. 유니코드에서 널 문자의 자리는 바이트 수를 sizeof(TCHAR)로 나눈 {characters}번째입니다."},
    {.id = "wrote_past_buffer",
     .outcome = Outcome::kCrashed,
     .cause = "overrun",
     .hints_of = "ForgetsTheMessageBefore",
     .en = "{program} used an array beyond its end after it had read \"{message}\" ({bytes} bytes, with room for {room}). ReadFile puts no "
           "terminator behind a message: has your program put one there before anything looks for the end of the text?",
     .ko = "{program}이/가 \"{message}\"을/를 읽고 나서 배열의 끝을 넘어서 썼습니다({bytes}바이트, 자리는 {room}바이트). ReadFile은 메시지 "
           "끝에 널 문자를 넣어 주지 않습니다. 글의 끝을 찾기 전에 널 문자부터 넣었나요?"},
    {.id = "crashed_after_full_buffer",
     .outcome = Outcome::kCrashed,
     .hints_of = "PrintsALongMessageWhole",
     .en = "{program} crashed with {exception:code} after a message of {bytes} bytes had filled all the room that ReadFile had been told "
           "of. Writing the terminator behind it can do that. Of an .exe only the consequence can be seen; where the grader builds the "
           "source, it stops such a write itself.",
     .ko =
         "{bytes}바이트짜리 메시지가 ReadFile에 알려 준 자리를 가득 채운 다음 {program}이/가 {exception:code}으로/로 비정상 종료했습니다. "
         "그 뒤에 널 문자를 쓰면 이렇게 됩니다. .exe에서는 결과만 보이지만, 소스를 제출하면 채점기가 바로 그 쓰기를 잡아냅니다."},
    {.id = "crashed_on_format",
     .outcome = Outcome::kCrashed,
     .hint = kFormatOrMessage,
     .en = "{program} crashed with {exception:code} after it had read the message \"{message}\". Where printf is given a message as its "
           "format, it looks for what the % in it asks for. Is the message printed with the format \"%s\"?",
     .ko = "{program}이/가 메시지 \"{message}\"을/를 읽고 나서 {exception:code}으로/로 비정상 종료했습니다. 메시지를 printf의 형식 "
           "문자열로 넘기면 printf는 %가 뜻하는 값을 찾습니다. 메시지를 \"%s\" 형식으로 출력하나요?"},
    {.id = "vanished_after_message",
     .outcome = Outcome::kCrashed,
     .hint = {.en = "Compare the third argument of ReadFile, {room}, with the size of your array in bytes.",
              .ko = "ReadFile의 세 번째 인자인 {room}을/를 배열의 크기(바이트)와 비교해 보세요."},
     .en =
         "{program} was gone as soon as it had read a message of {bytes} bytes, without ending in good order. A stack that is written over "
         "can do that. ReadFile was given room for {room} bytes; is the array as large as that?",
     .ko = "{program}이/가 {bytes}바이트짜리 메시지를 읽자마자 제대로 끝나지 못하고 사라졌습니다. 스택을 덮어쓰면 이렇게 될 수 있습니다. "
           "ReadFile에는 자리가 {room}바이트라고 알려 주었습니다. 배열이 정말 그만큼 큰가요?"},
    {.id = "crashed_after_message",
     .outcome = Outcome::kCrashed,
     .cause = "crashed",
     .hint = {.en = "Send the same message with lab 02's program while {program} runs in the debugger: it stops at the line that crashes.",
              .ko = "{program}을/를 디버거에서 실행하고 같은 메시지를 보내 보세요. 비정상 종료한 줄에서 멈춥니다."},
     .en = "{program} crashed with {exception:code} after it had read \"{message}\".",
     .ko = "{program}이/가 \"{message}\"을/를 읽고 나서 {exception:code}으로/로 비정상 종료했습니다."},
}};

using nlohmann::json;
using trace::Program;

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
    // The number of bytes, taken for an index, leaves the array only where it is as large as the number of characters that fit.
    const bool bytes_lie_outside = last->wide && bytes >= last->flags / static_cast<std::uint32_t>(bytes_of_character(*last));
    return because(bytes_lie_outside ? kReasons["used_bytes_as_index"] : kReasons["wrote_past_buffer"], args, order);
  }
  if (text.find('%') != std::string::npos) return because(kReasons["crashed_on_format"], args, order);
  if (filled && run.facts.count("built_from") && run.facts.at("built_from") == "exe")
    return because(kReasons["crashed_after_full_buffer"], args, order);
  return because(kReasons["crashed_after_message"], args, order);
}

}  // namespace lab::checks
