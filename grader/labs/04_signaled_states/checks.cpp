// The checks for lab 04, which judge the runs in scenario.cpp.
#include "checks/fixture.h"
#include "labs/04_signaled_states/matchers.h"

namespace lab::labs {

using namespace checks;

namespace {

class StateWatcher : public LabTest {
 protected:
  StateWatcher() : LabTest("StateWatcher") {}

  static Worker child(const Run& run) {
    const std::vector<Worker> children = checks::started(run, "Child");
    return children.empty() ? Worker{-1, "Child", ""} : children.front();
  }
  Premise starts_the_program() const {
    const Run& held = run("held");
    return {"StateWatcher.SaysNonSignaledWhileItRuns",
            {{&held, TriesToStartAnything()}, {&held, Started("Child", {"one two"})}, {&held, KeepsTheHandleToWaitBy(child(held))}}};
  }
  Premise says_non_signaled() const {
    return {"StateWatcher.SaysNonSignaledWhileItRuns", {{&run("held"), SaysNonSignaledOf(child(run("held")))}}};
  }
  Premise says_signaled() const { return {"StateWatcher.SaysSignaledOnceItEnded", {{&run("held"), SaysSignaledOf(child(run("held")))}}}; }
  // The checks of the words that the program did not print because it had treated the result of a successful wait as a failure and given
  // up. Whatever else it did not do for that reason is the same mistake.
  std::vector<Premise> gives_up_after_a_success() const {
    const Demands takes_none = {{&run("held"), TakesNoAnswerForAFailure(child(run("held")))}};
    std::vector<Premise> unmet;
    for (const Premise& premise : {says_non_signaled(), says_signaled()})
      if (explained_by(premise, takes_none)) unmet.push_back(premise);
    return unmet;
  }
  Premise waits_for_its_end() const {
    return {"StateWatcher.SaysSignaledOnceItEnded", {{&run("held"), WaitsForAnyOf({child(run("held"))})}}};
  }
  Premise tells_the_exit_code() const {
    Demands demands;
    for (const Run* played : runs({"held", "ended_before", "timeout", "code_259"}))
      demands.insert(demands.end(), {{played, Prints("exit code", std::stoull(played->facts.at("exit_code")))}, {played, EndsWith(0)}});
    return {"StateWatcher.TellsTheExitCode", demands};
  }
};

TEST_P(StateWatcher, SaysNonSignaledWhileItRuns) {
  expect(starts_the_program());
  expect(says_non_signaled());
}

TEST_P(StateWatcher, SaysSignaledOnceItEnded) {
  LAB_DEPENDS_ON(starts_the_program());
  for (const Premise& premise : gives_up_after_a_success())
    if (premise.check == says_non_signaled().check) LAB_EXPLAINED_BY(premise, says_signaled());
  expect(says_signaled());
  const Run& ended_before = run("ended_before");
  expect({{&ended_before, SaysSignaledOf(child(ended_before))}});
}

TEST_P(StateWatcher, StaysSignaled) {
  LAB_DEPENDS_ON(starts_the_program());
  LAB_DEPENDS_ON(says_signaled());
  const Run& held = run("held");
  expect({{&held, AsksAgainOf(child(held))}});
  // In every run, a program that prints it twice must have checked twice. One that never got that result has made another mistake.
  for (const Run* played : runs({"ended_before", "timeout", "code_259"}))
    if (says_signaled_twice(*played) && met({{played, SaysSignaledOf(child(*played))}})) expect({{played, AsksAgainOf(child(*played))}});
}

TEST_P(StateWatcher, ReportsATimeout) {
  LAB_DEPENDS_ON(starts_the_program());
  const Run& timeout = run("timeout");
  const auto milliseconds = static_cast<std::uint32_t>(std::stoul(timeout.facts.at("milliseconds")));
  const Demands own = {{&timeout, ReportsTheTimeoutOf(child(timeout), milliseconds)}, {&run("held"), ReportsNoTimeout()}};
  for (const Premise& premise : gives_up_after_a_success()) LAB_EXPLAINED_BY(premise, own);
  expect(own);
}

TEST_P(StateWatcher, TellsTheExitCode) {
  LAB_DEPENDS_ON(starts_the_program());
  if (!met(tells_the_exit_code()))
    for (const Premise& premise : gives_up_after_a_success()) LAB_DEPENDS_ON(premise);
  expect(tells_the_exit_code());
}

TEST_P(StateWatcher, ReportsAStartThatFailed) {
  const Run& played = run("no_program");
  const Demands tried = {{&played, TriedToStart("Child", 1)}};
  LAB_EXPLAINED_BY(starts_the_program(), tried);  // a different program can be started although Child.exe is missing
  expect(tried);
  expect({{&played, UsesNoWildHandle()}, {&played, Says("Unable to start")}, {&played, EndsWith(1)}});
}

TEST_P(StateWatcher, ReportsAFailedWait) {
  LAB_DEPENDS_ON(starts_the_program());
  Demands own;
  for (const Run* played : runs({"first_wait_fails", "second_wait_fails"})) own.push_back({played, ReportsAFailedWait(child(*played))});
  for (const Premise& premise : gives_up_after_a_success()) LAB_EXPLAINED_BY(premise, own);
  expect(own);
}

TEST_P(StateWatcher, WaitsWithoutSpinning) {
  LAB_DEPENDS_ON(starts_the_program());
  const Demands own = on_each({"held", "timeout"}, NeverSpins());
  if (met(own)) LAB_DEPENDS_ON(waits_for_its_end());
  expect(own);
}

TEST_P(StateWatcher, ClosesItsHandles) {
  LAB_DEPENDS_ON(starts_the_program());
  const std::vector<std::string> scenarios = {"held", "ended_before", "timeout", "code_259", "first_wait_fails", "second_wait_fails"};
  for (const Run* played : runs(scenarios)) expect({{played, ClosesNothingTwice()}, {played, ClosesEveryHandleOf("Child")}});
  expect_one_of(on_each(scenarios, HasHandlesToClose("Child")), {tells_the_exit_code()});
}

class FirstAndAll : public LabTest {
 protected:
  FirstAndAll() : LabTest("FirstAndAll") {}

  static std::vector<Worker> children(const Run& run) {
    std::vector<Worker> all;
    for (const char* name : {"One", "Two", "Three"})
      for (const Worker& worker : checks::started(run, name)) all.push_back(worker);
    return all;
  }
  static Premise starts_them_all(const Run& run) {
    return {"FirstAndAll.NamesTheFirstToEnd",
            {{&run, TriesToStartAnything()}, {&run, Started("One", {""})}, {&run, Started("Two", {""})}, {&run, Started("Three", {""})}}};
  }
  static std::vector<std::string> failed_waits() { return {"first_wait_fails", "second_wait_fails"}; }
  Premise waits_for_all() const {
    Demands demands;
    for (const Run* played : runs({"second_first", "third_first", "first_first", "ended_before", "hurried"}))
      demands.push_back({played, SaysAllAreSignaled(children(*played))});
    for (const Run* played : runs(failed_waits())) demands.push_back({played, SaysAllAreSignaledIfTheyAre(children(*played))});
    return {"FirstAndAll.WaitsForAll", demands};
  }
};

TEST_P(FirstAndAll, NamesTheFirstToEnd) {
  for (const Run* played : runs({"second_first", "third_first", "first_first"})) {
    expect(starts_them_all(*played));
    expect({{played, NamesTheFirst(children(*played), {std::stoull(played->facts.at("first"))})}});
  }
  // If all end at the same moment or before the wait, any of them is correct; on the hurried clock, a time-out does not name any of them.
  for (const Run* played : runs({"ended_before", "hurried"})) expect({{played, NamesTheFirst(children(*played), {1, 2, 3})}});
  for (const Run* played : runs(failed_waits()))
    expect({{played, NamesTheFirstIfAny(children(*played), std::stoull(played->facts.at("first")))}});
}

TEST_P(FirstAndAll, WaitsForAll) {
  LAB_DEPENDS_ON(starts_them_all(run("second_first")));
  expect(waits_for_all());
}

TEST_P(FirstAndAll, RefusesMoreThan64) {
  const Run& played = run("too_many");
  expect({{&played, StartsNothing()}, {&played, Says("Too many")}, {&played, EndsWith(1)}});
  constexpr int kMost = 64;  // MAXIMUM_WAIT_OBJECTS
  const Run& sixty_four = run("sixty_four");
  expect({{&sixty_four, RefusesNoneOf(kMost)}});
  // The limit is checked before the starts, so a program that starts nothing yet may already have it right.
  if (met({{&run("second_first"), TriesToStartAnything()}})) expect({{&sixty_four, TriesToStartOneOf(kMost)}});
}

TEST_P(FirstAndAll, ClosesItsHandles) {
  LAB_DEPENDS_ON(starts_them_all(run("second_first")));
  const std::vector<std::string> scenarios = {"second_first", "third_first", "first_first", "ended_before"};
  for (const Run* played : runs(scenarios)) {
    expect({{played, ClosesNothingTwice()}});
    for (const char* name : {"One", "Two", "Three"}) expect({{played, ClosesEveryHandleOf(name)}});
  }
  expect_one_of(on_each(scenarios, HasHandlesToClose("One")), {waits_for_all()});
}

GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(StateWatcher);
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(FirstAndAll);
INSTANTIATE_TEST_SUITE_P(Judged, StateWatcher, testing::ValuesIn(registered()));
INSTANTIATE_TEST_SUITE_P(Judged, FirstAndAll, testing::ValuesIn(registered()));

}  // namespace
}  // namespace lab::labs
