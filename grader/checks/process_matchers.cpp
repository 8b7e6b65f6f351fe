// Matchers for the calls that a program made, and their order.
#include "checks/matchers.h"

#include <algorithm>

#include "checks/reasons.h"
#include "text/text.h"

namespace lab::trace {

void PrintTo(const Run& run, std::ostream* out) { *out << run.program << " in " << run.scenario; }

}  // namespace lab::trace

namespace lab::checks {
namespace {

constexpr ReasonTable kReasons{{
    // Waiting and reading the exit code. worker: "PartAdder 1 5"; value: what was read; call: the function's name.
    {.id = "exit_code_read_too_early",
     .step_of = StepOf::kCheck,
     .hint = {.en = "{call} does not wait: it returns at once, whatever the state of {worker}. Which call would return only after {worker} "
                    "has ended?",
              .ko = "{call}은/는 기다리지 않고 그 순간의 값을 반환합니다. {worker}이/가 끝날 때까지 반환되지 않는 함수는 무엇인가요?"},
     .en = "The program called {call} at {at_ms} ms, when {worker} was still Non-Signaled, so the result was {value:code}.",
     .ko = "{at_ms} ms에 {call}을/를 호출했습니다. {worker}이/가 아직 논시그널 상태여서 결과는 {value:code}이었/였습니다."},
    {.id = "exit_code_read_with_no_wait_called",
     .step_of = StepOf::kCheck,
     .hint = {.en = "Is there a wait for {worker} in your source, and did this run reach it? && and || skip their right operand when the "
                    "left one already decides the result.",
              .ko = "소스에 {worker}을/를 기다리는 호출이 있나요? 있다면 이 실행에서 그 호출까지 도달했나요? &&와 ||는 왼쪽만으로 결과가 "
                    "정해지면 오른쪽을 계산하지 않습니다."},
     .en = "The program called {call} at {at_ms} ms, when {worker} was still Non-Signaled, so the result was {value:code}. Before that it "
           "had waited for {other}, but not for {worker}.",
     .ko = "{at_ms} ms에 {call}을/를 호출했습니다. {worker}이/가 아직 논시그널 상태여서 결과는 {value:code}이었/였습니다. 그 전에 "
           "{other}을/를 기다리는 호출은 있었지만 {worker}을/를 기다리는 호출은 없었습니다."},
    {.id = "exit_code_read_without_wait",
     .step_of = StepOf::kCheck,
     .hint = {.en = "What would your program have read if {worker} had taken a second longer? Which call makes sure that it has ended?",
              .ko = "{worker}의 실행이 1초 더 걸렸다면 무엇을 읽었을까요? 종료되었는지는 어느 함수로 확인할 수 있나요?"},
     .en = "The program read the exit code of {worker} at {at_ms} ms. {value:code} is right, but only by luck: no wait had reported that "
           "the process was Signaled.",
     .ko = "{at_ms} ms에 {worker}의 종료 코드를 읽었습니다. {value:code}은/는 맞는 값이지만 운이 좋았을 뿐입니다. 그 전에 이 프로세스가 "
           "시그널 상태인지 대기 함수로 확인하지 않았습니다."},
    {.id = "wait_timed_out_ignored",
     .hint = {.en = "What does your program do next when this wait returns WAIT_TIMEOUT? Which time-out makes the wait return only after "
                    "{worker} has ended?",
              .ko = "이 대기 함수가 WAIT_TIMEOUT을 반환하면 프로그램은 그다음에 무엇을 하나요? {worker}이/가 끝나야만 반환되게 하려면 제한 "
                    "시간을 얼마로 해야 하나요?"},
     .en = "The wait for {worker} returned WAIT_TIMEOUT at {at_ms} ms: its time-out was {timeout_ms} ms, and the process was still "
           "running. No other wait reported that it had ended.",
     .ko = "{worker}을/를 기다리는 제한 시간이 {timeout_ms} ms여서, 프로세스가 아직 실행 중인 {at_ms} ms에 WAIT_TIMEOUT이 반환되었습니다. "
           "프로세스가 끝난 것을 확인한 대기 함수는 없습니다."},
    {.id = "exit_code_read_after_time_out",
     .hint = {.en = "What does your program do next when this wait returns WAIT_TIMEOUT? Which time-out makes the wait return only after "
                    "{worker} has ended?",
              .ko = "이 대기 함수가 WAIT_TIMEOUT을 반환하면 프로그램은 그다음에 무엇을 하나요? {worker}이/가 끝나야만 반환되게 하려면 제한 "
                    "시간을 얼마로 해야 하나요?"},
     .en = "The wait for {worker} returned WAIT_TIMEOUT at {at_ms} ms: its time-out was {timeout_ms} ms, and the process was still "
           "running. The program read the exit code before any wait had reported that the process was Signaled.",
     .ko = "{worker}을/를 기다리는 제한 시간이 {timeout_ms} ms여서, 프로세스가 아직 실행 중인 {at_ms} ms에 WAIT_TIMEOUT이 반환되었습니다. "
           "프로그램은 프로세스가 시그널 상태임을 대기 함수로 확인하기 전에 종료 코드를 읽었습니다."},
    {.id = "wait_failed",
     .hint = {.en = "Which handle did you pass to {call}? Did CreateProcess fill it in, is it still open, and is it the handle itself "
                    "rather than its address?",
              .ko = "{call}에 어떤 핸들을 넘겼나요? CreateProcess가 채웠고, 아직 닫지 않았고, 주소가 아니라 핸들 값인가요?"},
     .en = "{call} failed with error {error:error}, so it did not wait for {worker}.",
     .ko = "{call}이/가 오류 {error:error}으로/로 실패해서 {worker}을/를 기다리지 못했습니다."},
    {.id = "waited_on_no_handle",
     .hint = {.en = "Where does the value that you passed to {call} come from? CreateProcess fills in two handles, hProcess and hThread, "
                    "and two IDs, dwProcessId and dwThreadId. Which of the four becomes Signaled when the program ends?",
              .ko = "{call}에 넘긴 값은 어디에서 왔나요? CreateProcess는 핸들 둘(hProcess, hThread)과 ID 둘(dwProcessId, dwThreadId)을 "
                    "채웁니다. 프로그램이 종료되면 시그널 상태가 되는 것은 넷 가운데 무엇인가요?"},
     .en = "{call} was passed a value that is not a handle of this program, so it returned WAIT_FAILED at once (error {error:error}). It "
           "did not wait for {worker}.",
     .ko = "{call}에 이 프로그램의 핸들이 아닌 값을 넘겨서 바로 WAIT_FAILED가 반환되었습니다(오류 {error:error}). {worker}을/를 기다리지 "
           "못했습니다."},
    {.id = "waited_for_either",
     .hint = {.en = "bWaitAll is the third argument of WaitForMultipleObjects. What do FALSE and TRUE make the call wait for?",
              .ko = "bWaitAll은 WaitForMultipleObjects의 세 번째 인수입니다. FALSE와 TRUE는 각각 무엇을 기다리라는 뜻인가요?"},
     .en = "At {at_ms} ms WaitForMultipleObjects returned because one handle was Signaled, which is enough when bWaitAll is FALSE; "
           "{worker} was still running.",
     .ko = "bWaitAll이 FALSE여서, 핸들 하나가 시그널 상태가 되자 {at_ms} ms에 WaitForMultipleObjects가 반환되었습니다. {worker}은/는 아직 "
           "실행 중이었습니다."},
    {.id = "wait_not_over",
     .en = "The program was still waiting for {worker} in {call} when the run ended, so the call returned no result.",
     .ko = "실행이 끝날 때 프로그램은 아직 {call}에서 {worker}을/를 기다리고 있어서 결과를 받지 못했습니다."},
    {.id = "never_waited",
     .step_of = StepOf::kCheck,
     .en = "The program never waited for {worker} to become Signaled.",
     .ko = "{worker}이/가 시그널 상태가 될 때까지 기다리는 호출이 한 번도 없습니다."},
    {.id = "may_have_waited",
     .outcome = Outcome::kNotGradable,
     .en = "{program} waited in a function that the grader does not know. It may have waited for {worker} there, so this was not judged. "
           "Wait with a function that the handout names.",
     .ko = "{program}은/는 채점기가 모르는 함수에서 기다렸습니다. 거기에서 {worker}을/를 기다렸을 수도 있어서 채점하지 않았습니다. "
           "핸드아웃에 나오는 함수로 기다리세요."},
    {.id = "spins",
     .en = "The program called {call} {count} times in a row to ask whether {worker} had ended, and each time the answer was \"not yet\". "
           "A wait uses no CPU time; this loop keeps a core busy.",
     .ko = "{worker}이/가 종료되었는지 {call}으로/로 {count}번 연달아 확인했고, 매번 아직 종료되지 않았다는 결과를 받았습니다. 대기 함수는 "
           "CPU 시간을 쓰지 않지만 이 반복문은 코어 하나를 계속 사용합니다."},
    {.id = "waited_before_second_start",
     .en = "The program waited for {first} before it started {second}, so the two ran one after the other instead of in parallel.",
     .ko = "{second}을/를 시작하기 전에 {first}을/를 기다렸기 때문에 두 프로세스가 동시에 실행되지 않고 차례로 실행되었습니다."},
}};

using nlohmann::json;
using trace::Event;
using trace::Object;
using trace::Program;

constexpr std::uint32_t kWaitTimeout = 258;
constexpr std::int64_t kWaitFailed = 0xFFFFFFFF;

bool names(const Object& object, Object::Kind kind, int program) { return object.kind == kind && object.program == program; }

bool waits(const Call& call) { return is_wait(call.api); }

bool waits_for(const Call& call, Object::Kind kind, int program) {
  return waits(call) && std::any_of(call.on.begin(), call.on.end(), [&](const Object& object) { return names(object, kind, program); });
}

// Whether the call showed that the process is Signaled.
bool told_signaled(const Call& call, int program) {
  if (!call.end) return false;
  const auto is_it = [&](const Object& object) { return names(object, Object::Kind::kProcess, program); };
  if (!waits_for_several(call.api) && (is_wait(call.api) || is_wait_callback(call.api)))
    return call.result == 0 && !call.on.empty() && is_it(call.on[0]);
  if (!waits_for_several(call.api) || call.result < 0 || call.result >= static_cast<std::int64_t>(call.on.size())) return false;
  const bool all = (call.flags & 1) != 0;
  return all ? std::any_of(call.on.begin(), call.on.end(), is_it) : is_it(call.on[static_cast<std::size_t>(call.result)]);
}

std::vector<const Call*> calls_of_actor(const Run& run, const std::function<bool(const Call&)>& wanted) {
  std::vector<const Call*> found;
  for (const Call& call : run.calls)
    if (call.program == kUnderTest && wanted(call)) found.push_back(&call);
  return found;
}

// What the program did before `limit` instead of waiting for the worker's process.
Because instead_of_waiting(const Run& run, const Worker& worker, std::uint64_t limit) {
  const json who = {{"worker", worker.name}};
  for (const Call& call : run.calls) {
    if (call.program != kUnderTest || !call.end || call.begin.order >= limit) continue;
    if (Because never = why_never_over(run, call)) return never;
    if (waits_for(call, Object::Kind::kProcess, worker.program)) {
      const bool any_of_several = waits_for_several(call.api) && (call.flags & 1) == 0 && call.on.size() > 1;
      if (call.result == kWaitTimeout)
        return because(limit == kNever ? kReasons["wait_timed_out_ignored"] : kReasons["exit_code_read_after_time_out"],
                       {{"worker", worker.name}, {"at_ms", text::in_milliseconds(call.end->at_us)}, {"timeout_ms", call.timeout_ms}},
                       call.end->order);
      if (call.result == kWaitFailed) {
        Because unfit = waited_on_unfit_array(run, limit);
        return unfit ? unfit
                     : because(kReasons["wait_failed"], {{"worker", worker.name}, {"call", call.api}, {"error", call.error}},
                               call.end->order);
      }
      if (any_of_several && call.result < 64)
        return because(kReasons["waited_for_either"], {{"worker", worker.name}, {"at_ms", text::in_milliseconds(call.end->at_us)}},
                       call.end->order);
    }
    if (waits_for(call, Object::Kind::kThread, worker.program)) return because(kShared["waited_for_thread"], who, call.begin.order);
  }
  return waited_on_no_open_handle(run, worker, limit);
}

// Whether the program, earlier than `before`, waited in a call that the grader does not know.
bool waits_unknown(const Run& run, std::uint64_t before) { return event_at(run, Event::Kind::kUnknownWait, kUnderTest) < before; }

Because may_have_waited(const Run& run, const std::string& worker) {
  return because(kReasons["may_have_waited"], {{"program", run.program}, {"worker", worker}},
                 event_at(run, Event::Kind::kUnknownWait, kUnderTest));
}

// No wait showed that the worker is Signaled, and its exit code was not read either.
Because never_signaled(const Run& run, const Worker& worker) {
  if (Because instead = instead_of_waiting(run, worker, kNever)) return instead;
  for (const Call& call : run.calls)
    if (call.program == kUnderTest && waits_for(call, Object::Kind::kProcess, worker.program) && (!call.end || call.ended_by_grader))
      return because(kReasons["wait_not_over"], {{"worker", worker.name}, {"call", call.api}}, call.begin.order);
  if (Because end = unfinished(run)) return end;  // it is not known what the program would have done
  if (waits_unknown(run, kNever)) return may_have_waited(run, worker.name);
  return because(kReasons["never_waited"], {{"worker", worker.name}});
}

// The process that the program waited for earlier than `limit`, if it waited for a process but not for the worker's.
std::optional<int> waited_for_another(const Run& run, const Worker& worker, std::uint64_t limit) {
  std::optional<int> other;
  for (const Call& call : run.calls) {
    if (call.program != kUnderTest || call.begin.order >= limit || !waits(call)) continue;
    for (const Object& object : call.on) {
      if (object.kind == Object::Kind::kProcess && object.program == worker.program) return {};
      if (object.kind == Object::Kind::kProcess) other = object.program;
    }
  }
  return other;
}

Because read_too_early(const Run& run, const Worker& worker, const Call& read) {
  const bool running = event_at(run, Event::Kind::kSignaled, worker.program) > read.begin.order && read.value == 259;
  if (Because instead = instead_of_waiting(run, worker, read.begin.order)) {
    if (running) instead.args["value"] = 259;
    return instead;
  }
  if (!running && waits_unknown(run, read.begin.order)) return may_have_waited(run, worker.name);
  json args = {
      {"worker", worker.name}, {"at_ms", text::in_milliseconds(read.begin.at_us)}, {"value", read.value.value_or(0)}, {"call", read.api}};
  if (const std::optional<int> other = running ? waited_for_another(run, worker, read.begin.order) : std::nullopt) {
    args["other"] = name_of(run, *other);
    return because(kReasons["exit_code_read_with_no_wait_called"], args, read.begin.order);
  }
  return because(running ? kReasons["exit_code_read_too_early"] : kReasons["exit_code_read_without_wait"], args, read.begin.order);
}

}  // namespace

std::span<const Reason> process_reasons() { return kReasons; }

Because because(const Reason& reason, json args, std::optional<std::uint64_t> order) {
  Because out;
  out.reason = &reason;
  out.args = std::move(args);
  out.order = order;
  return out;
}

std::vector<Worker> started(const Run& run, const std::string& name) {
  std::vector<Worker> workers;
  for (std::size_t i = 0; i < run.programs.size(); ++i) {
    const Program& program = run.programs[i];
    if (program.parent == kUnderTest && program.role != Program::Role::kForeign && program.name == name)
      workers.push_back({static_cast<int>(i), program.arguments.empty() ? name : name + " " + program.arguments, program.arguments});
  }
  return workers;
}

std::string name_of(const Run& run, int program) {
  if (program < 0 || program >= static_cast<int>(run.programs.size())) return "?";
  const Program& it = run.programs[static_cast<std::size_t>(program)];
  return it.arguments.empty() ? it.name : it.name + " " + it.arguments;
}

std::uint64_t event_at(const Run& run, Event::Kind kind, int program) {
  for (const Event& event : run.events)
    if (event.kind == kind && event.program == program) return event.when.order;
  return kNever;
}

bool is_before_the_end(const Run& run, std::uint64_t moment, int program) {
  const std::uint64_t end = event_at(run, Event::Kind::kSignaled, program);
  return end != kNever && moment < end;
}

std::uint64_t terminated_at(const Run& run, int program) {
  if (program < 0 || program >= static_cast<int>(run.programs.size())) return kNever;
  // A process may take a moment to end, and the grader may release it in the meantime: if it was terminated before that, it has not ended
  // by itself either.
  const bool killed = run.programs[static_cast<std::size_t>(program)].end == Program::End::kKilled;
  const std::uint64_t released = event_at(run, Event::Kind::kReleased, program);
  for (const Call& call : run.calls)
    if (call.program == kUnderTest && call.api == Api::kTerminateProcess && call.end && call.result != 0 && !call.on.empty() &&
        names(call.on[0], Object::Kind::kProcess, program) && (killed || call.end->order < released))
      return call.begin.order;
  return kNever;
}

Because waited_on_closed_handle(const Run& run, const Worker& worker, std::uint64_t before) {
  for (const Call& call : run.calls)
    if (call.program == kUnderTest && call.end && call.begin.order < before && call.result == kWaitFailed &&
        waits_for(call, Object::Kind::kClosed, worker.program))
      return because(kShared["waited_on_closed_handle"], {{"worker", worker.name}, {"call", call.api}, {"error", call.error}},
                     call.begin.order);
  return {};
}

Because waited_on_no_open_handle(const Run& run, const Worker& worker, std::uint64_t before) {
  if (Because closed = waited_on_closed_handle(run, worker, before)) return closed;
  if (Because unfit = waited_on_unfit_array(run, before)) return unfit;
  for (const Call& call : run.calls) {
    if (call.program != kUnderTest || !waits(call) || call.faulted || call.result != kWaitFailed || call.begin.order >= before) continue;
    const bool no_handle = std::any_of(call.on.begin(), call.on.end(), [](const Object& object) {
      return object.kind == Object::Kind::kInvalid || object.kind == Object::Kind::kNull;
    });
    if (no_handle)
      return because(kReasons["waited_on_no_handle"], {{"worker", worker.name}, {"call", call.api}, {"error", call.error}},
                     call.begin.order);
  }
  return {};
}

Action WaitUntilSignaled(const Worker& worker) {
  return {"waits until " + worker.name + " is signaled",
          [worker](const Run& run) {
            const std::uint64_t terminated = terminated_at(run, worker.program);  // after that, a wait shows only that it was terminated
            return calls_of_actor(run,
                                  [&](const Call& call) { return told_signaled(call, worker.program) && call.end->order < terminated; });
          },
          [worker](const Run& run, const Call* read) -> Because {
            if (const std::uint64_t ended = terminated_at(run, worker.program); ended != kNever && (!read || ended < read->begin.order))
              return because(kShared["worker_terminated"], {{"worker", worker.name}}, ended);
            return read ? read_too_early(run, worker, *read) : never_signaled(run, worker);
          },
          false};
}

Action LastReadOfExitCode(const Worker& worker) {
  return {"the last read of its exit code",
          [worker](const Run& run) {
            auto reads = calls_of_actor(run, [&](const Call& call) {
              return call.api == Api::kGetExitCodeProcess && call.value && !call.on.empty() &&
                     names(call.on[0], Object::Kind::kProcess, worker.program);
            });
            if (reads.size() > 1) reads.erase(reads.begin(), reads.end() - 1);
            return reads;
          },
          nullptr, false};
}

Action StartOf(const Worker& worker) {
  return {"starts " + worker.name,
          [worker](const Run& run) {
            return calls_of_actor(run, [&](const Call& call) { return call.api == Api::kCreateProcess && call.started == worker.program; });
          },
          [worker](const Run& run, const Call* wait) -> Because {
            const std::string first = wait ? name_of(run, wait->on[0].program) : "";
            return because(kReasons["waited_before_second_start"], {{"first", first}, {"second", worker.name}},
                           wait ? std::optional(wait->begin.order) : std::nullopt);
          },
          false};
}

// A single query is not a wait, but polling until the worker ends is: then the grader released it while the program was polling.
Action FirstWaitFor(const Worker& worker) {
  return {"waits for " + worker.name,
          [worker](const Run& run) {
            const std::uint64_t released = event_at(run, Event::Kind::kReleased, worker.program);
            auto found = calls_of_actor(run, [&](const Call& call) {
              if (waits_for(call, Object::Kind::kProcess, worker.program) && call.timeout_ms != 0) return true;
              const bool asks = !call.on.empty() && std::any_of(call.on.begin(), call.on.end(), [&](const Object& object) {
                return names(object, Object::Kind::kProcess, worker.program);
              });
              return asks && call.begin.order < released && (!call.end || released < call.end->order);
            });
            if (found.size() > 1) found.erase(found.begin() + 1, found.end());
            return found;
          },
          nullptr, true};
}

RunMatcher Does::Before(Action second) const {
  return RunMatcher(action_.what + " before " + second.what, [first = action_, second](const Run& run) -> Because {
    const std::vector<const Call*> later = second.find(run);
    if (later.empty() && second.may_be_absent) return {};
    for (const Call* earlier : first.find(run))
      if (earlier->end && (later.empty() || earlier->end->order < later.front()->begin.order)) return {};
    return first.missed(run, later.empty() ? nullptr : later.front());
  });
}

RunMatcher WaitsForAnyOf(const std::vector<Worker>& workers) {
  return RunMatcher("waits for what it has started", [workers](const Run& run) -> Because {
    for (const Worker& worker : workers) {
      const auto waits_for_its_thread = [&](const Call& call) { return waits_for(call, Object::Kind::kThread, worker.program); };
      if (!FirstWaitFor(worker).find(run).empty() || !WaitUntilSignaled(worker).find(run).empty() ||
          !calls_of_actor(run, waits_for_its_thread).empty())
        return {};
    }
    if (workers.empty()) return because(kShared["no_workers"], {{"expected", 1}});
    return never_signaled(run, workers.front());
  });
}

RunMatcher NeverSpins() {
  return RunMatcher("waits without spinning", [](const Run& run) -> Because {
    for (const Event& event : run.events) {
      if (event.kind != Event::Kind::kSpinning || event.by != kUnderTest) continue;
      const auto& program = run.programs.at(static_cast<std::size_t>(event.program));
      Api call = Api::kGetExitCodeProcess;
      for (const Call& asked : run.calls)
        if (asked.begin.order < event.when.order && !asked.on.empty() && names(asked.on[0], Object::Kind::kProcess, event.program))
          call = asked.api;
      return because(kReasons["spins"], {{"worker", program.name + " " + program.arguments}, {"count", event.value}, {"call", call}},
                     event.when.order);
    }
    return {};
  });
}

}  // namespace lab::checks
