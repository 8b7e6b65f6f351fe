// Tests figures for a page of text: self-contained SVG files that do not depend on the times in a recording.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>
#include <set>

#include "report/page_samples.h"
#include "report/svg.h"
#include "report/timeline.h"
#include "tests/phrases.h"

namespace lab::report {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using text::Language;

// The run as it would be on a slow machine.
trace::Run slower(trace::Run run) {
  for (trace::Call& call : run.calls) {
    call.begin.at_us *= 7;
    if (call.end) call.end->at_us = call.end->at_us * 7 + 12345;
  }
  for (trace::Event& event : run.events) event.when.at_us *= 7;
  return run;
}

TEST(Figure, NeedsNothingElse) {
  const std::string svg = figure_file(race(), "race.en", Language::kEnglish);
  EXPECT_TRUE(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" lang=\"en\" "));
  EXPECT_THAT(svg, AllOf(HasSubstr("<style>"), HasSubstr("prefers-color-scheme: dark"), HasSubstr("class=\"ground\""),
                         HasSubstr(">GetExitCodeProcess</text>"), HasSubstr(" = 259</text>"), HasSubstr(">Non-Signaled</text>")));
  EXPECT_THAT(svg, AllOf(Not(HasSubstr("<script")), Not(HasSubstr("url(")), Not(HasSubstr("href=\"http"))));
}

TEST(Figure, DrawsNoTimes) {
  EXPECT_EQ(figure_file(slower(race()), "race", Language::kEnglish), figure_file(race(), "race", Language::kEnglish));
  EXPECT_THAT(figure_file(race(), "race", Language::kEnglish), Not(HasSubstr(" ms<")));
}

TEST(Figure, MarksTheMomentThatItIsAbout) {
  const trace::Run run = race();
  const auto asked =
      std::find_if(run.calls.begin(), run.calls.end(), [](const auto& call) { return call.api == trace::Api::kGetExitCodeProcess; });
  ASSERT_NE(asked, run.calls.end());
  const std::string marked = figure_file(run, "race", Language::kEnglish, Flagged{asked->begin.order, "X.<Waits>"});
  EXPECT_THAT(marked, AllOf(HasSubstr("X.&lt;Waits&gt;</text>"), HasSubstr(" marked"), HasSubstr(">GetExitCodeProcess</text>")));
  EXPECT_THAT(figure_file(run, "race", Language::kEnglish), Not(HasSubstr("class=\"mark\"")));
}

TEST(Figure, SpeaksOneLanguage) {
  const std::string english = figure_file(race(), "race", Language::kEnglish), korean = figure_file(race(), "race", Language::kKorean);
  const std::string grader = ">" + tests::said("picture_grader") + "</text>";
  const std::string grader_in_korean = ">" + tests::said("picture_grader", {}, Language::kKorean) + "</text>";
  EXPECT_THAT(english, AllOf(HasSubstr(grader), Not(HasSubstr(grader_in_korean))));
  EXPECT_THAT(korean, AllOf(HasSubstr("lang=\"ko\""), HasSubstr(grader_in_korean), Not(HasSubstr(grader))));
}

TEST(Figure, ARunsWordsStayText) {
  trace::Run run = race();
  run.programs[0].name = "<script>window.canary=1</script>";
  EXPECT_THAT(figure_file(run, "\"><script>", Language::kEnglish), AllOf(Not(HasSubstr("<script")), HasSubstr("&lt;script&gt;")));
}

TEST(Figure, StandsInAPageInBothLanguages) {
  const std::string svg = picture(race(), "m1", Flagged{51, "Waits"});
  EXPECT_THAT(svg, AllOf(HasSubstr("<span lang=\"en\"><svg class=\"moment\""), HasSubstr("<span lang=\"ko\"><svg class=\"moment\""),
                         HasSubstr("Waits</text>"), Not(HasSubstr("<style"))));
  static const std::regex kId("\\bid=\"([^\"]+)\"");
  std::set<std::string> ids;
  for (std::sregex_iterator match(svg.begin(), svg.end(), kId), end; match != end; ++match)
    EXPECT_TRUE(ids.insert((*match)[1]).second) << (*match)[1];
  EXPECT_GE(ids.size(), 4u);
}

TEST(Figure, RowsHoldTheWholeChartAndTearNoWords) {
  const trace::Run run = race();
  const Timeline drawn = timeline(run, std::vector<std::uint64_t>());
  const Drawing whole = svg(drawn, run, "x", {});
  ASSERT_EQ(whole.rows.size(), 1u);
  EXPECT_EQ(whole.rows[0].right, whole.width);
  Look look;
  look.row_width = 300;
  const Drawing cut = svg(drawn, run, "x", {}, look);
  ASSERT_GT(cut.rows.size(), 1u);
  int left = 0;
  for (const Drawing::Row& row : cut.rows) {
    EXPECT_EQ(row.left, left);
    EXPECT_LE(row.right - row.left, 300);
    left = row.right;
  }
  EXPECT_EQ(left, cut.width);
  EXPECT_THAT(cut.rows.back().again, HasSubstr("Signaled</text>")) << "a bar that goes on says again what it is";
  static const std::regex kCall("<rect x=\"([0-9]+)\"[^>]*/><text class=\"name\" x=\"[0-9]+\" y=\"[0-9]+\">([A-Za-z]+)</text>");
  std::size_t calls = 0;
  for (std::sregex_iterator it(cut.chart.begin(), cut.chart.end(), kCall), end; it != end; ++it, ++calls) {
    const int from = std::stoi((*it)[1]), to = from + static_cast<int>((*it)[2].length() * 6.7);
    EXPECT_TRUE(std::any_of(cut.rows.begin(), cut.rows.end(), [&](const Drawing::Row& row) { return row.left <= from && to <= row.right; }))
        << (*it)[2];
  }
  EXPECT_GT(calls, 3u);
}

TEST(Figure, NumbersMomentsNamesThreadsAndSaysWhereALongTimePassed) {
  trace::Run run = race();
  const auto of = [](const trace::Run& one) { return svg(timeline(one, std::vector<std::uint64_t>()), one, "x", {}); };
  EXPECT_THAT(of(run).chart, AllOf(HasSubstr(" ms</title>1</text>"), Not(HasSubstr("class=\"cut\""))));
  EXPECT_THAT(of(run).names, Not(HasSubstr("thread")));
  run.calls.back().begin.at_us += 60'000'000;
  run.calls.back().end->at_us += 60'000'000;
  run.calls.back().thread = 2;
  EXPECT_THAT(of(run).chart, HasSubstr("<title>+60.0 s</title>"));
  EXPECT_THAT(of(run).names,
              AllOf(HasSubstr(tests::said("picture_main_thread")), HasSubstr(tests::said("picture_thread", {{"number", 2}}))));
}

}  // namespace
}  // namespace lab::report
