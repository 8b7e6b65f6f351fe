// Checks Gradescope's results.json against its published specification.
#include <gmock/gmock.h>

#include "report/gradescope_by_hand.h"
#include "report/page_samples.h"

namespace lab::report {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using trace::Outcome;

const char kCheck[] = "AdderManager.WaitsForBothWorkers";

nlohmann::json results(std::vector<trace::Verdict> verdicts, text::Language language = text::Language::kEnglish) {
  return gradescope(result_of(std::move(verdicts)), labs_with(kCheck), language);
}

TEST(Gradescope, HasATestForEachCheck) {
  const nlohmann::json all = results({{"AdderManager.StartsBothWorkers", Outcome::kPassed, 1, 1, {}}, failed(kCheck, 51)});
  EXPECT_THAT(gradescope_problems(all), IsEmpty());
  EXPECT_EQ(all["score"], 1);
  EXPECT_EQ(all["tests"][0]["status"], "passed");
  const nlohmann::json& waits = all["tests"][1];
  EXPECT_EQ(waits["number"], "05.2");
  EXPECT_EQ(waits["name"], std::string(kCheck) + ": Waits until both workers have ended.");
  EXPECT_EQ(waits["score"], 0);
  EXPECT_EQ(waits["max_score"], 4);
  EXPECT_EQ(waits["status"], "failed");
  EXPECT_THAT(waits["output"].get<std::string>(), HasSubstr("GetExitCodeProcess"));
  EXPECT_EQ(all["stdout_visibility"], "hidden");
  EXPECT_THAT(results({failed(kCheck, 51)}, text::Language::kKorean)["tests"][0]["name"].get<std::string>(), HasSubstr("기다립니다"));
}

TEST(Gradescope, GivesNoScoreToWhatWasNotJudged) {
  const nlohmann::json all =
      results({{kCheck, Outcome::kNotGradable, 0, 4, tests::because("no_files", {{"program", "AdderManager"}, {"folder", "x"}})}});
  EXPECT_THAT(gradescope_problems(all), IsEmpty());
  EXPECT_FALSE(all["tests"][0].contains("score"));
  EXPECT_FALSE(all["tests"][0].contains("status"));
  EXPECT_EQ(all["extra_data"]["unjudged_points"], 4);
}

TEST(Gradescope, GivesNoScoreToWhatDependsOnSomethingThatWasNotJudged) {
  const nlohmann::json all =
      results({{kCheck, Outcome::kNotGradable, 0, 4, tests::because("no_files", {{"program", "AdderManager"}, {"folder", "x"}})},
               {"AdderManager.Next", Outcome::kSkipped, 0, 2, tests::because("rests_on", {{"check", kCheck}})}});
  EXPECT_FALSE(all["tests"][1].contains("score"));
  EXPECT_EQ(all["extra_data"]["unjudged_points"], 6);
}

TEST(Gradescope, TakesAnyBytes) {
  trace::Result result = result_of({failed("AdderManager.\xFF\xFE", 51)});
  result.grader = "\xC0";
  EXPECT_THAT(gradescope_problems(gradescope(result, {}, text::Language::kEnglish)), IsEmpty());
}

TEST(Gradescope, IsValidBeforeAnythingIsJudged) {
  const std::vector<rubric::Lab> labs = labs_with(kCheck);
  const nlohmann::json nothing = gradescope(Unfinished(), {&labs[0]}, text::Language::kEnglish);
  EXPECT_THAT(gradescope_problems(nothing), IsEmpty());
  EXPECT_EQ(nothing["score"], 0);
  EXPECT_THAT(nothing["output"].get<std::string>(), HasSubstr("not a grade"));
  EXPECT_EQ(nothing["tests"].size(), 1u);
  EXPECT_FALSE(nothing["tests"][0].contains("score"));
  const nlohmann::json more = gradescope(Unfinished{3, 9, {"05/AdderManager"}}, {&labs[0]}, text::Language::kEnglish);
  EXPECT_THAT(gradescope_problems(more), IsEmpty());
  EXPECT_THAT(more["output"].get<std::string>(), HasSubstr("3 of 9"));
  EXPECT_THAT(more["tests"][0]["output"].get<std::string>(), HasSubstr("compile"));
}

TEST(Gradescope, TheDescriptionRefusesWhatItDoesNotKnow) {
  EXPECT_THAT(gradescope_problems({{"tests", nlohmann::json::array()}}), testing::Not(IsEmpty()));
  EXPECT_THAT(gradescope_problems({{"score", "1"}}), testing::Not(IsEmpty()));
  EXPECT_THAT(gradescope_problems({{"score", 1}, {"tests", {{{"status", "skipped"}}}}}), testing::Not(IsEmpty()));
  EXPECT_THAT(gradescope_problems({{"tests", {{{"score", 1}}}}}), IsEmpty());
}

}  // namespace
}  // namespace lab::report
