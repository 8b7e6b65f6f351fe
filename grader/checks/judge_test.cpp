// Which of a submission's verdicts are reported.
#include "checks/judge.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "checks/reasons.h"

namespace lab::checks {
namespace {

using ::testing::ElementsAre;
using trace::Outcome;

std::vector<std::string> reported(const std::string& only) {
  rubric::Lab lab;
  for (const char* id : {"A.Starts", "A.Waits", "A.Prints", "A.Closes"}) lab.checks.push_back({id, 1, {}, {}, 0});
  const auto rests_on = [](const char* check) { return trace::Because{&kShared["rests_on"], {{"check", check}}}; };
  const std::vector<Judged> judged = {{"A.Starts", Outcome::kFailed, {&kShared["no_workers"], {{"expected", 2}}}},
                                      {"A.Waits", Outcome::kSkipped, rests_on("A.Starts")},
                                      {"A.Prints", Outcome::kSkipped, rests_on("A.Waits")},
                                      {"A.Closes", Outcome::kPassed, {}}};
  std::vector<std::string> ids;
  const trace::Result result = score({}, judged, {&lab}, only);
  for (const trace::Verdict& verdict : result.labs.front().verdicts) ids.push_back(verdict.check);
  return ids;
}

TEST(Score, HasTheChecksThatAreAskedFor) {
  EXPECT_THAT(reported(""), ElementsAre("A.Starts", "A.Waits", "A.Prints", "A.Closes"));
  EXPECT_THAT(reported("Closes"), ElementsAre("A.Closes"));
  EXPECT_THAT(reported("Starts"), ElementsAre("A.Starts"));
}

TEST(Score, HasWhatASkippedCheckRestsOnToo) {
  EXPECT_THAT(reported("Waits"), ElementsAre("A.Starts", "A.Waits"));
  EXPECT_THAT(reported("Prints"), ElementsAre("A.Starts", "A.Waits", "A.Prints"));
}

}  // namespace
}  // namespace lab::checks
