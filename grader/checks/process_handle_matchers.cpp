// Matchers for what a program did with the handles to the programs that it started.
#include <map>

#include "checks/handle_use.h"
#include "checks/matchers.h"
#include "checks/reasons.h"

namespace lab::checks {
namespace {

constexpr trace::Words kLeftOpen{.en =
                                     "The {handle:handle} of {worker} was still open when the program ended with exit code "
                                     "{exit_code:code}. Its last recorded step: {last}.",
                                 .ko =
                                     "프로그램이 종료 코드 {exit_code:code}으로/로 종료될 때 {worker}의 {handle:handle}이/가 아직 열려 "
                                     "있었습니다. 마지막으로 기록된 동작: {last}."};

constexpr ReasonTable kReasons{{
    {.id = "wild_handle",
     .hint = {.en = "What does CreateProcess return when it fails, and where do you check that before you call {call}?",
              .ko = "CreateProcess는 실패하면 무엇을 반환하나요? {call}을/를 호출하기 전에 그 값을 확인하는 곳이 있나요?"},
     .en = "{call} was passed a value that is not a handle (error {error:error}). When CreateProcess returns FALSE, PROCESS_INFORMATION "
           "holds no usable values.",
     .ko = "핸들이 아닌 값을 {call}에 넘겼습니다(오류 {error:error}). CreateProcess가 FALSE를 반환하면 PROCESS_INFORMATION에는 쓸 수 있는 "
           "값이 없습니다."},
    // Handles left open, and on which exit path. exit_code: the program's; last: its last call.
    {.id = "handle_left_open",
     .step_of = StepOf::kCheck,
     .hint = {.en = "Follow the path from the start of {worker} to that last step and on to the end of the program: which line closes its "
                    "{handle:handle} with CloseHandle?",
              .ko = "{worker}을/를 시작한 곳에서 마지막 동작까지, 그리고 프로그램의 끝까지 따라가 보세요. 어느 줄이 CloseHandle로 "
                    "{handle:handle}을/를 닫나요?"},
     .en = kLeftOpen.en,
     .ko = kLeftOpen.ko},
    {.id = "handle_left_open_when_a_start_failed",
     .step_of = StepOf::kCheck,
     .hint = {.en = "Follow the path that the program takes after CreateProcess returns FALSE. Which handles does it hold by then?",
              .ko = "CreateProcess가 FALSE를 반환한 다음 프로그램이 어디로 가는지 따라가 보세요. 그때까지 받은 핸들은 무엇인가요?"},
     .en = kLeftOpen.en,
     .ko = kLeftOpen.ko},
    {.id = "handle_left_open_when_a_wait_failed",
     .step_of = StepOf::kCheck,
     .hint = {.en = "Follow the path that the program takes after the wait returns WAIT_FAILED. Which handles does it hold by then?",
              .ko = "대기 함수가 WAIT_FAILED를 반환한 다음 프로그램이 어디로 가는지 따라가 보세요. 그때까지 받은 핸들은 무엇인가요?"},
     .en = kLeftOpen.en,
     .ko = kLeftOpen.ko},
    {.id = "handle_left_open_when_a_worker_failed",
     .step_of = StepOf::kCheck,
     .hint = {.en = "Follow the path that the program takes when a worker has failed. Which handles does it hold by then?",
              .ko = "작업 프로세스가 실패했을 때 프로그램이 어디로 가는지 따라가 보세요. 그때까지 받은 핸들은 무엇인가요?"},
     .en = "{failed} had ended with {code:code}. The {handle:handle} of {worker} was still open when the program ended with exit code "
           "{exit_code:code}. Its last recorded step: {last}.",
     .ko = "{failed}이/가 {code:code}으로/로 종료한 실행입니다. 프로그램이 종료 코드 {exit_code:code}으로/로 종료될 때 {worker}의 "
           "{handle:handle}이/가 아직 열려 있었습니다. 마지막으로 기록된 동작: {last}."},
    {.id = "handle_closed_twice",
     .hint =
         {.en = "Mark every CloseHandle for the {handle:handle} of {worker}. Which two of them does this run execute?",
          .ko =
              "{worker}의 {handle:handle}을/를 닫는 CloseHandle 호출에 모두 표시해 보세요. 이 실행에서는 그 가운데 어느 둘이 실행되나요?"},
     .en = "The {handle:handle} of {worker} was closed twice. By the second call, the same handle value may already belong to a different "
           "object.",
     .ko = "{worker}의 {handle:handle}을/를 두 번 닫았습니다. 두 번째로 닫을 때는 같은 핸들 값이 이미 다른 오브젝트의 핸들일 수 있습니다."},
    {.id = "closed_something_else",
     .hint = kWhatIsClosed,
     .en = "{call} was passed a value that is not a handle, for example the address of one (&pi.hThread) or a variable that no handle was "
           "assigned to.",
     .ko = "핸들이 아닌 값을 {call}에 넘겼습니다. 예를 들어 핸들의 주소(&pi.hThread)나, 핸들을 대입한 적이 없는 변수를 넘기면 이렇게 "
           "됩니다."},
}};

using nlohmann::json;
using trace::Object;
using trace::Program;

// ClosesNothingTwice is responsible for closing values that are not handles.
bool is_wild(const Call& call, const Object& object) {
  const bool no_handle =
      object.kind == Object::Kind::kInvalid || object.kind == Object::Kind::kNull || object.kind == Object::Kind::kPseudo;
  return no_handle && call.api != Api::kCloseHandle && call.api != Api::kTerminateProcess;
}

struct HandleLife {
  const char* kind;
  int program;
  HandleUse use = {};
};

// The handles of programs named `name` that calls returned, by serial number.
std::map<int, HandleLife> handle_lives(const Run& run, const std::string& name) {
  std::map<int, HandleLife> lives;
  const auto of_that_name = [&](int program) {
    return program > 0 && program < static_cast<int>(run.programs.size()) && run.programs[static_cast<std::size_t>(program)].name == name;
  };
  for (const Call& call : run.calls) {
    if (call.program != kUnderTest) continue;
    const bool duplicates = call.api == Api::kDuplicateHandle && !call.on.empty();
    const int about = call.started ? *call.started : duplicates ? call.on[0].program : -1;
    if (of_that_name(about))
      for (std::size_t i = 0; i < call.handles.size(); ++i) {
        const bool thread = duplicates ? call.on[0].kind == Object::Kind::kThread : i == 1;
        lives[call.handles[i]] = {thread ? "thread" : "process", about};
      }
    take_use(call, lives);
  }
  return lives;
}

// A handle was left open. What failed in the run shows which exit path the program took, because other runs do not take that path.
Because left_open(const Run& run, const HandleLife& life) {
  const LastStep last = last_step(run);
  json args = {{"handle", life.kind}, {"worker", name_of(run, life.program)}, {"exit_code", run.actor().exit_code}, {"last", last.what}};
  for (const Call& call : run.calls) {
    if (!call.faulted || call.program != kUnderTest) continue;
    if (call.api == Api::kCreateProcess) return because(kReasons["handle_left_open_when_a_start_failed"], std::move(args), last.order);
    if (is_wait(call.api)) return because(kReasons["handle_left_open_when_a_wait_failed"], std::move(args), last.order);
  }
  for (std::size_t i = 1; i < run.programs.size(); ++i) {
    const Program& worker = run.programs[i];
    if (worker.exit_code < 0x80000000 || (worker.end != Program::End::kItself && worker.end != Program::End::kCrashed)) continue;
    args["failed"] = name_of(run, static_cast<int>(i));
    args["code"] = worker.exit_code;
    return because(kReasons["handle_left_open_when_a_worker_failed"], std::move(args), last.order);
  }
  return because(kReasons["handle_left_open"], std::move(args), last.order);
}

}  // namespace

std::span<const Reason> process_handle_reasons() { return kReasons; }

RunMatcher ClosesEveryHandleOf(const std::string& program) {
  return RunMatcher("closes every handle of " + program, [program](const Run& run) -> Because {
    if (run.actor().end != Program::End::kItself) return {};
    for (const auto& [serial, life] : handle_lives(run, program))
      if (life.use.closed == 0 && !life.use.in_use) return left_open(run, life);
    return {};
  });
}

RunMatcher HasHandlesToClose(const std::string& program) {
  return RunMatcher("ends by itself, with handles of " + program + " to close",
                    [program](const Run& run) -> Because { return nothing_to_close(run, !handle_lives(run, program).empty()); });
}

RunMatcher ClosesNothingTwice() {
  return RunMatcher("closes no handle twice, and nothing that is none", [](const Run& run) -> Because {
    for (const Call& call : run.calls) {
      if (call.program != kUnderTest || call.api != Api::kCloseHandle || !call.end || call.result != 0 || call.on.empty()) continue;
      const Object& object = call.on[0];
      if (object.kind == Object::Kind::kClosed && object.program > 0) {
        bool thread = false;
        for (const Call& start : run.calls)
          if (start.api == Api::kCreateProcess && start.handles.size() == 2 && start.handles[1] == object.handle) thread = true;
        return because(kReasons["handle_closed_twice"],
                       {{"handle", thread ? "thread" : "process"}, {"worker", name_of(run, object.program)}}, call.begin.order);
      }
      if (object.kind == Object::Kind::kInvalid) return because(kReasons["closed_something_else"], {{"call", call.api}}, call.begin.order);
    }
    return {};
  });
}

RunMatcher UsesNoWildHandle() {
  return RunMatcher("uses no handle that it was not given", [](const Run& run) -> Because {
    for (const Call& call : run.calls) {
      if (call.program != kUnderTest) continue;
      for (const Object& object : call.on)
        if (is_wild(call, object)) return because(kReasons["wild_handle"], {{"call", call.api}, {"error", call.error}}, call.begin.order);
    }
    return {};
  });
}

}  // namespace lab::checks
