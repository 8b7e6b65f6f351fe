// Tests the report page as text: its contents, how often they occur, and that no text from outside becomes markup. Its behaviour is tested
// in page_browser_test.cpp.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <regex>

#include "report/markup.h"
#include "report/page_files.h"
#include "report/page_samples.h"
#include "tests/phrases.h"

namespace lab::report {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using tests::kAnything;
using tests::Language;
using tests::said;
using tests::Says;

std::size_t count(const std::string& text, const std::string& what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + what.size())) ++found;
  return found;
}

// The heading of the page, without the submission's name.
std::string title(Language language = Language::kEnglish) {
  const bool korean = language == Language::kKorean;
  return said("page_title_of_lab", {{"lab", "05"}, {"title", korean ? "덧셈 관리자" : "Adder manager"}}, language);
}

TEST(Page, IsHeadedByTheLabAndThenByWhoseItIs) {
  const auto heading = [](const std::string& submission) {
    trace::Result result = result_of({{"AdderManager.StartsBothWorkers", trace::Outcome::kPassed, 1, 1, {}}});
    result.submission = submission;
    const std::string page = html(result, labs_with("AdderManager.StartsBothWorkers"), {}, {});
    const std::size_t begin = page.find("<h1>");
    return page.substr(begin, page.find("</h1>") - begin);
  };
  EXPECT_THAT(heading("hong"), AllOf(HasSubstr(title() + " (hong)"), HasSubstr(title(Language::kKorean) + " (hong)")));
  EXPECT_THAT(heading("05_adder_manager"), AllOf(HasSubstr(title() + "<"), Not(HasSubstr("05_adder"))));
}

TEST(Page, HasScoreChecksReasonsMomentsAndHintsInBothLanguages) {
  const std::string page = sample_page();
  const nlohmann::json args = failed("AdderManager.WaitsForBothWorkers", 51).because.args;
  const nlohmann::json kScore{{"score", 1}, {"max", 9}, {"passed", 1}, {"checks", 3}};
  EXPECT_THAT(page, AllOf(HasSubstr("<html lang=\"en\""), HasSubstr("<title>" + title() + " (hong)</title>"),
                          HasSubstr(said("report_score", kScore)), HasSubstr(said("report_score", kScore, Language::kKorean)),
                          HasSubstr("Waits until both workers have ended."), HasSubstr("두 작업 프로세스가 끝날 때까지 기다립니다.")));
  EXPECT_THAT(page, AllOf(HasSubstr(escaped(said("exit_code_read_too_early", args))),
                          HasSubstr(escaped(said("page_at", {{"at", "5.1"}, {"scenario", "worker_1_first"}}))),
                          HasSubstr(escaped(said("exit_code_read_too_early", args, Language::kKorean))), HasSubstr("Is it over?"),
                          HasSubstr("WaitForSingleObject."), HasSubstr(said("page_step", {{"lab", "05"}, {"step", 3}})),
                          HasSubstr("return_val1: 259\nreturn_val2: 259\ntotal: 518</pre>")));
  EXPECT_THAT(sample_page(text::Language::kKorean),
              AllOf(HasSubstr("<html lang=\"ko\""), HasSubstr("<title>" + title(Language::kKorean) + " (hong)</title>")));
}

TEST(Page, ARunThatSeveralChecksRestOnStandsThereOnceWithAMarkForEach) {
  const std::string page = sample_page();
  EXPECT_EQ(count(page, "<figure "), 1u);
  EXPECT_EQ(count(page, "href=\"#run-0-o51\""), 1u);
  EXPECT_EQ(count(page, "href=\"#run-0-o62\""), 1u);
  EXPECT_EQ(count(page, "id=\"run-0-o51\""), 1u);
  EXPECT_EQ(count(page, "id=\"run-0-o62\""), 1u);
}

TEST(Page, IdsAreUniqueAndEveryReferenceIsMet) {
  for (const std::string& page : {sample_page(), hostile_page(), large_page(40)}) {
    std::set<std::string> ids;
    static const std::regex kId(" id=\"([^\"]*)\""), kReference(" (?:href=\"#|aria-labelledby=\"|aria-describedby=\")([^\"]*)\"");
    for (std::sregex_iterator it(page.begin(), page.end(), kId), end; it != end; ++it) EXPECT_TRUE(ids.insert((*it)[1]).second) << (*it)[1];
    std::size_t references = 0;
    for (std::sregex_iterator it(page.begin(), page.end(), kReference), end; it != end; ++it, ++references)
      EXPECT_TRUE(ids.count((*it)[1])) << (*it)[1];
    EXPECT_GT(references, 5u);
  }
}

TEST(Page, ForbidsEverythingButItsOwnStyleAndScript) {
  const std::string page = sample_page();
  EXPECT_THAT(page, HasSubstr("content=\"default-src 'none'; style-src '" + std::string(page_css().hash) + "'; script-src '" +
                              std::string(page_js().hash) + "'; base-uri 'none'; form-action 'none'\""));
  EXPECT_THAT(page, Not(HasSubstr("http://")));
  EXPECT_THAT(page, Not(HasSubstr("https://")));
  EXPECT_THAT(page, Not(HasSubstr(" style=\""))) << "its own policy would drop it";
  EXPECT_EQ(count(page, "<script"), 1u);
  EXPECT_EQ(count(page, "<style"), 1u);
}

TEST(Page, WhatAProgramBringsStaysText) {
  const std::string page = hostile_page();
  EXPECT_EQ(count(page, "<script"), 1u);
  EXPECT_EQ(count(page, "<style"), 1u);
  EXPECT_EQ(count(page, "<img"), 0u);
  EXPECT_EQ(count(page, "<!--"), 0u);
  EXPECT_EQ(page.find("onload='"), std::string::npos);
  EXPECT_THAT(page, HasSubstr("&lt;script&gt;window.canary=1&lt;/script&gt;"));
  EXPECT_THAT(page, HasSubstr("\\x1b[2J"));
  for (const char* mark : {"\x1b", "\x07", "\xE2\x80\xAE", "\xD8\x9C"}) EXPECT_EQ(page.find(mark), std::string::npos);
  EXPECT_EQ(page.find('\0'), std::string::npos);
}

TEST(Page, MegabytesAreCutWithANote) {
  const std::string page = hostile_page();
  EXPECT_LT(page.size(), 200'000u);
  EXPECT_EQ(count(page, said("run_cut")), 3u) << "output, errors, the compiler's messages";
}

TEST(Page, SaysOnceWhyAProgramIsNotThere) {
  trace::Run run;
  run.lab = "05";
  run.program = "AdderManager";
  run.outcome = trace::Run::Outcome::kNotBuilt;
  run.detail = "AdderManager.cpp:1: error: first <here>\n";
  const trace::Because because = tests::because("not_built_log", {{"program", "AdderManager"}});
  const std::string page = html(result_of({{"AdderManager.StartsBothWorkers", trace::Outcome::kNotBuilt, 0, 1, because},
                                           {"AdderManager.WaitsForBothWorkers", trace::Outcome::kNotBuilt, 0, 4, because}}),
                                {}, {run}, {});
  EXPECT_EQ(count(page, "AdderManager.cpp:1: error: first &lt;here&gt;"), 1u);
  EXPECT_EQ(count(page, said("page_as_above")), 1u);
}

TEST(Page, ShowsTheRunThatItsScenarioMarksForReports) {
  trace::Run run = race();
  run.facts["show_output"] = "yes";
  const auto passed = result_of({{"AdderManager.StartsBothWorkers", trace::Outcome::kPassed, 1, 1, {}}});
  EXPECT_EQ(count(html(passed, {}, {run}, {}), "<figure "), 1u);
  EXPECT_EQ(count(html(passed, {}, {race()}, {}), "<figure "), 0u);
  EXPECT_THAT(html(passed, {}, {run}, {}), HasSubstr(said("report_all_passed")));
}

TEST(Page, AReasonWithoutAMomentStillShowsItsRun) {
  trace::Verdict verdict = failed("AdderManager.X", 0);
  verdict.because.order.reset();
  const std::string page = html(result_of({verdict}), {}, {race()}, {});
  EXPECT_EQ(count(page, "<figure "), 1u);
  EXPECT_THAT(page, HasSubstr("<a href=\"#run-0\">"));
  EXPECT_THAT(page, HasSubstr(escaped(said("page_in_run", {{"scenario", "worker_1_first"}}))));
}

TEST(Page, IsWrittenWhateverAVerdictPointsAt) {
  EXPECT_EQ(count(html(result_of({failed("AdderManager.X", 12345),
                                  failed("AdderManager.Y", 1, "no_such_run"),
                                  {"A.B", trace::Outcome::kFailed, 0, 1, {}}}),
                       {}, {race()}, {}),
                  "class=\"jump\""),
            0u);
  trace::Run empty = race();
  empty.programs.clear();
  empty.calls.clear();
  empty.events.clear();
  EXPECT_THAT(html({empty}, {}), Says("run_not_recorded", {{"reason", kAnything}}));
  EXPECT_THAT(html(std::vector<trace::Run>{}, Style{}), HasSubstr("</html>"));
}

TEST(Page, RunsAlone) {
  const std::string page = html({race(), race()}, {});
  EXPECT_EQ(count(page, "<figure "), 2u);
  EXPECT_THAT(page, AllOf(HasSubstr("<h1>"), HasSubstr("GetExitCodeProcess(PartAdder 1 5) → TRUE, 259 (STILL_ACTIVE)"),
                          Not(HasSubstr("<article"))));
}

TEST(Page, SaysWhyARunThatTheCorrectProgramNeverGetsIsNotCompared) {
  trace::Run run = race();
  Style style;
  style.correct = {run};
  const auto says = AllOf(Says("step_no_correct"), Says("step_no_correct", {}, Language::kKorean));
  EXPECT_THAT(html({run}, style), Not(says));
  run.scenario = "only_for_some";
  EXPECT_THAT(html({run}, style), says);
  style.correct.front().program = "PartAdder";
  EXPECT_THAT(html({run}, style), Not(says));
  EXPECT_THAT(html({run}, Style()), Not(says));
}

TEST(Page, MarkupEscapesEveryPlaceThatTextCanStand) {
  EXPECT_EQ(escaped("<a href=\"x\" b='y'>&"), "&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;");
  EXPECT_EQ(both("same", "same"), "same");
  EXPECT_EQ(both("one", "하나", "tspan"), "<tspan lang=\"en\">one</tspan><tspan lang=\"ko\">하나</tspan>");
}

// Pages of a class may be given back without hints, or with points only.
TEST(Page, GivesNoHintsWhereNoneAreWanted) {
  Style style;
  const auto page = [&] {
    return html(result_of({failed("AdderManager.WaitsForBothWorkers", 51)}), labs_with("AdderManager.WaitsForBothWorkers"), {race()},
                style);
  };
  EXPECT_THAT(page(), HasSubstr("Is it over?"));
  style.hints = false;
  EXPECT_THAT(page(), AllOf(Not(HasSubstr("Is it over?")), HasSubstr("GetExitCodeProcess"), HasSubstr("class=\"run\"")));
  trace::Result points = result_of({failed("AdderManager.WaitsForBothWorkers", 51)});
  points.labs[0].verdicts[0].because = {};
  EXPECT_THAT(
      html(points, labs_with("AdderManager.WaitsForBothWorkers"), {}, style),
      AllOf(Not(HasSubstr("GetExitCodeProcess")), Not(HasSubstr("class=\"legend\"")), HasSubstr("Waits until both workers have ended.")));
}

}  // namespace
}  // namespace lab::report
