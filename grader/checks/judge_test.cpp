// Which of a submission's verdicts are reported.
#include "checks/judge.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "checks/reasons.h"

namespace lab::checks {
namespace {

using ::testing::ElementsAre;
using trace::Outcome;

Judged fails_to_start() { return {"A.Starts", Outcome::kFailed, {&kShared["no_workers"], {{"expected", 2}}}}; }

// Of a program whose first check, on which two others depend, was judged like this.
trace::LabResult scored(const std::string& only, const Judged& starts = fails_to_start()) {
  rubric::Lab lab;
  for (const char* id : {"A.Starts", "A.Waits", "A.Prints", "A.Closes"}) lab.checks.push_back({id, 1, {}, {}, 0});
  const auto rests_on = [](const char* check) { return trace::Because{&kShared["rests_on"], {{"check", check}}}; };
  const std::vector<Judged> judged = {starts,
                                      {"A.Waits", Outcome::kSkipped, rests_on("A.Starts")},
                                      {"A.Prints", Outcome::kSkipped, rests_on("A.Waits")},
                                      {"A.Closes", Outcome::kPassed, {}}};
  return score({}, judged, {&lab}, only).labs.front();
}

std::vector<std::string> reported(const std::string& only) {
  std::vector<std::string> ids;
  for (const trace::Verdict& verdict : scored(only).verdicts) ids.push_back(verdict.check);
  return ids;
}

TEST(Score, HasTheChecksThatAreAskedFor) {
  EXPECT_THAT(reported(""), ElementsAre("A.Starts", "A.Waits", "A.Prints", "A.Closes"));
  EXPECT_THAT(reported("Closes"), ElementsAre("A.Closes"));
  EXPECT_THAT(reported("Starts"), ElementsAre("A.Starts"));
}

TEST(Score, HasWhatASkippedCheckRestsOnToo) { EXPECT_THAT(reported("Waits"), ElementsAre("A.Starts", "A.Waits")); }

TEST(Score, NamesTheCheckToFixFirst) {
  EXPECT_THAT(reported("Prints"), ElementsAre("A.Starts", "A.Prints"));
  EXPECT_EQ(scored("Prints").verdicts.back().because.args["check"], "A.Starts") << "A.Waits was skipped, too";
  EXPECT_EQ(scored("Waits").verdicts.back().because.args["check"], "A.Starts");
}

TEST(Score, LeavesTheWholeChainOpenIfItsFirstCheckWasNotJudged) {
  const trace::Result result{.labs = {scored("", {"A.Starts", Outcome::kNotGradable, {}})}};
  EXPECT_EQ(result.unjudged_points(), 3);
}

}  // namespace
}  // namespace lab::checks
