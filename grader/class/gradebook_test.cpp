// Tests the table of a class's grades.
#include "class/gradebook.h"

#include <gmock/gmock.h>

#include "class/class_samples.h"

namespace lab::classes {
namespace {

using testing::HasSubstr;

constexpr char kHeads[] = "id,student,given_as,unit,late,attempt,score,max_score,open_points,status";

// A student with these checks for lab 05.
Unit unit(const std::string& id, const std::string& student, const Checks& checks, int score, int open = 0) {
  return unit_with(id, student, {lab_of("05", checks, score, 20, open)});
}

TEST(Gradebook, HasALinePerStudentWithEachChecksPoints) {
  const Checks checks{check("PartAdder.AddsItsRange", "passed", 2), check("AdderManager.WaitsForBothWorkers", "failed", 0)};
  EXPECT_EQ(gradebook({unit("1003", "Lee", checks, 2)}), std::string("\xEF\xBB\xBF") + kHeads +
                                                             ",lab 05,PartAdder.AddsItsRange,AdderManager.WaitsForBothWorkers\r\n"
                                                             "1003,Lee,1003_assignsubmission_file," +
                                                             folder_name("1003") + ",,1,2,20,0,graded,2,2,0\r\n");
}

TEST(Gradebook, LeavesTheCellOfACheckEmptyThatWasNotJudged) {
  const Checks checks{check("PartAdder.AddsItsRange", "not_gradable", 0), check("AdderManager.WaitsForBothWorkers", "passed", 4)};
  EXPECT_THAT(gradebook({unit("1", "Lee", checks, 4, 6)}), HasSubstr(",,1,4,20,6,open,4,,4\r\n"));
}

// One check that depends on a check whose points are open, and one that depends on a check that failed.
TEST(Gradebook, LeavesTheCellOfASkippedCheckEmptyWhereItsPointsAreOpen) {
  Checks checks{check("PartAdder.AddsItsRange", "failed", 0), check("AdderManager.StartsBothWorkers", "skipped", 0),
                check("AdderManager.WaitsForBothWorkers", "skipped", 0)};
  checks.back()["open"] = true;
  EXPECT_THAT(gradebook({unit("1", "Lee", checks, 0, 4)}), HasSubstr(",,1,0,20,4,open,0,0,0,\r\n"));
}

TEST(Gradebook, HasNoScoreWhereNothingWasJudged) {
  const Checks checks{check("PartAdder.AddsItsRange", "not_gradable", 0), check("AdderManager.WaitsForBothWorkers", "grader_error", 0)};
  EXPECT_THAT(gradebook({unit("1", "Lee", checks, 0, 20)}), HasSubstr(",,1,,20,20,open,,,\r\n"));
}

// The grader reports the lab as not built if other labs were handed in, and as not judged if nothing was; here, both are the same.
TEST(Gradebook, LeavesALabOpenThatWasNotHandedIn) {
  const Checks missing{check("MailReceiver.CreatesTheSlot", "not_built", 0, 20, "not_built_missing")};
  const Checks none{check("MailReceiver.CreatesTheSlot", "not_gradable", 0, 20, "no_files")};
  for (const Checks& checks : {missing, none}) {
    const Unit one = unit_with("1", "Lee", {lab_of("01", checks, 0), lab_of("05", {check("PartAdder.AddsItsRange", "passed", 20)}, 20)});
    EXPECT_THAT(gradebook({one}), HasSubstr(",,1,20,40,20,01: not handed in,,20,,20\r\n"));
    EXPECT_THAT(gradebook({one}, true), HasSubstr(",,1,20,40,0,01: not handed in,0,20,"));
  }
  EXPECT_THAT(gradebook({absent("", "2", "Kim")}), HasSubstr(",,1,,20,20,not handed in,,\r\n"));
  EXPECT_THAT(gradebook({absent("", "2", "Kim")}, true), HasSubstr(",,1,0,20,0,not handed in,0,0\r\n"));
}

// There are files, but only a person can decide what they are.
TEST(Gradebook, GivesNoZeroForFilesThatAreNotRecognised) {
  const Checks checks{check("MailReceiver.CreatesTheSlot", "not_gradable", 0, 20, "other_files")};
  EXPECT_THAT(gradebook({unit("1", "Lee", checks, 0, 20)}, true), HasSubstr(",,1,,20,20,program not found,,\r\n"));
}

TEST(Gradebook, GivesAZeroForAProgramThatDoesNotCompile) {
  const Checks checks{check("MailReceiver.CreatesTheSlot", "not_built", 0, 20, "not_built_log"), check("MailReceiver.Reads", "skipped", 0)};
  EXPECT_THAT(gradebook({unit("1", "Lee", checks, 0)}), HasSubstr(",,1,0,20,0,not built,0,0,0\r\n"));
}

TEST(Gradebook, TellsWhereOneOfSeveralProgramsWasNotBuilt) {
  const Checks checks{check("PartAdder.AddsItsRange", "passed", 2), check("AdderManager.WaitsForBothWorkers", "not_built", 0)};
  EXPECT_THAT(gradebook({unit("1", "Lee", checks, 2)}), HasSubstr(",,1,2,20,0,partly built,2,2,0\r\n"));
}

TEST(Gradebook, MarksWhatCameLate) {
  Unit late = unit("1", "Lee", {check("PartAdder.AddsItsRange", "failed", 0)}, 0);
  late.hand_in.late = true;
  late.hand_in.attempt = 3;
  EXPECT_THAT(gradebook({late}), HasSubstr(",late,3,0,"));
}

TEST(Gradebook, MarksWhoIsNoLongerInTheClass) {
  Unit one = unit("1", "Lee", {check("PartAdder.AddsItsRange", "passed", 2)}, 2);
  one.removed = true;
  EXPECT_THAT(gradebook({one}), HasSubstr(",,1,2,20,0,no longer in the class,2,2\r\n"));
}

TEST(Gradebook, HoldsNoFormulaAndNoBrokenLine) {
  EXPECT_THAT(gradebook({unit("1", "=cmd|'/c calc'!A0", {}, 0)}), HasSubstr("1,'=cmd|'/c calc'!A0,"));
  EXPECT_THAT(gradebook({unit("2", "Lee, \"Bo\"\nA", {}, 0)}), HasSubstr("2,\"Lee, \"\"Bo\"\"\nA\","));
}

TEST(Gradebook, OfAnEmptyClassIsItsHeading) { EXPECT_THAT(gradebook({}), HasSubstr(std::string(kHeads) + "\r\n")); }

}  // namespace
}  // namespace lab::classes
