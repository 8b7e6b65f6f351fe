// A run beside a correct one: which calls do the same, and where the two part. From real recordings.
#include "replay/compare.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "replay/actions.h"
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
    for (std::size_t i = 0; i < run.calls.size(); ++i)
      if (run.calls[i].api != Api::kWriteFile) EXPECT_EQ(comparison.counterparts[i], i);
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
  const trace::Run interleaved = recorded(kLeak), correct = recorded(kTwoWaits);  // waits, reads, waits, reads; and closes two handles less
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

}  // namespace
}  // namespace lab::replay
