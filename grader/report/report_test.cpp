// Reports of verdicts: what a student reads on the console, what programs read as JSON and XML.
#include "report/report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report/report_samples.h"
#include "tests/because.h"

namespace lab::report {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using tests::because;
using text::Language;
using trace::Outcome;
using trace::Verdict;

Verdict verdict(const char* check, Outcome outcome, int points, int max_points, trace::Because because = {}) {
  return {check, outcome, points, max_points, std::move(because)};
}

trace::Because read_too_early() {
  return because("exit_code_read_too_early", {{"worker", "PartAdder 1 5"}, {"at_ms", 5.1}, {"value", 259}, {"call", "GetExitCodeProcess"}},
                 "worker_1_first", 51);
}

trace::Result result_with(std::vector<Verdict> verdicts) {
  trace::Result result;
  result.platform = "Wine 8.0, corrected";
  result.grader = "1.0";
  result.rubric = "0123456789abcdef";
  trace::LabResult lab{"05", std::move(verdicts), 0, 0};
  for (const Verdict& verdict : lab.verdicts) {
    lab.score += verdict.points;
    lab.max_score += verdict.max_points;
  }
  result.labs = {lab};
  return result;
}

trace::Result failing() {
  return result_with({verdict("PartAdder.AddsItsRange", Outcome::kPassed, 2, 2),
                      verdict("AdderManager.WaitsForBothWorkers", Outcome::kFailed, 0, 4, read_too_early()),
                      verdict("AdderManager.PrintsPartsAndTotal", Outcome::kSkipped, 0, 3,
                              because("rests_on", {{"check", "AdderManager.WaitsForBothWorkers"}}))});
}

std::vector<rubric::Lab> labs() {
  rubric::Lab lab;
  lab.number = "05";
  lab.title = {"Adder manager", "덧셈 관리자"};
  lab.checks = {{"AdderManager.WaitsForBothWorkers",
                 4,
                 {"Waits until both workers have ended.", "두 작업 프로세스가 끝날 때까지 기다립니다."},
                 {{"Which function returns only when a process object is Signaled?",
                   "프로세스 객체가 Signaled일 때 비로소 돌아오는 함수는 무엇일까요?"}},
                 3}};
  return {lab};
}

TEST(Console, ShowsEachCheckWithItsReasonTheStretchTheHintAndTheScore) {
  const std::string text = console(failing(), labs(), {race()}, {});
  EXPECT_EQ(text,
            "Lab 05  Adder manager                                                        2/9\n"
            "\n"
            "  PartAdder.AddsItsRange             passed         2/2\n"
            "  AdderManager.WaitsForBothWorkers   failed         0/4\n"
            "    Waits until both workers have ended.\n"
            "    GetExitCodeProcess was asked at 5.1 ms; PartAdder 1 5 was still\n"
            "    Non-Signaled, so the answer was 259 (STILL_ACTIVE).\n"
            "    AdderManager    |--start---start---GetExitCodeProcess=259!--print--GetExi...\n"
            "    PartAdder 1 5           |================== Non-Signaled ===================\n"
            "    PartAdder 6 10                  |============== Non-Signaled ===============\n"
            "    Hint: Which function returns only when a process object is Signaled?   (lab\n"
            "    05, step 3)\n"
            "\n"
            "  AdderManager.PrintsPartsAndTotal   skipped        0/3\n"
            "    Not judged, because it rests on AdderManager.WaitsForBothWorkers, which has\n"
            "    not passed. Mend that one first.\n"
            "\n"
            "2 of 9 points; 1 of 3 checks passed.\n"
            "Made on Wine 8.0, with Windows' answers where Wine's are others.\n"
            "Next: AdderManager.WaitsForBothWorkers. Change your program, then run\n"
            "  lab check 05\n"
            "More hints:\n"
            "  lab hint 05 AdderManager.WaitsForBothWorkers\n");
}

TEST(Console, TellsOnceWhatSeveralChecksRestOn) {
  const trace::Because rests = because("rests_on", {{"check", "AdderManager.StartsBothWorkers"}});
  const std::string text = console(result_with({verdict("AdderManager.RunsThemSideBySide", Outcome::kSkipped, 0, 1, rests),
                                                verdict("AdderManager.PrintsPartsAndTotal", Outcome::kSkipped, 0, 3, rests)}),
                                   {}, {}, {});
  EXPECT_THAT(
      text,
      HasSubstr("RunsThemSideBySide    skipped        0/1\n    Not judged, because it rests on AdderManager.StartsBothWorkers, which has"));
  EXPECT_THAT(text, HasSubstr("PrintsPartsAndTotal   skipped        0/3\n\n"));
}

TEST(Console, SpeaksKorean) {
  Style style;
  style.language = Language::kKorean;
  const std::string text = console(failing(), labs(), {race()}, style);
  EXPECT_THAT(text, AllOf(HasSubstr("실습 05  덧셈 관리자"), HasSubstr("PartAdder 1 5는 아직 Non-Signaled"),
                          HasSubstr("259 (STILL_ACTIVE)가 돌아왔습니다."), HasSubstr("GetExitCodeProcess=259!"),
                          HasSubstr("힌트: 프로세스 객체가"), HasSubstr("9점 중 2점, 검사 3개 중 1개 통과.")));
  EXPECT_EQ(columns(lines_of(text)[0]), 80);
  expect_fits(text, 80);
}

TEST(Console, SuggestsCommandsInTheLanguageThatWasAskedFor) {
  Style style;
  style.options = " --lang ko";
  const std::string text = console(failing(), labs(), {race()}, style);
  EXPECT_THAT(text,
              AllOf(HasSubstr("  lab check 05 --lang ko\n"), HasSubstr("  lab hint 05 AdderManager.WaitsForBothWorkers --lang ko\n")));
}

TEST(Console, GivesNoHintOfALaterStepAway) {
  trace::Result result = failing();
  for (trace::Verdict& verdict : result.labs[0].verdicts)
    if (verdict.outcome == Outcome::kFailed) verdict.because = because("nothing_started", {{"program", "AdderManager"}});
  const std::string text = console(result, labs(), {race()}, {});
  EXPECT_THAT(text, AllOf(HasSubstr("never called CreateProcess"), Not(HasSubstr("Hint:"))));
}

TEST(Console, NamesTheStepAloneWhereHintsAreNotWanted) {
  Style style;
  style.hints = false;
  const std::string text = console(failing(), labs(), {race()}, style);
  EXPECT_THAT(text, AllOf(HasSubstr(text::sentence(Language::kEnglish, "report_step", {{"lab", "05"}, {"step", 3}})),
                          Not(HasSubstr(labs()[0].checks[0].hints[0].en.substr(0, 20)))));
}

TEST(Console, NamesTheFailureOfTheLowestStepNext) {
  std::vector<rubric::Lab> known = labs();
  known[0].checks.push_back({"PartAdder.AddsItsRange", 2, {"Adds.", ""}, {}, 4});
  known[0].checks.push_back({"AdderManager.ClosesItsHandles", 1, {"Closes.", ""}, {}, 3});
  const trace::Result result = result_with({verdict("AdderManager.StartsBothWorkers", Outcome::kFailed, 0, 1),  // of no step
                                            verdict("PartAdder.AddsItsRange", Outcome::kFailed, 0, 2),
                                            verdict("AdderManager.WaitsForBothWorkers", Outcome::kFailed, 0, 4),
                                            verdict("AdderManager.ClosesItsHandles", Outcome::kFailed, 0, 1)});
  EXPECT_THAT(console(result, known, {}, {}), HasSubstr("Next: AdderManager.WaitsForBothWorkers."));
  EXPECT_THAT(summary(result, known, {}), HasSubstr("Next: AdderManager.WaitsForBothWorkers."));
  EXPECT_THAT(html(result, known, {}, {}), HasSubstr("Next: AdderManager.WaitsForBothWorkers."));
}

TEST(Console, ColoursOnlyWhenAskedTo) {
  Style style;
  EXPECT_THAT(console(failing(), labs(), {race()}, style), Not(HasSubstr("\x1b")));
  style.color = true;
  const std::string text = console(failing(), labs(), {race()}, style);
  EXPECT_THAT(text, AllOf(HasSubstr("\x1b[32mpassed"), HasSubstr("\x1b[31mfailed"), HasSubstr("\x1b[33mskipped")));
  for (const std::string& line : lines_of(text))
    EXPECT_EQ(line.find("\x1b[3") == std::string::npos,
              line.find("\x1b[0m") == std::string::npos || line.find("\x1b[1m") != std::string::npos)
        << line;
}

TEST(Console, SaysOnceWhyAProgramIsNotThere) {
  const trace::Because why = because("not_built_log", {{"program", "AdderManager"}});
  trace::Run run;
  run.lab = "05";
  run.program = "AdderManager";
  run.outcome = trace::Run::Outcome::kNotBuilt;
  run.detail = "AdderManager.cpp:1: error: first\n";
  for (int i = 2; i <= 30; ++i) run.detail += "line " + std::to_string(i) + "\n";
  const std::string text = console(result_with({verdict("AdderManager.StartsBothWorkers", Outcome::kNotBuilt, 0, 1, why),
                                                verdict("AdderManager.WaitsForBothWorkers", Outcome::kNotBuilt, 0, 4, why)}),
                                   {}, {run}, {});
  EXPECT_THAT(text, AllOf(HasSubstr("The compiler says:\n      AdderManager.cpp:1: error: first\n"),
                          HasSubstr("line 12\n      (18 more lines)"), Not(HasSubstr("line 13"))));
  EXPECT_EQ(text.find("does not compile"), text.rfind("does not compile"));
  EXPECT_THAT(text, HasSubstr("Next: AdderManager.StartsBothWorkers."));
}

TEST(Console, ShowsRemarksOfPassedChecks) {
  const std::string text = console(
      result_with({verdict("AdderManager.StartsBothWorkers", Outcome::kPassed, 1, 1, because("korean_not_printed", {{"program", "W"}}))}),
      {}, {}, {});
  EXPECT_THAT(text, AllOf(HasSubstr("    Remark: Korean text did not come out of W as it was sent."), HasSubstr("Everything passed.")));
}

TEST(Console, TheGradersOwnFailureIsNotTheStudentsNextStep) {
  const std::string text = console(result_with({verdict("AdderManager.StartsBothWorkers", Outcome::kGraderError, 0, 1,
                                                        because("grader_error", {{"detail", "CreateProcess: 1359"}}))}),
                                   {}, {}, {});
  EXPECT_THAT(text, AllOf(HasSubstr("The grader itself failed at AdderManager.StartsBothWorkers."), Not(HasSubstr("Next:")),
                          Not(HasSubstr("Everything passed."))));
}

TEST(Console, IsWrittenEvenWhenAnArgumentIsMissing) {
  const std::string text = console(
      result_with({verdict("AdderManager.StartsBothWorkers", Outcome::kFailed, 0, 1, because("never_waited", {{"a", 1}}))}), {}, {}, {});
  EXPECT_THAT(text, HasSubstr("never_waited {\"a\":1}"));
  EXPECT_THAT(console(result_with({verdict("A.B", Outcome::kFailed, 0, 1), verdict("A.C", Outcome::kFailed, 0, 1)}), {}, {}, {}),
              HasSubstr("A.C"));
}

TEST(Json, HoldsIdsAndPoints) {
  const auto report = json(failing());
  EXPECT_EQ(report["score"], 2);
  EXPECT_EQ(report["max_score"], 9);
  EXPECT_EQ(report["grader"], "1.0");
  EXPECT_EQ(report["rubric"], "0123456789abcdef");
  EXPECT_EQ(report["platform"], "Wine 8.0, corrected");
  EXPECT_EQ(report["schema"], "win-ipc-lab/result/1");
  ASSERT_EQ(report["labs"].size(), 1u);
  EXPECT_EQ(report["labs"][0]["lab"], "05");
  EXPECT_EQ(report["labs"][0]["score"], 2);
  const auto& check = report["labs"][0]["checks"][1];
  EXPECT_EQ(check["id"], "AdderManager.WaitsForBothWorkers");
  EXPECT_EQ(check["outcome"], "failed");
  EXPECT_EQ(check["points"], 0);
  EXPECT_EQ(check["max_points"], 4);
  EXPECT_EQ(check["because"]["id"], "exit_code_read_too_early");
  EXPECT_EQ(check["because"]["args"]["value"], 259);
  EXPECT_TRUE(report["labs"][0]["checks"][0]["because"].is_null());
  EXPECT_THAT(report.dump(), Not(HasSubstr("Non-Signaled")));
}

TEST(Json, CanBeDumpedWhateverAProgramPrinted) {
  const auto report = json(result_with({verdict("A.B", Outcome::kFailed, 0, 1, because("never_waited", {{"worker", "\xff\xfe"}}))}));
  EXPECT_NO_THROW(report.dump());
}

TEST(Junit, CountsFailuresErrorsAndWhatWasNotJudged) {
  const std::string xml =
      junit(result_with({verdict("A.Passes", Outcome::kPassed, 1, 1),
                         verdict("A.Fails", Outcome::kFailed, 0, 1, because("sentence_not_printed", {{"sentence", "<&\"\x1b\n"}})),
                         verdict("A.Skipped", Outcome::kSkipped, 0, 1), verdict("A.Error", Outcome::kGraderError, 0, 1),
                         verdict("A.NotBuilt", Outcome::kNotBuilt, 0, 1)}),
            Language::kEnglish);
  EXPECT_THAT(xml, HasSubstr("<testsuite name=\"lab 05\" tests=\"5\" failures=\"2\" errors=\"1\" skipped=\"1\">"));
  EXPECT_THAT(xml, HasSubstr("<testcase classname=\"A\" name=\"Passes\"/>"));
  EXPECT_THAT(xml, HasSubstr("&lt;&amp;&quot;\\x1b&#10;"));
  EXPECT_THAT(xml, Not(HasSubstr("\x1b")));
}

}  // namespace
}  // namespace lab::report
