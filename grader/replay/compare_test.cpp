// Compares real recordings with a correct one: which calls do the same, and where the two differ.
#include "replay/compare.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "replay/actions.h"
#include "replay/printed.h"
#include "replay/replay_samples.h"

namespace lab::replay {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using trace::Api;
using Kind = Difference::Kind;

const trace::Call& call_of_first(const trace::Run& run, const Comparison& comparison) {
  return run.calls[*comparison.differences.front().call];
}

TEST(Compare, ARunIsLikeItself) {
  for (const char* const lines : {kTwoWaits, kNoWait, kHeir, kLeak}) {
    const trace::Run run = recorded(lines);
    const Comparison comparison = compare(run, run);
    EXPECT_THAT(comparison.differences, IsEmpty()) << run.scenario;
    for (std::size_t i = 0; i < run.calls.size(); ++i) {
      if (run.calls[i].api != Api::kWriteFile) {
        EXPECT_EQ(comparison.counterparts[i], i);
      }
    }
  }
}

TEST(Compare, TheCallBeforeWhichAWaitIsMissingIsTheFirstDifference) {
  const trace::Run run = recorded(kNoWait), correct = recorded(kTwoWaits);
  const Comparison comparison = compare(run, correct);
  ASSERT_FALSE(comparison.differences.empty());
  EXPECT_EQ(call_of_first(run, comparison).api, Api::kGetExitCodeProcess);
  EXPECT_EQ(call_of_first(run, comparison).on[0].program, 1);
  EXPECT_EQ(comparison.differences[0].kind, Kind::kMissing);
  EXPECT_EQ(correct.calls[*comparison.differences[0].correct].api, Api::kWaitForSingleObject);
  EXPECT_EQ(comparison.counterparts[0], 0u);
}

TEST(Compare, WhereAndInWhatOrderWaitsAndClosesStandMakesNoDifference) {
  const trace::Run interleaved = recorded(kLeak), correct = recorded(kTwoWaits);  // waits, reads, waits, reads; and closes two handles
                                                                                  // fewer
  const Comparison comparison = compare(interleaved, correct);
  for (const Difference& one : comparison.differences) EXPECT_EQ(one.kind, Kind::kNotDone);
  EXPECT_EQ(comparison.differences.size(), 2u);
  EXPECT_EQ(call_of_first(interleaved, comparison).api, Api::kCloseHandle) << "the last call, after which nothing more is closed";
}

TEST(Compare, AnotherAnswerIsADifferenceAndAnotherOutputIsOneOfTheCallBefore) {
  trace::Run run = recorded(kTwoWaits);
  const trace::Run correct = run;
  run.calls[4].value = 16;
  EXPECT_EQ(compare(run, correct).differences.front().kind, Kind::kAnswer);
  EXPECT_EQ(compare(run, correct).differences.front().call, 4u);
  run = correct;
  run.calls[6].text["written"] = "return_val1: 15\r\nreturn_val2: 40\r\ntotal: 56\r\n";
  const Comparison printed = compare(run, correct);
  EXPECT_EQ(printed.differences.front().kind, Kind::kReaction);
  EXPECT_EQ(printed.differences.front().call, 5u) << "upon the last exit code";
}

TEST(Compare, HowManyBlanksAndPiecesAreThereMakesNoDifference) {
  trace::Run run = recorded(kTwoWaits);
  const trace::Run correct = run;
  run.calls[6].text["written"] = "return_val1:  15 \nreturn_val2: 40\ntotal: 55 \n";
  EXPECT_THAT(compare(run, correct).differences, IsEmpty());
  EXPECT_THAT(plain_lines("a  b \r\n\tc\nprompt> "), ElementsAre("a b", " c"));
}

TEST(Compare, AnExtraCallIsADifferenceAndAPauseIsNone) {
  trace::Run run = recorded(kTwoWaits);
  const trace::Run correct = run;
  run.calls.push_back(run.calls[4]);
  run.calls.back().begin.order = 100;
  run.calls.back().end = trace::Moment{101, 0, 0};
  ASSERT_FALSE(compare(run, correct).differences.empty());
  EXPECT_EQ(compare(run, correct).differences.front().kind, Kind::kExtra);
  run.calls.back().api = Api::kSleep;
  run.calls.back().on.clear();
  EXPECT_THAT(compare(run, correct).differences, IsEmpty());
}

TEST(Compare, AMissingWaitIsMissedWhereItsObjectIsUsedAndASecondWaitForAnotherMakesNoDifference) {
  trace::Run run = recorded(kTwoWaits);
  const trace::Run correct = run;
  run.calls[3].on = run.calls[2].on;
  const Comparison comparison = compare(run, correct);
  ASSERT_FALSE(comparison.differences.empty());
  EXPECT_EQ(comparison.differences.front().kind, Kind::kMissing);
  EXPECT_EQ(comparison.differences.front().call, 5u) << "the exit code of the second worker";
  EXPECT_EQ(comparison.differences.front().correct, 3u);
}

TEST(Compare, OfAQuestionThatIsAskedAgainTheLastTimeCounts) {
  trace::Run run = recorded(kTwoWaits);
  const trace::Run correct = run;
  run.calls[2].api = run.calls[3].api = Api::kGetExitCodeProcess;
  run.calls[3].on = run.calls[2].on;
  run.calls[2].result = run.calls[3].result = 1;
  run.calls[2].timeout_ms = run.calls[3].timeout_ms = 0;
  run.calls[2].value = run.calls[3].value = 259;
  const Comparison comparison = compare(run, correct);
  EXPECT_EQ(comparison.differences.front().kind, Kind::kMissing);
  EXPECT_EQ(comparison.differences.front().call, 4u);
  EXPECT_EQ(comparison.counterparts[4], 4u);
  run.events.push_back({.kind = trace::EventKind::kSpinning, .program = 1, .by = 0, .when = run.calls[4].begin});
  EXPECT_EQ(compare(run, correct).differences.front().call, 3u) << "without a pause, that is a difference of its own";
}

TEST(Compare, AWaitBeforeTheOtherProgramIsStartedIsADifference) {
  trace::Run run = recorded(kTwoWaits);
  const trace::Run correct = run;
  std::swap(run.calls[1], run.calls[2]);
  std::swap(run.calls[1].begin, run.calls[2].begin);
  std::swap(run.calls[1].end, run.calls[2].end);
  const Comparison comparison = compare(run, correct);
  EXPECT_EQ(comparison.differences.front().kind, Kind::kMissing);
  EXPECT_EQ(comparison.differences.front().call, 1u);
  EXPECT_EQ(correct.calls[*comparison.differences.front().correct].api, Api::kCreateProcess);
}

TEST(Compare, AWordAboutAFailureIsEnoughAndItsNumberIsNeededWhereTheCorrectProgramSaysIt) {
  EXPECT_TRUE(says_what_failed("unable to open: 2\n", "Unable to open mailslot (2)\n"));
  EXPECT_FALSE(says_what_failed("unable to open\n", "Unable to open mailslot (2)\n"));
  EXPECT_FALSE(says_what_failed("Unable to create mailslot (2)\n", "Unable to open mailslot (2)\n"));
  EXPECT_TRUE(says_what_failed("", "A worker failed: 3\n"));
}

TEST(Compare, AnEndOfLineAndATerminatorBehindAMessageMakeNoDifference) {
  trace::Run run = recorded(kTwoWaits);
  run.calls = {run.calls[6]};
  run.calls[0].text = {{"message", "hello"}};
  const trace::Run correct = run;
  run.calls[0].text = {{"message", std::string("hello\r\n\0", 8)}};
  EXPECT_THAT(compare(run, correct).differences, IsEmpty());
  run.calls[0].text = {{"message", std::string("hello\0\0", 7)}};
  EXPECT_EQ(compare(run, correct).differences.front().kind, Kind::kAnswer);
}

}  // namespace
}  // namespace lab::replay
