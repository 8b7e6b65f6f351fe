// Lab 05: PartAdder by itself, and AdderManager in every order of events that can make a difference.
#include <algorithm>
#include <random>
#include <string>

#include "labs/labs.h"

namespace lab::labs {

using namespace scenario;

namespace {

constexpr std::uint32_t kMinusOne = 0xFFFFFFFF;
constexpr std::uint32_t kAccessViolation = 0xC0000005;
constexpr std::uint32_t kBreakpoint = 0x80000003;
constexpr std::uint32_t kFirstFailure = 0x80000000;
constexpr std::uint32_t kLargestSum = 0x7FFFFFFF;
constexpr std::uint32_t kInvalidHandle = 6;    // ERROR_INVALID_HANDLE
constexpr std::uint32_t kNotEnoughMemory = 8;  // ERROR_NOT_ENOUGH_MEMORY

Scenario part_adder(const std::string& name, const std::string& arguments, std::uint32_t exit_code) {
  Scenario run;
  run.name = name;
  run.program = "PartAdder";
  run.arguments = arguments;
  run.facts = {{"arguments", arguments}, {"exit_code", std::to_string(exit_code)}};
  return run;
}

Scenario random_range(std::uint64_t seed) {
  std::mt19937_64 engine(seed);
  const auto pick = [&](std::uint64_t below) { return static_cast<std::uint32_t>(engine() % below); };
  const std::uint32_t first = 11 + pick(1000);
  const std::uint32_t last = first + 2 + pick(300);
  std::uint32_t sum = 0;
  for (std::uint32_t number = first; number <= last; ++number) sum += number;
  return part_adder("range_random", std::to_string(first) + " " + std::to_string(last), sum);
}

Group part_adder_runs(std::uint64_t seed) {
  return {
      part_adder("range_1_5", "1 5", 15),
      part_adder("range_6_10", "6 10", 40),
      part_adder("range_129_130", "129 130", 259),
      part_adder("range_largest_sum", "2147483647 2147483647", kLargestSum),
      random_range(seed),
      part_adder("empty_5_1", "5 1", 0),
      part_adder("wrong_none", "", kMinusOne),
      part_adder("wrong_one", "7", kMinusOne),
      part_adder("wrong_three", "1 2 3", kMinusOne),
      part_adder("wrong_word", "abc 5", kMinusOne),
      part_adder("wrong_negative_first", "-3 5", kMinusOne),
      part_adder("wrong_negative_last", "1 -1", kMinusOne),
      part_adder("wrong_sum", "1 100000", kMinusOne),
      part_adder("wrong_sum_of_32_bits", "1073741824 1073741825", kMinusOne),
      part_adder("wrong_sum_by_one", "2147483648 2147483648", kMinusOne),
      part_adder("wrong_endless", "1 4294967295", kMinusOne),
  };
}

// The workers are fake workers that end with these codes, in the order `release`.
Scenario manager(const std::string& name, std::uint32_t code_1, std::uint32_t code_2, std::vector<int> release = {1, 2}) {
  Scenario run;
  run.name = name;
  run.program = "AdderManager";
  run.files = {{"PartAdder.exe", ""}};
  run.standins = {"PartAdder"};
  run.workers = {{"1 5", code_1}, {"6 10", code_2}};
  run.release = std::move(release);
  run.facts = {{"exit_code_1", std::to_string(code_1)}, {"exit_code_2", std::to_string(code_2)}};
  return run;
}

// Each run serves several checks, by combining orders with exit codes.
Group order_runs() {
  Scenario ended_before = manager("ended_before", 259, 40);
  ended_before.start_until_ended = true;
  Scenario hurried = manager("hurried", 15, 40);
  hurried.hurried = true;
  hurried.only_after_finite_wait = true;  // without finite waits, it would be the same as worker_1_first
  Scenario first = manager("worker_1_first", 15, 40);
  first.facts["show_output"] = "yes";  // reports show what this run printed
  return {std::move(first), manager("worker_2_first", 1234, 77, {2, 1}), std::move(ended_before), std::move(hurried)};
}

// For each of these functions, the n-th call on a worker fails.
Scenario failed_calls(const std::string& name, const std::vector<Api>& apis, std::uint32_t nth) {
  Scenario run = manager(name, 15, 40);
  for (const Api api : apis) run.faults.push_back({api, "PartAdder", nth, kInvalidHandle});
  return run;
}

Group failed_call_runs() {
  const std::vector<Api> waits = {Api::kWaitForSingleObject, Api::kWaitForMultipleObjects}, read = {Api::kGetExitCodeProcess};
  return {failed_calls("first_wait_fails", waits, 1), failed_calls("second_wait_fails", waits, 2),
          failed_calls("first_read_fails", read, 1), failed_calls("second_read_fails", read, 2)};
}

// Values on both sides of the limit between sums and failures, for each worker.
Group limit_runs() {
  return {manager("first_at_the_limit", kFirstFailure, 40), manager("second_at_the_limit", 15, kFirstFailure),
          manager("first_below_the_limit", kLargestSum, 0), manager("second_below_the_limit", 0, kLargestSum)};
}

Group failure_runs(bool with_part_adder) {
  Scenario no_part_adder = manager("no_part_adder", 15, 40);
  no_part_adder.files.clear();
  Scenario second_start_fails = manager("second_start_fails", 15, 40);
  second_start_fails.faults = {{Api::kCreateProcess, "PartAdder", 2, kNotEnoughMemory}};
  Group runs = {manager("worker_fails", kMinusOne, 40), manager("worker_crashes", 15, kAccessViolation),
                manager("worker_hits_a_breakpoint", kBreakpoint, 40), std::move(no_part_adder), std::move(second_start_fails)};
  if (with_part_adder) {
    Scenario yours = manager("your_part_adder", 15, 40);
    yours.files = {{"PartAdder.exe", "PartAdder"}};
    yours.standins.clear();
    yours.children = {"PartAdder"};
    yours.workers.clear();
    runs.push_back(std::move(yours));
  }
  return runs;
}

constexpr RunWords kAdderRuns[] = {
    {"PartAdder", "", {"the arguments are \"{arguments}\"", "인수가 \"{arguments}\"인"}},
    {"PartAdder", "wrong_none", {"there are no arguments", "인수가 없는"}},
    {"AdderManager", "worker_1_first", {"the first worker ends first", "첫 번째 작업 프로세스가 먼저 끝나는"}},
    {"AdderManager",
     "worker_2_first",
     {"the second worker ends first, with different sums than usual", "두 번째 작업 프로세스가 다른 합을 반환하며 먼저 끝나는"}},
    {"AdderManager",
     "ended_before",
     {"both workers have ended before CreateProcess returns, the first with 259",
      "CreateProcess가 반환되기 전에 두 작업 프로세스가 끝나고 첫 번째의 종료 코드가 259인"}},
    {"AdderManager",
     "hurried",
     {"the time-out of a wait expires before the worker ends", "작업 프로세스가 끝나기 전에 대기의 제한 시간이 지나는"}},
    {"AdderManager", "first_wait_fails", {"the first wait fails", "첫 번째 대기가 실패하는"}},
    {"AdderManager", "second_wait_fails", {"the second wait fails", "두 번째 대기가 실패하는"}},
    {"AdderManager", "first_read_fails", {"the first GetExitCodeProcess fails", "첫 번째 GetExitCodeProcess가 실패하는"}},
    {"AdderManager", "second_read_fails", {"the second GetExitCodeProcess fails", "두 번째 GetExitCodeProcess가 실패하는"}},
    {"AdderManager",
     "first_at_the_limit",
     {"the first worker ends with 0x80000000, the smallest failure",
      "첫 번째 작업 프로세스가 가장 작은 실패 코드인 0x80000000으로 끝나는"}},
    {"AdderManager",
     "second_at_the_limit",
     {"the second worker ends with 0x80000000, the smallest failure",
      "두 번째 작업 프로세스가 가장 작은 실패 코드인 0x80000000으로 끝나는"}},
    {"AdderManager",
     "first_below_the_limit",
     {"the first worker ends with 0x7FFFFFFF, the largest sum", "첫 번째 작업 프로세스가 가장 큰 합인 0x7FFFFFFF로 끝나는"}},
    {"AdderManager",
     "second_below_the_limit",
     {"the second worker ends with 0x7FFFFFFF, the largest sum", "두 번째 작업 프로세스가 가장 큰 합인 0x7FFFFFFF로 끝나는"}},
    {"AdderManager", "worker_fails", {"the first worker ends with -1", "첫 번째 작업 프로세스가 -1로 끝나는"}},
    {"AdderManager", "worker_crashes", {"the second worker crashes", "두 번째 작업 프로세스가 비정상 종료하는"}},
    {"AdderManager",
     "worker_hits_a_breakpoint",
     {"the first worker ends with 0x80000003, a breakpoint", "첫 번째 작업 프로세스가 중단점 코드 0x80000003으로 끝나는"}},
    {"AdderManager", "no_part_adder", {"there is no PartAdder.exe", "PartAdder.exe가 없는"}},
    {"AdderManager", "second_start_fails", {"only the second start fails", "두 번째 시작만 실패하는"}},
    {"AdderManager", "your_part_adder", {"the workers are your own PartAdder", "여러분의 PartAdder를 작업 프로세스로 쓰는"}},
};

}  // namespace

std::span<const RunWords> adder_manager_words() { return kAdderRuns; }

std::vector<Group> adder_manager(const std::vector<std::string>& programs, std::uint64_t seed) {
  const auto there = [&](const char* name) { return std::find(programs.begin(), programs.end(), name) != programs.end(); };
  std::vector<Group> groups;
  if (there("AdderManager")) {
    groups.push_back(order_runs());
    groups.push_back(failed_call_runs());
    groups.push_back(limit_runs());
    groups.push_back(failure_runs(there("PartAdder")));
  }
  if (there("PartAdder")) groups.push_back(part_adder_runs(seed));
  return groups;
}

}  // namespace lab::labs
