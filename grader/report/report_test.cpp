// Tests the reports of verdicts: the console text that a student reads, and the JSON and XML that programs read.
#include "report/report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report/report_samples.h"
#include "tests/because.h"
#include "tests/phrases.h"

namespace lab::report {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using tests::because;
using tests::kAnything;
using tests::said;
using tests::Says;
using text::Language;
using trace::Outcome;
using trace::Verdict;

Verdict verdict(const char* check, Outcome outcome, int points, int max_points, trace::Because because = {}) {
  return {check, outcome, points, max_points, std::move(because)};
}

const std::string kWaits = "AdderManager.WaitsForBothWorkers";

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

const nlohmann::json kScore{{"score", 2}, {"max", 9}, {"passed", 1}, {"checks", 3}};  // of failing()

// The report's text for the first hint of read_too_early().
nlohmann::json hint_of(const rubric::Check& check, Language language) {
  const trace::Because because = read_too_early();
  return {{"hint", text::filled(language, because.reason->hint.en, because.reason->hint.ko, because.args)},
          {"lab", "05"},
          {"step", check.step}};
}

TEST(Console, ShowsEachCheckWithItsReasonTheStretchTheHintAndTheScore) {
  const std::string text = console(failing(), labs(), {race()}, {});
  const rubric::Check waits = labs()[0].checks[0];
  const auto line = [](const std::string& check, const char* outcome, const char* points) {
    return "  " + fitted(check, 32) + "   " + fitted(said(outcome), 12) + " " + points + "\n";
  };
  EXPECT_EQ(text, fitted(said("report_lab", {{"lab", "05"}}) + "  Adder manager", 77) + "2/9\n\n" +
                      line("PartAdder.AddsItsRange", "outcome_passed", "  2/2") + line(kWaits, "outcome_failed", "  0/4") +
                      wrapped(waits.title.en, 4, 80) + wrapped(said("exit_code_read_too_early", read_too_early().args), 4, 80) +
                      "    AdderManager    |--start---start---GetExitCodeProcess=259!--print--GetExi...\n"
                      "    PartAdder 1 5           |================== Non-Signaled ===================\n"
                      "    PartAdder 6 10                  |============== Non-Signaled ===============\n" +
                      wrapped(said("report_hint", hint_of(waits, Language::kEnglish)), 4, 80) + "\n" +
                      line("AdderManager.PrintsPartsAndTotal", "outcome_skipped", "  0/3") +
                      wrapped(said("rests_on", {{"check", kWaits}}), 4, 80) + "\n" + wrapped(said("report_score", kScore), 0, 80) +
                      wrapped(said("report_platform_corrected", {{"platform", "Wine 8.0"}}), 0, 80) +
                      wrapped(said("report_next", {{"check", kWaits}}), 0, 80) + "  lab check 05\n" +
                      wrapped(said("report_more_hints"), 0, 80) + "  lab hint 05 AdderManager.WaitsForBothWorkers\n");
}

TEST(Console, HasNoPointsWhereTheyAreOpen) {
  const trace::Result result = result_with(
      {verdict("PartAdder.AddsItsRange", Outcome::kNotGradable, 0, 2, because("no_files", {{"program", "PartAdder"}, {"folder", "x"}})),
       verdict("PartAdder.Next", Outcome::kSkipped, 0, 3, because("rests_on", {{"check", "PartAdder.AddsItsRange"}})),
       verdict("AdderManager.Other", Outcome::kSkipped, 0, 4, because("rests_on", {{"check", "AdderManager.X"}}))});
  EXPECT_THAT(console(result, labs(), {}, {}), AllOf(HasSubstr("   -/2\n"), HasSubstr("   -/3\n"), HasSubstr("   0/4\n")));
  EXPECT_EQ(json(result)["labs"][0]["checks"][1]["open"], true);
  EXPECT_FALSE(json(result)["labs"][0]["checks"][2].contains("open"));
}

TEST(Console, TellsOnceWhatSeveralChecksRestOn) {
  const trace::Because rests = because("rests_on", {{"check", "AdderManager.StartsBothWorkers"}});
  const std::string text = console(result_with({verdict("AdderManager.RunsThemSideBySide", Outcome::kSkipped, 0, 1, rests),
                                                verdict("AdderManager.PrintsPartsAndTotal", Outcome::kSkipped, 0, 3, rests)}),
                                   {}, {}, {});
  EXPECT_THAT(text, HasSubstr("0/1\n" + wrapped(said("rests_on", rests.args), 4, 80)));
  EXPECT_THAT(text, HasSubstr("0/3\n\n"));
}

// Of several labs, when --only names a check of one.
TEST(Console, LeavesOutALabWithoutAChosenCheck) {
  trace::Result result = failing();
  result.labs.push_back({});
  result.labs.back().lab = "01";
  EXPECT_EQ(console(result, labs(), {race()}, {}), console(failing(), labs(), {race()}, {}));
}

TEST(Console, SpeaksKorean) {
  Style style;
  style.language = Language::kKorean;
  const std::string text = console(failing(), labs(), {race()}, style);
  EXPECT_THAT(text, AllOf(HasSubstr(said("report_lab", {{"lab", "05"}}, Language::kKorean) + "  덧셈 관리자"),
                          Says("exit_code_read_too_early", read_too_early().args, Language::kKorean), HasSubstr("GetExitCodeProcess=259!"),
                          Says("report_hint", hint_of(labs()[0].checks[0], Language::kKorean), Language::kKorean),
                          Says("report_score", kScore, Language::kKorean)));
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

TEST(Console, GivesTheHintAndTheStepOfTheCheckThatTheReasonNames) {
  std::vector<rubric::Lab> known = labs();
  known[0].checks.push_back({"AdderManager.BelievesAnExitCodeOf259", 1, {"Believes.", ""}, {{"Is 259 a sum?", "259도 합일까요?"}}, 5});
  trace::Result result = failing();
  result.labs[0].verdicts[1].because = because("took_259_for_running", {{"worker", "PartAdder 1 5"}});
  const nlohmann::json hint = {{"hint", "Is 259 a sum?"}, {"lab", "05"}, {"step", 5}};
  EXPECT_THAT(console(result, known, {}, {}), Says("report_hint", hint));
  EXPECT_THAT(html(result, known, {}, {}), AllOf(HasSubstr("Is 259 a sum?"), Says("page_step", {{"lab", "05"}, {"step", 5}})));
}

TEST(Console, SaysWhichRunItWasAndDrawsItsEndWhereTheReasonHasNoMoment) {
  Style style;
  style.run_in_words = [](const trace::Run&) { return text::Bilingual{"the cat sleeps", "고양이가 자는"}; };
  trace::Result result = failing();
  result.labs[0].verdicts[1].because.order.reset();
  const nlohmann::json run = {{"what", "the cat sleeps"}, {"program", "AdderManager"}, {"code", race().actor().exit_code}};
  EXPECT_THAT(console(result, labs(), {race()}, style), AllOf(Says("report_run", run), HasSubstr("Non-Signaled =")));
  EXPECT_THAT(html(result, labs(), {race()}, style), Says("report_run", run));
  trace::Run ended = race();
  ended.programs[0].end = trace::ProgramEnd::kLoop;
  EXPECT_THAT(console(result, labs(), {ended}, style), Says("report_run_ended", {{"what", "the cat sleeps"}, {"program", "AdderManager"}}));
}

TEST(Console, GivesNoHintOfALaterStepAway) {
  trace::Result result = failing();
  for (trace::Verdict& verdict : result.labs[0].verdicts)
    if (verdict.outcome == Outcome::kFailed) verdict.because = because("nothing_started", {{"program", "AdderManager"}});
  const std::string text = console(result, labs(), {race()}, {});
  const nlohmann::json any_hint = {{"hint", kAnything}, {"lab", "05"}, {"step", 3}};
  EXPECT_THAT(text, AllOf(Says("nothing_started", {{"program", "AdderManager"}}), Not(Says("report_hint", any_hint))));
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
  const trace::Result result = result_with({verdict("AdderManager.StartsBothWorkers", Outcome::kFailed, 0, 1),  // belongs to no step
                                            verdict("PartAdder.AddsItsRange", Outcome::kFailed, 0, 2),
                                            verdict("AdderManager.WaitsForBothWorkers", Outcome::kFailed, 0, 4),
                                            verdict("AdderManager.ClosesItsHandles", Outcome::kFailed, 0, 1)});
  EXPECT_THAT(console(result, known, {}, {}), Says("report_next", {{"check", kWaits}}));
  EXPECT_THAT(summary(result, known, {}), Says("report_next", {{"check", kWaits}}));
  EXPECT_THAT(html(result, known, {}, {}), Says("report_next", {{"check", kWaits}}));
}

TEST(Console, SuggestsOnlyCommandsThatWorkWhereItJudged) {
  Style style;
  style.again = "lab check 05 --from mine";
  style.judged = Judged::kElsewhere;
  const std::string elsewhere = summary(failing(), labs(), style);
  EXPECT_THAT(elsewhere, AllOf(Says("report_next", {{"check", kWaits}}), HasSubstr("  lab check 05 --from mine\n"),
                               Says("report_hints_of_check"), Not(Says("report_more_hints"))));
  style.again = "lab judge runs";
  style.judged = Judged::kRecordings;
  for (const std::string& text : {summary(failing(), labs(), style), html(failing(), labs(), {}, style)})
    EXPECT_THAT(
        text, AllOf(Says("report_next_to_record", {{"check", kWaits}}), Not(HasSubstr("lab check 05")), Not(HasSubstr("lab judge runs"))));
  // A program in labs/ may have passed the check, so lab hint answers only if it is asked for a number.
  EXPECT_THAT(summary(failing(), labs(), style), HasSubstr("  lab hint 05 " + kWaits + " --count 2\n"));
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
  EXPECT_THAT(text, AllOf(HasSubstr("    " + said("report_compiler") + "\n      AdderManager.cpp:1: error: first\n"),
                          HasSubstr("line 12\n      " + said("report_more_lines", {{"count", 18}})), Not(HasSubstr("line 13"))));
  const std::string told = wrapped(said("not_built_log", why.args), 4, 80);
  EXPECT_NE(text.find(told), std::string::npos);
  EXPECT_EQ(text.find(told), text.rfind(told));
  EXPECT_THAT(text, Says("report_next", {{"check", "AdderManager.StartsBothWorkers"}}));
}

TEST(Console, ShowsRemarksOfPassedChecks) {
  const std::string text = console(
      result_with({verdict("AdderManager.StartsBothWorkers", Outcome::kPassed, 1, 1, because("korean_not_printed", {{"program", "W"}}))}),
      {}, {}, {});
  EXPECT_THAT(text, AllOf(HasSubstr(wrapped(said("report_remark", {{"remark", said("korean_not_printed", {{"program", "W"}})}}), 4, 80)),
                          Says("report_all_passed")));
}

TEST(Console, TheGradersOwnFailureIsNotTheStudentsNextStep) {
  const std::string text = console(result_with({verdict("AdderManager.StartsBothWorkers", Outcome::kGraderError, 0, 1,
                                                        because("grader_error", {{"detail", "CreateProcess: 1359"}}))}),
                                   {}, {}, {});
  EXPECT_THAT(text, AllOf(Says("report_grader_failed", {{"check", "AdderManager.StartsBothWorkers"}}),
                          Not(Says("report_next", {{"check", kAnything}})), Not(Says("report_all_passed"))));
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

TEST(Junit, OfAClassHasASuiteForEachStudent) {
  const std::string xml =
      junit({{"Lee <1003>", failing()}, {"Kim", result_with({verdict("A.Passes", Outcome::kPassed, 1, 1)})}}, Language::kEnglish);
  EXPECT_THAT(xml, HasSubstr("<testsuite name=\"Lee &lt;1003&gt;\" tests=\"3\" failures=\"1\" errors=\"0\" skipped=\"1\">"));
  EXPECT_THAT(xml, HasSubstr("<testcase classname=\"lab 05.AdderManager\" name=\"WaitsForBothWorkers\">"));
  EXPECT_THAT(xml, HasSubstr("<testsuite name=\"Kim\" tests=\"1\" failures=\"0\" errors=\"0\" skipped=\"0\">"));
}

TEST(Json, IsReadBack) {
  const trace::Result result = failing();
  EXPECT_EQ(json(result_in(json(result), labs::reason)), json(result));
  EXPECT_EQ(result_in(json(result), labs::reason).unjudged_points(), result.unjudged_points());
}

}  // namespace
}  // namespace lab::report
