// The table of a class's grades.
#include "class/gradebook.h"

#include <gmock/gmock.h>

namespace lab::classes {
namespace {

using testing::HasSubstr;
using Json = nlohmann::ordered_json;

Unit unit(const std::string& id, const std::string& student, const Json& checks, int score, int open = 0) {
  Unit one;
  one.hand_in.id = id;
  one.hand_in.student = student;
  one.hand_in.given_as = id + "_assignsubmission_file";
  one.result = {{"score", score},
                {"max_score", 20},
                {"unjudged_points", open},
                {"labs", {{{"lab", "05"}, {"score", score}, {"max_score", 20}, {"checks", checks}}}}};
  return one;
}

Json check(const char* id, const char* outcome, int points) { return {{"id", id}, {"outcome", outcome}, {"points", points}}; }

TEST(Gradebook, HasALinePerStudentWithEachChecksPoints) {
  const Json checks{check("PartAdder.AddsItsRange", "passed", 2), check("AdderManager.WaitsForBothWorkers", "failed", 0)};
  EXPECT_EQ(
      gradebook({unit("1003", "Lee", checks, 2)}),
      "\xEF\xBB\xBF"
      "id,student,given_as,unit,late,attempt,score,max_score,open_points,lab 05,PartAdder.AddsItsRange,AdderManager.WaitsForBothWorkers\r\n"
      "1003,Lee,1003_assignsubmission_file," +
          folder_name("1003") + ",,1,2,20,0,2,2,0\r\n");
}

TEST(Gradebook, LeavesTheCellOfACheckEmptyThatWasNotJudged) {
  const Json checks{check("PartAdder.AddsItsRange", "not_gradable", 0), check("AdderManager.WaitsForBothWorkers", "grader_error", 0)};
  EXPECT_THAT(gradebook({unit("1", "Lee", checks, 0, 6)}), HasSubstr(",,1,0,20,6,0,,\r\n"));
}

TEST(Gradebook, MarksWhatCameLate) {
  Unit late = unit("1", "Lee", Json::array(), 0);
  late.hand_in.late = true;
  late.hand_in.attempt = 3;
  EXPECT_THAT(gradebook({late}), HasSubstr(",late,3,0,"));
}

TEST(Gradebook, HoldsNoFormulaAndNoBrokenLine) {
  EXPECT_THAT(gradebook({unit("1", "=cmd|'/c calc'!A0", Json::array(), 0)}), HasSubstr("1,'=cmd|'/c calc'!A0,"));
  EXPECT_THAT(gradebook({unit("2", "Lee, \"Bo\"\nA", Json::array(), 0)}), HasSubstr("2,\"Lee, \"\"Bo\"\"\nA\","));
}

TEST(Gradebook, OfNobodyIsItsHeading) {
  EXPECT_THAT(gradebook({}), HasSubstr("id,student,given_as,unit,late,attempt,score,max_score,open_points\r\n"));
}

}  // namespace
}  // namespace lab::classes
