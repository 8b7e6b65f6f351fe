// Lab 04: StateWatcher and FirstAndAll. They start fake workers, so the grader decides when each of them ends.
#include <string>

#include "labs/labs.h"

namespace lab::labs {

using namespace scenario;

namespace {

constexpr char kChildArguments[] = "one two";
constexpr char kMilliseconds[] = "60000";
constexpr std::uint32_t kInvalidHandle = 6;    // ERROR_INVALID_HANDLE
constexpr std::uint32_t kNotEnoughMemory = 8;  // ERROR_NOT_ENOUGH_MEMORY

Scenario watcher(const std::string& name, std::uint32_t exit_code) {
  Scenario run;
  run.name = name;
  run.program = "StateWatcher";
  run.arguments = kMilliseconds;
  run.arguments.append(" \"Child.exe ").append(kChildArguments).append("\"");
  run.files = {{"Child.exe", ""}};
  run.standins = {"Child"};
  run.workers = {{kChildArguments, exit_code}};
  run.release = {1};
  run.facts = {{"exit_code", std::to_string(exit_code)}, {"milliseconds", kMilliseconds}};
  return run;
}

// The n-th wait for one object fails, and so does the n-th wait for several. If there is only one child, only waits for that child count.
Scenario with_failed_wait(Scenario run, const std::string& name, std::uint32_t nth) {
  const std::string target = run.standins.size() == 1 ? run.standins.front() : "";
  run.name = name;
  for (const Api api : {Api::kWaitForSingleObject, Api::kWaitForMultipleObjects}) run.faults.push_back({api, target, nth, kInvalidHandle});
  return run;
}

Group watcher_runs() {
  Scenario held = watcher("held", 7);
  held.facts["show_output"] = "yes";
  Scenario ended_before = watcher("ended_before", 0);
  ended_before.start_until_ended = true;
  Scenario timeout = watcher("timeout", 258);
  timeout.hurried = true;
  return {std::move(held), std::move(ended_before), std::move(timeout), watcher("code_259", 259)};
}

Group watcher_failure_runs() {
  Scenario no_program = watcher("no_program", 7);
  no_program.files.clear();
  return {std::move(no_program), with_failed_wait(watcher("", 7), "first_wait_fails", 1),
          with_failed_wait(watcher("", 7), "second_wait_fails", 2)};
}

Scenario several(const std::string& name, std::vector<int> release) {
  Scenario run;
  run.name = name;
  run.program = "FirstAndAll";
  run.arguments = "One.exe Two.exe Three.exe";
  run.files = {{"One.exe", ""}, {"Two.exe", ""}, {"Three.exe", ""}};
  run.standins = {"One", "Two", "Three"};
  run.workers = {{"", 0}};
  run.facts = {{"first", std::to_string(release.front())}};
  run.release = std::move(release);
  return run;
}

Group first_and_all_runs() {
  Scenario second = several("second_first", {2, 3, 1});
  second.facts["show_output"] = "yes";
  Scenario ended_before = several("ended_before", {1, 2, 3});
  ended_before.start_until_ended = true;
  Scenario hurried = several("hurried", {2, 3, 1});
  hurried.hurried = true;
  hurried.only_after_finite_wait = true;  // without finite waits, it would be the same as second_first
  Scenario too_many = several("too_many", {1});
  too_many.arguments = "One.exe";
  for (int i = 1; i < 65; ++i) too_many.arguments += " One.exe";
  // The first attempt already shows whether the program would start them.
  Scenario sixty_four = several("sixty_four", {1});
  sixty_four.arguments = "One.exe";
  for (int i = 1; i < 64; ++i) sixty_four.arguments += " One.exe";
  sixty_four.faults = {{Api::kCreateProcess, "One", 1, kNotEnoughMemory}};
  return {std::move(second),
          several("third_first", {3, 1, 2}),
          several("first_first", {1, 2, 3}),
          std::move(ended_before),
          std::move(hurried),
          with_failed_wait(several("", {2, 3, 1}), "first_wait_fails", 1),
          with_failed_wait(several("", {2, 3, 1}), "second_wait_fails", 2),
          std::move(too_many),
          std::move(sixty_four)};
}

constexpr RunWords kStateRuns[] = {
    {"StateWatcher", "held", {"the program ends within the time-out", "제한 시간 안에 프로그램이 끝나는"}},
    {"StateWatcher",
     "ended_before",
     {"the program has ended before CreateProcess returns", "CreateProcess가 반환되기 전에 프로그램이 끝나는"}},
    {"StateWatcher", "timeout", {"the time-out expires before the program ends", "프로그램이 끝나기 전에 제한 시간이 지나는"}},
    {"StateWatcher", "code_259", {"the program ends with exit code 259", "프로그램이 종료 코드 259로 끝나는"}},
    {"StateWatcher", "no_program", {"there is no such program", "시작할 프로그램이 없는"}},
    {"StateWatcher", "first_wait_fails", {"the first wait fails", "첫 번째 대기가 실패하는"}},
    {"StateWatcher", "second_wait_fails", {"the second wait fails", "두 번째 대기가 실패하는"}},
    {"FirstAndAll", "second_first", {"the second program ends first", "두 번째 프로그램이 가장 먼저 끝나는"}},
    {"FirstAndAll", "third_first", {"the third program ends first", "세 번째 프로그램이 가장 먼저 끝나는"}},
    {"FirstAndAll", "first_first", {"the first program ends first", "첫 번째 프로그램이 가장 먼저 끝나는"}},
    {"FirstAndAll", "ended_before", {"all programs have ended before the first wait", "첫 대기 전에 프로그램이 모두 끝나는"}},
    {"FirstAndAll",
     "hurried",
     {"the time-out of a wait expires before a program ends", "프로그램이 끝나기 전에 대기의 제한 시간이 지나는"}},
    {"FirstAndAll", "first_wait_fails", {"the first wait fails", "첫 번째 대기가 실패하는"}},
    {"FirstAndAll", "second_wait_fails", {"the second wait fails", "두 번째 대기가 실패하는"}},
    {"FirstAndAll", "too_many", {"there are 65 programs", "프로그램이 65개인"}},
    {"FirstAndAll",
     "sixty_four",
     {"there are 64 programs, of which the first cannot be started", "프로그램이 64개이고 첫 번째를 시작할 수 없는"}},
};

}  // namespace

std::span<const RunWords> signaled_states_words() { return kStateRuns; }

std::vector<Group> signaled_states(const std::vector<std::string>& programs, std::uint64_t /*seed*/) {
  std::vector<Group> groups;
  for (const std::string& program : programs) {
    if (program == "StateWatcher") {
      groups.push_back(watcher_runs());
      groups.push_back(watcher_failure_runs());
    }
    if (program == "FirstAndAll") groups.push_back(first_and_all_runs());
  }
  return groups;
}

}  // namespace lab::labs
