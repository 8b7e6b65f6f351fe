// What a program says of waits that gave no state, on runs made by hand: those that ran into their time-outs, and those that failed.
#include "labs/04_signaled_states/matchers.h"

#include <gtest/gtest.h>

#include "labs/04_signaled_states/watcher_by_hand.h"

namespace lab::labs {

using namespace checks;

namespace {

using trace::Object;
using trace::Program;

TEST(ReportsTheTimeout, TellsEachMistake) {
  Watcher it;
  it.waits(0, kTimedOut);
  EXPECT_EQ(it.timeout(), "no_finite_wait");
  Call& wait = it.waits(kMilliseconds, kTimedOut);
  const std::uint64_t expired = wait.end->order;
  const Because unsaid = it.against(ReportsTheTimeoutOf(it.child(), kMilliseconds));
  EXPECT_EQ(unsaid.id(), "timeout_not_said");
  EXPECT_EQ(unsaid.args["timeout_ms"], kMilliseconds);
  EXPECT_EQ(unsaid.order, expired);
  it.prints("Timeout\n");
  const Because gave_up = it.against(ReportsTheTimeoutOf(it.child(), kMilliseconds));
  EXPECT_EQ(gave_up.id(), "gave_up_after_timeout");
  EXPECT_EQ(gave_up.order, expired);
  it.ends(Program::End::kFlood);
  EXPECT_EQ(it.timeout(), "flooded");
  it.waits(kInfinite, 0);
  EXPECT_EQ(it.timeout(), "");
  Watcher early;
  const std::uint64_t said = early.prints("Timeout\n");
  early.waits(kMilliseconds, kTimedOut);
  early.waits(kInfinite, 0);
  const Because before = early.against(ReportsTheTimeoutOf(early.child(), kMilliseconds));
  EXPECT_EQ(before.id(), "timeout_said_before_wait");
  EXPECT_EQ(before.order, said);
}

TEST(ReportsTheTimeout, AWaitAfterTheEndHasNoTimeToRunOut) {
  Watcher it;
  it.child_ends();
  it.waits(kInfinite, 0);
  EXPECT_EQ(it.timeout(), "no_finite_wait");
  const std::uint64_t order = it.waits(kMilliseconds, 0).begin.order;
  const Because because = it.against(ReportsTheTimeoutOf(it.child(), kMilliseconds));
  EXPECT_EQ(because.id(), "finite_wait_after_end");
  EXPECT_EQ(because.args["timeout_ms"], kMilliseconds);
  EXPECT_EQ(because.order, order);
  EXPECT_EQ(it.timeout(), "finite_wait_after_end");
}

TEST(ReportsTheTimeout, SleepIsNoWaitWithATimeOut) {
  Watcher it;
  Call& sleep = it.add(Api::kSleep);
  sleep.timeout_ms = kMilliseconds;
  const std::uint64_t order = sleep.begin.order;
  it.waits(0, kTimedOut);
  it.prints("Timeout\n");
  const Because because = it.against(ReportsTheTimeoutOf(it.child(), kMilliseconds));
  EXPECT_EQ(because.id(), "slept_for_the_time");
  EXPECT_EQ(because.args["call"], "Sleep");
  EXPECT_EQ(because.order, order);
  EXPECT_EQ(it.timeout(), "slept_for_the_time");
  it.run.calls[1].timeout_ms = 1000;  // for something else
  EXPECT_EQ(it.timeout(), "no_finite_wait");
  it.run.calls[1].times = 60;
  EXPECT_EQ(it.timeout(), "slept_for_the_time");
}

TEST(ReportsTheTimeout, SlicesAndCallbacksAddUpToTheTimeThatWasGiven) {
  const auto after = [](std::uint32_t timeout, std::uint32_t times, Api api = Api::kWaitForSingleObject) {
    Watcher it;
    it.waits(timeout, kTimedOut, 1, api).times = times;
    it.prints("Timeout\n");
    it.waits(1000, kTimedOut).times = 3599;  // on its way to the end: that is another time
    it.waits(kInfinite, 0);
    return it.timeout();
  };
  EXPECT_EQ(after(1000, 60), "");
  EXPECT_EQ(after(1000, 61), "");  // a slice that had begun
  EXPECT_EQ(after(kMilliseconds, 1, Api::kWaitOrTimerCallback), "");
  EXPECT_EQ(after(kMilliseconds / 1000, 1), "timeout_of_another_time");
  EXPECT_EQ(after(kMilliseconds * 1000, 1), "timeout_of_another_time");
  EXPECT_EQ(after(5000, 1), "timeout_of_another_time");
}

TEST(ReportsTheTimeout, SaysWhichTimeItWas) {
  Watcher it;
  const std::uint64_t order = it.waits(5000, kTimedOut).begin.order;
  it.prints("Timeout\n");
  it.waits(kInfinite, 0);
  const Because because = it.against(ReportsTheTimeoutOf(it.child(), kMilliseconds));
  EXPECT_EQ(because.id(), "timeout_of_another_time");
  EXPECT_EQ(because.args["seen"], 5000);
  EXPECT_EQ(because.args["expected"], kMilliseconds);
  EXPECT_EQ(because.order, order);
  EXPECT_EQ(it.timeout(), "timeout_of_another_time");
}

TEST(ReportsNoTimeout, WhenThereWasNone) {
  Watcher it;
  it.waits(kMilliseconds, 0);
  it.prints("no time-out, timeouts or TimedOut here\n");
  EXPECT_EQ(it.reason(ReportsNoTimeout()), "");
  it.prints("timeout\n");
  EXPECT_EQ(it.reason(ReportsNoTimeout()), "timeout_said_without_one");
}

TEST(ReportsAFailedWait, SaysSoAndEndsWith1) {
  Watcher it;
  EXPECT_EQ(it.failed_wait(), "no_wait_to_fail");
  Watcher once;  // it is the second wait that is to fail
  once.waits(0, kTimedOut);
  EXPECT_EQ(once.failed_wait(), "no_later_wait_to_fail");
  Watcher thread;
  thread.on(Api::kWaitForSingleObject, Object::Kind::kThread);
  EXPECT_EQ(thread.failed_wait(), "waited_for_thread");
  const std::uint64_t failed = it.fails(it.waits(0, kFailed)).end->order;
  const Because unsaid = it.against(ReportsAFailedWait(it.child()));
  EXPECT_EQ(unsaid.id(), "failed_wait_not_said");
  EXPECT_EQ(unsaid.args["error"], 6);
  EXPECT_EQ(unsaid.order, failed);
  EXPECT_EQ(it.failed_wait(), "failed_wait_not_said");
  it.prints("unable  to wait: error 6\n", "stderr");
  EXPECT_EQ(it.failed_wait(), "wrong_exit_code");
  it.ends(Program::End::kItself, 1);
  EXPECT_EQ(it.failed_wait(), "");
  it.ends(Program::End::kCrashed, 0xC0000005);
  EXPECT_EQ(it.failed_wait(), "crashed");
}

TEST(ReportsAFailedWait, AnAnswerIsNotTakenForAFailure) {
  Watcher it;
  const std::uint64_t order = it.waits(0, kTimedOut).end->order;
  it.prints("Unable to wait: error 0\n", "stderr");
  EXPECT_EQ(it.non_signaled(), "sentence_not_printed");  // it may go on
  it.ends(Program::End::kItself, 1);
  for (const RunMatcher& matcher : {SaysNonSignaledOf(it.child()), SaysSignaledOf(it.child()), ReportsAFailedWait(it.child()),
                                    ReportsTheTimeoutOf(it.child(), kMilliseconds)}) {
    const Because because = it.against(matcher);
    EXPECT_EQ(because.id(), "answer_taken_for_failure");
    EXPECT_EQ(because.args["call"], "WaitForSingleObject");
    EXPECT_EQ(because.args["answer"], "WAIT_TIMEOUT");
    EXPECT_EQ(because.args["said"], "Unable to wait: error 0");
    EXPECT_EQ(because.order, order);
  }
  EXPECT_EQ(it.failed_wait(), "answer_taken_for_failure");
  Watcher expired;
  expired.waits(kMilliseconds, kTimedOut);
  expired.prints("Unable to wait: error 0\n", "stderr");
  EXPECT_EQ(expired.timeout(), "timeout_not_said");
  expired.ends(Program::End::kItself, 1);
  EXPECT_EQ(expired.timeout(), "answer_taken_for_failure");
  Watcher signaled;
  signaled.waits(0, 0);
  signaled.prints("Unable to wait: error 0\n", "stderr");
  signaled.ends(Program::End::kItself, 1);
  EXPECT_EQ(signaled.against(SaysSignaledOf(signaled.child())).args["answer"], "WAIT_OBJECT_0");
  Watcher truly;
  truly.waits(0, kTimedOut);
  truly.waits(kMilliseconds, kFailed);
  truly.prints("Unable to wait: error 6\n", "stderr");
  truly.ends(Program::End::kItself, 1);
  EXPECT_EQ(truly.non_signaled(), "gave_up");
}

TEST(ReportsAFailedWait, ItIsNotTakenForSignaled) {
  Watcher it;
  const std::uint64_t order = it.fails(it.waits(0, kFailed)).end->order;
  it.prints("Signaled\n");
  const Because because = it.against(ReportsAFailedWait(it.child()));
  EXPECT_EQ(because.id(), "failed_wait_taken_for_signaled");
  EXPECT_EQ(because.args["call"], "WaitForSingleObject");
  EXPECT_EQ(because.args["error"], 6);
  EXPECT_EQ(because.order, order);
  it.prints("Unable to wait\n");
  it.ends(Program::End::kItself, 1);
  EXPECT_EQ(it.failed_wait(), "failed_wait_taken_for_signaled");
}

TEST(ReportsAFailedWait, WhatAnotherWaitHasToldIsNoMistake) {
  Watcher it;
  it.child_ends();
  it.waits(kMilliseconds, 0);
  it.fails(it.waits(0, kFailed));  // the second question, after the first had been answered
  it.prints("Signaled\nUnable to wait\n");
  it.ends(Program::End::kItself, 1);
  EXPECT_EQ(it.failed_wait(), "");
}

}  // namespace
}  // namespace lab::labs
