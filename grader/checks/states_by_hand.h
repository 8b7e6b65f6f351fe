// Handwritten test runs of a program that starts others and checks their states.
#pragma once

#include <string>
#include <vector>

#include "checks/matchers.h"
#include "text/text.h"

namespace lab::checks {

inline constexpr std::uint32_t kInfinite = 0xFFFFFFFF;
inline constexpr std::uint32_t kMilliseconds = 60000;
inline constexpr std::int64_t kTimedOut = 258, kFailed = 0xFFFFFFFF;

// A program and the programs that it has started. Calls and events happen in the order in which they are added.
class StatesByHand {
 public:
  StatesByHand(const std::string& program, const std::vector<std::string>& children) {
    run.program = program;
    run.scenario = "by_hand";
    run.programs = {one(program, trace::Program::Role::kActor, -1)};
    for (const std::string& child : children) {
      run.programs.push_back(one(child, trace::Program::Role::kStandin, 0));
      Call& start = add(Api::kCreateProcess);
      start.started = static_cast<int>(run.programs.size()) - 1;
      start.handles = {2 * *start.started - 1, 2 * *start.started};
      workers.push_back({*start.started, child, ""});
    }
  }

  Call& add(Api api) {
    Call call;
    call.api = api;
    call.begin = next();
    call.end = next();
    call.result = 1;
    run.calls.push_back(call);
    return run.calls.back();
  }
  Call& on(Api api, trace::Object::Kind kind, int program = 1) {
    Call& call = add(api);
    call.on = {{kind, program, 0}};
    return call;
  }
  Call& waits(std::uint32_t timeout, std::int64_t result, int program = 1, Api api = Api::kWaitForSingleObject) {
    Call& call = on(api, trace::Object::Kind::kProcess, program);
    call.timeout_ms = timeout;
    call.result = result;
    return call;
  }
  Call& waits_for(const std::vector<int>& programs, bool all, std::int64_t result) {
    Call& call = add(Api::kWaitForMultipleObjects);
    for (const int program : programs) call.on.push_back({trace::Object::Kind::kProcess, program, 0});
    call.flags = all ? 1 : 0;
    call.timeout_ms = kInfinite;
    call.result = result;
    return call;
  }
  Call& fails(Call& wait) {
    wait.faulted = true;
    wait.result = kFailed;
    wait.error = 6;
    return wait;
  }
  void reads(std::int64_t code) { on(Api::kGetExitCodeProcess, trace::Object::Kind::kProcess).value = code; }
  void child_ends(int program = 1) { happens(trace::Event::Kind::kSignaled, program); }
  void is_released(int program) { happens(trace::Event::Kind::kReleased, program); }
  void happens(trace::Event::Kind kind, int program) {
    trace::Event event;
    event.kind = kind;
    event.program = program;
    event.when = next();
    run.events.push_back(event);
  }
  // Returns the moment (an order) at which the text is printed.
  std::uint64_t prints(const std::string& text, const std::string& stream = "stdout") {
    (stream == "stderr" ? run.errors : run.output) += text;
    Call& call = add(Api::kWriteFile);
    call.text = {{"stream", stream}, {"written", text}};
    return call.begin.order;
  }
  void ends(trace::Program::End how, std::uint32_t exit_code = 0) {
    run.programs[0].end = how;
    run.programs[0].exit_code = exit_code;
  }

  Because against(const RunMatcher& matcher) const { return matcher.reason_against(run); }
  // Returns the id of the reason. Throws if its sentence cannot be filled in, in either language.
  std::string reason(const RunMatcher& matcher) const {
    const Because because = against(matcher);
    if (!because) return "";
    for (const text::Language language : {text::Language::kEnglish, text::Language::kKorean})
      text::filled(language, because.reason->en, because.reason->ko, because.args);
    return std::string(because.id());
  }

  trace::Run run;
  std::vector<Worker> workers;

 private:
  static trace::Program one(const std::string& name, trace::Program::Role role, int parent) {
    trace::Program program;
    program.name = name;
    program.role = role;
    program.parent = parent;
    program.end = trace::Program::End::kItself;
    program.attached = true;
    return program;
  }
  trace::Moment next() {
    ++order_;
    return {order_, static_cast<std::int64_t>(order_) * 100, 0};
  }
  std::uint64_t order_ = 0;
};

}  // namespace lab::checks
