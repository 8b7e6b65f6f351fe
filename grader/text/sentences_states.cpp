// What the checks of StateWatcher and FirstAndAll say when they fail.
#include "text/catalogue.h"

namespace lab::text {
namespace {

constexpr Sentence kSentences[] = {
    {"nothing_started",
     "{program} never called CreateProcess, so no program was there to wait for. Do the TODO before this one first, the one that starts a "
     "program.",
     "{program}이/가 CreateProcess를 호출하지 않아서 기다릴 프로그램이 없었습니다. 이 단계보다 먼저, 프로그램을 시작하는 TODO부터 하세요."},
    {"gave_up",
     "{program} gave up before it could print \"{sentence}\": it printed \"{said}\" and ended with exit code {code}. Look at the call it "
     "says that of.",
     "{program}이/가 \"{sentence}\"을/를 출력하기 전에 포기했습니다. \"{said}\"을/를 출력하고 종료 코드 {code}으로/로 끝났습니다. 그 "
     "메시지가 말하는 함수 호출을 살펴보세요."},
    {"state_from_exit_code",
     "\"{state}\" was concluded from the exit code of {worker}. The exit code does not tell the state: a program may well end with 259. "
     "Only a wait asks the process object itself.",
     "{worker}의 종료 코드만 보고 \"{state}\"라고 출력했습니다. 종료 코드로는 상태를 알 수 없습니다. 259로 끝나는 프로그램도 있기 "
     "때문입니다. 프로세스 오브젝트에 직접 묻는 것은 대기 함수뿐입니다."},
    {"state_never_asked", "\"{state}\" was printed, but the process object of {worker} had not been asked: no wait had given that answer.",
     "\"{state}\"라고 출력했지만 {worker}의 프로세스 오브젝트에 물은 적이 없습니다. 그렇게 답한 대기 함수가 없습니다."},
    {"state_said_before_asked", "\"{state}\" was printed before the process object of {worker} was asked.",
     "{worker}의 프로세스 오브젝트에 묻기도 전에 \"{state}\"라고 출력했습니다."},
    {"waited_in_place_of_asking",
     "The first wait, which should only have asked for the state of {worker}, did not return before the program had ended. A wait that "
     "asks has a time-out of 0.",
     "첫 대기 함수는 {worker}의 상태를 묻기만 해야 하는데, 프로그램이 끝난 다음에야 돌아왔습니다. 상태를 물을 때는 제한 시간을 0으로 "
     "주세요."},
    {"signaled_said_first", "\"Signaled\" was printed before \"Non-Signaled\", while {worker} was still running.",
     "{worker}이/가 아직 실행 중인데 \"Non-Signaled\"보다 \"Signaled\"를 먼저 출력했습니다."},
    {"signaled_said_too_early", "\"Signaled\" was printed while {worker} was still running.",
     "{worker}이/가 아직 실행 중일 때 \"Signaled\"라고 출력했습니다."},
    {"not_asked_again",
     "After the first wait had found {worker} Signaled, no second wait asked whether it stays so. A process object never becomes "
     "Non-Signaled again.",
     "{worker}이/가 Signaled라는 것을 처음 확인한 뒤, 계속 그 상태인지 다시 물은 대기 함수가 없습니다. 프로세스 오브젝트는 한번 Signaled가 "
     "되면 되돌아가지 않습니다."},
    {"no_finite_wait", "No wait for {worker} was given the time-out of the command line, so none could expire.",
     "명령줄로 받은 제한 시간으로 {worker}을/를 기다린 대기 함수가 없어서 시간이 다 될 수도 없었습니다."},
    {"finite_wait_after_end",
     "The wait of {timeout_ms} ms for {worker} began only after the program had ended, so its time could not run out. Nothing before it "
     "may wait for that end.",
     "{timeout_ms} ms 동안 {worker}을/를 기다리는 대기 함수를 프로그램이 이미 끝난 다음에야 불러서, 시간이 다 될 수 없었습니다. 그 전에 "
     "프로그램이 끝나기를 기다리지 마세요."},
    {"slept_for_the_time",
     "{call} let the time of the command line pass, and no wait for {worker} was given it. {call} sleeps on although the program has ended "
     "long ago; give the time-out to the wait itself.",
     "명령줄로 받은 시간을 {call}으로/로 보냈고, 그 시간 동안 {worker}을/를 기다린 대기 함수는 없습니다. {call}은/는 프로그램이 벌써 "
     "끝났어도 계속 잡니다. 제한 시간은 대기 함수에 직접 넘기세요."},
    {"timeout_not_said", "The wait for {worker} returned WAIT_TIMEOUT after {timeout_ms} ms, and the program did not print \"Timeout\".",
     "{worker}을/를 기다린 대기 함수가 {timeout_ms} ms 뒤에 WAIT_TIMEOUT을 돌려주었는데 \"Timeout\"을 출력하지 않았습니다."},
    {"timeout_said_before_wait", "\"Timeout\" was printed before any wait for {worker} had run into its time-out.",
     "{worker}을/를 기다리다 시간이 다 되기도 전에 \"Timeout\"을 출력했습니다."},
    {"timeout_said_without_one", "\"Timeout\" was printed although the program ended within the time that was given.",
     "제한 시간 안에 끝났는데도 \"Timeout\"을 출력했습니다."},
    {"timeout_of_another_time",
     "The command line gave {worker} {expected} ms; \"Timeout\" was printed after waits of {seen} ms in all. Give the wait the number that "
     "the command line has.",
     "명령줄에서는 {worker}에 {expected} ms를 주었는데, 모두 {seen} ms를 기다리고 \"Timeout\"을 출력했습니다. 명령줄로 받은 수를 대기 "
     "함수에 넘기세요."},
    {"gave_up_after_timeout", "After the time-out nobody waited for the end of {worker}. A time-out ends the wait, not the program.",
     "제한 시간이 지난 뒤 {worker}이/가 끝나기를 기다리지 않았습니다. 시간이 다 되면 기다리기가 끝날 뿐, 프로그램이 끝나는 것은 아닙니다."},
    {"failed_wait_taken_for_signaled",
     "{call} returned WAIT_FAILED, with error {error:error}, and the program printed \"Signaled\". WAIT_FAILED says that there was no wait "
     "at all.",
     "{call}이/가 오류 {error:error}으로/로 WAIT_FAILED를 돌려주었는데 \"Signaled\"라고 출력했습니다. WAIT_FAILED는 기다리지도 못했다는 "
     "뜻입니다."},
    {"failed_wait_not_said", "{call} returned WAIT_FAILED, with error {error:error}, and the program did not print \"Unable to wait\".",
     "{call}이/가 오류 {error:error}으로/로 WAIT_FAILED를 돌려주었는데 \"Unable to wait\"를 출력하지 않았습니다."},
    {"answer_taken_for_failure",
     "{call} had not failed: it returned {answer}. The program took that for a failure, printed \"{said}\" and gave up. Only WAIT_FAILED "
     "says that the wait itself has failed.",
     "{call}은/는 실패하지 않고 {answer}을/를 돌려주었습니다. 그런데 프로그램은 이 값을 실패로 여겨 \"{said}\"을/를 출력하고 포기했습니다. "
     "대기 자체가 실패했음을 뜻하는 결과는 WAIT_FAILED뿐입니다."},
    {"no_wait_to_fail", "A wait for {worker} was to fail here, but the program did not wait for it.",
     "여기서는 {worker}을/를 기다리는 대기 함수가 실패하게 되어 있는데 프로그램이 그런 대기 함수를 부르지 않았습니다."},
    {"no_later_wait_to_fail",
     "The second wait for {worker} was to fail here, but the program called no second one. Do the TODO first that waits for its end.",
     "여기서는 {worker}을/를 두 번째로 기다리는 대기 함수가 실패하게 되어 있는데 프로그램이 두 번째 대기 함수를 부르지 않았습니다. "
     "끝나기를 기다리는 TODO부터 하세요."},
    {"first_named_unasked", "\"first: {seen}\" was printed, but no wait had told which program ended first. It was number {expected}.",
     "\"first: {seen}\"을/를 출력했지만 어느 프로그램이 먼저 끝났는지 알려 준 대기 함수가 없습니다. 먼저 끝난 것은 "
     "{expected}번이었습니다."},
    {"waited_for_all_first",
     "{call} was told to wait until all of them have ended (bWaitAll TRUE). Its answer cannot tell who was the first.",
     "{call}에서 모두 끝날 때까지 기다리게 했습니다(bWaitAll이 TRUE). 그 답으로는 누가 가장 먼저 끝났는지 알 수 없습니다."},
    {"first_wait_failed",
     "{call} waited for nothing: it failed with error {error:error}. It takes an array of process handles, one behind the other and "
     "nothing in between.",
     "{call}이/가 기다리지 못하고 오류 {error:error}으로/로 실패했습니다. 프로세스 핸들만 빈틈없이 늘어놓은 배열을 넘겨야 합니다."},
    {"all_said_too_early", "\"all: Signaled\" was printed while {worker} was still running.",
     "{worker}이/가 아직 실행 중일 때 \"all: Signaled\"라고 출력했습니다."},
    {"all_said_without_wait", "\"all: Signaled\" was printed, but no wait had told that {worker} is Signaled.",
     "\"all: Signaled\"라고 출력했지만 {worker}이/가 Signaled라고 알려 준 대기 함수가 없습니다."},
    {"started_before_refusing",
     "A program was started although there are more than one wait can take. Count first: WaitForMultipleObjects takes at most "
     "MAXIMUM_WAIT_OBJECTS (64) handles.",
     "한 번에 기다릴 수 있는 수보다 많은데도 프로그램을 시작했습니다. 먼저 세어 보세요. WaitForMultipleObjects는 핸들을 "
     "MAXIMUM_WAIT_OBJECTS(64)개까지만 받습니다."},
    {"refused_too_few",
     "{program} printed \"Too many\" when it was given {count} programs. One wait takes that many handles; only with more of them are "
     "there too many.",
     "프로그램을 {count}개 주었는데 {program}이/가 \"Too many\"를 출력했습니다. 핸들 {count}개까지는 한 번에 기다릴 수 있으니, 그보다 많을 "
     "때만 거절하세요."},
    {"started_none_of_them",
     "{program} was given {count} programs and did not try to start any. One wait takes that many handles; only with more of them are "
     "there too many.",
     "프로그램을 {count}개 주었는데 {program}이/가 하나도 시작하려 하지 않았습니다. 핸들 {count}개까지는 한 번에 기다릴 수 있으니, 그보다 "
     "많을 때만 거절하세요."},
};

}  // namespace

std::span<const Sentence> states_sentences() { return kSentences; }

}  // namespace lab::text
