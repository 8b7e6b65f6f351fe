// The words that checks are written in, on runs made by hand: each is met by what is right and explains what is wrong.
#include "checks/matchers.h"

#include <gtest/gtest.h>

namespace lab::checks {
namespace {

using trace::Event;
using trace::Moment;
using trace::Object;
using trace::Program;

constexpr std::uint32_t kInfinite = 0xFFFFFFFF;

// A manager and two workers; calls are added in the order in which they are made, each taking two moments.
class RunOfTwo {
 public:
  RunOfTwo() {
    run.program = "AdderManager";
    run.scenario = "by_hand";
    run.programs = {actor(), worker("1 5", 15), worker("6 10", 40)};
    start(1);
    start(2);
  }

  Call& call(Api api) {
    Call made;
    made.api = api;
    made.begin = next();
    made.end = next();
    made.result = 1;
    run.calls.push_back(made);
    return run.calls.back();
  }
  Call& on(Api api, Object::Kind kind, int program, int handle = 0) {
    Call& made = call(api);
    made.on = {{kind, program, handle}};
    return made;
  }
  void start(int program) {
    Call& made = call(Api::kCreateProcess);
    made.started = program;
    made.handles = {2 * program - 1, 2 * program};
  }
  void wait(int program, std::int64_t result = 0, std::uint32_t timeout = kInfinite) {
    Call& made = on(Api::kWaitForSingleObject, Object::Kind::kProcess, program);
    made.result = result;
    made.timeout_ms = timeout;
  }
  void wait_for_both(bool all, std::int64_t result) {
    Call& made = on(Api::kWaitForMultipleObjects, Object::Kind::kProcess, 1);
    made.on.push_back({Object::Kind::kProcess, 2, 0});
    made.flags = all ? 1 : 0;
    made.result = result;
    made.timeout_ms = kInfinite;
  }
  void read(int program, std::int64_t value) { on(Api::kGetExitCodeProcess, Object::Kind::kProcess, program).value = value; }
  void signaled(int program) { run.events.push_back({Event::Kind::kSignaled, program, -1, 15, next()}); }
  void close(int handle, int program, Object::Kind kind = Object::Kind::kProcess, std::int64_t result = 1) {
    on(Api::kCloseHandle, kind, program, handle).result = result;
  }

  Worker first() { return started(run, "PartAdder").at(0); }
  Worker second() { return started(run, "PartAdder").at(1); }

  trace::Run run;

 private:
  static Program actor() {
    Program program;
    program.name = "AdderManager";
    program.end = Program::End::kItself;
    program.attached = true;
    return program;
  }
  static Program worker(const std::string& arguments, std::uint32_t code) {
    Program program;
    program.name = "PartAdder";
    program.arguments = arguments;
    program.role = Program::Role::kStandin;
    program.parent = 0;
    program.end = Program::End::kItself;
    program.exit_code = code;
    return program;
  }
  Moment next() {
    ++order_;
    return {order_, static_cast<std::int64_t>(order_) * 100, 0};
  }
  std::uint64_t order_ = 0;
};

std::string reason(const RunMatcher& matcher, const Run& run) {
  const Because because = matcher.reason_against(run);
  return std::string(because.id());
}

RunMatcher waits_before_read(const Worker& worker) { return Does(WaitUntilSignaled(worker)).Before(LastReadOfExitCode(worker)); }

TEST(Before, AWaitThatReturnedSignaledBeforeTheReadIsRight) {
  RunOfTwo it;
  it.wait(1);
  it.read(1, 15);
  EXPECT_EQ(reason(waits_before_read(it.first()), it.run), "");
}

TEST(Before, AWaitOnTheOtherWorkerDoesNotCount) {
  RunOfTwo it;
  it.wait(2);
  it.read(1, 259);
  EXPECT_EQ(reason(waits_before_read(it.first()), it.run), "exit_code_read_too_early");
}

TEST(Before, AWaitAfterTheReadDoesNotCountButASecondReadMendsIt) {
  RunOfTwo it;
  it.read(1, 259);
  it.wait(1);
  EXPECT_EQ(reason(waits_before_read(it.first()), it.run), "exit_code_read_too_early");
  it.read(1, 15);
  EXPECT_EQ(reason(waits_before_read(it.first()), it.run), "");
}

TEST(Before, AReadThatBeganBeforeTheWaitReturnedIsTooEarly) {
  RunOfTwo it;
  it.wait(1);
  it.read(1, 15);
  it.run.calls.back().begin.order = it.run.calls[2].end->order - 1;  // by another thread
  EXPECT_NE(reason(waits_before_read(it.first()), it.run), "");
}

TEST(Before, ATimeOutIsNoWait) {
  RunOfTwo it;
  it.wait(1, 258, 100);
  it.read(1, 259);
  const Because because = waits_before_read(it.first()).reason_against(it.run);
  EXPECT_EQ(because.id(), "wait_timed_out_ignored");
  EXPECT_EQ(because.args["timeout_ms"], 100);
  EXPECT_EQ(because.run, "by_hand");
}

TEST(Before, AFailedWaitIsNoWait) {
  RunOfTwo it;
  it.wait(1, 0xFFFFFFFF);
  it.read(1, 259);
  EXPECT_EQ(reason(waits_before_read(it.first()), it.run), "wait_failed");
}

TEST(Before, WaitForMultipleObjectsTellsOfAllOrOfOne) {
  RunOfTwo all;
  all.wait_for_both(true, 0);
  all.read(1, 15);
  all.read(2, 40);
  EXPECT_EQ(reason(waits_before_read(all.first()), all.run), "");
  EXPECT_EQ(reason(waits_before_read(all.second()), all.run), "");

  RunOfTwo either;
  either.wait_for_both(false, 1);
  either.read(1, 259);
  either.read(2, 40);
  EXPECT_EQ(reason(waits_before_read(either.first()), either.run), "waited_for_either");
  EXPECT_EQ(reason(waits_before_read(either.second()), either.run), "");
}

TEST(Before, ACallbackThatTheWaitFiredCounts) {
  RunOfTwo it;
  it.on(Api::kWaitOrTimerCallback, Object::Kind::kProcess, 1).result = 0;
  it.read(1, 15);
  EXPECT_EQ(reason(waits_before_read(it.first()), it.run), "");
}

TEST(Before, AReadOfAnEndedProcessWithoutAWaitWasLuck) {
  RunOfTwo it;
  it.signaled(1);
  it.read(1, 15);
  EXPECT_EQ(reason(waits_before_read(it.first()), it.run), "exit_code_read_without_wait");
}

TEST(Before, WithoutAnyReadTheWaitIsStillDemanded) {
  RunOfTwo it;
  EXPECT_EQ(reason(waits_before_read(it.first()), it.run), "never_waited");
  it.wait(1);
  EXPECT_EQ(reason(waits_before_read(it.first()), it.run), "");
}

TEST(Before, WaitingForTheThreadIsSaidToBeThat) {
  RunOfTwo it;
  it.on(Api::kWaitForSingleObject, Object::Kind::kThread, 1).result = 0;
  it.read(1, 259);
  EXPECT_EQ(reason(waits_before_read(it.first()), it.run), "waited_for_thread");
}

TEST(SideBySide, AskingOnceBeforeTheSecondStartIsNoWait) {
  RunOfTwo it;
  it.run.calls.clear();
  it.start(1);
  it.read(1, 259);
  it.start(2);
  it.wait(1);
  EXPECT_EQ(reason(Does(StartOf(it.second())).Before(FirstWaitFor(it.first())), it.run), "");
}

TEST(SideBySide, WaitingBeforeTheSecondStartIsSeen) {
  RunOfTwo it;
  it.run.calls.clear();
  it.start(1);
  it.wait(1);
  it.start(2);
  EXPECT_EQ(reason(Does(StartOf(it.second())).Before(FirstWaitFor(it.first())), it.run), "waited_before_second_start");
}

TEST(SideBySide, PollingUntilTheFirstEndsIsWaiting) {
  RunOfTwo it;
  it.run.calls.clear();
  it.start(1);
  it.read(1, 259);
  Call& asking = it.run.calls.back();
  it.run.events.push_back({Event::Kind::kReleased, 1, -1, 15, {asking.begin.order + 1, 0, 0}});
  asking.end->order = asking.begin.order + 2;
  it.start(2);
  EXPECT_EQ(reason(Does(StartOf(it.second())).Before(FirstWaitFor(it.first())), it.run), "waited_before_second_start");
}

TEST(Started, OrderDoesNotMatterNumberAndArgumentsDo) {
  RunOfTwo it;
  EXPECT_EQ(reason(Started("PartAdder", {"6 10", "1 5"}), it.run), "");
  EXPECT_EQ(reason(Started("PartAdder", {"1 5", "6 11"}), it.run), "wrong_worker_arguments");
  EXPECT_EQ(reason(Started("PartAdder", {"1 5"}), it.run), "too_many_workers");
  EXPECT_EQ(reason(Started("PartAdder", {"1 5", "6 10", "11 15"}), it.run), "too_few_workers");
}

TEST(Started, ACrashBeforeTheFirstStartIsTheReason) {
  RunOfTwo it;
  it.run.programs.resize(1);
  EXPECT_EQ(reason(Started("PartAdder", {"1 5"}), it.run), "no_workers");
  it.run.programs[0].end = Program::End::kCrashed;
  EXPECT_EQ(reason(Started("PartAdder", {"1 5"}), it.run), "crashed");
}

TEST(PrintedNumber, FollowsItsLabelAsAWholeToken) {
  trace::Run run;
  const auto printed = [&](const std::string& output) {
    run.output = output;
    return printed_number(run, "total").value_or("-");
  };
  EXPECT_EQ(printed("total: 55\r\n"), "55");
  EXPECT_EQ(printed("Total = 55"), "55");
  EXPECT_EQ(printed("subtotal: 7\ntotal:\t55\n"), "55");
  EXPECT_EQ(printed("total: 5\ntotal: 55\n"), "55");
  EXPECT_EQ(printed("total: 555\n"), "555");
  EXPECT_EQ(printed("total: 55.5\n"), "55.5");
  EXPECT_EQ(printed("total: -1\n"), "-1");
  EXPECT_EQ(printed("the total of both\n"), "-");
  EXPECT_EQ(printed("total_parts: 2\n"), "-");
  EXPECT_EQ(printed(std::string("t\0o\0t\0a\0l\0:\0 \0005\0005\0\n\0", 20)), "55");  // UTF-16LE
}

TEST(Prints, SaysWhatWasSeenInstead) {
  RunOfTwo it;
  it.read(1, 15);
  it.read(2, 40);
  it.run.output = "return_val1: 259\n";
  EXPECT_EQ(reason(Prints("return_val1", 259), it.run), "");
  EXPECT_EQ(reason(Prints("return_val1", 15), it.run), "number_not_printed");
  EXPECT_EQ(reason(Prints("total", 15), it.run), "number_missing");
}

TEST(Prints, ExplainsAWrongNumberByTheQuestionThatFailed) {
  RunOfTwo never;
  never.run.output = "total: 0\n";
  EXPECT_EQ(reason(Prints("total", 55), never.run), "exit_code_never_read");
  RunOfTwo thread;
  thread.on(Api::kGetExitCodeProcess, Object::Kind::kThread, 1).result = 0;
  EXPECT_EQ(reason(Prints("total", 55), thread.run), "exit_code_of_thread");
  RunOfTwo closed;
  closed.on(Api::kGetExitCodeProcess, Object::Kind::kClosed, 1).result = 0;
  EXPECT_EQ(reason(Prints("total", 55), closed.run), "exit_code_of_closed_handle");
}

TEST(Prints, ACrashOrAnEndlessLoopIsTheReason) {
  RunOfTwo it;
  it.run.programs[0].end = Program::End::kCrashed;
  EXPECT_EQ(reason(Prints("total", 55), it.run), "crashed");
  it.run.programs[0].end = Program::End::kLoop;
  EXPECT_EQ(reason(Prints("total", 55), it.run), "loops_forever");
  it.read(1, 259);
  EXPECT_EQ(reason(Prints("total", 55), it.run), "took_259_for_running");
  it.run.programs[0].end = Program::End::kBlocked;  // it sleeps between its questions
  Call sleep;
  sleep.api = Api::kSleep;
  sleep.begin = it.run.calls.back().begin;
  it.run.calls.push_back(sleep);
  EXPECT_EQ(reason(Prints("total", 55), it.run), "took_259_for_running");
  it.run.calls.back().api = Api::kWaitForSingleObject;
  EXPECT_EQ(reason(Prints("total", 55), it.run), "blocked_forever");
  it.run.programs[0].end = Program::End::kTimeout;
  EXPECT_EQ(reason(Prints("total", 55), it.run), "timed_out");
  it.run.output = "total: 55\n";  // it had printed what it should before
  EXPECT_EQ(reason(Prints("total", 55), it.run), "");
}

TEST(PrintsNo, BlamesTheFailedWorker) {
  RunOfTwo it;
  it.run.output = "total: 3\n";
  EXPECT_EQ(reason(PrintsNo("total"), it.run), "exit_code_never_read");
  it.read(1, 15);
  it.read(2, 40);
  EXPECT_EQ(reason(PrintsNo("total"), it.run), "total_printed_anyway");
  it.run.programs[2].exit_code = 0xC0000005;
  EXPECT_EQ(reason(PrintsNo("total"), it.run), "worker_failure_ignored");
  it.run.output = "no total today\n";
  EXPECT_EQ(reason(PrintsNo("total"), it.run), "");
}

TEST(Says, CaseAndBlanksDoNotCountAndStderrIsReadToo) {
  trace::Run run;
  run.programs.resize(1);
  run.errors = "UNABLE  to\tstart PartAdder\n";
  EXPECT_EQ(reason(Says("Unable to start"), run), "");
  run.errors = "unable to stop";
  EXPECT_EQ(reason(Says("Unable to start"), run), "sentence_not_printed");
}

TEST(EndsWith, ABackwardExitIsNoSuccess) {
  RunOfTwo it;
  EXPECT_EQ(reason(EndsWith(0), it.run), "");
  EXPECT_EQ(reason(EndsWith(1), it.run), "wrong_exit_code");
  it.run.programs[0].end = Program::End::kKilled;  // with exit code 0, as a job that is closed gives it
  EXPECT_EQ(reason(EndsWith(0), it.run), "wrong_exit_code");
}

TEST(Handles, EveryOneGivenOutMustBeClosedOnce) {
  RunOfTwo it;
  it.close(1, 1);
  it.close(2, 1, Object::Kind::kThread);
  it.close(3, 2);
  EXPECT_EQ(reason(ClosesEveryHandleOf("PartAdder"), it.run), "handle_left_open");
  it.close(4, 2, Object::Kind::kThread);
  EXPECT_EQ(reason(ClosesEveryHandleOf("PartAdder"), it.run), "");
  EXPECT_EQ(reason(ClosesNothingTwice(), it.run), "");
  it.close(4, 2, Object::Kind::kClosed, 0);
  const Because because = ClosesNothingTwice().reason_against(it.run);
  EXPECT_EQ(because.id(), "handle_closed_twice");
  EXPECT_EQ(because.args["handle"], "thread");
}

TEST(Handles, ADuplicateIsAHandleOfItsOwn) {
  RunOfTwo it;
  for (int handle = 1; handle <= 4; ++handle) it.close(handle, (handle + 1) / 2);
  it.on(Api::kDuplicateHandle, Object::Kind::kProcess, 1, 1).handles = {5};
  EXPECT_EQ(reason(ClosesEveryHandleOf("PartAdder"), it.run), "handle_left_open");
  it.close(5, 1);
  EXPECT_EQ(reason(ClosesEveryHandleOf("PartAdder"), it.run), "");
}

TEST(Handles, AProgramThatDidNotEndByItselfIsNotJudged) {
  RunOfTwo it;
  it.run.programs[0].end = Program::End::kTimeout;
  EXPECT_EQ(reason(ClosesEveryHandleOf("PartAdder"), it.run), "");
}

TEST(Handles, WhatIsNoHandleIsSeen) {
  RunOfTwo it;
  it.close(0, -1, Object::Kind::kInvalid, 0);
  EXPECT_EQ(reason(ClosesNothingTwice(), it.run), "closed_something_else");
  EXPECT_EQ(reason(UsesNoWildHandle(), it.run), "");
  it.on(Api::kWaitForSingleObject, Object::Kind::kInvalid, -1).result = 0xFFFFFFFF;
  EXPECT_EQ(reason(UsesNoWildHandle(), it.run), "wild_handle");
}

TEST(NeverSpins, ReadsTheGradersNote) {
  RunOfTwo it;
  EXPECT_EQ(reason(NeverSpins(), it.run), "");
  it.run.events.push_back({Event::Kind::kSpinning, 1, 0, 20, {100, 0, 0}});
  EXPECT_EQ(reason(NeverSpins(), it.run), "spins");
}

}  // namespace
}  // namespace lab::checks
