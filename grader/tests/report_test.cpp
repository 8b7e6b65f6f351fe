// Reports: what a student reads on the console, what programs read as JSON and XML, and that no student program can harm either.
#include "report/report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "report/columns.h"
#include "text/utf8.h"

namespace lab::report {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;
using text::Language;
using trace::Call;
using trace::Event;
using trace::Object;
using trace::Outcome;
using trace::Program;
using trace::Verdict;

trace::Moment at(std::uint64_t order) { return {order, static_cast<std::int64_t>(order) * 100, 0}; }

Call call(const char* api, std::uint64_t begin, std::optional<std::uint64_t> end, std::vector<Object> on = {}) {
  Call call;
  call.api = api;
  call.thread = 1;
  call.begin = at(begin);
  if (end) call.end = at(*end);
  call.on = std::move(on);
  call.result = 1;
  return call;
}

Call start(int program, const char* command_line, std::uint64_t begin) {
  Call start = call("CreateProcess", begin, begin + 1);
  start.started = program;
  start.text["command_line"] = command_line;
  return start;
}

Call read_exit_code(int program, std::uint64_t begin, std::int64_t value) {
  Call read = call("GetExitCodeProcess", begin, begin + 1, {{Object::Kind::kProcess, program, program * 2 - 1}});
  read.value = value;
  return read;
}

Program program(const char* name, const char* arguments, Program::Role role, std::uint32_t exit_code) {
  Program program;
  program.name = name;
  program.arguments = arguments;
  program.role = role;
  program.parent = role == Program::Role::kActor ? -1 : 0;
  program.end = Program::End::kItself;
  program.exit_code = exit_code;
  program.attached = true;
  return program;
}

// A manager that does not wait.
trace::Run race() {
  trace::Run run;
  run.lab = "05";
  run.program = "AdderManager";
  run.scenario = "worker_1_first";
  run.platform = "Wine 8.0, corrected";
  run.programs = {program("AdderManager", "", Program::Role::kActor, 0), program("PartAdder", "1 5", Program::Role::kStandin, 15),
                  program("PartAdder", "6 10", Program::Role::kStandin, 40)};
  Call print = call("WriteFile", 60, 61);
  print.text = {{"stream", "stdout"}, {"written", "return_val1: 259\r\n"}};
  run.calls = {start(1, "PartAdder.exe 1 5", 10), start(2, "PartAdder.exe 6 10", 20), read_exit_code(1, 51, 259), print, read_exit_code(2, 62, 259)};
  run.events = {{Event::Kind::kAttached, 0, -1, 0, at(1)},  {Event::Kind::kAttached, 1, -1, 0, at(15)},   {Event::Kind::kDetached, 0, -1, 0, at(70)},
                {Event::Kind::kSignaled, 0, -1, 0, at(71)}, {Event::Kind::kReleased, 1, -1, 15, at(80)}, {Event::Kind::kSignaled, 1, -1, 15, at(81)}};
  run.output = "return_val1: 259\r\nreturn_val2: 259\r\ntotal: 518\r\n";
  return run;
}

Verdict verdict(const char* check, Outcome outcome, int points, int max_points, trace::Because because = nullptr) { return {check, outcome, points, max_points, std::move(because)}; }

trace::Because read_too_early() {
  return {{"id", "exit_code_read_too_early"},
          {"args", {{"worker", "PartAdder 1 5"}, {"at_ms", 5.1}, {"value", 259}, {"call", "GetExitCodeProcess"}}},
          {"run", "worker_1_first"},
          {"order", 51}};
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
  return result_with({verdict("PartAdder.AddsItsRange", Outcome::kPassed, 2, 2), verdict("AdderManager.WaitsForBothWorkers", Outcome::kFailed, 0, 4, read_too_early()),
                      verdict("AdderManager.PrintsPartsAndTotal", Outcome::kSkipped, 0, 3, {{"id", "rests_on"}, {"args", {{"check", "AdderManager.WaitsForBothWorkers"}}}})});
}

std::map<std::string, LabAdvice> advice(Language language) {
  const bool korean = language == Language::kKorean;
  LabAdvice lab;
  lab.title = korean ? "덧셈 관리자" : "Adder manager";
  lab.checks["AdderManager.WaitsForBothWorkers"] = {korean ? "두 작업 프로세스가 끝날 때까지 기다립니다." : "Waits until both workers have ended.",
                                                    korean ? "프로세스 객체가 Signaled일 때 비로소 돌아오는 함수는 무엇일까요?" : "Which function returns only when a process object is Signaled?", 3};
  return {{"05", lab}};
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

void expect_fits(const std::string& text, int width) {
  for (const std::string& line : lines_of(text)) EXPECT_LE(columns(line), width) << line;
}

TEST(Stretch, ShowsTheRace) {
  EXPECT_EQ(stretch(race(), 51, {}, 2),
            "  AdderManager    |--start---start---GetExitCodeProcess=259!--print--GetExitC...\n"
            "  PartAdder 1 5           |=================== Non-Signaled ====================\n"
            "  PartAdder 6 10                  |=============== Non-Signaled ================\n");
}

TEST(Stretch, PutsTheMarkBehindTheAnswer) {
  for (const std::uint64_t order : {51u, 52u}) EXPECT_THAT(stretch(race(), order, {}), HasSubstr("GetExitCodeProcess=259!")) << order;
  EXPECT_THAT(stretch(race(), 62, {}), HasSubstr("print--GetExitCodeProcess=259!"));
}

TEST(Stretch, MarksACallThatNeverReturned) {
  trace::Run run = race();
  run.calls = {start(1, "PartAdder.exe 1 5", 10), call("WaitForSingleObject", 30, {}, {{Object::Kind::kProcess, 1, 1}})};
  run.events.clear();
  EXPECT_THAT(stretch(run, 30, {}), HasSubstr("WaitForSingleObject!"));
}

TEST(Stretch, MarksAnEvent) {
  trace::Run run = race();
  run.events.push_back({Event::Kind::kSpinning, 1, 0, 0, at(55)});
  EXPECT_THAT(stretch(run, 55, {}), HasSubstr("GetExitCodeProcess=259!--print"));
}

TEST(Stretch, ShowsASignaledWorkerAsSuch) {
  trace::Run run = race();
  run.calls = {start(1, "PartAdder.exe 1 5", 10), call("WaitForSingleObject", 30, 40, {{Object::Kind::kProcess, 1, 1}}), read_exit_code(1, 50, 15)};
  run.calls[1].result = 0;
  run.events = {{Event::Kind::kSignaled, 1, -1, 15, at(35)}};
  run.programs.pop_back();
  const std::string text = stretch(run, 50, {});
  EXPECT_EQ(text,
            "AdderManager   ...ForSingleObject...=OBJECT_0--GetExitCodeProcess=15!-----------\n"
            "PartAdder 1 5  == Non-Signaled ==| Signaled\n");
}

TEST(Stretch, IsEmptyForAMomentThatTheRunDoesNotHave) {
  EXPECT_EQ(stretch(race(), 5000, {}), "");
  EXPECT_EQ(stretch(trace::Run{}, 1, {}), "");
}

TEST(Stretch, FindsItsMomentInALongRun) {
  trace::Run run = race();
  for (std::uint64_t i = 0; i < 5000; ++i) run.calls.push_back(call("Sleep", 1000 + i * 2, 1001 + i * 2));
  run.calls.push_back(read_exit_code(1, 20000, 259));
  const std::string text = stretch(run, 20000, {});
  EXPECT_THAT(text, AllOf(HasSubstr("GetExitCodeProcess=259!"), HasSubstr("...")));
  expect_fits(text, 80);
  EXPECT_EQ(lines_of(text).size(), 3u);
}

TEST(Show, ListsCallsAndEventsWithTimeArgumentsAndResult) {
  const std::string text = show(race(), {});
  EXPECT_THAT(text, StartsWith("AdderManager, scenario worker_1_first, patient clock, Wine 8.0, corrected\n"));
  EXPECT_THAT(text, HasSubstr("   1        1.0   CreateProcess(\"PartAdder.exe 1 5\") -> TRUE\n"));
  EXPECT_THAT(text, HasSubstr("   3        5.1   GetExitCodeProcess(PartAdder 1 5) -> TRUE, 259 (STILL_ACTIVE)\n"));
  EXPECT_THAT(text, HasSubstr("   4        6.0   WriteFile(stdout, \"return_val1: 259\\n\") -> TRUE\n"));
  EXPECT_THAT(text, HasSubstr("   *        8.1   PartAdder 1 5: Signaled, exit code 15\n"));
  EXPECT_THAT(text, HasSubstr("Printed:\n  return_val1: 259\n  return_val2: 259\n  total: 518\n"));
  EXPECT_THAT(text, Not(HasSubstr("stderr:")));
  expect_fits(text, 80);
}

TEST(Show, SpeaksKorean) {
  Style style;
  style.language = Language::kKorean;
  const std::string text = show(race(), style);
  EXPECT_THAT(text, HasSubstr("채점기가 PartAdder 1 5를 15로 끝나게 함"));
  EXPECT_THAT(text, HasSubstr("출력:\n"));
  expect_fits(text, 80);
}

TEST(Show, TellsWhatIsSpecialAboutACall) {
  trace::Run run = race();
  Call wait = call("WaitForMultipleObjects", 30, 31, {{Object::Kind::kProcess, 1, 1}, {Object::Kind::kThread, 2, 4}, {Object::Kind::kClosed, 1, 2}, {Object::Kind::kNull, -1, 0}});
  wait.result = 0xFFFFFFFF;
  wait.error = 6;
  wait.timeout_ms = 0xFFFFFFFF;
  wait.flags = 1;
  wait.times = 20;
  wait.thread = 2;
  wait.faulted = true;
  Call stuck = call("WaitForSingleObject", 32, {}, {{Object::Kind::kPseudo, -1, 0}});
  stuck.timeout_ms = 100;
  stuck.ended_by_grader = true;
  run.calls = {wait, stuck};
  std::string text = show(run, {});
  const std::string continued = "\n" + std::string(18, ' ');
  for (std::size_t at; (at = text.find(continued)) != std::string::npos;) text.replace(at, continued.size(), " ");
  for (std::size_t at; (at = text.find("  [")) != std::string::npos;) text.erase(at, 1);
  EXPECT_THAT(text, HasSubstr("WaitForMultipleObjects(PartAdder 1 5, thread of PartAdder 6 10, closed handle of PartAdder 1 5, NULL, all, INFINITE) -> WAIT_FAILED, GetLastError() = "
                              "6 (ERROR_INVALID_HANDLE) [20 times in a row] [thread 2] [made to fail by the grader]"));
  EXPECT_THAT(text, HasSubstr("WaitForSingleObject(pseudo handle, 100 ms) -> had not returned [could never return: failed by the grader]"));
}

TEST(Show, EveryCallIsInSomeRowOfTheLanes) {
  trace::Run run = race();
  run.calls.clear();
  for (int i = 0; i < 40; ++i) run.calls.push_back(call(("Call" + std::to_string(100 + i)).c_str(), 100 + static_cast<std::uint64_t>(i) * 2, 101 + static_cast<std::uint64_t>(i) * 2));
  std::string lane;
  for (const std::string& line : lines_of(show(run, {}))) {
    if (line.starts_with("AdderManager    ")) {
      std::string part = line.substr(16);
      if (part.starts_with("...")) part.erase(0, 3);
      if (part.ends_with("...")) part.erase(part.size() - 3);
      lane += part;
    }
  }
  for (int i = 0; i < 40; ++i) EXPECT_THAT(lane, HasSubstr("--Call" + std::to_string(100 + i))) << lane;
}

TEST(Show, SaysWhyThereIsNoRecording) {
  trace::Run run;
  run.program = "AdderManager";
  run.outcome = trace::Run::Outcome::kNotBuilt;
  run.reason = "does_not_compile";
  run.detail = "AdderManager.cpp:12: error: expected ';'";
  EXPECT_THAT(show(run, {}), AllOf(HasSubstr("There is no recording: does_not_compile."), HasSubstr("error: expected ';'")));
}

TEST(Show, HostileRunsAreHarmlessAndBounded) {
  trace::Run run = race();
  const std::string evil = "\x1b]0;owned\a\x1b[2J\r\n" + std::string(100'000, 'A') + "\xff\u202e";
  run.program = run.scenario = run.platform = run.clock = evil;
  for (Program& program : run.programs) program.name = program.arguments = evil;
  for (int i = 0; i < 5000; ++i) {
    Call bad = call(evil.c_str(), 100 + static_cast<std::uint64_t>(i), {}, std::vector<Object>(200, {Object::Kind::kProcess, 99, 1}));
    bad.text = {{"command_line", evil}, {"written", evil}, {"stream", evil}};
    bad.started = 77;
    run.calls.push_back(bad);
  }
  for (int i = 0; i < 50; ++i) run.programs.push_back(run.programs[1]);
  run.output = run.errors = evil;
  const std::string text = show(run, {});
  EXPECT_THAT(text, AllOf(Not(HasSubstr("\x1b")), Not(HasSubstr("\a")), Not(HasSubstr("\u202e")), Not(HasSubstr("\r"))));
  EXPECT_TRUE(text::is_utf8(text));
  EXPECT_LT(text.size(), 2'000'000u);
  EXPECT_THAT(text, AllOf(HasSubstr("more calls and events"), HasSubstr("44 more programs"), HasSubstr("more was printed than is kept")));
  expect_fits(text, 80);
}

TEST(Console, ShowsEachCheckWithItsReasonTheStretchTheHintAndTheScore) {
  const std::string text = console(failing(), advice(Language::kEnglish), {race()}, {});
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
            "Made on Wine 8.0, corrected.\n"
            "Next: AdderManager.WaitsForBothWorkers. Change your program, then run\n"
            "  lab check 05\n"
            "More hints:\n"
            "  lab hint 05 AdderManager.WaitsForBothWorkers\n");
}

TEST(Console, SpeaksKorean) {
  Style style;
  style.language = Language::kKorean;
  const std::string text = console(failing(), advice(Language::kKorean), {race()}, style);
  EXPECT_THAT(text, AllOf(HasSubstr("실습 05  덧셈 관리자"), HasSubstr("PartAdder 1 5는 아직 Non-Signaled"), HasSubstr("259 (STILL_ACTIVE)가 돌아왔습니다."),
                          HasSubstr("GetExitCodeProcess=259!"), HasSubstr("힌트: 프로세스 객체가"), HasSubstr("9점 중 2점, 검사 3개 중 1개 통과.")));
  EXPECT_EQ(columns(lines_of(text)[0]), 80);
  expect_fits(text, 80);
}

TEST(Console, ColoursOnlyWhenAskedTo) {
  Style style;
  EXPECT_THAT(console(failing(), advice(Language::kEnglish), {race()}, style), Not(HasSubstr("\x1b")));
  style.color = true;
  const std::string text = console(failing(), advice(Language::kEnglish), {race()}, style);
  EXPECT_THAT(text, AllOf(HasSubstr("\x1b[32mpassed"), HasSubstr("\x1b[31mfailed"), HasSubstr("\x1b[33mskipped")));
  for (const std::string& line : lines_of(text)) EXPECT_EQ(line.find("\x1b[3") == std::string::npos, line.find("\x1b[0m") == std::string::npos || line.find("\x1b[1m") != std::string::npos) << line;
}

TEST(Console, SaysOnceWhyAProgramIsNotThere) {
  const trace::Because because = {{"id", "not_built_log"}, {"args", {{"program", "AdderManager"}}}};
  trace::Run run;
  run.lab = "05";
  run.program = "AdderManager";
  run.outcome = trace::Run::Outcome::kNotBuilt;
  run.detail = "AdderManager.cpp:1: error: first\n";
  for (int i = 2; i <= 30; ++i) run.detail += "line " + std::to_string(i) + "\n";
  const std::string text = console(result_with({verdict("AdderManager.StartsBothWorkers", Outcome::kNotBuilt, 0, 1, because), verdict("AdderManager.WaitsForBothWorkers", Outcome::kNotBuilt, 0, 4, because)}),
                                   {}, {run}, {});
  EXPECT_THAT(text, AllOf(HasSubstr("The compiler says:\n      AdderManager.cpp:1: error: first\n"), HasSubstr("line 12\n      (18 more lines)"), Not(HasSubstr("line 13"))));
  EXPECT_EQ(text.find("does not compile"), text.rfind("does not compile"));
  EXPECT_THAT(text, HasSubstr("Next: AdderManager.StartsBothWorkers."));
}

TEST(Console, ShowsRemarksOfPassedChecks) {
  const std::string text = console(result_with({verdict("AdderManager.StartsBothWorkers", Outcome::kPassed, 1, 1, {{"id", "never_waited"}, {"args", {{"worker", "W"}}}, {"remark", true}})}), {}, {}, {});
  EXPECT_THAT(text, AllOf(HasSubstr("    Remark: The program never waited for W to become Signaled.\n"), HasSubstr("Everything passed.")));
}

TEST(Console, TheGradersOwnFailureIsNotTheStudentsNextStep) {
  const std::string text = console(result_with({verdict("AdderManager.StartsBothWorkers", Outcome::kGraderError, 0, 1, {{"id", "grader_error"}, {"args", {{"detail", "CreateProcess: 1359"}}}})}), {}, {}, {});
  EXPECT_THAT(text, AllOf(HasSubstr("The grader itself failed at AdderManager.StartsBothWorkers."), Not(HasSubstr("Next:")), Not(HasSubstr("Everything passed."))));
}

TEST(Console, IsWrittenEvenWhenASentenceIsMissing) {
  const std::string text = console(result_with({verdict("AdderManager.StartsBothWorkers", Outcome::kFailed, 0, 1, {{"id", "no_such_thing"}, {"args", {{"a", 1}}}})}), {}, {}, {});
  EXPECT_THAT(text, HasSubstr("no_such_thing {\"a\":1}"));
  EXPECT_THAT(console(result_with({verdict("A.B", Outcome::kFailed, 0, 1, "odd"), verdict("A.C", Outcome::kFailed, 0, 1, {{"id", 3}, {"run", 4}, {"order", "x"}})}), {}, {}, {}), HasSubstr("A.C"));
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
  const auto report = json(result_with({verdict("A.B", Outcome::kFailed, 0, 1, {{"id", "x"}, {"args", {{"seen", "\xff\xfe"}}}})}));
  EXPECT_NO_THROW(report.dump());
}

TEST(Junit, CountsFailuresErrorsAndWhatWasNotJudged) {
  const std::string xml = junit(result_with({verdict("A.Passes", Outcome::kPassed, 1, 1), verdict("A.Fails", Outcome::kFailed, 0, 1, {{"id", "sentence_not_printed"}, {"args", {{"sentence", "<&\"\x1b\n"}}}}),
                                             verdict("A.Skipped", Outcome::kSkipped, 0, 1), verdict("A.Error", Outcome::kGraderError, 0, 1), verdict("A.NotBuilt", Outcome::kNotBuilt, 0, 1)}),
                                Language::kEnglish);
  EXPECT_THAT(xml, HasSubstr("<testsuite name=\"lab 05\" tests=\"5\" failures=\"2\" errors=\"1\" skipped=\"1\">"));
  EXPECT_THAT(xml, HasSubstr("<testcase classname=\"A\" name=\"Passes\"/>"));
  EXPECT_THAT(xml, HasSubstr("&lt;&amp;&quot;\\x1b&#10;"));
  EXPECT_THAT(xml, Not(HasSubstr("\x1b")));
}

}  // namespace
}  // namespace lab::report
