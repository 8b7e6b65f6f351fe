// Tests the changes between two judgements.
#include "class/changes.h"

#include <gmock/gmock.h>

namespace lab::classes {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using Json = nlohmann::ordered_json;

Json check(const char* id, const char* outcome, int points, const char* reason = nullptr, int most = 3) {
  Json json = {{"id", id}, {"outcome", outcome}, {"points", points}, {"max_points", most}};
  if (reason) json["because"] = {{"id", reason}};
  return json;
}

Unit judged(const Json& checks) {
  Unit unit;
  unit.hand_in.id = "7";
  unit.hand_in.student = "Lee";
  unit.result = {{"labs", {{{"lab", "05"}, {"checks", checks}}}}};
  return unit;
}

const Json kBefore{check("A.One", "passed", 2), check("A.Two", "failed", 0, "never_waited"), check("A.Old", "passed", 1)};

TEST(Changes, AreNoneBetweenEqualJudgements) { EXPECT_THAT(changes(judged(kBefore), judged(kBefore)), IsEmpty()); }

TEST(Changes, NameEachCheckThatGainedOrLostAndWhy) {
  const Json after{check("A.One", "passed", 3), check("A.Two", "failed", 0, "never_waited"), check("A.New", "failed", 0, "not_signaled")};
  const std::vector<Change> all = changes(judged(kBefore), judged(after));
  ASSERT_EQ(all.size(), 3u);
  EXPECT_EQ(all[0].check, "A.One");
  EXPECT_EQ(all[0].points_before, 2);
  EXPECT_EQ(all[0].points_after, 3);
  EXPECT_EQ(all[1].check, "A.New");
  EXPECT_EQ(all[1].outcome_before, "");
  EXPECT_EQ(all[1].reason, "not_signaled");
  EXPECT_EQ(all[2].check, "A.Old");
  EXPECT_EQ(all[2].outcome_after, "");
}

TEST(Changes, StandInATableWithBothRubrics) {
  const Json after{check("A.One", "failed", 0, "late"), kBefore[1], kBefore[2]};
  Unit before = judged(kBefore), now = judged(after);
  before.result["rubric"] = "aa";
  now.result["rubric"] = "bb";
  EXPECT_THAT(change_table(changes(before, now)),
              HasSubstr("id,student,check,points_before,points_after,max_before,max_after,outcome_before,outcome_after,cause,reason,"
                        "rubric_before,rubric_after\r\n"
                        "7,Lee,A.One,2,0,3,3,passed,failed,verdict,late,aa,bb\r\n"));
}

TEST(Changes, TellTheRubricsFromTheVerdicts) {
  const Json after{check("A.One", "passed", 2, nullptr, 2), check("A.Two", "passed", 3), kBefore[2], check("A.New", "passed", 1)};
  const std::vector<Change> all = changes(judged(kBefore), judged(after));
  ASSERT_EQ(all.size(), 3u);
  EXPECT_EQ(all[0].cause, "rubric") << "it is worth less";
  EXPECT_EQ(all[0].most_before, 3);
  EXPECT_EQ(all[0].most_after, 2);
  EXPECT_EQ(all[1].cause, "verdict");
  EXPECT_EQ(all[2].cause, "rubric") << "there was no such check";
}

Unit named(const char* id, Unit unit) {
  unit.hand_in.id = unit.hand_in.student = id;
  return unit;
}

TEST(Changes, CompareTwoGradingsStudentByStudent) {
  const Unit old = judged(kBefore), lost = judged({check("A.One", "failed", 0, "late"), kBefore[1], kBefore[2]});
  const Unit gained = judged({kBefore[0], check("A.Two", "passed", 3), kBefore[2]});
  Unmatched unmatched;
  const std::vector<Change> all = changes({named("an", old), named("choi", old), named("gone", old), named("kang", old)},
                                          {named("an", lost), named("choi", gained), named("kang", lost), named("new", old)}, unmatched);
  EXPECT_THAT(unmatched.only_before, testing::ElementsAre("gone"));
  EXPECT_THAT(unmatched.only_after, testing::ElementsAre("new"));
  const std::vector<CheckChanges> checks = by_check(all);
  ASSERT_EQ(checks.size(), 2u);
  EXPECT_EQ(checks[0].check, "A.One");
  EXPECT_EQ(checks[0].lost, 2);
  EXPECT_EQ(checks[0].gained, 0);
  EXPECT_EQ(checks[1].check, "A.Two");
  EXPECT_EQ(checks[1].gained, 1);
}

}  // namespace
}  // namespace lab::classes
