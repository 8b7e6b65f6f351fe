// The checks of lab 04. What they demand stands in labs.md under the same names; the runs come from grader/scenario/signaled_states.cpp.
#include "checks/fixture.h"
#include "labs/04_signaled_states/matchers.h"

namespace lab::labs {

using namespace checks;

namespace {

constexpr char kSaysNonSignaled[] = "StateWatcher.SaysNonSignaledWhileItRuns";
constexpr char kTellsTheCode[] = "StateWatcher.TellsTheExitCode";
constexpr char kSaysSignaled[] = "StateWatcher.SaysSignaledOnceItEnded";
constexpr char kNamesTheFirst[] = "FirstAndAll.NamesTheFirstToEnd";
constexpr char kWaitsForAll[] = "FirstAndAll.WaitsForAll";

class StateWatcher : public LabTest {
 protected:
  StateWatcher() : LabTest("StateWatcher") {}

  static Worker child(const Run& run) {
    const std::vector<Worker> children = checks::started(run, "Child");
    return children.empty() ? Worker{-1, "Child", ""} : children.front();
  }
  Demands starts_the_program(const Run& run) const { return {{&run, TriesToStartAnything()}, {&run, Started("Child", {"one two"})}}; }
  Demands starts_the_program() const { return starts_the_program(run("held")); }
  Demands says_signaled() const { return {{&run("held"), SaysSignaledOf(child(run("held")))}}; }
  Demands tells_the_exit_code() const {
    Demands demands;
    for (const Run* played : runs({"held", "ended_before", "timeout", "code_259"}))
      demands.insert(demands.end(), {{played, Prints("exit code", std::stoull(played->facts.at("exit_code")))}, {played, EndsWith(0)}});
    return demands;
  }
};

TEST_P(StateWatcher, SaysNonSignaledWhileItRuns) {
  const Run& held = run("held");
  expect(starts_the_program());
  expect({{&held, SaysNonSignaledOf(child(held))}});
}

TEST_P(StateWatcher, SaysSignaledOnceItEnded) {
  LAB_RESTS_ON(kSaysNonSignaled, starts_the_program());
  expect(says_signaled());
  const Run& ended_before = run("ended_before");
  expect({{&ended_before, SaysSignaledOf(child(ended_before))}});
}

TEST_P(StateWatcher, StaysSignaled) {
  LAB_RESTS_ON(kSaysNonSignaled, starts_the_program());
  LAB_RESTS_ON(kSaysSignaled, says_signaled());
  const Run& held = run("held");
  expect({{&held, AsksAgainOf(child(held))}});
}

TEST_P(StateWatcher, ReportsATimeout) {
  LAB_RESTS_ON(kSaysNonSignaled, starts_the_program());
  const Run& timeout = run("timeout");
  const auto milliseconds = static_cast<std::uint32_t>(std::stoul(timeout.facts.at("milliseconds")));
  expect({{&timeout, ReportsTheTimeoutOf(child(timeout), milliseconds)}, {&run("held"), ReportsNoTimeout()}});
}

TEST_P(StateWatcher, TellsTheExitCode) {
  LAB_RESTS_ON(kSaysNonSignaled, starts_the_program());
  expect(tells_the_exit_code());
}

TEST_P(StateWatcher, ReportsAStartThatFailed) {
  const Run& played = run("no_program");
  expect({{&played, TriedToStart("Child", 1)}, {&played, UsesNoWildHandle()}, {&played, Says("Unable to start")}, {&played, EndsWith(1)}});
}

TEST_P(StateWatcher, ReportsAFailedWait) {
  LAB_RESTS_ON(kSaysNonSignaled, starts_the_program());
  for (const Run* played : runs({"first_wait_fails", "second_wait_fails"})) expect({{played, ReportsAFailedWait(child(*played))}});
}

TEST_P(StateWatcher, WaitsWithoutSpinning) {
  LAB_RESTS_ON(kSaysNonSignaled, starts_the_program());
  const Demands own = on_each({"held", "timeout"}, NeverSpins());
  if (met(own)) LAB_RESTS_ON(kSaysSignaled, (Demands{{&run("held"), WaitsForAnyOf({child(run("held"))})}}));
  expect(own);
}

TEST_P(StateWatcher, ClosesItsHandles) {
  LAB_RESTS_ON(kSaysNonSignaled, starts_the_program());
  const std::vector<std::string> scenarios = {"held", "ended_before", "timeout", "code_259", "first_wait_fails", "second_wait_fails"};
  for (const Run* played : runs(scenarios)) expect({{played, ClosesNothingTwice()}, {played, ClosesEveryHandleOf("Child")}});
  if (const Demands ends = on_each(scenarios, HasHandlesToClose("Child")); !HasFailure() && none_met(ends)) {
    LAB_RESTS_ON(kTellsTheCode, tells_the_exit_code());
    expect(ends);
  }
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
  Demands starts_them_all(const Run& run) const {
    return {{&run, TriesToStartAnything()}, {&run, Started("One", {""})}, {&run, Started("Two", {""})}, {&run, Started("Three", {""})}};
  }
  Demands waits_for_all() const {
    Demands demands;
    for (const Run* played : runs({"second_first", "third_first", "first_first", "ended_before"}))
      demands.push_back({played, SaysAllAreSignaled(children(*played))});
    return demands;
  }
};

TEST_P(FirstAndAll, NamesTheFirstToEnd) {
  for (const Run* played : runs({"second_first", "third_first", "first_first"})) {
    expect(starts_them_all(*played));
    expect({{played, NamesTheFirst(children(*played), {std::stoull(played->facts.at("first"))})}});
  }
  const Run& ended_before = run("ended_before");
  expect({{&ended_before, NamesTheFirst(children(ended_before), {1, 2, 3})}});
}

TEST_P(FirstAndAll, WaitsForAll) {
  LAB_RESTS_ON(kNamesTheFirst, starts_them_all(run("second_first")));
  expect(waits_for_all());
}

TEST_P(FirstAndAll, RefusesMoreThan64) {
  const Run& played = run("too_many");
  expect({{&played, StartsNothing()}, {&played, Says("Too many")}, {&played, EndsWith(1)}});
  constexpr int kMost = 64;  // MAXIMUM_WAIT_OBJECTS
  const Run& sixty_four = run("sixty_four");
  expect({{&sixty_four, RefusesNoneOf(kMost)}});
  // The limit comes before the starts: who starts nothing yet may have it right.
  if (met({{&run("second_first"), TriesToStartAnything()}})) expect({{&sixty_four, TriesToStartOneOf(kMost)}});
}

TEST_P(FirstAndAll, ClosesItsHandles) {
  LAB_RESTS_ON(kNamesTheFirst, starts_them_all(run("second_first")));
  const std::vector<std::string> scenarios = {"second_first", "third_first", "first_first", "ended_before"};
  for (const Run* played : runs(scenarios)) {
    expect({{played, ClosesNothingTwice()}});
    for (const char* name : {"One", "Two", "Three"}) expect({{played, ClosesEveryHandleOf(name)}});
  }
  if (const Demands ends = on_each(scenarios, HasHandlesToClose("One")); !HasFailure() && none_met(ends)) {
    LAB_RESTS_ON(kWaitsForAll, waits_for_all());
    expect(ends);
  }
}

GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(StateWatcher);
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(FirstAndAll);
INSTANTIATE_TEST_SUITE_P(Judged, StateWatcher, testing::ValuesIn(registered()));
INSTANTIATE_TEST_SUITE_P(Judged, FirstAndAll, testing::ValuesIn(registered()));

}  // namespace
}  // namespace lab::labs
