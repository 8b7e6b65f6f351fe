// Reads each platform's table the way its published importer does.
#include "class/platform_tables.h"

#include <gmock/gmock.h>

#include <regex>

#include "class/class_samples.h"
#include "class/csv_by_hand.h"

namespace lab::classes {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

// What Canvas reads from a table (gradebook_importer.rb): by ID, the points for each assignment, with the points possible under "". Empty
// if it rejects the heading.
std::map<std::string, std::vector<std::string>> read_by_canvas(const std::string& table) {
  std::map<std::string, std::vector<std::string>> grades;
  const auto rows = rows_of(table);
  const auto& head = rows.at(0);
  const auto has = [&](std::size_t at, const char* pattern) {
    return at < head.size() && std::regex_search(head[at], std::regex(pattern));
  };
  if (head.size() <= 3 || !has(0, "Student") || !has(1, "ID")) return {};
  std::size_t student_columns = 3;
  if (has(2, "SIS\\s+Login\\s+ID"))
    student_columns = 4;
  else if (has(2, "SIS\\s+User\\s+ID") && has(3, "SIS\\s+Login\\s+ID"))
    student_columns = 5;
  if (!has(student_columns - 1, "Section")) return {};
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const bool possible = rows[i][0].find("Points Possible") != std::string::npos;
    grades[possible ? "" : rows[i][1]] = {rows[i].begin() + static_cast<std::ptrdiff_t>(student_columns), rows[i].end()};
  }
  return grades;
}

TEST(PlatformTables, CanvasReadsItsOwn) {
  const auto grades = read_by_canvas(canvas_table(
      {graded("canvas", "1003", "leeminsu", 18), absent("canvas", "1004", "kimhana"), graded("canvas", "1005", "parkjisu", 4, 6),
       graded("canvas", "anon_x7b2q", "anon", 20), graded("moodle", "9", "Choi", 20)},
      {}));
  EXPECT_THAT(grades, ElementsAre(testing::Pair("", ElementsAre("20")), testing::Pair("1003", ElementsAre("18")),
                                  testing::Pair("1004", ElementsAre("")), testing::Pair("1005", ElementsAre(""))));
}

TEST(PlatformTables, CanvasGetsAZeroWhereItIsAskedFor) {
  TableOptions options;
  options.zero = true;
  EXPECT_THAT(read_by_canvas(canvas_table({absent("canvas", "1004", "kimhana")}, options))["1004"], ElementsAre("0"));
}

TEST(PlatformTables, CanvasHasAColumnForEachLab) {
  Unit one = unit_with("1", "Lee", {lab_of("01", {check("A.B", "passed", 7)}, 7, 10), lab_of("05", {check("C.D", "passed", 9)}, 9)});
  one.hand_in.platform = "canvas";
  const std::string table = canvas_table({one}, {});
  EXPECT_THAT(table, HasSubstr("Student,ID,SIS User ID,SIS Login ID,Section,lab 01,lab 05\r\n    Points Possible,,,,,10,20\r\n"));
  EXPECT_THAT(read_by_canvas(table)["1"], ElementsAre("7", "9"));
}

// What Moodle reads (importgradeslib.php): by the number after "Participant ", the grade and the comment.
std::map<std::string, std::pair<std::string, std::string>> read_by_moodle(const std::string& table) {
  const std::size_t hidden_user = std::string("Participant ").size();
  const auto rows = rows_of(table);
  const auto column = [&](const char* name) { return std::find(rows[0].begin(), rows[0].end(), name) - rows[0].begin(); };
  const auto end = static_cast<std::ptrdiff_t>(rows[0].size());
  if (column("Identifier") == end || column("Grade") == end || column("Last modified (grade)") == end) return {};
  std::map<std::string, std::pair<std::string, std::string>> grades;
  for (std::size_t i = 1; i < rows.size(); ++i)
    grades[rows[i][column("Identifier")].substr(hidden_user)] = {rows[i][column("Grade")], rows[i][column("Feedback comments")]};
  return grades;
}

TEST(PlatformTables, MoodleReadsItsOwn) {
  TableOptions options;
  options.graded = "See the page.";
  options.open = "No grade yet";
  const auto grades = read_by_moodle(moodle_table(
      {graded("moodle", "12345", "김민수", 18), absent("moodle", "12346", "Lee"), graded("canvas", "1", "Park", 20)}, options));
  EXPECT_THAT(grades, ElementsAre(testing::Pair("12345", testing::Pair("18", "See the page.")),
                                  testing::Pair("12346", testing::Pair("", "No grade yet: not handed in"))));
}

// The status column has the same words in every language; the comment is for a student.
TEST(PlatformTables, MoodlesCommentIsInOneLanguage) {
  TableOptions options;
  options.open = "아직 점수가 없습니다";
  options.language = text::Language::kKorean;
  const std::string table = moodle_table({absent("moodle", "12346", "Lee")}, options);
  EXPECT_EQ(read_by_moodle(table)["12346"].second, "아직 점수가 없습니다: 제출하지 않음");
  EXPECT_THAT(table, testing::HasSubstr(",not handed in,"));
}

TEST(PlatformTables, GitHubsHasTheColumnsOfItsInterface) {
  Unit one = graded("github", "Kim-1", "Kim-1", 18);
  one.hand_in.given_as = "lab05-Kim-1.zip";
  EXPECT_EQ(github_table({one}, {}),
            "\xEF\xBB\xBF"
            "assignment_name,github_username,roster_identifier,student_repository_name,points_awarded,points_available,status\r\n"
            "lab 05,Kim-1,,lab05-Kim-1,18,20,graded\r\n");
}

TEST(PlatformTables, Classroom50sHasTheColumnsOfItsScores) {
  Unit late = graded("classroom50", "kim", "Hana Kim", 18);
  late.hand_in.late = true;
  const auto rows = rows_of(classroom50_table({late, absent("classroom50", "lee", "Lee")}, {}));
  EXPECT_THAT(rows[0], ElementsAre("username", "first_name", "last_name", "email", "section", "score", "max_score", "datetime",
                                   "submission_tag", "submitted_by", "review_url", "late", "override", "status"));
  EXPECT_THAT(rows[1], ElementsAre("kim", "", "", "", "", "18", "20", "", "", "kim", "", "true", "", "graded"));
  EXPECT_THAT(rows[2], ElementsAre("lee", "", "", "", "", "", "20", "", "", "lee", "", "false", "", "not handed in"));
}

}  // namespace
}  // namespace lab::classes
