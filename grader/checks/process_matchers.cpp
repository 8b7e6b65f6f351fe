// What a program did, as far as order and calls are concerned.
#include "checks/matchers.h"

#include <fmt/core.h>

#include <algorithm>

#include "text/text.h"

namespace lab::trace {

void PrintTo(const Run& run, std::ostream* out) { *out << run.program << " in " << run.scenario; }

}  // namespace lab::trace

namespace lab::checks {
namespace {

using nlohmann::json;
using trace::Event;
using trace::Object;
using trace::Program;

constexpr std::uint32_t kWaitTimeout = 258;
constexpr std::int64_t kWaitFailed = 0xFFFFFFFF;
constexpr int kActor = 0;
const std::uint64_t kNever = ~std::uint64_t{0};

bool names(const Object& object, Object::Kind kind, int program) { return object.kind == kind && object.program == program; }

bool waits(const Call& call) { return is_wait(call.api); }

bool waits_for(const Call& call, Object::Kind kind, int program) {
  return waits(call) && std::any_of(call.on.begin(), call.on.end(), [&](const Object& object) { return names(object, kind, program); });
}

// Whether the call told that the process is signaled.
bool told_signaled(const Call& call, int program) {
  if (!call.end) return false;
  const auto is_it = [&](const Object& object) { return names(object, Object::Kind::kProcess, program); };
  if (call.api == Api::kWaitForSingleObject || call.api == Api::kWaitOrTimerCallback)
    return call.result == 0 && !call.on.empty() && is_it(call.on[0]);
  if (call.api != Api::kWaitForMultipleObjects || call.result < 0 || call.result >= static_cast<std::int64_t>(call.on.size())) return false;
  const bool all = (call.flags & 1) != 0;
  return all ? std::any_of(call.on.begin(), call.on.end(), is_it) : is_it(call.on[static_cast<std::size_t>(call.result)]);
}

std::uint64_t event_at(const Run& run, Event::Kind kind, int program) {
  for (const Event& event : run.events)
    if (event.kind == kind && event.program == program) return event.when.order;
  return kNever;
}

std::string ms(const trace::Moment& moment) { return fmt::format("{:.1f}", static_cast<double>(moment.at_us) / 1000); }

std::vector<const Call*> calls_of_actor(const Run& run, const std::function<bool(const Call&)>& wanted) {
  std::vector<const Call*> found;
  for (const Call& call : run.calls)
    if (call.program == kActor && wanted(call)) found.push_back(&call);
  return found;
}

// The program did something instead of waiting for the worker's process: what, before the moment `limit`?
Because instead_of_waiting(const Run& run, const Worker& worker, std::uint64_t limit) {
  const json who = {{"worker", worker.name}};
  for (const Call& call : run.calls) {
    if (call.program != kActor || !call.end || call.begin.order >= limit) continue;
    if (waits_for(call, Object::Kind::kProcess, worker.program)) {
      const bool any_of_several = call.api == Api::kWaitForMultipleObjects && (call.flags & 1) == 0 && call.on.size() > 1;
      if (call.result == kWaitTimeout)
        return because("wait_timed_out_ignored", {{"worker", worker.name}, {"at_ms", ms(*call.end)}, {"timeout_ms", call.timeout_ms}},
                       call.end->order);
      if (call.result == kWaitFailed)
        return because("wait_failed", {{"worker", worker.name}, {"call", call.api}, {"error", call.error}}, call.end->order);
      if (any_of_several && call.result < 64)
        return because("waited_for_either", {{"worker", worker.name}, {"at_ms", ms(*call.end)}}, call.end->order);
    }
    if (waits_for(call, Object::Kind::kThread, worker.program)) return because("waited_for_thread", who, call.begin.order);
  }
  return nullptr;
}

Because read_too_early(const Run& run, const Worker& worker, const Call& read) {
  const bool running = event_at(run, Event::Kind::kSignaled, worker.program) > read.begin.order && read.value == 259;
  if (Because instead = instead_of_waiting(run, worker, read.begin.order); !instead.is_null()) {
    if (running) instead["args"]["value"] = 259;
    return instead;
  }
  const json args = {{"worker", worker.name}, {"at_ms", ms(read.begin)}, {"value", read.value.value_or(0)}, {"call", read.api}};
  return because(running ? "exit_code_read_too_early" : "exit_code_read_without_wait", args, read.begin.order);
}

// A start that failed on its own account, and not because the grader ordered it, explains what is missing.
Because too_few(const Run& run, std::size_t seen, std::size_t expected) {
  for (const Call& call : run.calls)
    if (call.program == kActor && call.api == Api::kCreateProcess && call.end && call.result == 0 && !call.faulted)
      return because("start_failed", {{"call", call.api}, {"error", call.error}}, call.begin.order);
  if (seen == 0) return because("no_workers", {{"expected", expected}});
  return because("too_few_workers", {{"seen", seen}, {"expected", expected}});
}

}  // namespace

Because because(const std::string& id, json args, std::optional<std::uint64_t> order) {
  Because out = {{"id", id}, {"args", std::move(args)}};
  if (order) out["order"] = *order;
  return out;
}

std::vector<Worker> started(const Run& run, const std::string& name) {
  std::vector<Worker> workers;
  for (std::size_t i = 0; i < run.programs.size(); ++i) {
    const Program& program = run.programs[i];
    if (program.parent == kActor && program.role != Program::Role::kForeign && program.name == name)
      workers.push_back({static_cast<int>(i), program.arguments.empty() ? name : name + " " + program.arguments, program.arguments});
  }
  return workers;
}

Action WaitUntilSignaled(const Worker& worker) {
  return {"waits until " + worker.name + " is signaled",
          [worker](const Run& run) { return calls_of_actor(run, [&](const Call& call) { return told_signaled(call, worker.program); }); },
          [worker](const Run& run, const Call* read) -> Because {
            if (read) return read_too_early(run, worker, *read);
            if (Because instead = instead_of_waiting(run, worker, kNever); !instead.is_null()) return instead;
            return because("never_waited", {{"worker", worker.name}});
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
            const int other = wait ? wait->on[0].program : -1;
            const bool known = other >= 0 && other < static_cast<int>(run.programs.size());
            const std::string first =
                known ? run.programs[static_cast<std::size_t>(other)].name + " " + run.programs[static_cast<std::size_t>(other)].arguments
                      : "";
            return because("waited_before_second_start", {{"first", first}, {"second", worker.name}},
                           wait ? std::optional(wait->begin.order) : std::nullopt);
          },
          false};
}

// Asking once is no wait; asking until the worker ends is one: then the grader let it end while the program was asking.
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
    if (later.empty() && second.may_be_absent) return nullptr;
    for (const Call* earlier : first.find(run))
      if (earlier->end && (later.empty() || earlier->end->order < later.front()->begin.order)) return nullptr;
    return first.missed(run, later.empty() ? nullptr : later.front());
  });
}

RunMatcher Started(const std::string& program, std::vector<std::string> arguments) {
  return RunMatcher(
      "starts " + program + " as often as it should, with the right arguments",
      [program, arguments](const Run& run) -> Because {
        const std::vector<Worker> workers = started(run, program);
        if (workers.empty())
          for (const Program& other : run.programs)
            if (other.parent == kActor) return because("started_something_else", {{"seen", other.name}, {"expected", program}});
        if (workers.size() < arguments.size()) return too_few(run, workers.size(), arguments.size());
        if (workers.size() > arguments.size())
          return because("too_many_workers", {{"seen", workers.size()}, {"expected", arguments.size()}});
        std::vector<std::string> missing = arguments;
        const Worker* wrong = nullptr;
        for (const Worker& worker : workers) {
          const auto match = std::find(missing.begin(), missing.end(), worker.arguments);
          if (match != missing.end())
            missing.erase(match);
          else
            wrong = &worker;
        }
        if (!wrong) return nullptr;
        return because("wrong_worker_arguments", {{"seen", wrong->arguments}, {"expected", missing.front()}});
      },
      true);
}

bool calls_create_process(const Run& run) {
  return std::any_of(run.calls.begin(), run.calls.end(),
                     [](const Call& call) { return call.program == kActor && call.api == Api::kCreateProcess; });
}

RunMatcher TriedToStart(const std::string& program, int times) {
  return RunMatcher("tries to start " + program, [program, times](const Run& run) -> Because {
    const bool tried = std::any_of(run.calls.begin(), run.calls.end(), [](const Call& call) {
      return call.api == Api::kCreateProcess && call.program == kActor && call.result == 0;
    });
    if (tried) return nullptr;
    if (!calls_create_process(run)) return because("never_tried_to_start", {{"program", run.program}});
    return too_few(run, started(run, program).size(), static_cast<std::size_t>(times));
  });
}

RunMatcher WaitsForAnyOf(const std::vector<Worker>& workers) {
  return RunMatcher("waits for what it has started", [workers](const Run& run) -> Because {
    for (const Worker& worker : workers) {
      const auto waits_for_its_thread = [&](const Call& call) { return waits_for(call, Object::Kind::kThread, worker.program); };
      if (!FirstWaitFor(worker).find(run).empty() || !WaitUntilSignaled(worker).find(run).empty() ||
          !calls_of_actor(run, waits_for_its_thread).empty())
        return nullptr;
    }
    return because("never_waited", {{"worker", workers.empty() ? run.program : workers.front().name}});
  });
}

RunMatcher NeverSpins() {
  return RunMatcher("waits without spinning", [](const Run& run) -> Because {
    for (const Event& event : run.events) {
      if (event.kind != Event::Kind::kSpinning || event.by != kActor) continue;
      const auto& program = run.programs.at(static_cast<std::size_t>(event.program));
      Api call = Api::kGetExitCodeProcess;
      for (const Call& asked : run.calls)
        if (asked.begin.order < event.when.order && !asked.on.empty() && names(asked.on[0], Object::Kind::kProcess, event.program))
          call = asked.api;
      return because("spins", {{"worker", program.name + " " + program.arguments}, {"count", event.value}, {"call", call}},
                     event.when.order);
    }
    return nullptr;
  });
}

}  // namespace lab::checks
