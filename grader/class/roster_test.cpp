// Tests filling grades into a table that a platform exported.
#include "class/roster.h"

#include <gmock/gmock.h>

#include "class/class_samples.h"
#include "text/problem.h"

namespace lab::classes {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

FilledRoster fill(const std::string& table, const std::vector<Unit>& units, const std::string& column = "", bool zero = false) {
  return fill_roster(table, units, {column, zero});
}

std::string problem(const std::string& table, const std::string& column) {
  try {
    fill(table, {}, column);
  } catch (const text::Problem& error) {
    return error.id();
  }
  return "";
}

// In Canvas's format: with a byte-order mark, an additional row below the heading, and calculated columns.
constexpr char kCanvas[] =
    "\xEF\xBB\xBFStudent,ID,SIS User ID,SIS Login ID,Section,\"Lab 5, adder (77)\",Lab 6 (78),Final Score\r\n"
    "    Points Possible,,,,,20.00,20.00,(read only)\r\n"
    "\"Lee, Minsu\",1003,S1,minsu@x.kr,\"A \"\"one\"\"\",,11.00,55.1\r\n"
    "\"Kim, Hana\",1004,S2,hana@x.kr,A,\"3.00\",,\r\n"
    "\"Park, Jisu\",1005,S3,jisu@x.kr,A,,,\r\n"
    "\"Student, Test\",1006,,7f,A,,,\r\n";

TEST(Roster, OfCanvasIsFilledAndElseTheSameBytes) {
  const FilledRoster filled = fill(
      kCanvas, {graded("canvas", "1003", "leeminsu", 18), graded("canvas", "1004", "kimhana", 0), absent("canvas", "1005", "parkjisu")},
      "lab 5");
  std::string expected = kCanvas;
  expected.replace(expected.find(",,11.00"), 7, ",18,11.00");
  expected.replace(expected.find("\"3.00\""), 6, "\"0\"");
  EXPECT_EQ(filled.bytes, expected);
  EXPECT_EQ(filled.column, "Lab 5, adder (77)");
  EXPECT_EQ(filled.filled, 2);
  EXPECT_THAT(filled.open, ElementsAre("parkjisu (not handed in)"));
  EXPECT_THAT(filled.no_hand_in, ElementsAre("Student, Test"));
  EXPECT_THAT(filled.not_found, IsEmpty());
  EXPECT_THAT(filled.other_total, IsEmpty());
}

TEST(Roster, IsFilledWithAZeroWhereItIsAskedFor) {
  const FilledRoster filled = fill("ID,Grade\n1005,\n", {absent("canvas", "1005", "parkjisu")}, "", true);
  EXPECT_EQ(filled.bytes, "ID,Grade\n1005,0\n");
}

TEST(Roster, OfMoodleIsFilledInItsLanguage) {
  const std::string table =
      "Identifier,\"Full name\",\"Email address\",Status,Grade,\"Maximum grade\",\"Grade can be changed\",\"Feedback comments\"\n"
      "\"참가자 12345\",김민수,minsu@x.kr,\"제출됨\nlate\",,100.00,Yes,\n"
      "\"참가자 12346\",이수진,sujin@x.kr,,,100.00,Yes,\"hand, written\"\n";
  const FilledRoster filled = fill(table, {graded("moodle", "12346", "이수진", 7)});
  std::string expected = table;
  expected.replace(expected.find("sujin@x.kr,,,"), 13, "sujin@x.kr,,7,");
  EXPECT_EQ(filled.bytes, expected);
  EXPECT_THAT(filled.other_total, ElementsAre("100.00"));
  EXPECT_THAT(filled.no_hand_in, ElementsAre("김민수"));
}

TEST(Roster, FindsStudentsByWhateverTheirPlatformKnows) {
  EXPECT_EQ(fill("username,first_name,last_name,score\nKim,Hana,Kim,\n", {graded("classroom50", "kim", "Hana Kim", 5)}).bytes,
            "username,first_name,last_name,score\nKim,Hana,Kim,5\n");
  EXPECT_EQ(fill("github_username;points_awarded\nkim;\n", {graded("github", "Kim", "Kim", 5)}).bytes,
            "github_username;points_awarded\nkim;5\n");
  EXPECT_EQ(fill("First Name\tLast Name\tSID\tTotal Score\nHana\tKim\t200\t\n", {graded("gradescope", "200", "Hana Kim", 5)}).bytes,
            "First Name\tLast Name\tSID\tTotal Score\nHana\tKim\t200\t5\n");
  EXPECT_EQ(fill("Student,ID,Grade\n\"Kim, Hana\",9,\n", {graded("", "x", "hana kim", 5)}).bytes, "Student,ID,Grade\n\"Kim, Hana\",9,5\n");
  EXPECT_EQ(fill("Student,ID,Grade\n\"Kim, Hana\",9,\n", {graded("canvas", "x", "kimhana", 5)}).bytes,
            "Student,ID,Grade\n\"Kim, Hana\",9,5\n");
}

// Instructors ask students to use such names for their submissions.
TEST(Roster, FindsTheNumberInAName) {
  const std::string table = "학번,이름,점수\n20231234,김민수,\n20231235,김민수,\n";
  EXPECT_EQ(fill(table, {graded("", "20231235_김민수", "20231235_김민수", 5), graded("", "x", "김민수 20231234", 7)}).bytes,
            "학번,이름,점수\n20231234,김민수,7\n20231235,김민수,5\n");
  EXPECT_EQ(fill(table, {graded("", "x", "20231234 20231235", 5)}).filled, 0) << "which of the two?";
  EXPECT_EQ(fill("학번,점수\n05,\n", {graded("", "x", "lab 05", 5)}).filled, 0) << "no student's number";
}

// A grade in the wrong line is worse than none.
TEST(Roster, GuessesAtNoStudent) {
  const std::string table = "Student,ID,Grade\n\"Kim, Hana\",1,\n\"Kim, Hana\",2,\n";
  const FilledRoster two_lines = fill(table, {graded("", "x", "Kim Hana", 5)});
  EXPECT_EQ(two_lines.bytes, table);
  EXPECT_THAT(two_lines.not_found, ElementsAre("Kim Hana"));
  const FilledRoster two_students =
      fill("Student,Grade\n\"Kim, Hana\",\n", {graded("", "x", "Kim Hana", 5), graded("", "y", "Kim Hana", 9)});
  EXPECT_EQ(two_students.filled, 0);
  EXPECT_THAT(two_students.not_found, ElementsAre("Kim Hana", "Kim Hana"));
}

TEST(Roster, KeepsWhatIsOpen) {
  const FilledRoster filled = fill("ID,Grade\n1,12", {graded("", "1", "Kim", 14, 6)});
  EXPECT_EQ(filled.bytes, "ID,Grade\n1,12");
  EXPECT_THAT(filled.open, ElementsAre("Kim (open)"));
}

TEST(Roster, NamesAStatusInTheReadersLanguage) {
  const RosterOptions options{"", false, text::Language::kKorean};
  EXPECT_THAT(fill_roster("ID,Grade\n1,12", {absent("", "1", "Kim")}, options).open, ElementsAre("Kim (제출하지 않음)"));
}

TEST(Roster, TakesTheOnlyColumnForGrades) {
  const std::string canvas =
      "Student,ID,SIS User ID,SIS Login ID,Section,Lab 5 (77),Final Score\n"
      "    Points Possible,,,,,20.00,(read only)\n"
      "\"Kim, Hana\",1,S1,hana@x.kr,1,,55.1\n";
  EXPECT_EQ(fill(canvas, {graded("canvas", "1", "kimhana", 5)}).column, "Lab 5 (77)");
  const FilledRoster own = fill("학번,이름,분반,실습 5\n20231234,김민수,1,\n", {graded("", "김민수", "김민수", 5)});
  EXPECT_EQ(own.bytes, "학번,이름,분반,실습 5\n20231234,김민수,1,5\n");
  EXPECT_EQ(fill("학번,이름,비고,점수\n20231234,김민수,,\n", {graded("", "20231234", "x", 5)}).column, "점수");
}

TEST(Roster, TellsThatItMatchesNobody) {
  EXPECT_TRUE(fill("ID,Grade\n1,\n", {graded("canvas", "2", "Kim", 5)}).matches_nobody);
  EXPECT_FALSE(fill("ID,Grade\n1,\n", {graded("canvas", "1", "Kim", 14, 6), graded("canvas", "2", "Lee", 5)}).matches_nobody);
  EXPECT_FALSE(fill("ID,Grade\n1,\n", {}).matches_nobody);
}

Unit of_two_labs() {
  return unit_with("1", "Kim", {lab_of("01", {check("A.B", "passed", 20)}, 20), lab_of("05", {check("C.D", "passed", 18)}, 18)});
}

std::string problem_with_two_labs(const std::string& table, const std::string& column) {
  try {
    fill(table, {of_two_labs()}, column);
  } catch (const text::Problem& error) {
    return error.id();
  }
  return "";
}

// The sum would be taken for the grade of one lab.
TEST(Roster, TakesNoSumForAColumnThatMayBeForOneLab) {
  const std::string canvas = "Student,ID,Lab 1,Lab 5,Course\n    Points Possible,,20,20,40.00\nKim,1,,,\n";
  EXPECT_EQ(problem_with_two_labs(canvas, "Lab 5"), "roster_several_labs");
  EXPECT_EQ(problem_with_two_labs("ID,Lab 5\n1,\n", ""), "roster_several_labs");
  EXPECT_EQ(problem_with_two_labs("ID,Grade,Maximum grade\n1,,20.00\n", ""), "roster_several_labs");
  EXPECT_THROW(fill_roster("ID,Lab 5\n1,\n", {}, {"lab 5", false, text::Language::kEnglish, {"01", "05"}, 40}), text::Problem)
      << "before anything is graded";
}

TEST(Roster, TakesTheSumForAColumnForAllLabs) {
  EXPECT_EQ(fill("Student,ID,Lab 1,Lab 5,Course\n    Points Possible,,20,20,40.00\nKim,1,,,\n", {of_two_labs()}, "Course").bytes,
            "Student,ID,Lab 1,Lab 5,Course\n    Points Possible,,20,20,40.00\nKim,1,,,38\n");
  EXPECT_EQ(fill("ID,Grade,Maximum grade\n1,,40.00\n", {of_two_labs()}).bytes, "ID,Grade,Maximum grade\n1,38,40.00\n");
  EXPECT_EQ(fill("학번,총점\n1,\n", {of_two_labs()}).bytes, "학번,총점\n1,38\n");
}

TEST(Roster, AsksForTheColumn) {
  EXPECT_EQ(problem("Student,ID,Lab 5,Lab 6\n", ""), "roster_which_column");
  EXPECT_EQ(problem("Student,ID,Notes\nKim,1,was ill\n", ""), "roster_which_column");
  EXPECT_EQ(problem("Student,ID,Lab 5\n", "Lab 6"), "roster_no_column");
  EXPECT_EQ(problem("Student,ID,Lab 5 a,Lab 5 b\n", "Lab 5"), "roster_columns");
  EXPECT_EQ(problem("", "Lab 5"), "roster_no_column");
  EXPECT_EQ(fill("Student,Lab 5,Lab 5 b\n", {}, "lab 5").column, "Lab 5");
}

}  // namespace
}  // namespace lab::classes
