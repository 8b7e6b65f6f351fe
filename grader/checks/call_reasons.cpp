// What the program made of one call: it took success for failure, used a handle after its end, or never came back from it.
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
     .hint = {.en = "Which condition stands before \"{said}\"? Does its variable hold what {call} returned, as it was returned: 0 for a "
                    "failure, anything else for success?",
              .ko = "\"{said}\"을/를 출력하는 조건은 무엇인가요? 그 조건의 변수에 {call}의 반환값이 그대로 들어 있나요? 0이면 실패이고 "
                    "나머지는 모두 성공입니다."},
     .en = "{call} had not failed: it returned TRUE. The program took that for a failure, printed \"{said}\" and gave up.",
     .ko = "{call}은/는 실패하지 않고 TRUE를 돌려주었습니다. 그런데 프로그램은 실패로 여겨 \"{said}\"을/를 출력하고 포기했습니다."},
    {.id = "call_result_dropped",
     .cause = "ended early",
     .hint = {.en = "Which variable does the condition before \"{said}\" ask? Let this line put into it what {call} returns.",
              .ko = "\"{said}\"을/를 출력하는 조건은 어느 변수를 보나요? 그 변수에 이 줄에서 {call}의 반환값을 넣으세요."},
     .en = "{call} had not failed: it returned TRUE. But its line keeps that result in no variable, and the program printed \"{said}\" and "
           "gave up, on a condition that asks something else.",
     .ko = "{call}은/는 실패하지 않고 TRUE를 돌려주었습니다. 그런데 이 줄은 반환값을 변수에 담지 않았고, 프로그램은 다른 것을 조건으로 "
           "\"{said}\"을/를 출력하고 포기했습니다."},
    {.id = "used_after_close",
     .cause = "ended early",
     .hint = {.en = "Does the line that closes the handle stand inside the loop? Where will no {call} follow any more?",
              .ko = "핸들을 닫는 줄이 반복문 안에 있나요? {call}이/가 더는 뒤따르지 않는 곳은 어디인가요?"},
     .en = "The program closed the handle of the mailslot in this line, and then gave the closed handle to {call}, which failed with error "
           "{error:error}.",
     .ko = "이 줄에서 메일슬롯의 핸들을 닫은 다음, 닫은 핸들을 {call}에 넘겨서 오류 {error:error}으로/로 실패했습니다."},
    {.id = "result_taken_for_exit_code",
     .hint =
         {.en = "Which variable does \"{label}\" print, and what was assigned to it last? Where does GetExitCodeProcess put the exit code?",
          .ko = "\"{label}\" 뒤에 출력하는 변수는 무엇이고, 그 변수에 마지막으로 대입한 것은 무엇인가요? GetExitCodeProcess는 종료 코드를 "
                "어디에 넣어 주나요?"},
     .en = "The program printed \"{label}: 1\". 1 is TRUE, what GetExitCodeProcess itself returned. The exit code, {value:code}, went into "
           "the variable whose address was its second argument.",
     .ko =
         "프로그램이 \"{label}: 1\"을 출력했습니다. 1은 GetExitCodeProcess 자신의 반환값인 TRUE입니다. 종료 코드 {value:code}은/는 두 번째 "
         "인자로 주소를 넘긴 변수에 들어갔습니다."},
    {.id = "crashed_in_call",
     .outcome = Outcome::kCrashed,
     .cause = "crashed",
     .hint =
         {.en = "Which arguments of {call} are addresses? Is one of them NULL where the address of a variable has to stand, or a pointer "
                "variable that does not point to anything yet? Put & before a variable to pass its address.",
          .ko = "{call}의 인자 가운데 주소를 받는 것은 무엇인가요? 변수의 주소를 넘길 자리에 NULL을 넘기거나, 아직 아무것도 가리키지 않는 "
                "포인터 변수를 넘기지는 않았나요? 변수의 주소는 변수 앞에 &를 붙여 넘깁니다."},
     .en = "{program}{arguments:after} crashed with {exception:code} inside {call}, which uses the addresses that it is given. One of them "
           "is NULL, or not the address of anything.",
     .ko = "{program}{arguments:after}이/가 {call} 안에서 {exception:code}으로/로 비정상 종료했습니다. 이 함수는 넘겨받은 주소를 쓰는데, "
           "그 가운데 하나가 NULL이거나 올바른 주소가 아닙니다."},
    {.id = "crashed_after_call",
     .outcome = Outcome::kCrashed,
     .cause = "crashed",
     .hint =
         {.en = "The crash is in this line or after it. Start {program} in the debugger with the same arguments: it stops at the line that "
                "crashes. Which pointer, index or format is used there?",
          .ko =
              "비정상 종료한 곳은 이 줄이거나 그다음입니다. 같은 인자로 {program}을/를 디버거에서 실행하면 그 줄에서 멈춥니다. 거기서 쓰는 "
              "포인터, 인덱스, 형식 문자열은 무엇인가요?"},
     .en = "{program}{arguments:after} crashed with {exception:code}. What it did last: {what}.",
     .ko = "{program}{arguments:after}이/가 {exception:code}으로/로 비정상 종료했습니다. 마지막으로 한 일은 {what}입니다."},
    {.id = "waited_for_itself",
     .outcome = Outcome::kTimedOut,
     .hint = {.en = "Which variable holds the handle of the program whose end you want, and which call filled it in?",
              .ko = "끝나기를 기다리려는 프로그램의 핸들은 어느 변수에 있고, 그 변수를 채워 준 호출은 무엇인가요?"},
     .en = "{call} was given {program} itself, as GetCurrentProcess and GetCurrentThread name it. A program that waits for its own end "
           "waits forever.",
     .ko = "{call}에 {program} 자신을 넘겼습니다. GetCurrentProcess와 GetCurrentThread가 돌려주는 것이 자신을 가리키는 핸들입니다. 자기가 "
           "끝나기를 기다리면 영영 돌아오지 않습니다."},
    {.id = "waited_for_suspended",
     .outcome = Outcome::kTimedOut,
     .hint = {.en = "The sixth argument of CreateProcess is dwCreationFlags. Which value asks for nothing special?",
              .ko = "CreateProcess의 여섯 번째 인자는 dwCreationFlags입니다. 특별히 요청할 것이 없을 때는 어떤 값을 넘기나요?"},
     .en = "{worker} was started with CREATE_SUSPENDED, and nothing called ResumeThread: it never runs, so it never ends, and {call} never "
           "returns.",
     .ko =
         "{worker}을/를 CREATE_SUSPENDED로 시작해 놓고 ResumeThread를 부르지 않았습니다. 실행되지 않으니 끝나지도 않고, {call}도 돌아오지 "
         "않습니다."},
}};

constexpr std::uint32_t kCreateSuspended = 4;
constexpr std::uint32_t kAccessViolation = 0xC0000005;

using nlohmann::json;
using trace::Object;
using trace::Program;

// Functions that come back at once, so that a program that is in one was stopped there.
bool comes_back_at_once(Api api) {
  constexpr Api kAll[] = {Api::kCreateProcess,  Api::kGetExitCodeProcess, Api::kCloseHandle,
                          Api::kCreateMailslot, Api::kCreateFile,         Api::kGetMailslotInfo};
  return std::find(std::begin(kAll), std::end(kAll), api) != std::end(kAll);
}

// A thread that is known to be the only one: where the program is, that thread is.
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
