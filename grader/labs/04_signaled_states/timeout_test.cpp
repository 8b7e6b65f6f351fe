// What a program prints after waits that timed out or failed, in handwritten runs.
#include "labs/04_signaled_states/matchers.h"

#include <gtest/gtest.h>

#include "checks/cases.h"
#include "labs/04_signaled_states/watcher_by_hand.h"

namespace lab::labs {

using namespace checks;

namespace {

using trace::Object;
using trace::Program;

// A wait with a time-out of 0, then one that times out. Returns the moment at which it timed out.
std::uint64_t waits_and_times_out(Watcher& it) {
  it.waits(0, kTimedOut);
  return it.waits(kMilliseconds, kTimedOut).end->order;
}

// The program sleeps and calls that a time-out. Returns the moment.
std::uint64_t sleeps(Watcher& it, std::uint32_t milliseconds, std::uint32_t times = 1) {
  Call& sleep = it.add(Api::kSleep);
  sleep.timeout_ms = milliseconds;
  sleep.times = times;
  const std::uint64_t order = sleep.begin.order;
  it.waits(0, kTimedOut);
  it.prints("Timeout\n");
  return order;
}

// `times` waits of `milliseconds` each. Returns the moment.
auto times_out_after(std::uint32_t milliseconds, std::uint32_t times, Api api = Api::kWaitForSingleObject) {
  return [=](Watcher& it) {
    Call& wait = it.waits(milliseconds, kTimedOut, 1, api);
    wait.times = times;
    const std::uint64_t order = wait.begin.order;
    it.prints("Timeout\n");
    it.waits(1000, kTimedOut).times = 3599;  // these come later and do not count
    it.waits(kInfinite, 0);
    return order;
  };
}

// A wait with a time-out of 0 succeeds, but the program treats it as a failure. Returns the moment at which it returned.
std::uint64_t takes_an_answer_for_a_failure(Watcher& it) {
  const std::uint64_t order = it.waits(0, kTimedOut).end->order;
  it.gives_up("Unable to wait: error 0\n");
  return order;
}
const Expected kTakenForAFailure{"answer_taken_for_failure",
                                 {{"call", "WaitForSingleObject"}, {"answer", "WAIT_TIMEOUT"}, {"said", "Unable to wait: error 0"}}};

const Cases<Watcher> kReportsTheTimeout{
    {"NoFiniteWait", "no_finite_wait", [](auto& it) { it.waits(0, kTimedOut); }},
    {"Unsaid", {"timeout_not_said", {{"timeout_ms", kMilliseconds}}}, waits_and_times_out},
    {"GaveUpAfterIt", "gave_up_after_timeout",
     [](auto& it) {
       const std::uint64_t expired = waits_and_times_out(it);
       it.prints("Timeout\n");
       return expired;
     }},
    {"WaitedAgainForATimeThatWasOverToo",
     {"gave_up_after_second_timeout", {{"timeout_ms", kMilliseconds}}},
     [](auto& it) {
       waits_and_times_out(it);
       it.prints("Timeout\n");
       return it.waits(kMilliseconds, kTimedOut).begin.order;
     }},
    {"FloodedAfterIt", "flooded",
     [](auto& it) {
       waits_and_times_out(it);
       it.prints("Timeout\n");
       it.ends(Program::End::kFlood);
     }},
    {"WaitedOnAfterIt", "",
     [](auto& it) {
       waits_and_times_out(it);
       it.prints("Timeout\n");
       it.ends(Program::End::kFlood);
       it.waits(kInfinite, 0);
     }},
    {"SaidBeforeTheWait", "timeout_said_before_wait",
     [](auto& it) {
       const std::uint64_t said = it.prints("Timeout\n");
       it.waits(kMilliseconds, kTimedOut);
       it.waits(kInfinite, 0);
       return said;
     }},
    {"NoFiniteWaitAfterTheEnd", "no_finite_wait",
     [](auto& it) {
       it.child_ends();
       it.waits(kInfinite, 0);
     }},
    {"AWaitAfterTheEndHasNoTimeToRunOut",
     {"finite_wait_after_end", {{"timeout_ms", kMilliseconds}}},
     [](auto& it) {
       it.child_ends();
       it.waits(kInfinite, 0);
       return it.waits(kMilliseconds, 0).begin.order;
     }},
    {"SleepIsNoWait", {"slept_for_the_time", {{"call", "Sleep"}}}, [](auto& it) { return sleeps(it, kMilliseconds); }},
    {"SleptForSomethingElse", "no_finite_wait", [](auto& it) { sleeps(it, 1000); }},
    {"SleptInSlices", "slept_for_the_time", [](auto& it) { sleeps(it, 1000, 60); }},
    {"InSlices", "", times_out_after(1000, 60)},
    {"InSlicesOfWhichOneHadBegun", "", times_out_after(1000, 61)},
    {"OfACallback", "", times_out_after(kMilliseconds, 1, Api::kWaitOrTimerCallback)},
    {"InSeconds", "timeout_of_another_time", times_out_after(kMilliseconds / 1000, 1)},
    {"InMicroseconds", "timeout_of_another_time", times_out_after(kMilliseconds * 1000, 1)},
    {"OfAnotherTime", "timeout_of_another_time", times_out_after(5000, 1)},
    {"SaysWhichTimeItWas",
     {"timeout_of_another_time", {{"seen", 5000}, {"expected", kMilliseconds}}},
     [](auto& it) {
       const std::uint64_t order = it.waits(5000, kTimedOut).begin.order;
       it.prints("Timeout\n");
       it.waits(kInfinite, 0);
       return order;
     }},
    {"TimedOutAndWasUnable", "timeout_not_said",
     [](auto& it) {
       it.waits(kMilliseconds, kTimedOut);
       it.gives_up("Unable to wait: error 0\n", 0);
     }},
    {"TookTheTimeOutForAFailure", "answer_taken_for_failure",
     [](auto& it) {
       it.waits(kMilliseconds, kTimedOut);
       it.gives_up("Unable to wait: error 0\n");
     }},
    {"TookAnAnswerForAFailure", kTakenForAFailure, takes_an_answer_for_a_failure},
    // Waiting for the thread explains the consequences.
    {"AfterAWaitForTheThread",
     {"waited_for_thread", {{"worker", "Child"}}},
     [](auto& it) {
       Call& wait = it.on(Api::kWaitForSingleObject, Object::Kind::kThread);
       wait.result = 0;
       const std::uint64_t order = wait.begin.order;
       it.prints("Signaled\n");
       it.child_ends();
       return order;
     }},
};
INSTANTIATE_TEST_SUITE_P(ReportsTheTimeoutOf, Matcher, rows(kReportsTheTimeout, reports_the_timeout), name_of_row);

const Cases<Watcher> kReportsNoTimeout{
    {"OtherWords", "",
     [](auto& it) {
       it.waits(kMilliseconds, 0);
       it.prints("no time-out, timeouts or TimedOut here\n");
     }},
    {"SaidWithoutOne", "timeout_said_without_one",
     [](auto& it) {
       it.waits(kMilliseconds, 0);
       it.prints("no time-out, timeouts or TimedOut here\n");
       it.prints("timeout\n");
     }},
};
INSTANTIATE_TEST_SUITE_P(ReportsNoTimeoutWhenThereWasNone, Matcher, rows(kReportsNoTimeout, ReportsNoTimeout()), name_of_row);

const Cases<Watcher> kAnswersAreNoFailures{
    {"ItMayGoOn", "sentence_not_printed",
     [](auto& it) {
       it.waits(0, kTimedOut);
       it.prints("Unable to wait: error 0\n", "stderr");
     }},
    {"TookAnAnswerForAFailure", kTakenForAFailure, takes_an_answer_for_a_failure},
    {"ALaterWaitTrulyFailed", "gave_up",
     [](auto& it) {
       it.waits(0, kTimedOut);
       it.waits(kMilliseconds, kFailed);
       it.gives_up("Unable to wait: error 6\n");
     }},
};
INSTANTIATE_TEST_SUITE_P(SaysNonSignaledUnable, Matcher, rows(kAnswersAreNoFailures, says_non_signaled), name_of_row);

const Cases<Watcher> kSaysSignaled{
    {"TookAnAnswerForAFailure", kTakenForAFailure, takes_an_answer_for_a_failure},
    {"TookSignaledForAFailure",
     {"answer_taken_for_failure", {{"answer", "WAIT_OBJECT_0"}}},
     [](auto& it) {
       it.waits(0, 0);
       it.gives_up("Unable to wait: error 0\n");
     }},
};
INSTANTIATE_TEST_SUITE_P(SaysSignaledUnable, Matcher, rows(kSaysSignaled, says_signaled), name_of_row);

// Returns the moment at which the wait failed.
std::uint64_t fails_once(Watcher& it) { return it.fails(it.waits(0, kFailed)).end->order; }

const Cases<Watcher> kReportsAFailedWait{
    {"NoWaitToFail", "no_wait_to_fail", nothing},
    {"TheSecondWaitIsToFail", "no_later_wait_to_fail", [](auto& it) { it.waits(0, kTimedOut); }},
    {"ForTheThread", "waited_for_thread", [](auto& it) { it.on(Api::kWaitForSingleObject, Object::Kind::kThread); }},
    {"Unsaid", {"failed_wait_not_said", {{"error", 6}}}, fails_once},
    {"EndsWith0", "wrong_exit_code",
     [](auto& it) {
       fails_once(it);
       it.gives_up("unable  to wait: error 6\n", 0);
     }},
    {"SaysSoAndEndsWith1", "",
     [](auto& it) {
       fails_once(it);
       it.gives_up("unable  to wait: error 6\n");
     }},
    {"SaysSoAndCrashes", "crashed_after_call",
     [](auto& it) {
       fails_once(it);
       it.prints("unable  to wait: error 6\n", "stderr");
       it.ends(Program::End::kCrashed, 0xC0000005);
     }},
    {"TookAnAnswerForAFailure", kTakenForAFailure, takes_an_answer_for_a_failure},
    {"TakenForSignaled",
     {"failed_wait_taken_for_signaled", {{"call", "WaitForSingleObject"}, {"error", 6}}},
     [](auto& it) {
       const std::uint64_t order = fails_once(it);
       it.prints("Signaled\n");
       return order;
     }},
    {"TakenForSignaledAndReported", "failed_wait_taken_for_signaled",
     [](auto& it) {
       fails_once(it);
       it.prints("Signaled\n");
       it.prints("Unable to wait\n");
       it.ends(Program::End::kItself, 1);
     }},
    // The second wait failed after the first had succeeded.
    {"WhatAnotherWaitHasToldIsNoMistake", "",
     [](auto& it) {
       it.child_ends();
       it.waits(kMilliseconds, 0);
       fails_once(it);
       it.prints("Signaled\nUnable to wait\n");
       it.ends(Program::End::kItself, 1);
     }},
};
INSTANTIATE_TEST_SUITE_P(ReportsAFailedWait, Matcher, rows(kReportsAFailedWait, reports_a_failed_wait), name_of_row);

}  // namespace
}  // namespace lab::labs
