// What the checks of every lab say: output, exit codes, handles, programs that do not end.
#include "text/catalogue.h"

namespace lab::text {
namespace {

constexpr Sentence kSentences[] = {
    {"number_not_printed", "\"{label}: {expected}\" was expected; the program printed \"{label}: {seen}\".",
     "\"{label}: {expected}\"이/가 나와야 하는데 \"{label}: {seen}\"이/가 출력되었습니다."},
    {"number_missing", "\"{label}: {expected}\" was expected; the program printed no number after \"{label}:\".",
     "\"{label}: {expected}\"이/가 나와야 하는데 \"{label}:\" 뒤에 출력된 숫자가 없습니다."},
    {"sentence_not_printed", "The program was expected to print \"{sentence}\", and did not.",
     "\"{sentence}\"을/를 출력해야 하는데 출력하지 않았습니다."},
    {"wrong_exit_code", "{program} ended with exit code {seen:code}; {expected:code} was expected.",
     "{program}의 종료 코드는 {expected:code}이어야/여야 하는데 {seen:code}이었/였습니다."},
    {"asked_for_no_line", "{program} came to its end without asking for a line of the input.",
     "{program}이/가 입력을 한 줄도 읽으려 하지 않고 끝났습니다."},

    {"wild_handle",
     "{call} was given a value that is not a handle (error {error:error}). When CreateProcess returns FALSE, PROCESS_INFORMATION holds "
     "nothing that can be used.",
     "핸들이 아닌 값을 {call}에 넘겼습니다(오류 {error:error}). CreateProcess가 FALSE를 돌려주면 PROCESS_INFORMATION에는 쓸 수 있는 값이 "
     "없습니다."},
    {"handle_left_open", "The {handle:handle} of {worker} was still open when the program ended.",
     "프로그램이 끝날 때 {worker}의 {handle:handle}이/가 아직 열려 있었습니다."},
    {"handle_closed_twice",
     "The {handle:handle} of {worker} was closed twice. By the second time the same number may belong to something else.",
     "{worker}의 {handle:handle}을/를 두 번 닫았습니다. 두 번째에는 같은 번호가 이미 다른 것의 핸들일 수 있습니다."},
    {"closed_something_else",
     "{call} was given something that is not a handle: for example the address of one (&pi.hThread), or a variable that no handle has been "
     "put into.",
     "핸들이 아닌 것을 {call}에 넘겼습니다. 예를 들어 핸들의 주소(&pi.hThread)나 핸들을 넣은 적이 없는 변수를 넘기면 이렇게 됩니다."},

    {"loops_forever", "{program}{arguments:after} did not end: it was computing without a pause when the grader ended it.",
     "{program}{arguments:after}이/가 끝나지 않았습니다. 쉬지 않고 계산만 하고 있어서 채점기가 끝냈습니다."},
    {"blocked_forever", "{program} was in {call}, for something that could no longer happen, so the grader ended it.",
     "{program}이/가 더는 일어날 수 없는 일을 {call}에서 기다리고 있어서 채점기가 끝냈습니다."},
    {"blocked_at_the_keyboard", "{program} was waiting for something to be typed that nobody would type, so the grader ended it.",
     "{program}이/가 아무도 입력하지 않을 것을 기다리고 있어서 채점기가 끝냈습니다."},
    {"timed_out", "{program} had not ended after {seconds} seconds, so the grader ended it.",
     "{program}이/가 {seconds}초가 지나도 끝나지 않아서 채점기가 끝냈습니다."},
    {"flooded", "{program} printed or called without end, so the grader ended it.",
     "{program}이/가 출력이나 호출을 끝없이 되풀이해서 채점기가 끝냈습니다."},
    {"array_overrun",
     "{program} used an array beyond its end. A program that the grader builds from its source is stopped at that very moment.",
     "{program}이/가 배열의 끝을 넘어서 썼습니다. 채점기가 소스를 빌드한 프로그램은 바로 그 순간에 멈춥니다."},
    {"crashed", "{program}{arguments:after} crashed with {exception:code}.",
     "{program}{arguments:after}이/가 {exception:code}으로/로 비정상 종료했습니다."},

    {"nothing_to_close", "{program} had no handle to close at an end of its own, so nothing is known of how it closes them.",
     "{program}이/가 스스로 끝났을 때 닫을 핸들이 없어서 핸들을 어떻게 닫는지 알 수 없습니다."},
    {"rests_on", "Not judged, because it rests on {check}, which has not passed. Mend that one first.",
     "먼저 통과해야 하는 {check}이/가 통과하지 못해서 채점하지 않았습니다. 그것부터 고치세요."},
    {"rests_on_program", "Not judged, because it needs your {program} too, and there is none that can be started. Mend that one first.",
     "직접 만든 {program}도 있어야 하는데 실행할 수 있는 것이 없어서 채점하지 않았습니다. 그것부터 고치세요."},
    {"grader_error",
     "The grader could not do its work: {detail}. This is not your mistake and costs no points. Run the check again; if it stays, send "
     "this message to your instructor.",
     "채점기가 제 일을 하지 못했습니다: {detail}. 여러분의 잘못이 아니며 감점되지 않습니다. 다시 채점해 보고, 계속되면 이 메시지를 "
     "강사에게 보내 주세요."},
    {"record_damaged",
     "The grader's record of a run was damaged. Only the program itself can do that, by writing into memory that is not its own. So "
     "nothing of "
     "it could be judged, and its points are open until somebody has read its source.",
     "채점기의 실행 기록이 망가졌습니다. 자기 것이 아닌 메모리에 쓰는 프로그램 자신만 그렇게 할 수 있습니다. 그래서 이 프로그램은 채점하지 "
     "못했고, 누군가 "
     "소스를 읽어 볼 때까지 점수가 정해지지 않습니다."},
};

}  // namespace

std::span<const Sentence> verdict_sentences() { return kSentences; }

}  // namespace lab::text
