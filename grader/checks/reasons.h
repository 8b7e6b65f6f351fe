// Reasons that matchers of several files return, and the list of all tables of this room. A reason that one file returns has its row there.
#pragma once

#include "trace/reason.h"

namespace lab::checks {

using trace::Outcome;
using trace::Reason;
using trace::ReasonTable;

inline constexpr ReasonTable kShared{{
    {.id = "read_again_after_exit",
     .outcome = Outcome::kTimedOut,
     .cause = "no end",
     .en = "{program} had read the message `exit` and went on to read another one. Does it compare the whole text, after the terminator "
           "has been put behind it?",
     .ko = "{program}이/가 메시지 `exit`를 읽고도 다음 메시지를 또 읽으러 갔습니다. 널 문자를 넣은 다음에 글자 전체를 비교하고 있나요?"},
    {.id = "judged_by_consequences",
     .outcome = Outcome::kPassed,
     .en = "{program} was handed in as an .exe, where a write past the end of an array shows itself by its consequences only. None was "
           "seen; in a source that the grader builds it would be stopped.",
     .ko = "{program}을/를 .exe로 제출했습니다. .exe에서는 배열의 끝을 넘어서 쓰더라도 그 결과로만 알 수 있는데, 드러난 것은 없었습니다. "
           "소스를 제출하면 채점기가 그런 쓰기를 바로 잡아냅니다."},
    {.id = "never_opened",
     .en = "The program never opened the mailslot {expected}. CreateFile gives the writer's end of it.",
     .ko = "메일슬롯 {expected}을/를 연 적이 없습니다. CreateFile이 메일슬롯의 쓰는 쪽 핸들을 줍니다."},
    {.id = "opened_another_name",
     .en = "The program opened \"{seen}\" (error {error:error}); {expected} was expected. In a C string each backslash is written twice.",
     .ko = "{expected}을/를 열어야 하는데 \"{seen}\"을/를 열었습니다(오류 {error:error}). C 문자열에서는 백슬래시를 두 번씩 적습니다."},
    {.id = "created_instead_of_opened",
     .en = "The program called CreateMailslot. That is the receiver's part; a sender opens {expected} with CreateFile.",
     .ko = "CreateMailslot을 불렀습니다. 그것은 수신자가 하는 일이고, 송신자는 CreateFile로 {expected}을/를 엽니다."},
    {.id = "line_not_sent", .en = "The line \"{line}\" was never sent.", .ko = "\"{line}\" 줄을 보내지 않았습니다."},
    {.id = "sent_twice", .en = "The line \"{line}\" was sent twice.", .ko = "\"{line}\" 줄을 두 번 보냈습니다."},
    {.id = "reads_on_at_end_of_input",
     .outcome = Outcome::kTimedOut,
     .en = "The input had ended, and {program} asked for the next line again and again. fgets returns NULL at the end of the input.",
     .ko = "입력이 끝났는데 {program}이/가 다음 줄을 끝없이 되물었습니다. 입력이 끝나면 fgets는 NULL을 돌려줍니다."},
    {.id = "message_never_read",
     .en = "The message \"{text}\" came and was never read.",
     .ko = "메시지 \"{text}\"이/가 왔지만 읽지 않았습니다."},
    {.id = "ended_untold",
     .en = "{program} ended although nobody had typed `exit` and the input had not ended.",
     .ko = "`exit`를 입력하지도, 입력이 끝나지도 않았는데 {program}이/가 끝났습니다."},
    {.id = "slot_closed_twice",
     .en = "A handle of the mailslot {slot} was closed twice. By the second time the same number may belong to something else.",
     .ko = "메일슬롯 {slot}의 핸들을 두 번 닫았습니다. 두 번째에는 같은 번호가 이미 다른 것의 핸들일 수 있습니다."},
    {.id = "waited_for_thread",
     .en = "The program waited for a thread of {worker}, not for the process. A process can outlive its first thread, and its exit code is "
           "final only when the process itself is Signaled.",
     .ko = "{worker}의 프로세스가 아니라 스레드를 기다렸습니다. 프로세스는 첫 스레드보다 오래 살 수 있고, 종료 코드는 프로세스가 Signaled "
           "상태일 때 비로소 확정됩니다."},
    {.id = "no_workers",
     .en = "{expected} program{expected:s} should have been started, but none came up.",
     .ko = "프로그램 {expected}개를 시작해야 하는데 하나도 시작하지 않았습니다."},
    {.id = "started_something_else",
     .en = "The program started \"{seen}\"; {expected} was expected.",
     .ko = "{expected}을/를 시작해야 하는데 \"{seen}\"을/를 시작했습니다."},
    {.id = "waited_on_closed_handle",
     .en = "{call} was given a handle of {worker} that had been closed before (error {error:error}), so it could not wait.",
     .ko = "이미 닫은 {worker}의 핸들을 {call}에 넘겨서 기다리지 못했습니다(오류 {error:error})."},
    {.id = "worker_terminated",
     .en = "{worker} was still running when the program ended it with TerminateProcess. It has returned nothing: its exit code is the "
           "number that TerminateProcess was given.",
     .ko = "{worker}이/가 아직 실행 중인데 TerminateProcess로 끝냈습니다. 그러면 돌려준 값이 없습니다. 종료 코드는 TerminateProcess에 넘긴 "
           "숫자일 뿐입니다."},
    {.id = "number_not_printed",
     .en = "\"{label}: {expected}\" was expected; the program printed \"{label}: {seen}\".",
     .ko = "\"{label}: {expected}\"이/가 나와야 하는데 \"{label}: {seen}\"이/가 출력되었습니다."},
    {.id = "number_missing",
     .cause = "no label",
     .en = "\"{label}: {expected}\" was expected; the program printed no number after \"{label}:\".",
     .ko = "\"{label}: {expected}\"이/가 나와야 하는데 \"{label}:\" 뒤에 출력된 숫자가 없습니다."},
    {.id = "sentence_not_printed",
     .en = "The program was expected to print \"{sentence}\", and did not.",
     .ko = "\"{sentence}\"을/를 출력해야 하는데 출력하지 않았습니다."},
    {.id = "wrong_exit_code",
     .en = "{program} ended with exit code {seen:code}; {expected:code} was expected.",
     .ko = "{program}의 종료 코드는 {expected:code}이어야/여야 하는데 {seen:code}이었/였습니다."},
    {.id = "crashed",
     .outcome = Outcome::kCrashed,
     .cause = "crashed",
     .en = "{program}{arguments:after} crashed with {exception:code}.",
     .ko = "{program}{arguments:after}이/가 {exception:code}으로/로 비정상 종료했습니다."},
    {.id = "nothing_to_close",
     .en = "{program} had no handle to close at an end of its own, so nothing is known of how it closes them.",
     .ko = "{program}이/가 스스로 끝났을 때 닫을 핸들이 없어서 핸들을 어떻게 닫는지 알 수 없습니다."},
    {.id = "rests_on",
     .outcome = Outcome::kSkipped,
     .en = "Not judged, because it rests on {check}, which has not passed. Mend that one first.",
     .ko = "먼저 통과해야 하는 {check}이/가 통과하지 못해서 채점하지 않았습니다. 그것부터 고치세요."},
    {.id = "rests_on_program",
     .outcome = Outcome::kSkipped,
     .needs_program = true,
     .en = "Not judged, because it needs your {program} too, and there is none that can be started. Mend that one first.",
     .ko = "직접 만든 {program}도 있어야 하는데 실행할 수 있는 것이 없어서 채점하지 않았습니다. 그것부터 고치세요."},
    {.id = "grader_error",
     .outcome = Outcome::kGraderError,
     .en = "The grader could not do its work: {detail}. This is not your mistake and costs no points. Run the check again; if it stays, "
           "send this message to your instructor.",
     .ko = "채점기가 제 일을 하지 못했습니다: {detail}. 여러분의 잘못이 아니며 감점되지 않습니다. 다시 채점해 보고, 계속되면 이 메시지를 "
           "강사에게 보내 주세요."},
}};

// The tables of the files of that name. A new table is one line here, and one in reasons.cpp.
std::span<const Reason> end_reasons();
std::span<const Reason> process_reasons();
std::span<const Reason> process_handle_reasons();
std::span<const Reason> start_reasons();
std::span<const Reason> mail_receive_reasons();
std::span<const Reason> mail_read_reasons();
std::span<const Reason> mail_print_reasons();
std::span<const Reason> mail_send_reasons();
std::span<const Reason> mail_line_reasons();
std::span<const Reason> mail_handle_reasons();

trace::ReasonTables reason_tables();

}  // namespace lab::checks
