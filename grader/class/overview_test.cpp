// Tests the page with the overview of a class.
#include <gmock/gmock.h>

#include <regex>

#include "class/overview_samples.h"

namespace lab::classes {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::string row_of(const std::string& page, const std::string& student) {
  const std::size_t at = page.find("page.html\">" + student + "</a></th>");
  return at == std::string::npos ? "" : page.substr(at, page.find("</tr>", at) - at);
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t many = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; at += part.size()) ++many;
  return many;
}

TEST(Overview, HasARowPerStudentAndAColumnPerCheck) {
  const std::string page = sample_overview();
  EXPECT_EQ(count(page, "<th scope=\"col\" class=\"c\">"), 3u);
  EXPECT_THAT(
      row_of(page, "Student 1000"),
      AllOf(HasSubstr("<td class=\"n\">2</td>"), HasSubstr("<td class=\"n\">3</td>"),
            HasSubstr("<td class=\"c g\">\xE2\x9C\x93</td><td class=\"c b\">\xE2\x9C\x97</td><td class=\"c b\">\xE2\x9C\x97</td>")));
  EXPECT_THAT(row_of(page, "Student 1004"), HasSubstr("late"));
  EXPECT_THAT(row_of(page, "Broken"),
              AllOf(HasSubstr("<td class=\"n\">0</td>"), HasSubstr("Not built"), HasSubstr("<td class=\"c b\">!</td>")));
  EXPECT_THAT(row_of(page, "Open"),
              AllOf(HasSubstr("<td class=\"n\"></td>"), HasSubstr("Undecided points"), HasSubstr("<td class=\"c o\">?</td>")));
}

TEST(Overview, CountsNoFailureOfWhatWasNotHandedIn) {
  const std::string page = sample_overview();
  EXPECT_THAT(row_of(page, "&lt;b&gt;Absent&lt;/b&gt;"), AllOf(HasSubstr("Not handed in"), Not(HasSubstr("class=\"c b\""))));
  EXPECT_THAT(page, HasSubstr("05 AdderManager.WaitsForBothWorkers</th><td class=\"n\">10</td><td class=\"n\">20</td>"));
  EXPECT_THAT(page, HasSubstr("05 PartAdder.AddsItsRange</th><td class=\"n\">1</td><td class=\"n\">21</td>"));
}

// One of two programs, or one of several labs.
TEST(Overview, CountsWhatIsBuiltInPart) {
  const Checks passed{check("MailReceiver.CreatesTheSlot", "passed", 20, 20)};
  const Checks half{check("PartAdder.AddsItsRange", "passed", 2, 2), check("AdderManager.StartsBothWorkers", "not_built", 0, 18)};
  const Checks none{check("PartAdder.AddsItsRange", "not_built", 0, 2), check("AdderManager.StartsBothWorkers", "not_built", 0, 18)};
  const std::string page = overview_page({unit_with("1", "Half", {lab_of("01", passed, 20), lab_of("05", half, 2)}),
                                          unit_with("2", "Lab", {lab_of("01", passed, 20), lab_of("05", none, 0)})},
                                         {}, {}, text::Language::kEnglish);
  const auto number = [&](const std::string& name) {
    const std::size_t at = page.find("<dd>", page.find(">" + name + "<"));
    return at == std::string::npos ? "" : page.substr(at + 4, page.find("</dd>", at) - at - 4);
  };
  EXPECT_EQ(number("Not built"), "1");
  EXPECT_EQ(number("Partly built"), "1");
  EXPECT_THAT(row_of(page, "Half"), HasSubstr("Partly built"));
}

TEST(Overview, DrawsEveryScoreOnce) {
  const std::string page = sample_overview();
  const std::string svg =
      page.substr(page.find("<svg class=\"distribution\""), page.find("</svg>") - page.find("<svg class=\"distribution\""));
  EXPECT_EQ(count(svg, "<rect"), 10u);
  const std::string table = page.substr(page.find("<details>"), page.find("</details>") - page.find("<details>"));
  int sum = 0;
  static const std::regex kCount("<td class=\"n\">([0-9]+)</td>");
  for (std::sregex_iterator match(table.begin(), table.end(), kCount), end; match != end; ++match) sum += std::stoi((*match)[1]);
  EXPECT_EQ(sum, 21) << "twenty students and the one whose program was not built";
}

TEST(Overview, TakesAnyClass) {
  EXPECT_THAT(overview_page({}, {}, {}, text::Language::kKorean), HasSubstr("<html lang=\"ko\""));
  const std::vector<Unit> few = {unit_with("1", "A", {lab_of("01", {check("A.B", "passed", 1, 3)}, 1, 3)}),
                                 unit_with("2", "B", {lab_of("01", {}, 0, 0)})};
  EXPECT_THAT(overview_page(few, {}, {}, text::Language::kEnglish), HasSubstr("<svg class=\"distribution\""));
}

TEST(Overview, ReportsCopiesWithoutAVerdict) {
  const std::string page = sample_overview();
  EXPECT_THAT(page, HasSubstr("not a verdict"));
  EXPECT_THAT(page, HasSubstr("91 % of each is also in the other; for half of all pairs, it is 22 % or less."));
  EXPECT_THAT(page, HasSubstr("The same except for names, layout and comments."));
  EXPECT_THAT(overview_page(sample_class(), {}, {}, text::Language::kEnglish), HasSubstr("Not compared."));
  Overview without;
  without.copies.emplace();
  without.compared = false;
  EXPECT_THAT(overview_page(sample_class(), {}, without, text::Language::kEnglish), HasSubstr("similarity-tester"));
}

std::string number_in(const std::string& page, const std::string& name) {
  const std::size_t at = page.find("<dd>", page.find(">" + name + "<"));
  return at == std::string::npos ? "" : page.substr(at + 4, page.find("</dd>", at) - at - 4);
}

std::string heading(const char* id, int many) {
  return "<span lang=\"ko\">" + text::sentence(text::Language::kKorean, id) + "</span>: " + std::to_string(many) + "</h3>";
}

TEST(Overview, HasTheMeanOfTheTwoInTheMiddleAsTheMedian) {
  std::vector<Unit> units;
  for (const int score : {5, 9, 9, 14, 14, 20}) units.push_back(graded("", std::to_string(units.size()), "Student", score));
  const std::string page = overview_page(units, {}, {}, text::Language::kEnglish);
  EXPECT_EQ(number_in(page, "Median"), "11.5 / 20");
  EXPECT_THAT(page, HasSubstr("the median, 11.5 of 20 points"));
  units.pop_back();
  EXPECT_EQ(number_in(overview_page(units, {}, {}, text::Language::kEnglish), "Median"), "9 / 20");
}

// The number above the page is that of the list.
TEST(Overview, CountsWhoIsUndecidedOnce) {
  const std::string page =
      overview_page({absent("", "1", "Absent"), graded("", "2", "Open", 14, 6),
                     unit_with("3", "Other", {lab_of("05", {check("A.B", "not_gradable", 0, 20, "other_files")}, 0, 20, 20)})},
                    {}, {}, text::Language::kEnglish);
  EXPECT_EQ(number_in(page, "With undecided points"), "2");
  EXPECT_THAT(page, HasSubstr(heading("overview_open", 2)));
  EXPECT_THAT(page, HasSubstr(heading("overview_not_handed_in", 1)));
}

TEST(Overview, SaysWhatWasLeftOutOfASubmission) {
  Unit unit = graded("", "1", "Kim", 20);
  unit.hand_in.findings = {{"class_escapes", {{"names", "../<b>.cpp"}, {"count", "1"}}}, {"class_all_late", {}}};
  const std::string page = overview_page({unit, graded("", "2", "Lee", 20)}, {}, {}, text::Language::kEnglish);
  EXPECT_THAT(page,
              AllOf(HasSubstr(heading("overview_left_out", 1)), HasSubstr("points outside the archive&#39;s folder: ../&lt;b&gt;.cpp."),
                    Not(HasSubstr("Every submission is late"))));
}

// 300 students with 100 checks each.
TEST(Overview, OfALargeClassStaysSmall) {
  std::vector<Unit> all;
  for (int student = 0; student < 300; ++student) {
    Checks checks;
    for (int i = 0; i < 100; ++i)
      checks.push_back(
          check(("AdderManager.ACheckWithALongName" + std::to_string(i)).c_str(), i % 3 ? "passed" : "failed", i % 3 ? 1 : 0, 1));
    all.push_back(unit_with(std::to_string(student), "Student", {lab_of("05", checks, 66, 100)}));
  }
  EXPECT_LT(overview_page(all, {}, {}, text::Language::kEnglish).size(), 1'500'000u);
}

}  // namespace
}  // namespace lab::classes
