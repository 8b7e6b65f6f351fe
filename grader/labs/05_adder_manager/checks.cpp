// The checks for lab 05, which judge the runs in scenario.cpp.
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
     .en = "PartAdder {arguments} ended with exit code {seen:code}; expected {expected}.",
     .ko = "PartAdder {arguments}의 종료 코드는 {expected}이어야/여야 하는데 {seen:code}이었/였습니다."},
    {.id = "summed_nothing",
     .hint = {.en = "Which line adds the numbers of the range, and does this run reach it? Does it change the sum that the program "
                    "returns, or something else, such as a pointer to it?",
              .ko = "범위의 수를 더하는 줄은 어디이고, 이 실행에서 그 줄까지 가나요? 그 줄에서 프로그램이 반환하는 합을 바꾸나요, 아니면 "
                    "다른 것(예를 들어 합을 가리키는 포인터)을 바꾸나요?"},
     .en =
         "PartAdder {arguments} ended with exit code 0; expected {expected}. No number in the range was added to the sum that it returned.",
     .ko =
         "PartAdder {arguments}의 종료 코드는 {expected}이어야/여야 하는데 0이었습니다. 범위의 수를 하나도 더하지 않은 합을 반환했습니다."},
    {.id = "summed_the_last_alone",
     .hint = {.en = "Does each iteration of your loop add its number to the sum, or overwrite the sum? Which of =, += and =+ adds?",
              .ko =
                  "반복할 때마다 그 수를 지금까지의 합에 더하나요, 합을 그 수로 덮어쓰나요? =, +=, =+ 가운데 더하는 연산자는 무엇인가요?"},
     .en = "PartAdder {arguments} ended with exit code {seen:code}; expected {expected}. {seen} is the last number of the range.",
     .ko =
         "PartAdder {arguments}의 종료 코드는 {expected}이어야/여야 하는데 {seen:code}이었/였습니다. {seen}은/는 범위의 마지막 수입니다."},
    {.id = "refused_its_range",
     .hint = {.en = "Which line returns -1 here, and under which condition? argc also counts the name of the program: how many arguments "
                    "are PartAdder, the first number and the last number?",
              .ko = "여기서 -1을 반환하는 줄은 어디이고, 어떤 조건에서 반환하나요? argc에는 프로그램의 이름도 포함됩니다. PartAdder라는 "
                    "이름과 두 수를 합하면 모두 몇 개인가요?"},
     .hints_of = "RefusesWrongArguments",
     .en = "PartAdder {arguments} ended with exit code {seen:code}, which means wrong arguments; expected {expected}. The arguments are "
           "two numbers, and their sum is not too large.",
     .ko = "PartAdder {arguments}의 종료 코드가 잘못된 인수를 뜻하는 {seen:code}이었/였습니다. {expected}이어야/여야 합니다. 인수는 수 두 "
           "개가 맞고 합도 너무 크지 않습니다."},
    {.id = "accepted_wrong_arguments",
     .en = "PartAdder {arguments} ended with exit code {seen:code}. The arguments are wrong, so 0xFFFFFFFF (-1) was expected.",
     .ko = "PartAdder {arguments}의 종료 코드가 {seen:code}이었/였습니다. 인수가 잘못되었으므로 0xFFFFFFFF(-1)이어야/여야 합니다."},
    {.id = "accepted_no_arguments",
     .en = "PartAdder without arguments ended with exit code {seen:code}. There are no numbers to add, so 0xFFFFFFFF (-1) was expected.",
     .ko = "인수 없이 시작한 PartAdder의 종료 코드가 {seen:code}이었/였습니다. 더할 수가 없으므로 0xFFFFFFFF(-1)이어야/여야 합니다."},
    {.id = "accepted_too_large_a_sum",
     .hint = {.en = "Where does the sum grow? What stops it there before it exceeds 0x7FFFFFFF?",
              .ko = "합은 어느 줄에서 커지나요? 합이 0x7FFFFFFF를 넘기 전에 계산을 멈추는 조건이 거기에 있나요?"},
     .en = "PartAdder {arguments} ended with exit code {seen:code}. The arguments are two numbers, but the sum of their range exceeds "
           "0x7FFFFFFF, so 0xFFFFFFFF (-1) was expected. Check the sum itself while it grows (step 1).",
     .ko = "PartAdder {arguments}의 종료 코드가 {seen:code}이었/였습니다. 인수는 수 두 개가 맞지만 합이 0x7FFFFFFF를 넘으므로 "
           "0xFFFFFFFF(-1)이어야/여야 합니다. 더하는 동안 합을 검사하세요(1단계)."},
    {.id = "printed_terminated_part",
     .cause = "worker_terminated",
     .hint = {.en = "Did {worker} return the number that your program prints after \"{label}:\"? Which line should not run once a worker "
                    "cannot be started?",
              .ko =
                  "\"{label}:\" 뒤에 출력하는 수는 {worker}이/가 반환한 값인가요? 작업 프로세스를 시작하지 못했을 때 실행되면 안 되는 줄은 "
                  "어디인가요?"},
     .en = "The program terminated {worker} with TerminateProcess and then printed \"{label}: {seen}\". A terminated worker has returned "
           "nothing: its exit code is the number passed to TerminateProcess.",
     .ko = "{worker}을/를 TerminateProcess로 종료시킨 다음 \"{label}: {seen}\"을/를 출력했습니다. 이렇게 종료된 작업 프로세스는 아무 값도 "
           "반환하지 않았고, 종료 코드는 TerminateProcess에 넘긴 숫자입니다."},
    // call: the function; worker: "PartAdder 1 5"; error: GetLastError(); seen: the total that was printed anyway.
    {.id = "total_after_failed_wait",
     .hints_of = "ReportsAFailedWait",
     .en = "{call} for {worker} failed (WAIT_FAILED, error {error:error}), so its result does not tell whether the worker has ended. The "
           "program printed total: {seen} anyway.",
     .ko = "{worker}에 대한 {call}이/가 실패해서(WAIT_FAILED, 오류 {error:error}) 작업 프로세스가 끝났는지 알 수 없습니다. 그런데도 total: "
           "{seen}을/를 출력했습니다."},
    {.id = "total_after_failed_read",
     .hint = {.en = "What does {call} return when it fails? What does your DWORD hold then?",
              .ko = "{call}이/가 실패하면 무엇을 반환하나요? 그때 DWORD 변수에는 무엇이 들어 있을까요?"},
     .hints_of = "ReportsAFailedWait",
     .en = "{call} for {worker} failed with error {error:error}, so the program has no exit code to add. It printed total: {seen} anyway.",
     .ko = "{worker}에 대한 {call}이/가 오류 {error:error}으로/로 실패해서 더할 종료 코드가 없습니다. 그런데도 total: {seen}을/를 "
           "출력했습니다."},
    {.id = "failed_call_unreported",
     .hint = {.en = "What does {call} return when it fails? With which exit code must the program end then?",
              .ko = "{call}이/가 실패하면 무엇을 반환하나요? 그때 프로그램은 어떤 종료 코드로 끝나야 할까요?"},
     .hints_of = "ReportsAFailedWait",
     .en = "{call} for {worker} failed with error {error:error}. Without its result there is no total, so exit code 0xFFFFFFFF (-1) was "
           "expected; {program} ended with {seen:code}.",
     .ko = "{worker}에 대한 {call}이/가 오류 {error:error}으로/로 실패했습니다. 그러면 total을 구할 수 없으므로 종료 코드는 "
           "0xFFFFFFFF(-1)이어야/여야 하는데 {program}은/는 {seen:code}으로/로 종료했습니다."},
}};

constexpr std::uint32_t kMinusOne = 0xFFFFFFFF;

// Whether it ended with its last argument as the exit code: 5 for "1 5".
bool is_last_number(const trace::Program& actor) { return actor.arguments.ends_with(" " + std::to_string(actor.exit_code)); }

// PartAdder ended by itself with the exit code that its scenario expects.
RunMatcher EndsWithItsSum() {
  return RunMatcher(
      "ends with the sum of its range as exit code",
      [](const Run& run) -> Because {
        const auto& actor = run.actor();
        const bool by_itself = actor.end == trace::Program::End::kItself;
        if (by_itself && std::to_string(actor.exit_code) == run.facts.at("exit_code")) return {};
        const Reason& why = by_itself && actor.exit_code == kMinusOne ? kReasons["refused_its_range"]
                            : by_itself && actor.exit_code == 0       ? kReasons["summed_nothing"]
                            : by_itself && is_last_number(actor)      ? kReasons["summed_the_last_alone"]
                                                                      : kReasons["wrong_sum"];
        return because(why, {{"arguments", actor.arguments}, {"expected", run.facts.at("exit_code")}, {"seen", actor.exit_code}});
      },
      true);
}

// Whether the arguments are two numbers, like "1 100000", so that only their sum can be wrong.
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
                              "wrong_sum", "wrong_sum_of_32_bits", "wrong_sum_by_one", "wrong_endless"})) {
    EXPECT_THAT(*run, RefusesItsArguments());
    if (HasFailure()) return;
  }
  expect(sums({"range_largest_sum"}));  // a program that refuses it is off by one
}

TEST_P(PartAdder, AddsNothingForAnEmptyRange) {
  LAB_DEPENDS_ON(adds_its_range());
  expect(sums({"empty_5_1"}));
}

// The label of the part that the worker with these arguments returns.
std::string label_of(const Worker& worker) { return worker.arguments == "1 5" ? "return_val1" : "return_val2"; }

RunMatcher PrintsNoPartOfATerminatedWorker() {
  return RunMatcher("prints no part of a worker that it has terminated", [](const Run& run) -> Because {
    for (const Worker& worker : started(run, "PartAdder")) {
      const auto printed = printed_number(run, label_of(worker));
      if (terminated_at(run, worker.program) == kNever || !printed) continue;
      return because(kReasons["printed_terminated_part"], {{"worker", worker.name}, {"label", label_of(worker)}, {"seen", *printed}},
                     terminated_at(run, worker.program));
    }
    return {};
  });
}

// The first wait for a worker, or read of its exit code, that the grader made fail; null if there is none.
const Call* failed_call(const Run& run) {
  const auto found = std::find_if(run.calls.begin(), run.calls.end(), [](const Call& call) {
    return call.faulted && !call.on.empty() && (trace::is_wait(call.api) || call.api == Api::kGetExitCodeProcess);
  });
  return found == run.calls.end() ? nullptr : &*found;
}

// Whether the program has both parts nevertheless: for each worker, a wait and then a read of the exit code that did not fail.
bool has_both_parts(const Run& run) {
  const std::vector<Worker> workers = started(run, "PartAdder");
  return std::all_of(workers.begin(), workers.end(), [&](const Worker& worker) {
    const Action read = LastReadOfExitCode(worker);
    return !read.find(run).empty() && !Does(WaitUntilSignaled(worker)).Before(read).reason_against(run);
  });
}

RunMatcher GivesNoTotalAfterAFailedCall() {
  return RunMatcher(
      "prints no total and ends with -1 when a wait or a question for an exit code fails",
      [](const Run& run) -> Because {
        const Call* failed = failed_call(run);
        if (!failed || has_both_parts(run)) return {};
        nlohmann::json args = {{"call", failed->api}, {"worker", name_of(run, failed->on[0].program)}, {"error", failed->error}};
        if (const std::optional<std::string> total = printed_number(run, "total")) {
          args["seen"] = *total;
          const Reason& why = trace::is_wait(failed->api) ? kReasons["total_after_failed_wait"] : kReasons["total_after_failed_read"];
          return because(why, std::move(args), failed->end->order);
        }
        const auto& actor = run.actor();
        if (actor.end == trace::Program::End::kItself && actor.exit_code == kMinusOne) return {};
        args["program"] = actor.name;
        args["seen"] = actor.exit_code;
        return because(kReasons["failed_call_unreported"], std::move(args), failed->end->order);
      },
      true);
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
  Premise waits_in_every_order() const {
    return {"AdderManager.WaitsForBothWorkers", waits_for_both_workers({"worker_1_first", "worker_2_first", "ended_before", "hurried"})};
  }
  // If the program did not wait, what it prints is a matter of luck, and that has already cost points.
  Premise waits_where_workers_are_held() const {
    return {"AdderManager.WaitsForBothWorkers", waits_for_both_workers({"worker_1_first", "worker_2_first"})};
  }

  Premise waits_for_a_worker() const {
    const Run& played = run("worker_1_first");
    return {"AdderManager.WaitsForBothWorkers", {{&played, WaitsForAnyOf(started(played, "PartAdder"))}}};
  }
  // Covers the runs with the numbers that WorksWithYourPartAdder uses.
  Premise your_part_adder_adds() const {
    return {"PartAdder.AddsItsRange",
            {{&run("PartAdder", "range_1_5"), EndsWithItsSum()}, {&run("PartAdder", "range_6_10"), EndsWithItsSum()}}};
  }

  // If a program uses its own labels, its numbers are not found in any run; that is one mistake.
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
  // The largest sums that are not failures yet, for either worker.
  Demands takes_the_largest_sum() const {
    Demands demands;
    for (const Run* played : runs({"first_below_the_limit", "second_below_the_limit"}))
      for (const char* label : {"return_val1", "return_val2"}) {
        const std::string& part = played->facts.at(label == std::string("return_val1") ? "exit_code_1" : "exit_code_2");
        demands.push_back({played, Prints(label, std::stoull(part))});
      }
    return demands;
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
  expect(waits_in_every_order());
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
  LAB_EXPLAINED_BY(waits_where_workers_are_held(), own);  // a program that closed a handle too early could neither wait nor read the exit
                                                          // code
  // A program that prints 259 whatever its workers return must not pass.
  if (met(own)) {
    LAB_DEPENDS_ON(waits_where_workers_are_held());
    LAB_DEPENDS_ON(adds_what_the_workers_return());
  }
  expect(own);
}

TEST_P(AdderManager, ReportsAFailedWait) {
  LAB_DEPENDS_ON(starts_both_workers());
  // A program that ignores WAIT_TIMEOUT ignores a failure, too, and that is one mistake.
  LAB_DEPENDS_ON(waits_in_every_order());
  // A program that does not read exit codes yet does not show what it would do after a failure.
  if (!failed_call(run("first_read_fails"))) LAB_DEPENDS_ON(prints_parts_and_total("worker_1_first"));
  expect(on_each({"first_wait_fails", "second_wait_fails", "first_read_fails", "second_read_fails"}, GivesNoTotalAfterAFailedCall()));
}

TEST_P(AdderManager, ReportsAFailedWorker) {
  LAB_DEPENDS_ON(starts_both_workers());
  LAB_DEPENDS_ON(waits_where_workers_are_held());
  for (const Run* played :
       runs({"worker_fails", "worker_crashes", "worker_hits_a_breakpoint", "first_at_the_limit", "second_at_the_limit"}))
    expect({{played, PrintsNo("total")}, {played, EndsWith(kMinusOne)}});
  if (HasFailure()) return;
  LAB_EXPLAINED_BY(prints_the_labels(), takes_the_largest_sum());
  LAB_EXPLAINED_BY(adds_what_the_workers_return(), takes_the_largest_sum());
  expect(takes_the_largest_sum());
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
  const std::vector<std::string> by_itself = {"worker_1_first",    "worker_2_first",   "ended_before",
                                              "worker_fails",      "worker_crashes",   "first_wait_fails",
                                              "second_wait_fails", "first_read_fails", "second_read_fails"};
  std::vector<std::string> scenarios = by_itself;
  scenarios.push_back("second_start_fails");
  for (const Run* played : runs(scenarios)) expect({{played, ClosesEveryHandleOf("PartAdder")}});
  expect(on_each(by_itself, ClosesNothingTwice()));
  // A program that treats a failed start as successful closes handles that it never obtained, and that has already cost points.
  if (met(on_each({"no_part_adder", "second_start_fails"}, UsesNoWildHandle())))
    expect(on_each({"second_start_fails"}, ClosesNothingTwice()));
  // Where the second start fails, only one worker's handles are to be closed.
  expect_one_of(on_each(by_itself, HasHandlesToClose("PartAdder")), {prints_parts_and_total("worker_1_first")});
}

// This folder's own tests link these without a submission.
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(PartAdder);
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(AdderManager);
INSTANTIATE_TEST_SUITE_P(Judged, PartAdder, testing::ValuesIn(registered()));
INSTANTIATE_TEST_SUITE_P(Judged, AdderManager, testing::ValuesIn(registered()));

}  // namespace

trace::ReasonTables adder_manager_reasons() { return {kReasons}; }

}  // namespace lab::labs
