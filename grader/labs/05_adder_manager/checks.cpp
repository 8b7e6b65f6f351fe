// The checks of lab 05. What they demand stands in labs.md under the same names; the runs come from grader/scenario/adder_manager.cpp.
#include <algorithm>
#include <cctype>

#include "checks/fixture.h"

namespace lab::labs {

using namespace checks;

namespace {

constexpr std::uint32_t kMinusOne = 0xFFFFFFFF;
constexpr char kStartsBoth[] = "AdderManager.StartsBothWorkers";
constexpr char kWaitsForBoth[] = "AdderManager.WaitsForBothWorkers";
constexpr char kPrintsParts[] = "AdderManager.PrintsPartsAndTotal";
constexpr char kAddsItsRange[] = "PartAdder.AddsItsRange";

// PartAdder ended by itself with the exit code that its scenario promises.
RunMatcher EndsWithItsSum() {
  return RunMatcher(
      "ends with the sum of its range as exit code",
      [](const Run& run) -> Because {
        const auto& actor = run.actor();
        if (actor.end == trace::Program::End::kItself && std::to_string(actor.exit_code) == run.facts.at("exit_code")) return nullptr;
        return because("wrong_sum", {{"arguments", actor.arguments}, {"expected", run.facts.at("exit_code")}, {"seen", actor.exit_code}});
      },
      true);
}

// "1 100000": two numbers, so that only their sum can be wrong.
bool are_two_numbers(const std::string& arguments) {
  const bool digits = std::all_of(arguments.begin(), arguments.end(), [](unsigned char c) { return c == ' ' || std::isdigit(c) != 0; });
  return digits && std::count(arguments.begin(), arguments.end(), ' ') == 1;
}

RunMatcher RefusesItsArguments() {
  return RunMatcher(
      "ends with -1 because its arguments are wrong",
      [](const Run& run) -> Because {
        const auto& actor = run.actor();
        if (actor.end == trace::Program::End::kItself && actor.exit_code == kMinusOne) return nullptr;
        if (actor.arguments.empty()) return because("accepted_no_arguments", {{"seen", actor.exit_code}});
        const char* const id = are_two_numbers(actor.arguments) ? "accepted_too_large_a_sum" : "accepted_wrong_arguments";
        return because(id, {{"arguments", actor.arguments}, {"seen", actor.exit_code}});
      },
      true);
}

class PartAdder : public LabTest {
 protected:
  PartAdder() : LabTest("PartAdder") {}

  Demands sums(const std::vector<std::string>& scenarios) const {
    Demands demands;
    for (const std::string& scenario : scenarios) demands.push_back({&run("PartAdder", scenario), EndsWithItsSum()});
    return demands;
  }
  Demands adds_its_range() const { return sums({"range_1_5", "range_6_10", "range_random", "range_129_130"}); }
};

TEST_P(PartAdder, AddsItsRange) { expect(adds_its_range()); }

TEST_P(PartAdder, RefusesWrongArguments) {
  LAB_RESTS_ON(kAddsItsRange, adds_its_range());
  for (const Run* run : runs({"wrong_none", "wrong_one", "wrong_three", "wrong_word", "wrong_negative_first", "wrong_negative_last",
                              "wrong_sum", "wrong_endless"})) {
    EXPECT_THAT(*run, RefusesItsArguments());
    if (HasFailure()) return;
  }
}

TEST_P(PartAdder, AddsNothingForAnEmptyRange) {
  LAB_RESTS_ON(kAddsItsRange, adds_its_range());
  expect(sums({"empty_5_1"}));
}

class AdderManager : public LabTest {
 protected:
  AdderManager() : LabTest("AdderManager") {}

  Demands starts_both_workers() const { return {{&run("worker_1_first"), Started("PartAdder", {"1 5", "6 10"})}}; }

  Demands waits_for_both_workers(const std::vector<std::string>& scenarios) const {
    Demands demands;
    for (const Run* run : runs(scenarios))
      for (const Worker& worker : started(*run, "PartAdder"))
        demands.push_back({run, Does(WaitUntilSignaled(worker)).Before(LastReadOfExitCode(worker))});
    return demands;
  }
  // What is printed is a matter of luck where the program did not wait, and that is paid for already.
  Demands waits_where_workers_are_held() const { return waits_for_both_workers({"worker_1_first", "worker_2_first"}); }

  Demands prints_parts_and_total(const std::string& scenario) const {
    const Run& played = run(scenario);
    const std::uint64_t part_1 = std::stoull(played.facts.at("exit_code_1"));
    const std::uint64_t part_2 = std::stoull(played.facts.at("exit_code_2"));
    return {
        {&played, Prints("return_val1", part_1)}, {&played, Prints("return_val2", part_2)}, {&played, Prints("total", part_1 + part_2)}};
  }
};

TEST_P(AdderManager, StartsBothWorkers) { expect(starts_both_workers()); }

TEST_P(AdderManager, RunsThemSideBySide) {
  LAB_RESTS_ON(kStartsBoth, starts_both_workers());
  const Run& played = run("worker_1_first");
  const std::vector<Worker> workers = started(played, "PartAdder");
  EXPECT_THAT(played, Does(StartOf(workers.back())).Before(FirstWaitFor(workers.front())));
}

TEST_P(AdderManager, WaitsForBothWorkers) {
  LAB_RESTS_ON(kStartsBoth, starts_both_workers());
  expect(waits_for_both_workers({"worker_1_first", "worker_2_first", "ended_before", "hurried"}));
}

TEST_P(AdderManager, PrintsPartsAndTotal) {
  LAB_RESTS_ON(kStartsBoth, starts_both_workers());
  LAB_RESTS_ON(kWaitsForBoth, waits_where_workers_are_held());
  expect(prints_parts_and_total("worker_1_first"));
  expect({{&run("worker_1_first"), EndsWith(0)}});
}

TEST_P(AdderManager, AddsWhatTheWorkersReturn) {
  LAB_RESTS_ON(kStartsBoth, starts_both_workers());
  LAB_RESTS_ON(kWaitsForBoth, waits_where_workers_are_held());
  expect(prints_parts_and_total("worker_2_first"));
}

TEST_P(AdderManager, BelievesAnExitCodeOf259) {
  LAB_RESTS_ON(kStartsBoth, starts_both_workers());
  expect(prints_parts_and_total("ended_before"));
}

TEST_P(AdderManager, ReportsAFailedWorker) {
  LAB_RESTS_ON(kStartsBoth, starts_both_workers());
  LAB_RESTS_ON(kWaitsForBoth, waits_where_workers_are_held());
  for (const Run* played : runs({"worker_fails", "worker_crashes"})) expect({{played, PrintsNo("total")}, {played, EndsWith(kMinusOne)}});
}

TEST_P(AdderManager, ReportsAStartThatFailed) {
  const std::vector<std::string> scenarios = {"no_part_adder", "second_start_fails"};
  if (!met(on_each(scenarios, TriedToStart("PartAdder", 2)))) LAB_RESTS_ON(kStartsBoth, starts_both_workers());
  for (const Run* played : runs(scenarios))
    expect({{played, TriedToStart("PartAdder", 2)},
            {played, UsesNoWildHandle()},
            {played, PrintsNo("total")},
            {played, Says("Unable to start")},
            {played, EndsWith(kMinusOne)}});
}

TEST_P(AdderManager, WaitsWithoutSpinning) {
  LAB_RESTS_ON(kStartsBoth, starts_both_workers());
  const Demands own = on_each({"worker_1_first", "worker_2_first"}, NeverSpins());
  const Run& played = run("worker_1_first");
  if (met(own)) LAB_RESTS_ON(kWaitsForBoth, (Demands{{&played, WaitsForAnyOf(started(played, "PartAdder"))}}));
  expect(own);
}

TEST_P(AdderManager, WorksWithYourPartAdder) {
  LAB_RESTS_ON(kStartsBoth, starts_both_workers());
  LAB_RESTS_ON(kWaitsForBoth, waits_where_workers_are_held());
  if (!has("PartAdder")) {
    skip_because(because("rests_on_program", {{"program", "PartAdder"}}));
    GTEST_SKIP() << "there is no PartAdder";
  }
  LAB_RESTS_ON(kAddsItsRange,
               (Demands{{&run("PartAdder", "range_1_5"), EndsWithItsSum()}, {&run("PartAdder", "range_6_10"), EndsWithItsSum()}}));
  expect(prints_parts_and_total("your_part_adder"));
}

TEST_P(AdderManager, ClosesItsHandles) {
  LAB_RESTS_ON(kStartsBoth, starts_both_workers());
  for (const Run* played : runs({"worker_1_first", "worker_2_first", "ended_before"})) expect({{played, ClosesNothingTwice()}});
  const std::vector<std::string> scenarios = {"worker_1_first", "worker_2_first", "ended_before",
                                              "worker_fails",   "worker_crashes", "second_start_fails"};
  for (const Run* played : runs(scenarios)) expect({{played, ClosesEveryHandleOf("PartAdder")}});
  if (const Demands ends = on_each(scenarios, HasHandlesToClose("PartAdder")); !HasFailure() && none_met(ends)) {
    LAB_RESTS_ON(kPrintsParts, prints_parts_and_total("worker_1_first"));
    expect(ends);
  }
}

// The room's own tests link these without a submission.
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(PartAdder);
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(AdderManager);
INSTANTIATE_TEST_SUITE_P(Judged, PartAdder, testing::ValuesIn(registered()));
INSTANTIATE_TEST_SUITE_P(Judged, AdderManager, testing::ValuesIn(registered()));

}  // namespace
}  // namespace lab::labs
