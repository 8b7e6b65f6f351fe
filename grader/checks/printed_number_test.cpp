// The numbers that a program prints after a label, and why they are wrong, in handwritten runs.
#include <gtest/gtest.h>

#include "checks/adders_by_hand.h"
#include "checks/cases.h"

namespace lab::checks {
namespace {

using trace::Object;
using trace::Program;

using Runs = Cases<TwoAdders>;

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

// The program has read the exit code 259 and has then made another call; it did not end by itself.
auto asked_for_ever(Api last_call, Program::End end) {
  return [=](TwoAdders& it) {
    it.reads(1, 259);
    it.reads(1, 259);
    const trace::Moment asked = it.run.calls.back().begin;
    Call& last = it.add(last_call);
    last.begin = asked;
    last.end.reset();
    it.run.programs[0].end = end;
  };
}

void prints_259(TwoAdders& it) {
  it.reads_both();
  it.run.output = "return_val1: 259\n";
}

const Runs kPrintsReturnValue259{{"WhatWasRead", "", prints_259}};
INSTANTIATE_TEST_SUITE_P(PrintsReturnValue259, Matcher, rows(kPrintsReturnValue259, Prints("return_val1", 259)), name_of_row);
const Runs kPrintsReturnValue15{{"AnotherNumber", "number_not_printed", prints_259}};
INSTANTIATE_TEST_SUITE_P(PrintsReturnValue15, Matcher, rows(kPrintsReturnValue15, Prints("return_val1", 15)), name_of_row);
const Runs kPrintsTotal15{{"NoNumber", "number_missing", prints_259}};
INSTANTIATE_TEST_SUITE_P(PrintsTotal15, Matcher, rows(kPrintsTotal15, Prints("total", 15)), name_of_row);

// Acts like a program that stores the result of a wait in a BOOL: everything succeeded, but it ends as if something had failed.
void gives_up_after_a_wait(TwoAdders& it) {
  it.waits_for_both(true, 0);
  it.reads_both();
  it.run.programs[0].exit_code = 0xFFFFFFFF;
}

auto gives_up_after(std::int64_t wait, std::int64_t exit_code) {
  return [=](TwoAdders& it) {
    it.waits_for_both(true, wait);
    it.reads(1, exit_code);
    it.reads(2, 40);
    it.run.programs[0].exit_code = 0xFFFFFFFF;
  };
}

const Runs kPrintsTotal{
    {"TookWaitObject0ForAFailure",
     {"success_taken_for_failure", {{"call", "WaitForMultipleObjects"}, {"exit_code", 0xFFFFFFFF}, {"label", "total"}}},
     [](auto& it) {
       it.waits_for_both(true, 0);
       it.run.programs[0].exit_code = 0xFFFFFFFF;
     }},
    {"TookASumForAFailure",
     {"exit_code_taken_for_failure", {{"codes", "15, 40"}, {"exit_code", 0xFFFFFFFF}, {"label", "total"}}},
     gives_up_after_a_wait},
    {"PrintedNothingAndEndedWith0", "number_missing",
     [](auto& it) {
       gives_up_after_a_wait(it);
       it.run.programs[0].exit_code = 0;
     }},
    {"PrintedAnotherNumberAndEndedWith1", "number_not_printed",
     [](auto& it) {
       gives_up_after_a_wait(it);
       it.run.output = "total: 3\n";
     }},
    {"GaveUpAfterAFailedWait", "number_missing", gives_up_after(0xFFFFFFFF, 15)},
    {"GaveUpAfterATimeOut", "number_missing", gives_up_after(258, 15)},
    {"GaveUpOn259", {"exit_code_taken_for_failure", {{"codes", "259, 40"}}}, gives_up_after(0, 259)},
    {"GaveUpOnAFailedWorker", "number_missing", gives_up_after(0, 0xC0000005)},
    {"GaveUpWithoutAWait", "number_missing",
     [](auto& it) {
       it.reads_both();
       it.run.programs[0].exit_code = 1;
     }},
    {"TookTheResultForTheExitCode",
     {"result_taken_for_exit_code", {{"label", "total"}, {"value", 15}}},
     [](auto& it) {
       it.reads_both();
       it.run.output = "total: 1\n";
     }},
    {"OneMayBeAnExitCode", "number_not_printed",
     [](auto& it) {
       it.reads(1, 1);
       it.reads(2, 40);
       it.run.output = "total: 1\n";
     }},
    {"NeverReadAnExitCode", "exit_code_never_read", [](auto& it) { it.run.output = "total: 0\n"; }},
    {"ReadThatOfAThread", "exit_code_of_thread", [](auto& it) { it.on(Api::kGetExitCodeProcess, Object::Kind::kThread, 1).result = 0; }},
    {"ReadThatOfAClosedHandle", "exit_code_of_closed_handle",
     [](auto& it) { it.on(Api::kGetExitCodeProcess, Object::Kind::kClosed, 1).result = 0; }},
    {"Crashed", "crashed_after_call", [](auto& it) { it.run.programs[0].end = Program::End::kCrashed; }},
    {"Looped", "loops_forever", [](auto& it) { it.run.programs[0].end = Program::End::kLoop; }},
    {"LoopedOn259", "took_259_for_running",
     [](auto& it) {
       it.reads(1, 259);
       it.run.calls.back().times = 1000;
       it.run.programs[0].end = Program::End::kLoop;
     }},
    {"LoopedAfterOneQuestion", "loops_forever",
     [](auto& it) {
       it.reads(1, 259);
       it.run.programs[0].end = Program::End::kLoop;
     }},
    {"SleptBetweenItsQuestions", "took_259_for_running", asked_for_ever(Api::kSleep, Program::End::kBlocked)},
    {"BlockedInAWait", "blocked_forever", asked_for_ever(Api::kWaitForSingleObject, Program::End::kBlocked)},
    {"TimedOut", "interrupted", asked_for_ever(Api::kWaitForSingleObject, Program::End::kTimeout)},
    {"TimedOutAfterItHadPrintedIt", "",
     [](auto& it) {
       asked_for_ever(Api::kWaitForSingleObject, Program::End::kTimeout)(it);
       it.run.output = "total: 55\n";
     }},
};
INSTANTIATE_TEST_SUITE_P(PrintsTotal55, Matcher, rows(kPrintsTotal, Prints("total", 55)), name_of_row);

const Runs kPrintsNoTotal{
    {"WithoutAQuestion", "exit_code_never_read", [](auto& it) { it.run.output = "total: 3\n"; }},
    {"AllTheSame", "total_printed_anyway",
     [](auto& it) {
       it.reads_both();
       it.run.output = "total: 3\n";
     }},
    {"ThoughAWorkerFailed", "worker_failure_ignored",
     [](auto& it) {
       it.reads_both();
       it.run.output = "total: 3\n";
       it.run.programs[2].exit_code = 0xC0000005;
     }},
    {"TheWordAlone", "",
     [](auto& it) {
       it.reads_both();
       it.run.output = "no total today\n";
       it.run.programs[2].exit_code = 0xC0000005;
     }},
};
INSTANTIATE_TEST_SUITE_P(PrintsNoTotal, Matcher, rows(kPrintsNoTotal, PrintsNo("total")), name_of_row);

}  // namespace
}  // namespace lab::checks
