// The matchers that checks use, in handwritten runs: each one matches correct programs and explains mistakes.
#include "checks/matchers.h"

#include <gtest/gtest.h>

#include "checks/adders_by_hand.h"
#include "checks/cases.h"

namespace lab::checks {
namespace {

using trace::Event;
using trace::Object;
using trace::Program;

using Runs = Cases<TwoAdders>;

RunMatcher waits_before_read(const Worker& worker) { return Does(WaitUntilSignaled(worker)).Before(LastReadOfExitCode(worker)); }

void waits_unseen(TwoAdders& it) { it.run.events.push_back({Event::Kind::kUnknownWait, 0, -1, 0, {5, 0, 0}}); }

const Runs kWaitsForTheFirst{
    {"SignaledBeforeTheRead", "",
     [](auto& it) {
       it.waits(kInfinite, 0, 1);
       it.reads(1, 15);
     }},
    {"ForTheOtherWorker",
     {"exit_code_read_with_no_wait_called", {{"other", "PartAdder 6 10"}, {"worker", "PartAdder 1 5"}}},
     [](auto& it) {
       it.waits(kInfinite, 0, 2);
       it.reads(1, 259);
     }},
    {"AfterTheRead", "exit_code_read_too_early",
     [](auto& it) {
       it.reads(1, 259);
       it.waits(kInfinite, 0, 1);
     }},
    {"AfterOneReadAndBeforeAnother", "",
     [](auto& it) {
       it.reads(1, 259);
       it.waits(kInfinite, 0, 1);
       it.reads(1, 15);
     }},
    {"WhileAnotherThreadReads", "exit_code_read_without_wait",
     [](auto& it) {
       it.waits(kInfinite, 0, 1);
       it.reads(1, 15);
       it.run.calls.back().begin.order = it.run.calls[2].end->order - 1;
     }},
    {"TimedOut",
     {"exit_code_read_after_time_out", {{"timeout_ms", 100}}},
     [](auto& it) {
       it.waits(100, kTimedOut);
       it.reads(1, 259);
     }},
    {"TimedOutAndNothingWasRead", {"wait_timed_out_ignored", {{"timeout_ms", 100}}}, [](auto& it) { it.waits(100, kTimedOut); }},
    {"Failed", "wait_failed",
     [](auto& it) {
       it.waits(kInfinite, kFailed);
       it.reads(1, 259);
     }},
    {"ForAll", "",
     [](auto& it) {
       it.waits_for_both(true, 0);
       it.reads(1, 15);
       it.reads(2, 40);
     }},
    {"ForOneAndItWasTheOther", "waited_for_either",
     [](auto& it) {
       it.waits_for_both(false, 1);
       it.reads(1, 259);
       it.reads(2, 40);
     }},
    {"ByACallbackThatTheWaitFired", "",
     [](auto& it) {
       it.on(Api::kWaitOrTimerCallback, Object::Kind::kProcess, 1).result = 0;
       it.reads(1, 15);
     }},
    {"NeverAndItHadEndedByLuck", "exit_code_read_without_wait",
     [](auto& it) {
       it.child_ends(1);
       it.reads(1, 15);
     }},
    {"NeverAndNothingWasRead", "never_waited", nothing},
    {"NotBeforeItWasEnded", "loops_forever", [](auto& it) { it.run.programs[0].end = Program::End::kLoop; }},
    {"PerhapsWhereNobodySees", "may_have_waited", waits_unseen},
    {"PerhapsWhereNobodySeesAndItEndsThere", "ended_in_unknown_wait",
     [](auto& it) {
       waits_unseen(it);
       it.run.programs[0].end = Program::End::kUnknownWait;
     }},
    {"WhereNobodySeesButItReadTooEarly", "exit_code_read_too_early",
     [](auto& it) {
       waits_unseen(it);
       it.reads(1, 259);
       it.child_ends(1);
     }},
    {"PerhapsWhereNobodySeesAndItReadTheRightCode", "may_have_waited",
     [](auto& it) {
       waits_unseen(it);
       it.child_ends(1);
       it.reads(1, 15);
     }},
    {"ByAHandleThatIsClosed", "waited_on_closed_handle",
     [](auto& it) {
       it.fails(it.on(Api::kWaitForSingleObject, trace::Object::Kind::kClosed, 1));
       it.reads(1, 15);
     }},
    {"ByNoHandle",
     {"waited_on_no_handle", {{"call", "WaitForSingleObject"}}},
     [](auto& it) {
       Call& wait = it.on(Api::kWaitForSingleObject, trace::Object::Kind::kInvalid, -1);
       it.fails(wait).faulted = false;
       it.reads(1, 15);
     }},
    {"ByMoreHandlesThanThereAre",
     {"counted_more_than_handles", {{"call", "WaitForMultipleObjects"}, {"count", 4}, {"handles", 2}, {"error", 6}}},
     [](auto& it) {
       Call& wait = it.fails(it.waits_for({1, 2}, true, 0));
       wait.faulted = false;
       wait.on.resize(4, {Object::Kind::kNull, -1, 0});
       it.reads(1, 259);
     }},
    {"ByTheSameHandleTwice",
     {"same_handle_twice", {{"worker", "PartAdder 1 5"}, {"error", 87}}},
     [](auto& it) {
       Call& wait = it.fails(it.waits_for({1, 2}, true, 0));
       wait.faulted = false;
       wait.error = 87;
       wait.on[1] = wait.on[0];
       it.reads(1, 259);
     }},
    {"StillWaitingWhenTheRunEnded", "wait_not_over",
     [](auto& it) {
       it.waits(kInfinite, 0).end.reset();
       it.ends(trace::Program::End::kBlocked);
     }},
    {"ATerminatedWorkerHasReturnedNothing", "worker_terminated",
     [](auto& it) {
       it.on(Api::kTerminateProcess, trace::Object::Kind::kProcess, 1);
       it.run.programs[1].end = trace::Program::End::kKilled;
       it.waits(kInfinite, 0);
       it.reads(1, 15);
     }},
    {"NorHasOneThatWasReleasedWhileItCameToItsEnd", "worker_terminated",
     [](auto& it) {
       it.on(Api::kTerminateProcess, trace::Object::Kind::kProcess, 1);
       it.is_released(1);
       it.waits(kInfinite, 0);
       it.reads(1, 15);
     }},
    {"OneThatWasReleasedFirstHasEndedByItself", "",
     [](auto& it) {
       it.is_released(1);
       it.on(Api::kTerminateProcess, trace::Object::Kind::kProcess, 1);
       it.waits(kInfinite, 0);
       it.reads(1, 15);
     }},
    {"OneThatHadEndedBeforeIsNotTerminated", "",
     [](auto& it) {
       it.on(Api::kTerminateProcess, trace::Object::Kind::kProcess, 1).result = 0;
       it.waits(kInfinite, 0);
       it.reads(1, 15);
     }},
    {"WithoutARead", "", [](auto& it) { it.waits(kInfinite, 0, 1); }},
    {"ForItself",
     {"waited_for_itself", {{"program", "AdderManager"}}},
     [](auto& it) {
       Call& wait = it.on(Api::kWaitForSingleObject, Object::Kind::kPseudo, 0);
       const std::uint64_t began = wait.begin.order;
       wait.ended_by_grader = true;
       it.reads(1, 15);
       return began;
     }},
    {"ForOneThatIsNeverLetRun",
     {"waited_for_suspended", {{"worker", "PartAdder 1 5"}}},
     [](auto& it) {
       it.run.calls[0].flags = 4;
       it.waits(kInfinite, kFailed).ended_by_grader = true;
       it.reads(1, 259);
     }},
    {"ForOneThatIsResumed", "exit_code_read_too_early",
     [](auto& it) {
       it.run.calls[0].flags = 4;
       it.add(Api::kResumeThread);
       it.waits(kInfinite, kFailed).ended_by_grader = true;
       it.run.calls.back().end.reset();
       it.reads(1, 259);
     }},
    {"ForTheThread", "waited_for_thread",
     [](auto& it) {
       it.on(Api::kWaitForSingleObject, Object::Kind::kThread, 1).result = 0;
       it.reads(1, 259);
     }},
};
INSTANTIATE_TEST_SUITE_P(WaitsForTheFirstBeforeItsRead, Matcher,
                         rows(kWaitsForTheFirst, [](const auto& it) { return waits_before_read(it.first()); }), name_of_row);

const Runs kWaitsForTheSecond{
    {"ForAll", "",
     [](auto& it) {
       it.waits_for_both(true, 0);
       it.reads(1, 15);
       it.reads(2, 40);
     }},
    {"ForOneAndItWasThisOne", "",
     [](auto& it) {
       it.waits_for_both(false, 1);
       it.reads(1, 259);
       it.reads(2, 40);
     }},
};
INSTANTIATE_TEST_SUITE_P(WaitsForTheSecondBeforeItsRead, Matcher,
                         rows(kWaitsForTheSecond, [](const auto& it) { return waits_before_read(it.second()); }), name_of_row);

const Runs kStartsTheSecondBeforeAnyWait{
    {"AskingOnceIsNoWait", "",
     [](auto& it) {
       it.run.calls.clear();
       it.starts(1);
       it.reads(1, 259);
       it.starts(2);
       it.waits(kInfinite, 0, 1);
     }},
    {"WaitedBefore", "waited_before_second_start",
     [](auto& it) {
       it.run.calls.clear();
       it.starts(1);
       it.waits(kInfinite, 0, 1);
       it.starts(2);
     }},
    {"PollingUntilTheFirstEndsIsWaiting", "waited_before_second_start",
     [](auto& it) {
       it.run.calls.clear();
       it.starts(1);
       it.reads(1, 259);
       Call& asking = it.run.calls.back();
       it.run.events.push_back({Event::Kind::kReleased, 1, -1, 15, {asking.begin.order + 1, 0, 0}});
       asking.end->order = asking.begin.order + 2;
       it.starts(2);
     }},
};
INSTANTIATE_TEST_SUITE_P(StartsTheSecondBeforeAnyWaitForTheFirst, Matcher,
                         rows(kStartsTheSecondBeforeAnyWait,
                              [](const auto& it) { return Does(StartOf(it.second())).Before(FirstWaitFor(it.first())); }),
                         name_of_row);

const Runs kSays{
    {"CaseAndBlanksDoNotCountAndStderrIsReadToo", "", [](auto& it) { it.run.errors = "UNABLE  to\tstart PartAdder\n"; }},
    {"AnotherWord", "sentence_not_printed", [](auto& it) { it.run.errors = "unable to stop"; }},
};
INSTANTIATE_TEST_SUITE_P(SaysUnableToStart, Matcher, rows(kSays, Says("Unable to start")), name_of_row);

const Runs kEndsWith0{
    {"With0", "", nothing},
    // Ends with exit code 0, as if its job had been closed.
    {"Killed", "wrong_exit_code", [](auto& it) { it.run.programs[0].end = Program::End::kKilled; }},
};
INSTANTIATE_TEST_SUITE_P(EndsWith0, Matcher, rows(kEndsWith0, EndsWith(0)), name_of_row);
const Runs kEndsWith1{{"With0", "wrong_exit_code", nothing}};
INSTANTIATE_TEST_SUITE_P(EndsWith1, Matcher, rows(kEndsWith1, EndsWith(1)), name_of_row);

void closes_all_but_the_last(TwoAdders& it) {
  it.closes(1, 1);
  it.closes(2, 1, Object::Kind::kThread);
  it.closes(3, 2);
}

void closes_all(TwoAdders& it) {
  closes_all_but_the_last(it);
  it.closes(4, 2, Object::Kind::kThread);
}

void duplicates_one_and_closes_the_others(TwoAdders& it) {
  for (int handle = 1; handle <= 4; ++handle) it.closes(handle, (handle + 1) / 2);
  Call& duplicate = it.on(Api::kDuplicateHandle, Object::Kind::kProcess, 1);
  duplicate.on[0].handle = 1;
  duplicate.handles = {5};
}

void closes_what_is_no_handle(TwoAdders& it) { it.closes(0, -1, Object::Kind::kInvalid, 0); }

const Runs kClosesEveryHandle{
    {"AllButOne", {"handle_left_open", {{"last", "CloseHandle"}, {"exit_code", 0}}}, closes_all_but_the_last},
    {"AllButOneAndPrints",
     {"handle_left_open", {{"last", "print \"total: 55\""}}},
     [](auto& it) {
       closes_all_but_the_last(it);
       it.add(Api::kWriteFile).text = {{"stream", "stdout"}, {"written", "return_val2: 40\r\ntotal: 55\r\n"}};
     }},
    {"All", "", closes_all},
    {"WhereAWorkerFailed",
     {"handle_left_open_when_a_worker_failed", {{"failed", "PartAdder 1 5"}}},
     [](auto& it) {
       closes_all_but_the_last(it);
       it.run.programs[1].exit_code = 0xFFFFFFFF;
     }},
    {"WhereAStartFailed", "handle_left_open_when_a_start_failed",
     [](auto& it) {
       closes_all_but_the_last(it);
       it.add(Api::kCreateProcess).faulted = true;
     }},
    {"WhereAWaitFailed", "handle_left_open_when_a_wait_failed",
     [](auto& it) {
       closes_all_but_the_last(it);
       it.add(Api::kWaitForSingleObject).faulted = true;
     }},
    {"ADuplicateIsAHandleOfItsOwn", "handle_left_open", duplicates_one_and_closes_the_others},
    {"ItsDuplicateToo", "",
     [](auto& it) {
       duplicates_one_and_closes_the_others(it);
       it.closes(5, 1);
     }},
    {"AProgramThatDidNotEndByItselfIsNotJudged", "", [](auto& it) { it.run.programs[0].end = Program::End::kTimeout; }},
};
INSTANTIATE_TEST_SUITE_P(ClosesEveryHandleOf, Matcher, rows(kClosesEveryHandle, ClosesEveryHandleOf("PartAdder")), name_of_row);

TEST(Place, OfLinesThatWerePrintedAsOneIsNotKnown) {
  TwoAdders it;
  Call& print = it.add(Api::kWriteFile);
  print.place = {"AdderManager.cpp", 61, "_tprintf(_T(\"total: %u\\n\"), total);"};
  print.text = {{"stream", "stdout"}, {"written", "total: 55\n"}};
  EXPECT_EQ(ClosesEveryHandleOf("PartAdder").reason_against(it.run).place.line, 61);
  it.run.calls.back().text["written"] = "return_val1: 15\ntotal: 55\n";
  EXPECT_FALSE(ClosesEveryHandleOf("PartAdder").reason_against(it.run).place);
}

const Runs kClosesNothingTwice{
    {"EachOnce", "", closes_all},
    {"OneTwice",
     {"handle_closed_twice", {{"handle", "thread"}}},
     [](auto& it) {
       closes_all(it);
       it.closes(4, 2, Object::Kind::kClosed, 0);
     }},
    {"WhatIsNoHandle", "closed_something_else", closes_what_is_no_handle},
};
INSTANTIATE_TEST_SUITE_P(ClosesNothingTwice, Matcher, rows(kClosesNothingTwice, ClosesNothingTwice()), name_of_row);

const Runs kUsesNoWildHandle{
    {"ClosedOne", "", closes_what_is_no_handle},
    {"WaitedForOne", "wild_handle",
     [](auto& it) {
       closes_what_is_no_handle(it);
       it.on(Api::kWaitForSingleObject, Object::Kind::kInvalid, -1).result = 0xFFFFFFFF;
     }},
};
INSTANTIATE_TEST_SUITE_P(UsesNoWildHandle, Matcher, rows(kUsesNoWildHandle, UsesNoWildHandle()), name_of_row);

const Runs kNeverSpins{
    {"NoNoteOfTheGrader", "", nothing},
    {"ANoteOfTheGrader", "spins",
     [](auto& it) {
       it.run.events.push_back({Event::Kind::kSpinning, 1, 0, 20, {100, 0, 0}});
     }},
};
INSTANTIATE_TEST_SUITE_P(NeverSpins, Matcher, rows(kNeverSpins, NeverSpins()), name_of_row);

}  // namespace
}  // namespace lab::checks
