// The checks of lab 05, over the runs of scenario.cpp.
#include <algorithm>
#include <cctype>

#include "checks/fixture.h"
#include "checks/reasons.h"
#include "labs/labs.h"

namespace lab::labs {

using namespace checks;

namespace {

constexpr ReasonTable kReasons{{
    {.id = "wrong_sum",
     .en = "PartAdder {arguments} ended with exit code {seen:code}; {expected} was expected.",
     .ko = "PartAdder {arguments}의 종료 코드는 {expected}이어야/여야 하는데 {seen:code}이었/였습니다."},
    {.id = "accepted_wrong_arguments",
     .en = "PartAdder {arguments} ended with exit code {seen:code}. These arguments are wrong, so 0xFFFFFFFF (-1) was expected.",
     .ko = "PartAdder {arguments}의 종료 코드가 {seen:code}이었/였습니다. 인자가 잘못되었으므로 0xFFFFFFFF (-1)이어야/여야 합니다."},
    {.id = "accepted_no_arguments",
     .en = "PartAdder without any argument ended with exit code {seen:code}. There are no two numbers to add, so 0xFFFFFFFF (-1) was "
           "expected.",
     .ko = "인자 없이 시작한 PartAdder의 종료 코드가 {seen:code}이었/였습니다. 더할 두 수가 없으므로 0xFFFFFFFF (-1)이어야/여야 합니다."},
    {.id = "accepted_too_large_a_sum",
     .en = "PartAdder {arguments} ended with exit code {seen:code}. These are two numbers, but their range adds up to more than "
           "0x7FFFFFFF, so 0xFFFFFFFF (-1) was expected. The sum itself has to be watched while it grows (step 1).",
     .ko = "PartAdder {arguments}의 종료 코드가 {seen:code}이었/였습니다. 인자는 두 수가 맞지만 합이 0x7FFFFFFF보다 크므로 0xFFFFFFFF "
           "(-1)이어야/여야 합니다. 더해 가는 동안 합을 살펴야 합니다(1단계)."},
}};

constexpr std::uint32_t kMinusOne = 0xFFFFFFFF;

// PartAdder ended by itself with the exit code that its scenario promises.
RunMatcher EndsWithItsSum() {
  return RunMatcher(
      "ends with the sum of its range as exit code",
      [](const Run& run) -> Because {
        const auto& actor = run.actor();
        if (actor.end == trace::Program::End::kItself && std::to_string(actor.exit_code) == run.facts.at("exit_code")) return {};
        return because(kReasons["wrong_sum"],
                       {{"arguments", actor.arguments}, {"expected", run.facts.at("exit_code")}, {"seen", actor.exit_code}});
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
        if (actor.end == trace::Program::End::kItself && actor.exit_code == kMinusOne) return {};
        if (actor.arguments.empty()) return because(kReasons["accepted_no_arguments"], {{"seen", actor.exit_code}});
        const Reason& why = are_two_numbers(actor.arguments) ? kReasons["accepted_too_large_a_sum"] : kReasons["accepted_wrong_arguments"];
        return because(why, {{"arguments", actor.arguments}, {"seen", actor.exit_code}});
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
  Premise adds_its_range() const { return {"PartAdder.AddsItsRange", sums({"range_1_5", "range_6_10", "range_random", "range_129_130"})}; }
};

TEST_P(PartAdder, AddsItsRange) { expect(adds_its_range()); }

TEST_P(PartAdder, RefusesWrongArguments) {
  LAB_DEPENDS_ON(adds_its_range());
  for (const Run* run : runs({"wrong_none", "wrong_one", "wrong_three", "wrong_word", "wrong_negative_first", "wrong_negative_last",
                              "wrong_sum", "wrong_endless"})) {
    EXPECT_THAT(*run, RefusesItsArguments());
    if (HasFailure()) return;
  }
}

TEST_P(PartAdder, AddsNothingForAnEmptyRange) {
  LAB_DEPENDS_ON(adds_its_range());
  expect(sums({"empty_5_1"}));
}

// "return_val1" and the number behind it: the part of the worker with these arguments.
std::string label_of(const Worker& worker) { return worker.arguments == "1 5" ? "return_val1" : "return_val2"; }

RunMatcher PrintsNoPartOfATerminatedWorker() {
  return RunMatcher("prints no part of a worker that it has terminated", [](const Run& run) -> Because {
    for (const Worker& worker : started(run, "PartAdder"))
      if (terminated_at(run, worker.program) != kNever && printed_number(run, label_of(worker)))
        return because(kShared["worker_terminated"], {{"worker", worker.name}}, terminated_at(run, worker.program));
    return {};
  });
}

class AdderManager : public LabTest {
 protected:
  AdderManager() : LabTest("AdderManager") {}

  Premise starts_both_workers() const {
    return {"AdderManager.StartsBothWorkers", {{&run("worker_1_first"), Started("PartAdder", {"1 5", "6 10"})}}};
  }

  Demands waits_for_both_workers(const std::vector<std::string>& scenarios) const {
    Demands demands;
    for (const Run* run : runs(scenarios))
      for (const Worker& worker : started(*run, "PartAdder"))
        demands.push_back({run, Does(WaitUntilSignaled(worker)).Before(LastReadOfExitCode(worker))});
    return demands;
  }
  // What is printed is a matter of luck where the program did not wait, and that is paid for already.
  Premise waits_where_workers_are_held() const {
    return {"AdderManager.WaitsForBothWorkers", waits_for_both_workers({"worker_1_first", "worker_2_first"})};
  }

  Premise waits_for_a_worker() const {
    const Run& played = run("worker_1_first");
    return {"AdderManager.WaitsForBothWorkers", {{&played, WaitsForAnyOf(started(played, "PartAdder"))}}};
  }
  // Of the runs with the numbers that WorksWithYourPartAdder asks for.
  Premise your_part_adder_adds() const {
    return {"PartAdder.AddsItsRange",
            {{&run("PartAdder", "range_1_5"), EndsWithItsSum()}, {&run("PartAdder", "range_6_10"), EndsWithItsSum()}}};
  }

  // A program with labels of its own prints no number that can be found, in any run: one mistake.
  Premise prints_the_labels() const {
    const Run& played = run("worker_1_first");
    return {"AdderManager.PrintsPartsAndTotal",
            {{&played, PrintsSomeNumber("return_val1")}, {&played, PrintsSomeNumber("return_val2")}, {&played, PrintsSomeNumber("total")}}};
  }

  Premise prints_parts_and_total(const std::string& scenario) const {
    const Run& played = run(scenario);
    const std::uint64_t part_1 = std::stoull(played.facts.at("exit_code_1"));
    const std::uint64_t part_2 = std::stoull(played.facts.at("exit_code_2"));
    return {
        "AdderManager.PrintsPartsAndTotal",
        {{&played, Prints("return_val1", part_1)}, {&played, Prints("return_val2", part_2)}, {&played, Prints("total", part_1 + part_2)}}};
  }
  Premise adds_what_the_workers_return() const {
    return {"AdderManager.AddsWhatTheWorkersReturn", prints_parts_and_total("worker_2_first")};
  }
};

TEST_P(AdderManager, StartsBothWorkers) { expect(starts_both_workers()); }

TEST_P(AdderManager, RunsThemSideBySide) {
  LAB_DEPENDS_ON(starts_both_workers());
  const Run& played = run("worker_1_first");
  const std::vector<Worker> workers = started(played, "PartAdder");
  EXPECT_THAT(played, Does(StartOf(workers.back())).Before(FirstWaitFor(workers.front())));
}

TEST_P(AdderManager, WaitsForBothWorkers) {
  LAB_DEPENDS_ON(starts_both_workers());
  expect(waits_for_both_workers({"worker_1_first", "worker_2_first", "ended_before", "hurried"}));
}

TEST_P(AdderManager, PrintsPartsAndTotal) {
  LAB_DEPENDS_ON(starts_both_workers());
  LAB_DEPENDS_ON(waits_where_workers_are_held());
  expect(prints_parts_and_total("worker_1_first"));
  expect({{&run("worker_1_first"), EndsWith(0)}});
}

TEST_P(AdderManager, AddsWhatTheWorkersReturn) {
  LAB_DEPENDS_ON(starts_both_workers());
  LAB_DEPENDS_ON(waits_where_workers_are_held());
  LAB_EXPLAINED_BY(prints_the_labels(), adds_what_the_workers_return());
  expect(adds_what_the_workers_return());
}

TEST_P(AdderManager, BelievesAnExitCodeOf259) {
  LAB_DEPENDS_ON(starts_both_workers());
  const Demands own = prints_parts_and_total("ended_before");
  LAB_EXPLAINED_BY(prints_the_labels(), own);
  // One that prints 259 whatever its workers return believes nothing.
  if (met(own)) {
    LAB_DEPENDS_ON(waits_where_workers_are_held());
    LAB_DEPENDS_ON(adds_what_the_workers_return());
  }
  expect(own);
}

TEST_P(AdderManager, ReportsAFailedWorker) {
  LAB_DEPENDS_ON(starts_both_workers());
  LAB_DEPENDS_ON(waits_where_workers_are_held());
  for (const Run* played : runs({"worker_fails", "worker_crashes"})) expect({{played, PrintsNo("total")}, {played, EndsWith(kMinusOne)}});
}

TEST_P(AdderManager, ReportsAStartThatFailed) {
  const std::vector<std::string> scenarios = {"no_part_adder", "second_start_fails"};
  if (!met(on_each(scenarios, TriedToStart("PartAdder", 2)))) LAB_DEPENDS_ON(starts_both_workers());
  for (const Run* played : runs(scenarios))
    expect({{played, TriedToStart("PartAdder", 2)},
            {played, UsesNoWildHandle()},
            {played, PrintsNo("total")},
            {played, PrintsNoPartOfATerminatedWorker()},
            {played, Says("Unable to start")},
            {played, EndsWith(kMinusOne)}});
}

TEST_P(AdderManager, WaitsWithoutSpinning) {
  LAB_DEPENDS_ON(starts_both_workers());
  const Demands own = on_each({"worker_1_first", "worker_2_first"}, NeverSpins());
  if (met(own)) LAB_DEPENDS_ON(waits_for_a_worker());
  expect(own);
}

TEST_P(AdderManager, WorksWithYourPartAdder) {
  LAB_DEPENDS_ON(starts_both_workers());
  LAB_DEPENDS_ON(waits_where_workers_are_held());
  if (!has("PartAdder")) return skip_without("PartAdder");
  LAB_DEPENDS_ON(your_part_adder_adds());
  const Demands own = prints_parts_and_total("your_part_adder");
  LAB_EXPLAINED_BY(prints_the_labels(), own);
  expect(own);
}

TEST_P(AdderManager, ClosesItsHandles) {
  LAB_DEPENDS_ON(starts_both_workers());
  const std::vector<std::string> scenarios = {"worker_1_first", "worker_2_first", "ended_before",
                                              "worker_fails",   "worker_crashes", "second_start_fails"};
  for (const Run* played : runs(scenarios)) expect({{played, ClosesEveryHandleOf("PartAdder")}});
  expect(on_each({"worker_1_first", "worker_2_first", "ended_before", "worker_fails", "worker_crashes"}, ClosesNothingTwice()));
  // Whoever takes a failed start for a good one closes what it was never given, and that is paid for already.
  if (met(on_each({"no_part_adder", "second_start_fails"}, UsesNoWildHandle())))
    expect(on_each({"second_start_fails"}, ClosesNothingTwice()));
  expect_one_of(on_each(scenarios, HasHandlesToClose("PartAdder")), {prints_parts_and_total("worker_1_first")});
}

// The room's own tests link these without a submission.
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(PartAdder);
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(AdderManager);
INSTANTIATE_TEST_SUITE_P(Judged, PartAdder, testing::ValuesIn(registered()));
INSTANTIATE_TEST_SUITE_P(Judged, AdderManager, testing::ValuesIn(registered()));

}  // namespace

trace::ReasonTables adder_manager_reasons() { return {kReasons}; }

}  // namespace lab::labs
