// Matchers for what StateWatcher prints about the states of process objects, compared with what its calls returned.
#include "labs/04_signaled_states/matchers.h"

#include <algorithm>

#include "checks/reasons.h"
#include "labs/04_signaled_states/asked.h"
#include "labs/labs.h"

namespace lab::labs {

using namespace checks;

namespace {

constexpr ReasonTable kReasons{{
    {.id = "nothing_started",
     .earlier_step = true,
     .en = "{program} never called CreateProcess, so there was no program to wait for. First do the earlier TODOs.",
     .ko = "{program}이/가 CreateProcess를 호출하지 않아서 기다릴 프로그램이 없었습니다. 앞 단계의 TODO부터 하세요."},
    {.id = "gave_up",
     .hint = {.en = "Find the line that prints \"{said}\". Which call precedes it, and which result of that call does its condition treat "
                    "as a failure?",
              .ko =
                  "\"{said}\"을/를 출력하는 줄을 찾아보세요. 그 앞의 호출은 무엇이고, 조건에서는 그 호출의 어떤 결과를 실패로 판단하나요?"},
     .en = "{program} gave up before it could print \"{sentence}\": it printed \"{said}\" and ended with exit code {code}. Check the call "
           "that this message is about.",
     .ko = "{program}이/가 \"{sentence}\"을/를 출력하기 전에 \"{said}\"을/를 출력하고 종료 코드 {code}으로/로 종료했습니다. 이 메시지와 "
           "관련된 함수 호출을 확인하세요."},
    {.id = "state_from_exit_code",
     .en = "The program printed \"{state}\" after it had read the exit code of {worker}; no wait had returned that state. An exit code "
           "does not tell the state: a program can end with 259. Only a wait checks the process object itself.",
     .ko = "{worker}의 종료 코드를 읽은 다음 \"{state}\"을/를 출력했는데, 대기 함수로 그 상태를 확인하지는 않았습니다. 259로 종료하는 "
           "프로그램도 있으므로 종료 코드로는 상태를 알 수 없습니다. 프로세스 오브젝트의 상태는 대기 함수로만 확인할 수 있습니다."},
    {.id = "state_never_asked",
     .en = "The program printed \"{state}\", but no wait for {worker} had returned that state.",
     .ko = "\"{state}\"을/를 출력했지만, {worker}에 대한 대기 함수의 반환값으로 그 상태를 확인한 적이 없습니다."},
    {.id = "state_said_before_asked",
     .en = "The program printed \"{state}\" before it checked the process object of {worker}.",
     .ko = "{worker}의 프로세스 오브젝트를 확인하기도 전에 \"{state}\"을/를 출력했습니다."},
    {.id = "waited_in_place_of_asking",
     .en = "The first wait should only have checked the state of {worker}, but it did not return until the program had ended. To check the "
           "state, use a time-out of 0.",
     .ko = "첫 번째 대기에서는 {worker}의 상태를 확인하기만 해야 하는데, 대기 함수가 프로그램이 끝난 다음에야 반환되었습니다. 상태만 "
           "확인하려면 제한 시간을 0으로 지정하세요."},
    {.id = "signaled_said_first",
     .en = "The program printed \"Signaled\" before \"Non-Signaled\", while {worker} was still running.",
     .ko = "{worker}이/가 아직 실행 중인데 \"Non-Signaled\"보다 \"Signaled\"를 먼저 출력했습니다."},
    {.id = "signaled_said_too_early",
     .en = "The program printed \"Signaled\" while {worker} was still running.",
     .ko = "{worker}이/가 아직 실행 중일 때 \"Signaled\"를 출력했습니다."},
    {.id = "not_asked_again",
     .hints_of = "StaysSignaled",
     .en = "After the first wait that found {worker} Signaled, no second wait checked that it stays so. A process object never becomes "
           "Non-Signaled again.",
     .ko = "{worker}이/가 시그널 상태임을 처음 확인한 뒤, 그 상태가 유지되는지 대기 함수로 다시 확인하지 않았습니다. 프로세스 오브젝트는 "
           "한번 시그널 상태가 되면 논시그널 상태로 돌아가지 않습니다."},
    {.id = "not_asked_again_after_timeout",
     .hints_of = "StaysSignaled",
     .en = "In the run with a time-out, no further wait followed the first one that found {worker} Signaled, but the program printed "
           "\"Signaled\" twice.",
     .ko = "제한 시간이 지나는 실행에서, {worker}이/가 시그널 상태임을 처음 확인한 뒤 대기 함수로 다시 확인하지 않았는데도 \"Signaled\"를 "
           "두 번 출력했습니다."},
    {.id = "no_finite_wait",
     .step_of = StepOf::kBefore,
     .hints_of = "ReportsATimeout",
     .en = "No wait for {worker} used the time-out from the command line, so none could time out.",
     .ko = "{worker}을/를 기다릴 때 명령줄로 받은 제한 시간을 지정하지 않아서 시간 초과가 일어날 수 없었습니다."},
    {.id = "finite_wait_after_end",
     .hints_of = "ReportsATimeout",
     .en = "The wait of {timeout_ms} ms for {worker} began only after the program had ended, so it could not time out. Do not wait for the "
           "end of the program before that.",
     .ko = "{worker}을/를 {timeout_ms} ms 동안 기다리는 호출이 프로그램이 이미 끝난 다음에 시작되어 시간 초과가 일어날 수 없었습니다. 그 "
           "전에 프로그램이 끝나기를 기다리지 마세요."},
    {.id = "slept_for_the_time",
     .hints_of = "ReportsATimeout",
     .en = "The program spent the time from the command line in {call}; no wait for {worker} used it as its time-out. {call} continues "
           "even if the program ends early; pass the time-out to the wait itself.",
     .ko = "명령줄로 받은 시간을 {call}에 넘겼을 뿐, {worker}을/를 기다릴 때 제한 시간으로 지정하지 않았습니다. {call}은/는 프로그램이 "
           "이미 끝났어도 정한 시간이 다 지나야 반환됩니다. 제한 시간은 대기 함수에 직접 넘기세요."},
    {.id = "timeout_not_said",
     .hint = {.en = "Which variable does your program test to detect the time-out, and what does it hold: the result of the wait as "
                    "returned, or the 0 or 1 of a comparison?",
              .ko = "시간 초과를 어떤 변수로 판단하나요? 그 변수에는 대기 함수의 반환값이 그대로 들어 있나요, 비교한 결과인 0이나 1이 들어 "
                    "있나요?"},
     .hints_of = "ReportsATimeout",
     .en = "The wait for {worker} returned WAIT_TIMEOUT after {timeout_ms} ms, but the program did not print \"Timeout\".",
     .ko = "{worker}을/를 기다린 대기 함수가 {timeout_ms} ms 뒤에 WAIT_TIMEOUT을 반환했는데 \"Timeout\"을 출력하지 않았습니다."},
    {.id = "timeout_said_before_wait",
     .hints_of = "ReportsATimeout",
     .en = "The program printed \"Timeout\" before any wait for {worker} had timed out.",
     .ko = "{worker}을/를 기다리는 시간이 초과되기도 전에 \"Timeout\"을 출력했습니다."},
    {.id = "timeout_said_without_one",
     .hints_of = "ReportsATimeout",
     .en = "The program printed \"Timeout\" although the program that it waited for ended within the time-out.",
     .ko = "기다리던 프로그램이 제한 시간 안에 끝났는데도 \"Timeout\"을 출력했습니다."},
    {.id = "timeout_of_another_time",
     .hints_of = "ReportsATimeout",
     .en = "The command line specified {expected} ms for {worker}, but the program printed \"Timeout\" after waiting {seen} ms in total. "
           "Pass the number from the command line to the wait.",
     .ko = "명령줄에서 {worker}의 제한 시간을 {expected} ms로 지정했는데, 모두 {seen} ms를 기다리고 \"Timeout\"을 출력했습니다. 명령줄로 "
           "받은 수를 대기 함수에 넘기세요."},
    {.id = "gave_up_after_timeout",
     .hints_of = "ReportsATimeout",
     .en = "After the time-out the program did not wait for {worker} to end. A time-out ends only the wait, not the program.",
     .ko = "제한 시간이 지난 뒤 {worker}이/가 끝나기를 기다리지 않았습니다. 제한 시간이 지나면 대기가 끝날 뿐, 프로그램이 "
           "끝나지는 않습니다."},
    {.id = "gave_up_after_second_timeout",
     .hint = {.en = "Which time-out makes this second wait return only when {worker} has ended?",
              .ko = "{worker}이/가 끝나야만 두 번째 대기 함수가 반환되게 하려면 제한 시간을 얼마로 해야 하나요?"},
     .hints_of = "ReportsATimeout",
     .en = "After the time-out the program waited for {worker} again, but only for {timeout_ms} ms, and {worker} had not ended by then. "
           "Wait until it has ended, however long that takes.",
     .ko = "제한 시간이 지난 뒤 {worker}을/를 다시 기다렸지만, 제한 시간이 {timeout_ms} ms여서 {worker}이/가 끝나기 전에 그 시간도 "
           "지났습니다. 얼마나 걸리든 끝날 때까지 기다려야 합니다."},
    {.id = "failed_wait_taken_for_signaled",
     .hint = {.en = "Follow the result of this wait to the line that prints. When you compare the variable, does it still hold "
                    "WAIT_FAILED, or the 0 or 1 of a comparison?",
              .ko = "이 대기 함수의 반환값이 어디에 쓰이는지, 결과를 출력하는 줄까지 따라가 보세요. 비교할 때 변수에 WAIT_FAILED가 그대로 "
                    "있나요, 비교한 결과인 0이나 1이 들어 있나요?"},
     .hints_of = "ReportsAFailedWait",
     .en = "{call} returned WAIT_FAILED with error {error:error}, but the program printed \"Signaled\". WAIT_FAILED means that there was "
           "no wait at all.",
     .ko = "{call}이/가 오류 {error:error}으로/로 WAIT_FAILED를 반환했는데 \"Signaled\"를 출력했습니다. WAIT_FAILED는 기다리지 못했다는 "
           "뜻입니다."},
    {.id = "failed_wait_not_said",
     .hints_of = "ReportsAFailedWait",
     .en = "{call} returned WAIT_FAILED with error {error:error}, but the program did not print \"Unable to wait\".",
     .ko = "{call}이/가 오류 {error:error}으로/로 WAIT_FAILED를 반환했는데 \"Unable to wait\"를 출력하지 않았습니다."},
    {.id = "answer_taken_for_failure",
     .hint = {.en = "A wait has four possible results. With which of them does the condition before \"{said}\" compare {answer}, and with "
                    "which operator?",
              .ko = "대기 함수의 반환값은 네 가지입니다. \"{said}\"을/를 출력하는 조건은 {answer}을/를 그 가운데 어느 값과, 어떤 연산자로 "
                    "비교하나요?"},
     .en = "{call} succeeded and returned {answer}. The program treated that as a failure, printed \"{said}\" and gave up. Only "
           "WAIT_FAILED means that the wait itself failed.",
     .ko = "{call}은/는 성공하여 {answer}을/를 반환했습니다. 그런데 프로그램은 이 값을 실패로 판단하고 \"{said}\"을/를 출력한 뒤 "
           "종료했습니다. 대기 자체가 실패했음을 뜻하는 값은 WAIT_FAILED뿐입니다."},
    {.id = "no_wait_to_fail",
     .hints_of = "ReportsAFailedWait",
     .en = "This run makes a wait for {worker} fail, but the program did not wait for it.",
     .ko = "이 실행에서는 {worker}을/를 기다리는 대기 함수가 실패하도록 되어 있는데, 프로그램이 그런 대기 함수를 호출하지 않았습니다."},
    {.id = "no_later_wait_to_fail",
     .en = "This run makes the second wait for {worker} fail, but the program called no second wait. First do the TODO that waits for its "
           "end.",
     .ko = "이 실행에서는 {worker}을/를 두 번째로 기다리는 대기 함수가 실패하도록 되어 있는데, 프로그램이 두 번째 대기 함수를 호출하지 "
           "않았습니다. 끝나기를 기다리는 TODO부터 하세요."},
}};

using nlohmann::json;
using trace::Event;
using trace::Object;

constexpr std::int64_t kWaitObject0 = 0;
constexpr std::int64_t kWaitTimeout = 258;
constexpr std::uint32_t kInfinite = 0xFFFFFFFF;
constexpr char kSignaled[] = "Signaled";
constexpr char kNonSignaled[] = "Non-Signaled";
constexpr char kTimeout[] = "Timeout";
constexpr char kUnableToWait[] = "Unable to wait";

bool is_of(const Call& call, Object::Kind kind, const Worker& worker) {
  const auto is_it = [&](const Object& object) { return object.kind == kind && object.program == worker.program; };
  return call.program == kUnderTest && std::any_of(call.on.begin(), call.on.end(), is_it);
}

// The callback of a registered wait counts as a wait that has returned.
bool is_wait(const Call& call) { return is_wait(call.api) || is_wait_callback(call.api); }

const Call* exit_code_read(const Run& run, const Worker& worker, std::uint64_t before) {
  for (const Call& call : run.calls)
    if (call.program == kUnderTest && call.api == Api::kGetExitCodeProcess && !call.on.empty() && call.on[0].program == worker.program &&
        call.begin.order < before)
      return &call;
  return nullptr;
}

// The program printed `state` without having checked the process object: what did it check instead?
Because said_unasked(const Run& run, const Worker& worker, const char* state, std::uint64_t said) {
  const json args = {{"worker", worker.name}, {"state", state}};
  if (const Call* read = exit_code_read(run, worker, said)) return because(kReasons["state_from_exit_code"], args, read->begin.order);
  const Because thread = waited_for_something_else(run, worker, said);
  return thread ? thread : because(kReasons["state_never_asked"], args);
}

// The program reported that it was unable to wait, and gave up, although its last wait for the worker had succeeded.
Because answer_taken_for_failure(const Run& run, const Worker& worker) {
  const std::string line = giving_up(run);
  if (!says(line, kUnableToWait)) return {};
  const std::uint64_t at = said_at(run, kUnableToWait).value_or(kNever);
  const Call* last = nullptr;
  for (const Call& call : run.calls)
    if (call.program == kUnderTest && is_wait(call) && call.end && call.end->order < at) last = &call;
  if (!last || !waits_for(*last, worker) || (last->result != kWaitTimeout && last->result != kWaitObject0)) return {};
  const char* answer = last->result == kWaitTimeout ? "WAIT_TIMEOUT" : "WAIT_OBJECT_0";
  return because(kReasons["answer_taken_for_failure"], {{"call", last->api}, {"answer", answer}, {"said", line}}, last->end->order);
}

// The wait for the worker that was still in progress when the worker ended.
const Call* waited_to_the_end(const Run& run, const Worker& worker) {
  const std::uint64_t ended = ended_at(run, worker);
  for (const Call& call : run.calls)
    if (waits_for(call, worker) && call.end && call.begin.order < ended && ended < call.end->order) return &call;
  return nullptr;
}

// No wait for the worker timed out: what happened instead?
Because never_timed_out(const Run& run, const Worker& worker, std::uint32_t milliseconds) {
  if (Because thread = waited_for_something_else(run, worker)) return thread;
  if (Because taken = answer_taken_for_failure(run, worker)) return taken;
  std::uint64_t slept_ms = 0;
  const Call* slept = nullptr;
  for (const Call& call : run.calls) {
    if (waits_for(call, worker) && call.timeout_ms != 0 && call.timeout_ms != kInfinite && call.begin.order > ended_at(run, worker))
      return because(kReasons["finite_wait_after_end"], {{"worker", worker.name}, {"timeout_ms", call.timeout_ms}}, call.begin.order);
    if (call.program != kUnderTest || call.api != Api::kSleep) continue;
    slept_ms += std::uint64_t{call.timeout_ms} * call.times;
    if (!slept) slept = &call;
  }
  if (slept && slept_ms + milliseconds / 10 >= milliseconds)
    return because(kReasons["slept_for_the_time"], {{"worker", worker.name}, {"call", slept->api}}, slept->begin.order);
  return because(kReasons["no_finite_wait"], {{"worker", worker.name}});
}

}  // namespace

trace::ReasonTables signaled_states_reasons() { return {kReasons, first_and_all_reasons()}; }

bool waits_for(const Call& call, const Worker& worker) { return is_wait(call) && is_of(call, Object::Kind::kProcess, worker); }

Because waited_for_something_else(const Run& run, const Worker& worker, std::uint64_t before) {
  for (const Call& call : run.calls)
    if (is_wait(call) && is_of(call, Object::Kind::kThread, worker) && call.begin.order < before)
      return because(kShared["waited_for_thread"], {{"worker", worker.name}}, call.begin.order);
  return waited_on_no_open_handle(run, worker, before);
}

// The first call that showed the program that the worker is Signaled.
const Call* told_signaled(const Run& run, const Worker& worker, std::uint64_t after) {
  for (const Call* call : WaitUntilSignaled(worker).find(run))
    if (call->begin.order >= after) return call;
  return nullptr;
}

std::uint64_t ended_at(const Run& run, const Worker& worker) { return event_at(run, Event::Kind::kSignaled, worker.program); }

// If a program ended by its own decision, its own message explains why the expected word is missing.
Because not_printed(const Run& run, const std::string& word) {
  const std::string said = giving_up(run);
  if (said.empty()) return because(kShared["sentence_not_printed"], {{"sentence", word}});
  return because(kReasons["gave_up"], {{"program", run.program}, {"sentence", word}, {"said", said}, {"code", run.programs[0].exit_code}});
}

RunMatcher TriesToStartAnything() {
  return RunMatcher("calls CreateProcess", [](const Run& run) -> Because {
    return calls_create_process(run) ? Because() : because(kReasons["nothing_started"], {{"program", run.program}});
  });
}

RunMatcher KeepsTheHandleToWaitBy(const Worker& worker) {
  return RunMatcher("keeps the handle of " + worker.name + " open for its waits", [worker](const Run& run) -> Because {
    const bool waited = std::any_of(run.calls.begin(), run.calls.end(), [&](const Call& call) { return waits_for(call, worker); });
    return waited ? Because() : waited_on_closed_handle(run, worker, kNever);
  });
}

RunMatcher TakesNoAnswerForAFailure(const Worker& worker) {
  return RunMatcher("takes no answer for a failure", [worker](const Run& run) { return answer_taken_for_failure(run, worker); });
}

RunMatcher SaysNonSignaledOf(const Worker& worker) {
  return RunMatcher(
      "says Non-Signaled while " + worker.name + " runs",
      [worker](const Run& run) -> Because {
        const auto said = printed_at(run, kNonSignaled);
        const json who = {{"worker", worker.name}};
        const Call* asked = nullptr;
        for (const Call& call : run.calls)
          if (!asked && waits_for(call, worker) && call.timeout_ms == 0 && call.end && call.result == kWaitTimeout) asked = &call;
        if (!said) {
          if (Because thread = waited_for_something_else(run, worker)) return thread;
          if (Because taken = answer_taken_for_failure(run, worker)) return taken;
          const Call* waited = waited_to_the_end(run, worker);
          return waited && !asked ? because(kReasons["waited_in_place_of_asking"], who, waited->begin.order)
                                  : not_printed(run, kNonSignaled);
        }
        if (!asked) return said_unasked(run, worker, kNonSignaled, *said);
        if (asked->begin.order > *said)
          return because(kReasons["state_said_before_asked"], {{"worker", worker.name}, {"state", kNonSignaled}}, *said);
        if (const auto signaled = printed_at(run, kSignaled); signaled && *signaled < *said)
          return because(kReasons["signaled_said_first"], who, *signaled);
        return {};
      },
      true);
}

RunMatcher SaysSignaledOf(const Worker& worker) {
  return RunMatcher(
      "says Signaled once " + worker.name + " has ended",
      [worker](const Run& run) -> Because {
        const auto said = printed_at(run, kSignaled);
        if (!said) {
          if (Because other = waited_for_something_else(run, worker)) return other;
          const Because taken = answer_taken_for_failure(run, worker);
          return taken ? taken : not_printed(run, kSignaled);
        }
        const Call* told = told_signaled(run, worker);
        if (told && told->end->order < *said) return {};
        if (ended_at(run, worker) > *said) {
          const Because thread = waited_for_something_else(run, worker, *said);
          return thread ? thread : because(kReasons["signaled_said_too_early"], {{"worker", worker.name}}, *said);
        }
        return said_unasked(run, worker, kSignaled, *said);
      },
      true);
}

RunMatcher AsksAgainOf(const Worker& worker) {
  return RunMatcher(
      "asks again whether " + worker.name + " is Signaled",
      [worker](const Run& run) -> Because {
        const Call* first = told_signaled(run, worker);
        if (first && told_signaled(run, worker, first->end->order)) return {};
        const bool after_a_timeout = std::any_of(run.calls.begin(), run.calls.end(), [&](const Call& call) {
          return waits_for(call, worker) && call.timeout_ms != 0 && call.end && call.result == kWaitTimeout;
        });
        return because(after_a_timeout ? kReasons["not_asked_again_after_timeout"] : kReasons["not_asked_again"],
                       {{"worker", worker.name}});
      },
      true);
}

RunMatcher ReportsTheTimeoutOf(const Worker& worker, std::uint32_t milliseconds) {
  return RunMatcher(
      "reports the time-out, and then the end of " + worker.name,
      [worker, milliseconds](const Run& run) -> Because {
        const auto said = printed_at(run, kTimeout);
        const Call* expired = nullptr;
        std::uint64_t waited_ms = 0;
        for (const Call& call : run.calls) {
          if (!waits_for(call, worker) || call.timeout_ms == 0 || !call.end || call.result != kWaitTimeout) continue;
          if (!expired) expired = &call;
          if (call.begin.order < said.value_or(kNever)) waited_ms += std::uint64_t{call.timeout_ms} * call.times;
        }
        if (!expired) return never_timed_out(run, worker, milliseconds);
        if (Because taken = answer_taken_for_failure(run, worker); !said && taken) return taken;
        if (!said)
          return because(kReasons["timeout_not_said"], {{"worker", worker.name}, {"timeout_ms", expired->timeout_ms}}, expired->end->order);
        if (expired->begin.order > *said) return because(kReasons["timeout_said_before_wait"], {{"worker", worker.name}}, *said);
        if (const std::uint64_t slack = milliseconds / 10; waited_ms + slack < milliseconds || waited_ms > milliseconds + slack)
          return because(kReasons["timeout_of_another_time"], {{"worker", worker.name}, {"seen", waited_ms}, {"expected", milliseconds}},
                         expired->begin.order);
        if (told_signaled(run, worker, expired->end->order)) return {};
        if (terminated_at(run, worker.program) != kNever) return {};  // TellsTheExitCode judges its exit code
        for (const Call& call : run.calls)
          if (waits_for(call, worker) && call.begin.order > *said && call.timeout_ms != 0 && call.result == kWaitTimeout)
            return because(kReasons["gave_up_after_second_timeout"], {{"worker", worker.name}, {"timeout_ms", call.timeout_ms}},
                           call.begin.order);
        const Because other = waited_for_something_else(run, worker);
        return other ? other : because(kReasons["gave_up_after_timeout"], {{"worker", worker.name}}, expired->end->order);
      },
      true);
}

RunMatcher ReportsNoTimeout() {
  return RunMatcher("says nothing of a time-out", [](const Run& run) -> Because {
    const auto said = printed_at(run, kTimeout);
    return said ? because(kReasons["timeout_said_without_one"]) : Because();
  });
}

RunMatcher ReportsAFailedWait(const Worker& worker) {
  return RunMatcher(
      "says Unable to wait, and ends with 1, and takes it for nothing else",
      [worker](const Run& run) -> Because {
        const auto failed = std::find_if(run.calls.begin(), run.calls.end(), [](const Call& call) { return call.faulted; });
        if (failed == run.calls.end()) {
          if (Because thread = waited_for_something_else(run, worker)) return thread;
          if (Because taken = answer_taken_for_failure(run, worker)) return taken;
          const bool waited = std::any_of(run.calls.begin(), run.calls.end(), [&](const Call& call) { return waits_for(call, worker); });
          return because(waited ? kReasons["no_later_wait_to_fail"] : kReasons["no_wait_to_fail"], {{"worker", worker.name}});
        }
        const auto signaled = printed_at(run, kSignaled);
        const Call* told = told_signaled(run, worker);
        if (signaled && *signaled > failed->end->order && !(told && told->end->order < *signaled))
          return because(kReasons["failed_wait_taken_for_signaled"], {{"call", failed->api}, {"error", failed->error}}, failed->end->order);
        if (!said(run, kUnableToWait))
          return because(kReasons["failed_wait_not_said"], {{"call", failed->api}, {"error", failed->error}}, failed->end->order);
        return EndsWith(1).reason_against(run);
      },
      true);
}

}  // namespace lab::labs
