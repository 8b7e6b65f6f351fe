// Mistakes with a single call: the program treated success as failure, used a closed handle, or never returned from the call.
#include <algorithm>
#include <iterator>

#include "checks/mail_run.h"
#include "checks/matchers.h"
#include "checks/reasons.h"

namespace lab::checks {
namespace {

constexpr ReasonTable kReasons{{
    {.id = "call_success_taken_for_failure",
     .cause = "ended early",
     .hint = {.en = "Which condition leads to \"{said}\"? Does its variable hold exactly what {call} returned: 0 for failure, anything "
                    "else for success?",
              .ko = "어떤 조건에서 \"{said}\"을/를 출력하나요? 그 조건의 변수에 {call}의 반환값이 그대로 들어 있나요? 반환값이 0이면 "
                    "실패이고, 0이 아니면 모두 성공입니다."},
     .en = "{call} succeeded and returned TRUE. The program treated that as a failure, printed \"{said}\" and gave up.",
     .ko = "{call}은/는 성공하여 TRUE를 반환했습니다. 그런데 프로그램은 이를 실패로 판단하고 \"{said}\"을/를 출력한 뒤 종료했습니다."},
    {.id = "call_result_dropped",
     .cause = "ended early",
     .hint =
         {.en =
              "Which variable does the condition before \"{said}\" test? Assign the return value of {call} to that variable on this line.",
          .ko = "\"{said}\"을/를 출력하는 조건은 어느 변수를 검사하나요? 이 줄에서 그 변수에 {call}의 반환값을 대입하세요."},
     .en = "{call} succeeded and returned TRUE, but this line does not store the return value. The program tested something else, printed "
           "\"{said}\" and gave up.",
     .ko = "{call}은/는 성공하여 TRUE를 반환했지만, 이 줄에서 반환값을 변수에 저장하지 않았습니다. 프로그램은 다른 조건을 검사하고 "
           "\"{said}\"을/를 출력한 뒤 종료했습니다."},
    {.id = "used_after_close",
     .cause = "ended early",
     .hint = {.en = "Is the line that closes the handle inside the loop? At which point is there no further call to {call}?",
              .ko = "핸들을 닫는 줄이 반복문 안에 있나요? {call}을/를 마지막으로 호출하는 곳은 어디인가요?"},
     .en = "The program closed the mailslot handle on this line and then passed the closed handle to {call}, which failed with error "
           "{error:error}.",
     .ko = "이 줄에서 메일슬롯 핸들을 닫은 다음, 이미 닫은 핸들을 {call}에 넘겼기 때문에 오류 {error:error}으로/로 실패했습니다."},
    {.id = "result_taken_for_exit_code",
     .hint = {.en = "Which variable is printed after \"{label}\", and what was last assigned to it? Where does GetExitCodeProcess store "
                    "the exit code?",
              .ko = "\"{label}\" 뒤에 출력하는 변수는 무엇이고, 그 변수에 마지막으로 대입한 값은 무엇인가요? GetExitCodeProcess는 종료 "
                    "코드를 어디에 저장하나요?"},
     .en = "The program printed \"{label}: 1\". 1 is TRUE, the return value of GetExitCodeProcess. The exit code, {value:code}, is in the "
           "variable whose address is its second argument.",
     .ko = "프로그램이 \"{label}: 1\"을 출력했습니다. 1은 GetExitCodeProcess의 반환값인 TRUE입니다. 종료 코드 {value:code}은/는 두 번째 "
           "인수로 주소를 넘긴 변수에 저장되었습니다."},
    {.id = "crashed_in_call",
     .outcome = Outcome::kCrashed,
     .cause = "crashed",
     .hint = {.en = "Which arguments of {call} are addresses? Did you pass NULL where the function needs the address of a variable, or a "
                    "pointer variable that does not point to anything yet? Put & before a variable to pass its address.",
              .ko = "{call}의 인수 가운데 주소를 받는 것은 무엇인가요? 변수의 주소가 필요한 곳에 NULL을 넘기거나, 아직 아무것도 가리키지 "
                    "않는 포인터 변수를 넘기지는 않았나요? 변수의 주소를 넘기려면 변수 앞에 &를 붙이세요."},
     .en = "{program}{arguments:after} crashed with {exception:code} inside {call}, which uses the addresses that you pass to it. One of "
           "them is NULL or not a valid address.",
     .ko = "{program}{arguments:after}이/가 {call} 안에서 {exception:code}으로/로 비정상 종료했습니다. 이 함수는 인수로 받은 주소를 "
           "사용하는데, 그 가운데 하나가 NULL이거나 올바른 주소가 아닙니다."},
    {.id = "crashed_after_call",
     .outcome = Outcome::kCrashed,
     .cause = "crashed",
     .hint = {.en = "The crash is on this line or after it. Run {program} in the debugger with the same arguments: the debugger stops at "
                    "the line that crashes. Which pointer, index or format string does that line use?",
              .ko = "이 줄이나 그 뒤에서 비정상 종료했습니다. 디버거에서 같은 인수로 {program}을/를 실행하면 비정상 종료한 줄에서 "
                    "멈춥니다. 그 줄에서 사용하는 포인터, 인덱스, 형식 문자열은 무엇인가요?"},
     .en = "{program}{arguments:after} crashed with {exception:code}. Its last recorded step: {what}.",
     .ko = "{program}{arguments:after}이/가 {exception:code}으로/로 비정상 종료했습니다. 마지막으로 기록된 동작은 {what}입니다."},
    {.id = "waited_for_itself",
     .outcome = Outcome::kTimedOut,
     .hint = {.en = "Which variable holds the handle of the program that you want to wait for, and which call filled it in?",
              .ko = "종료를 기다릴 프로그램의 핸들은 어느 변수에 있고, 그 변수는 어느 호출에서 채웠나요?"},
     .en = "{call} was passed a handle to {program} itself, as returned by GetCurrentProcess or GetCurrentThread. A program that waits for "
           "its own end never returns from the wait.",
     .ko = "{call}에 {program} 자신의 핸들을 넘겼습니다. GetCurrentProcess와 GetCurrentThread는 자기 자신을 가리키는 핸들을 반환합니다. "
           "자기 자신이 종료되기를 기다리는 호출은 반환되지 않습니다."},
    {.id = "waited_for_suspended",
     .outcome = Outcome::kTimedOut,
     .hint = {.en = "The sixth argument of CreateProcess is dwCreationFlags. Which value requests no special behavior?",
              .ko = "CreateProcess의 여섯 번째 인수는 dwCreationFlags입니다. 특별히 지정할 플래그가 없을 때는 어떤 값을 넘기나요?"},
     .en = "The program started {worker} with CREATE_SUSPENDED and never called ResumeThread. {worker} never runs, so it never ends, and "
           "{call} never returns.",
     .ko = "{worker}을/를 CREATE_SUSPENDED로 시작하고 ResumeThread를 호출하지 않았습니다. {worker}은/는 실행되지 않으므로 종료되지도 않고, "
           "{call}도 반환되지 않습니다."},
    {.id = "counted_more_than_handles",
     .hint = {.en = "How many handles did your program store in the array, and where does the first argument of {call} come from?",
              .ko = "배열에 핸들을 몇 개 저장했고, {call}의 첫 번째 인수는 어디에서 온 값인가요?"},
     .en = "The first argument of {call} was {count}, but the array holds only {handles} process handle{handles:s}, so the call returned "
           "WAIT_FAILED with error {error:error} and waited for nothing.",
     .ko = "{call}의 첫 번째 인수는 {count}인데 배열에 든 프로세스 핸들은 {handles}개뿐입니다. 그래서 오류 {error:error}으로/로 "
           "WAIT_FAILED가 반환되었고, 아무것도 기다리지 못했습니다."},
    {.id = "same_handle_twice",
     .hint = {.en = "Which handle did your program store in each element of the array? Must every program be in it exactly once?",
              .ko = "배열의 각 원소에 어느 핸들을 저장했나요? 프로그램마다 핸들이 한 번씩만 들어 있나요?"},
     .en = "The array passed to {call} contains the handle of {worker} twice, which the function does not accept. It returned WAIT_FAILED "
           "with error {error:error} and waited for nothing.",
     .ko = "{call}에 넘긴 배열에 {worker}의 핸들이 두 번 들어 있습니다. 이 함수에는 같은 핸들이 두 번 들어 있는 배열을 넘길 수 없습니다. "
           "그래서 오류 {error:error}으로/로 WAIT_FAILED가 반환되었고, 아무것도 기다리지 못했습니다."},
}};

constexpr std::uint32_t kCreateSuspended = 4;
constexpr std::uint32_t kAccessViolation = 0xC0000005;
constexpr std::int64_t kWaitFailed = 0xFFFFFFFF;
constexpr std::uint32_t kInvalidHandle = 6, kInvalidParameter = 87;

using nlohmann::json;
using trace::Object;
using trace::Program;

// Functions that return at once, so a program that is still inside one was stopped there.
bool comes_back_at_once(Api api) {
  constexpr Api kAll[] = {Api::kCreateProcess,  Api::kGetExitCodeProcess, Api::kCloseHandle,
                          Api::kCreateMailslot, Api::kCreateFile,         Api::kGetMailslotInfo};
  return std::find(std::begin(kAll), std::end(kAll), api) != std::end(kAll);
}

// Whether the program is known to have only one thread, so that the last call is the place where the program was.
bool has_one_thread(const Run& run) {
  int thread = -1;
  for (const Call& call : run.calls) {
    if (call.program != kUnderTest) continue;
    if (call.api == Api::kCreateThread || (thread >= 0 && call.thread != thread)) return false;
    thread = call.thread;
  }
  return true;
}

bool started_suspended(const Run& run, int program) {
  const Call* const start = start_of(run, program);
  return start && (start->flags & kCreateSuspended) != 0;
}

bool resumes_anything(const Run& run) {
  return std::any_of(run.calls.begin(), run.calls.end(), [](const Call& call) { return call.api == Api::kResumeThread; });
}

// The array that was passed to a wait for several objects is not an array of different handles.
Because unfit_array(const Run& run, const Call& wait) {
  const auto is_process = [](const Object& object) { return object.kind == Object::Kind::kProcess; };
  const auto is_none = [](const Object& object) { return object.kind == Object::Kind::kInvalid || object.kind == Object::Kind::kNull; };
  const auto end = std::find_if_not(wait.on.begin(), wait.on.end(), is_process);
  json args = {{"call", wait.api}, {"error", wait.error}};
  if (wait.error == kInvalidHandle && end != wait.on.begin() && end != wait.on.end() && std::all_of(end, wait.on.end(), is_none)) {
    args.update({{"count", wait.on.size()}, {"handles", end - wait.on.begin()}});
    return because(kReasons["counted_more_than_handles"], args, wait.begin.order);
  }
  for (auto one = wait.on.begin(); wait.error == kInvalidParameter && one != end; ++one)
    if (std::any_of(one + 1, end, [&](const Object& other) { return other.program == one->program && other.handle == one->handle; })) {
      args["worker"] = name_of(run, one->program);
      return because(kReasons["same_handle_twice"], args, wait.begin.order);
    }
  return {};
}

}  // namespace

std::span<const Reason> call_reasons() { return kReasons; }

Because success_taken_for_failure(const Run& run, const Call& call) {
  const std::string said = giving_up(run);
  if (said.empty() || !succeeded(call) || !call.end) return {};
  const bool fails_later = std::any_of(run.calls.begin(), run.calls.end(), [&](const Call& later) {
    return later.program == kUnderTest && later.begin.order > call.end->order && later.error != 0;
  });
  if (fails_later) return {};
  const bool dropped = call.place.code.starts_with(trace::name(call.api));
  const trace::Reason& why = dropped ? kReasons["call_result_dropped"] : kReasons["call_success_taken_for_failure"];
  return because(why, {{"call", call.api}, {"said", said}}, call.begin.order);
}

Because used_after_close(const Run& run, Api api) {
  const Call* close = nullptr;
  for (const Call& call : run.calls) {
    if (call.program != kUnderTest || call.on.empty()) continue;
    const bool of_mailslot = call.on[0].kind == Object::Kind::kMailslot || call.on[0].kind == Object::Kind::kMailslotClient;
    if (call.api == Api::kCloseHandle && of_mailslot && succeeded(call)) close = &call;
    if (close && call.api == api && call.on[0].kind == Object::Kind::kClosed && call.on[0].slot >= 0)
      return because(kReasons["used_after_close"], {{"call", api}, {"error", call.error}}, close->begin.order);
  }
  return {};
}

Because result_taken_for_exit_code(const Run& run, const std::string& label, const std::string& seen) {
  if (seen != "1") return {};
  const Call* read = nullptr;
  for (const Call& call : run.calls) {
    if (call.program != kUnderTest || call.api != Api::kGetExitCodeProcess || !succeeded(call)) continue;
    if (call.value == 1) return {};
    if (!read) read = &call;
  }
  if (!read) return {};
  return because(kReasons["result_taken_for_exit_code"], {{"label", label}, {"value", read->value.value_or(0)}}, read->begin.order);
}

Because crashed_in_call(const Run& run) {
  const Program& actor = run.actor();
  if (actor.end != Program::End::kCrashed) return {};
  const bool one_thread = has_one_thread(run);
  const Call* last = nullptr;
  for (const Call& call : run.calls)
    if (call.program == kUnderTest && !call.end && (one_thread || comes_back_at_once(call.api))) last = &call;
  json args = {{"program", actor.name}, {"arguments", actor.arguments}, {"exception", actor.exit_code}};
  if (last && actor.exit_code == kAccessViolation) {
    args["call"] = last->api;
    return because(kReasons["crashed_in_call"], args, last->begin.order);
  }
  const LastStep step = last_step(run);
  if (!one_thread || !step.order) return {};
  args["what"] = step.what;
  return because(kReasons["crashed_after_call"], args, *step.order);
}

Because waited_on_unfit_array(const Run& run, std::uint64_t before) {
  for (const Call& call : run.calls)
    if (call.program == kUnderTest && trace::waits_for_several(call.api) && call.begin.order < before && call.result == kWaitFailed &&
        !call.faulted)
      if (Because unfit = unfit_array(run, call)) return unfit;
  return {};
}

Because why_never_over(const Run& run, const Call& wait) {
  if (!trace::is_wait(wait.api) || wait.on.empty() || (wait.end && !wait.ended_by_grader)) return {};
  for (const Object& object : wait.on) {
    if (object.kind == Object::Kind::kPseudo)
      return because(kReasons["waited_for_itself"], {{"program", run.actor().name}, {"call", wait.api}}, wait.begin.order);
    if (object.kind == Object::Kind::kProcess && started_suspended(run, object.program) && !resumes_anything(run))
      return because(kReasons["waited_for_suspended"], {{"worker", name_of(run, object.program)}, {"call", wait.api}}, wait.begin.order);
  }
  return {};
}

}  // namespace lab::checks
