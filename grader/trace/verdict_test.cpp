// Results are sums over their labs.
#include <gtest/gtest.h>

#include "trace/verdict.h"

namespace lab::trace {
namespace {

Verdict verdict(Outcome outcome) {
  Verdict result;
  result.outcome = outcome;
  return result;
}

TEST(Result, AddsUpItsLabs) {
  Result result;
  result.labs = {{"05", {verdict(Outcome::kPassed)}, 12, 20}, {"06", {verdict(Outcome::kPassed)}, 3, 4}};
  EXPECT_EQ(result.score(), 15);
  EXPECT_EQ(result.max_score(), 24);
}

TEST(Result, AllPassedMeansEveryCheck) {
  Result result;
  result.labs = {{"05", {verdict(Outcome::kPassed), verdict(Outcome::kPassed)}, 0, 0}};
  EXPECT_TRUE(result.all_passed());
  for (const Outcome outcome :
       {Outcome::kFailed, Outcome::kSkipped, Outcome::kTimedOut, Outcome::kCrashed, Outcome::kNotGradable, Outcome::kNotBuilt}) {
    result.labs[0].verdicts[1].outcome = outcome;
    EXPECT_FALSE(result.all_passed()) << id(outcome);
    EXPECT_FALSE(result.grader_failed()) << id(outcome);
  }
  result.labs[0].verdicts[1].outcome = Outcome::kGraderError;
  EXPECT_FALSE(result.all_passed());
  EXPECT_TRUE(result.grader_failed());
}

TEST(Result, HasAnExitStatusOfItsOwnWherePointsAreOpenAndNoneAreLost) {
  const auto status = [](const std::vector<Outcome>& outcomes) {
    Result result;
    result.labs = {{"05", {}, 0, 0}};
    for (const Outcome outcome : outcomes) {
      result.labs[0].verdicts.push_back(verdict(outcome));
      result.labs[0].verdicts.back().max_points = 1;
    }
    return result.exit_status();
  };
  EXPECT_EQ(status({Outcome::kPassed, Outcome::kPassed}), 0);
  EXPECT_EQ(status({Outcome::kPassed, Outcome::kNotGradable}), 3);
  EXPECT_EQ(status({Outcome::kSkipped, Outcome::kNotGradable}), 3);
  for (const Outcome lost : {Outcome::kFailed, Outcome::kTimedOut, Outcome::kCrashed, Outcome::kNotBuilt})
    EXPECT_EQ(status({Outcome::kNotGradable, lost}), 1) << id(lost);
  EXPECT_EQ(status({Outcome::kPassed, Outcome::kSkipped}), 1);
  EXPECT_EQ(status({Outcome::kFailed, Outcome::kGraderError}), 2);
}

TEST(Result, WhatWaitsForAProgramThatCouldNotBeJudgedIsOpenToo) {
  const auto of = [](const char* check, Outcome outcome, int points, const Because& because = {}) {
    return Verdict{check, outcome, 0, points, because};
  };
  static constexpr Reason kNeedsProgram{.id = "needs_program", .outcome = Outcome::kSkipped, .needs_program = true};
  const Because waits = {&kNeedsProgram, {{"program", "PartAdder"}}};
  const Verdict resting = of("AdderManager.WorksWithYourPartAdder", Outcome::kSkipped, 1, waits);
  const auto unjudged = [](const std::vector<Verdict>& verdicts) {
    Result result;
    result.labs = {{"05", verdicts, 0, 20}};
    return result.unjudged_points();
  };
  EXPECT_EQ(unjudged({of("PartAdder.AddsItsRange", Outcome::kNotGradable, 2), resting}), 3);
  EXPECT_EQ(unjudged({of("PartAdder.AddsItsRange", Outcome::kGraderError, 2), resting}), 3);
  EXPECT_EQ(unjudged({of("PartAdder.AddsItsRange", Outcome::kNotBuilt, 2), resting}), 0) << "not handed in is lost";
  EXPECT_EQ(unjudged({of("PartAdders.AddsItsRange", Outcome::kNotGradable, 2), resting}), 2) << "another program";
  EXPECT_EQ(unjudged({of("PartAdder.AddsItsRange", Outcome::kNotGradable, 2), of("AdderManager.A", Outcome::kSkipped, 4)}), 2);

  static constexpr Reason kRests{.id = "rests", .outcome = Outcome::kSkipped};
  const Verdict on_a = of("AdderManager.B", Outcome::kSkipped, 4, {&kRests, {{"check", "AdderManager.A"}}});
  EXPECT_EQ(unjudged({of("AdderManager.A", Outcome::kNotGradable, 2), on_a}), 6);
  EXPECT_EQ(unjudged({of("AdderManager.A", Outcome::kFailed, 2), on_a}), 0);
}

}  // namespace
}  // namespace lab::trace
