// What the checks of PartAdder and AdderManager say when they fail.
#include "text/catalogue.h"

namespace lab::text {
namespace {

constexpr Sentence kSentences[] = {
    // Waiting and reading the exit code. worker: "PartAdder 1 5"; value: what was read; call: the function's name.
    {"exit_code_read_too_early", "{call} was asked at {at_ms} ms; {worker} was still Non-Signaled, so the answer was {value:code}.",
     "{at_ms} ms에 {call}을/를 불렀습니다. {worker}은/는 아직 Non-Signaled 상태여서 {value:code}이/가 돌아왔습니다."},
    {"exit_code_read_without_wait",
     "The exit code of {worker} was read at {at_ms} ms. {value:code} was right, but by luck: no wait had reported before then that the "
     "process was Signaled.",
     "{at_ms} ms에 {worker}의 종료 코드를 읽었습니다. {value:code}은/는 맞는 값이지만 운이 좋았을 뿐입니다. 그 전에 이 프로세스가 Signaled "
     "상태가 되었다고 알려 준 대기 함수가 없습니다."},
    {"wait_timed_out_ignored",
     "The wait for {worker} returned WAIT_TIMEOUT at {at_ms} ms, because its time-out was {timeout_ms} ms and the process was still "
     "running. The program went on as if it had ended.",
     "{worker}을/를 기다리는 제한 시간이 {timeout_ms} ms라서 {at_ms} ms에 WAIT_TIMEOUT이 돌아왔습니다. 프로세스가 아직 실행 중인데도 끝난 "
     "것처럼 다음으로 넘어갔습니다."},
    {"wait_failed", "{call} did not wait for {worker}: it failed with error {error:error}, and the program went on.",
     "{call}이/가 {worker}을/를 기다리지 못하고 오류 {error:error}으로/로 실패했는데도 다음으로 넘어갔습니다."},
    {"waited_for_either",
     "At {at_ms} ms WaitForMultipleObjects returned because one of its handles was Signaled, as bWaitAll FALSE asks for; {worker} was "
     "still running.",
     "bWaitAll이 FALSE인 WaitForMultipleObjects가 핸들 하나만 Signaled 상태가 되자 {at_ms} ms에 돌아왔습니다. {worker}은/는 아직 실행 "
     "중이었습니다."},
    {"never_waited", "The program never waited for {worker} to become Signaled.",
     "{worker}이/가 Signaled 상태가 될 때까지 기다리는 호출이 한 번도 없습니다."},
    {"exit_code_never_read", "The exit code of {worker} was never read, and only GetExitCodeProcess tells it.",
     "{worker}의 종료 코드를 읽은 적이 없습니다. 종료 코드는 GetExitCodeProcess만 알려 줍니다."},
    {"waited_for_thread",
     "The program waited for a thread of {worker}, not for the process. A process can outlive its first thread, and its exit code is final "
     "only when the process itself is Signaled.",
     "{worker}의 프로세스가 아니라 스레드를 기다렸습니다. 프로세스는 첫 스레드보다 오래 살 수 있고, 종료 코드는 프로세스가 Signaled 상태일 "
     "때 비로소 확정됩니다."},
    {"exit_code_of_thread", "The thread handle of {worker} was used where the exit code of the process was wanted.",
     "프로세스의 종료 코드를 읽을 자리에 {worker}의 스레드 핸들을 썼습니다."},
    {"exit_code_of_closed_handle", "The exit code of {worker} was asked for through a handle that had been closed before.",
     "이미 닫은 핸들로 {worker}의 종료 코드를 물었습니다."},
    {"took_259_for_running",
     "{worker} had ended, and 259 was its exit code. The program took the number for STILL_ACTIVE and asked again and again.",
     "{worker}은/는 종료 코드 259를 남기고 이미 끝났습니다. 그 숫자를 STILL_ACTIVE로 여기고 계속 다시 물었습니다."},
    {"spins",
     "{call} was asked {count} times in a row whether {worker} had ended, and each time the answer was \"not yet\". A wait leaves the "
     "processor to others; this keeps it busy.",
     "{worker}이/가 끝났는지 {call}에 {count}번 잇달아 물었고 매번 \"아직\"이라는 답이었습니다. 대기 함수는 프로세서를 양보하지만 이 "
     "방법은 프로세서를 붙잡아 둡니다."},

    // Starting the workers.
    {"too_few_workers", "{expected} program{expected:s} should have been started, but {seen} came up.",
     "프로그램 {expected}개를 시작해야 하는데 시작한 것은 {seen}개뿐입니다."},
    {"no_workers", "{expected} program{expected:s} should have been started, but none came up.",
     "프로그램 {expected}개를 시작해야 하는데 하나도 시작하지 않았습니다."},
    {"start_failed", "{call} failed with error {error:error}, so a program that should have been started did not come up.",
     "{call}이/가 오류 {error:error}으로/로 실패해서, 시작해야 할 프로그램이 시작되지 않았습니다."},
    {"never_tried_to_start", "A start was to fail here, but {program} never called CreateProcess.",
     "여기서는 시작이 실패하게 되어 있는데 {program}이/가 CreateProcess를 호출하지 않았습니다."},
    {"too_many_workers", "{expected} program{expected:s} should have been started, but {seen} came up.",
     "프로그램 {expected}개를 시작해야 하는데 시작한 것은 {seen}개입니다."},
    {"wrong_worker_arguments", "A worker was started with the arguments \"{seen}\"; \"{expected}\" was expected.",
     "작업 프로세스의 인자는 \"{expected}\"이어야/여야 하는데 \"{seen}\"으로/로 시작했습니다."},
    {"started_something_else", "The program started \"{seen}\"; {expected} from its own folder was expected.",
     "자기 폴더의 {expected}을/를 시작해야 하는데 \"{seen}\"을/를 시작했습니다."},
    {"waited_before_second_start",
     "{first} was waited for before {second} was started, so the two ran one after the other instead of side by side.",
     "{second}을/를 시작하기 전에 {first}을/를 기다렸기 때문에 두 프로세스가 나란히 실행되지 않고 차례로 실행되었습니다."},
    {"worker_failure_ignored", "{worker} ended with {code:code}, which says that it failed; the program used the number as a sum.",
     "{worker}이/가 실패를 뜻하는 {code:code}으로/로 끝났는데 그 숫자를 합으로 썼습니다."},
    {"total_printed_anyway", "The program printed total: {seen}, although a part was missing. Without both parts there is no total.",
     "한쪽 합이 없는데도 total: {seen}을/를 출력했습니다. 두 합이 모두 있어야 total을 낼 수 있습니다."},

    // PartAdder itself.
    {"wrong_sum", "PartAdder {arguments} ended with exit code {seen:code}; {expected} was expected.",
     "PartAdder {arguments}의 종료 코드는 {expected}이어야/여야 하는데 {seen:code}이었/였습니다."},
    {"accepted_wrong_arguments",
     "PartAdder {arguments} ended with exit code {seen:code}. These arguments are wrong, so 0xFFFFFFFF (-1) was expected.",
     "PartAdder {arguments}의 종료 코드가 {seen:code}이었/였습니다. 인자가 잘못되었으므로 0xFFFFFFFF (-1)이어야/여야 합니다."},
    {"accepted_no_arguments",
     "PartAdder without any argument ended with exit code {seen:code}. There are no two numbers to add, so 0xFFFFFFFF (-1) was expected.",
     "인자 없이 시작한 PartAdder의 종료 코드가 {seen:code}이었/였습니다. 더할 두 수가 없으므로 0xFFFFFFFF (-1)이어야/여야 합니다."},
    {"accepted_too_large_a_sum",
     "PartAdder {arguments} ended with exit code {seen:code}. These are two numbers, but their range adds up to more than 0x7FFFFFFF, so "
     "0xFFFFFFFF (-1) was expected. The sum itself has to be watched while it grows (step 1).",
     "PartAdder {arguments}의 종료 코드가 {seen:code}이었/였습니다. 인자는 두 수가 맞지만 합이 0x7FFFFFFF보다 크므로 0xFFFFFFFF "
     "(-1)이어야/여야 합니다. 더해 가는 동안 합을 살펴야 합니다(1단계)."},
};

}  // namespace

std::span<const Sentence> adder_sentences() { return kSentences; }

}  // namespace lab::text
