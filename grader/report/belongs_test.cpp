// Tests where missing code is said to belong, for failures in a lab with one check.
#include "report/belongs.h"

#include <gmock/gmock.h>

#include "report/markup.h"
#include "report/report.h"
#include "report/report_samples.h"
#include "tests/because.h"
#include "tests/phrases.h"

namespace lab::report {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using tests::because;
using tests::said;
using tests::Says;
using text::Language;
using trace::Outcome;

constexpr const char* kCheck = "AdderManager.WaitsForBothWorkers";
constexpr const char* kTodo4 = "// TODO 4: Go on only when both are Signaled.";
constexpr const char* kTodo4InKorean = "둘 다 시그널 상태가 된 뒤에 넘어가세요.";

std::vector<rubric::Lab> labs() {
  rubric::Lab lab;
  lab.number = "05";
  lab.checks = {{kCheck, 4, {"Waits.", "기다립니다."}, {{"Which?", "무엇?"}}, 4},
                {"AdderManager.BelievesAnExitCodeOf259", 1, {"Believes.", ""}, {{"259?", "259?"}}, 5}};
  lab.todos_in_korean = {"더하세요.", "확인하세요.", "시작하세요.", kTodo4InKorean, "읽으세요."};
  return {lab};
}

// A run whose program's source still has the comment of that TODO, with an additional event at 90. The student has done that TODO.
trace::Run with_todo(int number = 4) {
  trace::Run run = race();
  run.todos = {{number, {"AdderManager.cpp", 41, kTodo4}, true}};
  run.events.push_back({Event::Kind::kEnded, 0, -1, 0, at(90)});
  return run;
}

trace::Because never_waited() {
  trace::Because because = tests::because("took_259_for_running", {{"worker", "PartAdder 1 5"}});
  static trace::Reason row = *because.reason;
  row.hints_of = {};
  because.reason = &row;
  because.run = "worker_1_first";
  return because;
}

trace::Result result_of(trace::Because because, Outcome outcome = Outcome::kFailed) {
  trace::Result result;
  result.labs = {{"05", {{kCheck, outcome, 0, 4, std::move(because)}}, 0, 4}};
  return result;
}

trace::Because pointed(trace::Result result, const trace::Run& run) {
  point_to_todos(result, labs(), {run});
  return result.labs[0].verdicts[0].because;
}

TEST(Belongs, NamesTheTodoOfTheStepWhereTheReasonNamesNoCall) {
  trace::Result result = result_of(never_waited());
  point_to_todos(result, labs(), {with_todo()});
  const std::string english = console(result, labs(), {with_todo()}, {});
  EXPECT_THAT(english, HasSubstr("    " + said("report_belongs_here") + "\n      AdderManager.cpp:41: " + kTodo4 + "\n"));
  Style korean;
  korean.language = Language::kKorean;
  EXPECT_THAT(console(result, labs(), {with_todo()}, korean),
              AllOf(Says("report_belongs_here", {}, Language::kKorean), HasSubstr("AdderManager.cpp:41: ")));
  EXPECT_THAT(html(result, labs(), {with_todo()}, {}),
              AllOf(Says("page_belongs_here"), Says("page_belongs_here", {}, Language::kKorean), HasSubstr("AdderManager.cpp:41<br>"),
                    HasSubstr(kTodo4), Not(HasSubstr(both_say("page_where")))));
  const auto because = json(result)["labs"][0]["checks"][0]["because"];
  EXPECT_EQ(because["file"], "AdderManager.cpp");
  EXPECT_EQ(because["line"], 41);
  EXPECT_EQ(because["code"], kTodo4);
  EXPECT_EQ(because["belongs_here"], true);
}

// The source has it only in English, so a Korean report shows the translation first.
TEST(Belongs, ShowsTheTodoInKoreanToo) {
  trace::Result result = result_of(never_waited());
  point_to_todos(result, labs(), {with_todo()});
  Style korean;
  korean.language = Language::kKorean;
  EXPECT_THAT(console(result, labs(), {with_todo()}, korean), HasSubstr(said("report_belongs_here", {}, Language::kKorean) + "\n      " +
                                                                        kTodo4InKorean + "\n      AdderManager.cpp:41: "));
  EXPECT_THAT(console(result, labs(), {with_todo()}, {}), Not(HasSubstr(kTodo4InKorean)));
  EXPECT_THAT(html(result, labs(), {with_todo()}, {}),
              HasSubstr("<span lang=\"ko\">" + std::string(kTodo4InKorean) + "<br></span>AdderManager.cpp:41<br>"));
  result.labs[0].verdicts[0].because.belongs_here = false;
  EXPECT_THAT(console(result, labs(), {with_todo()}, korean), Not(HasSubstr(kTodo4InKorean))) << "the line of a call";
}

// If the TODO for the hints' step is done, the report shows the next one, also in Korean.
TEST(Belongs, ShowsTheTodoThatIsNotDoneInKorean) {
  trace::Because because = never_waited();
  static trace::Reason row = *because.reason;
  row.step_of = trace::StepOf::kCheck;
  because.reason = &row;
  trace::Run run = with_todo();
  run.todos.push_back({5, {"AdderManager.cpp", 50, "// TODO 5: Read both exit codes."}});
  trace::Result result = result_of(because);
  point_to_todos(result, labs(), {run});
  Style korean;
  korean.language = Language::kKorean;
  EXPECT_THAT(console(result, labs(), {run}, korean), HasSubstr("\n      읽으세요.\n      AdderManager.cpp:50: "));
}

TEST(Belongs, NamesItForAMomentThatIsNoCallToo) {
  trace::Because because = never_waited();
  because.order = 90;
  EXPECT_TRUE(pointed(result_of(because), with_todo()).belongs_here);
  because.order = 51;
  EXPECT_FALSE(pointed(result_of(because), with_todo()).place) << "a call whose line is not known";
}

TEST(Belongs, NamesTheStepOfTheHints) {
  const trace::Because because = tests::because("took_259_for_running", {{"worker", "PartAdder 1 5"}});
  EXPECT_FALSE(pointed(result_of(because), with_todo()).place);
  EXPECT_TRUE(pointed(result_of(because), with_todo(5)).belongs_here);
}

// A hint is about the call on its line, or about a call that the program never made; the latter belongs to the check's step.
TEST(Belongs, NamesTheStepAboveTheLineUnlessACallIsMissing) {
  trace::Run run = with_todo(4);
  run.todos.push_back({5, {"AdderManager.cpp", 50, "// TODO 5: Read both exit codes."}, true});
  const auto step_of = [&](const char* reason) {
    trace::Because because = tests::because(reason, {}, "worker_1_first", 40);
    because.place = {"AdderManager.cpp", 60, "GetExitCodeProcess(first, &code);"};
    return pointed(result_of(because), run).step;
  };
  EXPECT_EQ(step_of("waited_for_itself"), 5);
  EXPECT_EQ(step_of("exit_code_read_too_early"), 0);
  EXPECT_EQ(step_of("handle_left_open"), 0);
}

// If the reason says so, the hint belongs to the TODO before or after the line's own. If an earlier call is the cause, that call's line
// counts.
TEST(Belongs, NamesTheStepWhereTheValueWasMade) {
  using trace::StepOf;
  static constexpr trace::Reason kRows[] = {{.id = "line", .hint = {"?", "?"}, .en = "a", .ko = "a"},
                                            {.id = "before", .step_of = StepOf::kBefore, .hints_of = "Other", .en = "a", .ko = "a"},
                                            {.id = "after", .step_of = StepOf::kAfter, .en = "a", .ko = "a"},
                                            {.id = "check", .step_of = StepOf::kCheck, .hint = {"?", "?"}, .en = "a", .ko = "a"}};
  trace::Run run = with_todo(4);
  run.todos.push_back({5, {"AdderManager.cpp", 50, "// TODO 5: Read both exit codes."}, true});
  run.todos.push_back({6, {"AdderManager.cpp", 62, "// TODO 6: Close."}, true});
  const auto step_of = [&](const trace::Reason& row, int line, int line_of_cause = 0) {
    trace::Because because;
    because.reason = &row;
    because.run = "worker_1_first";
    because.order = 40;
    because.place = {"AdderManager.cpp", line, "GetExitCodeProcess(first, &code);"};
    if (line_of_cause > 0) because.cause_place = {"AdderManager.cpp", line_of_cause, "CloseHandle(first);"};
    return pointed(result_of(because), run).step;
  };
  EXPECT_EQ(step_of(kRows[0], 55), 5);
  EXPECT_EQ(step_of(kRows[0], 55, 45), 4) << "the handle was closed in that step";
  EXPECT_EQ(step_of(kRows[1], 55), 4);
  EXPECT_EQ(step_of(kRows[1], 45), 0) << "there is none before";
  EXPECT_EQ(step_of(kRows[2], 60), 6);
  EXPECT_EQ(step_of(kRows[2], 55), 0) << "the next TODO is not directly below";
  EXPECT_EQ(step_of(kRows[3], 55), 0);
  run.todos.erase(run.todos.begin() + 1);
  EXPECT_EQ(step_of(kRows[0], 55), 0) << "the comment of step 5 was removed: the line may be in that one";
  EXPECT_EQ(step_of(kRows[0], 70), 6);
}

TEST(Belongs, NamesTheNextTodoThatIsNotDoneWhereACallIsMissing) {
  trace::Run run = with_todo(4);
  run.todos.push_back({5, {"AdderManager.cpp", 50, "// TODO 5: Read both exit codes."}});
  run.todos.push_back({6, {"AdderManager.cpp", 62, "// TODO 6: Close."}});
  trace::Because because = never_waited();
  trace::Reason row = *because.reason;
  because.reason = &row;
  const auto step_shown = [&] {
    const trace::Because shown = pointed(result_of(because), run);
    return std::pair(shown.place.line, shown.step);
  };
  EXPECT_EQ(step_shown(), std::pair(41, 0)) << "what is wrong is something else";
  row.step_of = trace::StepOf::kCheck;
  EXPECT_EQ(step_shown(), std::pair(50, 5));
  run.todos[1].done = true;
  EXPECT_EQ(step_shown(), std::pair(62, 6));
  run.todos[2].done = true;
  EXPECT_EQ(step_shown(), std::pair(41, 0)) << "all are done";
  run.todos[0].done = run.todos[1].done = false;
  EXPECT_EQ(step_shown(), std::pair(41, 0));
  run.todos.insert(run.todos.begin(), {3, {"AdderManager.cpp", 30, "// TODO 3: Start both."}});
  EXPECT_EQ(step_shown(), std::pair(41, 0));
  row.step_of = trace::StepOf::kBefore;
  EXPECT_EQ(step_shown(), std::pair(30, 3));
  run.todos[0].done = true;
  EXPECT_EQ(step_shown(), std::pair(41, 0));
}

// Whatever the program does instead, the check cannot pass before the step's TODO is done.
TEST(Belongs, NamesTheTodoThatIsNotDoneEvenIfTheReasonNamesACall) {
  trace::Run run = with_todo(4);
  trace::Because because = tests::because("waited_for_itself", {}, "worker_1_first", 40);
  because.place = {"AdderManager.cpp", 60, "GetExitCodeProcess(first, &code);"};
  const trace::Because at_the_call = pointed(result_of(because), run);
  EXPECT_EQ(at_the_call.place.line, 60);
  EXPECT_FALSE(at_the_call.unchanged);
  run.todos[0].done = false;
  const trace::Because unchanged = pointed(result_of(because), run);
  EXPECT_EQ(unchanged.place.line, 41);
  EXPECT_TRUE(unchanged.belongs_here && unchanged.unchanged);
  const std::string report = console(result_of(unchanged), labs(), {run}, {});
  EXPECT_THAT(report, AllOf(Says("report_unchanged"), Not(Says("report_belongs_here")), HasSubstr("Which?")));
  EXPECT_THAT(report, Not(HasSubstr(unchanged.reason->hint.en.substr(0, 20)))) << "no mistake was made yet";
  EXPECT_THAT(html(result_of(unchanged), labs(), {run}, {}), AllOf(Says("page_unchanged"), Not(HasSubstr(both_say("page_belongs_here")))));
}

TEST(Belongs, NamesTheFirstTodoThatIsNotDoneIfTheMistakeIsInAnEarlierStep) {
  trace::Run run = with_todo(4);
  run.todos.insert(run.todos.begin(), {3, {"AdderManager.cpp", 30, "// TODO 3: Start both."}});
  const trace::Because because = pointed(result_of(tests::because("nothing_started", {{"program", "AdderManager"}})), run);
  EXPECT_EQ(std::pair(because.place.line, because.step), std::pair(30, 3));
  EXPECT_THAT(console(result_of(because), labs(), {run}, {}),
              AllOf(Says("report_unchanged"), HasSubstr("TODO 3"), Not(HasSubstr("Which?"))));
}

TEST(Places, AreFollowedByThatOfTheCause) {
  trace::Because because = never_waited();
  because.place = {"AdderManager.cpp", 61, "GetExitCodeProcess(pi.hProcess, &code);"};
  because.cause = trace::Cause::kClosedEarlier;
  because.cause_place = {"AdderManager.cpp", 34, "CloseHandle(pi.hProcess);"};
  const trace::Result result = result_of(because);
  EXPECT_THAT(console(result, labs(), {race()}, {}),
              HasSubstr("      AdderManager.cpp:61: GetExitCodeProcess(pi.hProcess, &code);\n    " + said("report_closed_at") +
                        "\n      AdderManager.cpp:34: CloseHandle(pi.hProcess);\n"));
  EXPECT_THAT(html(result, labs(), {race()}, {}), AllOf(Says("page_closed_at"), HasSubstr("AdderManager.cpp:34<br>")));
  EXPECT_EQ(json(result)["labs"][0]["checks"][0]["because"]["cause"]["line"], 34);
}

TEST(Belongs, NamesNothingWhereTheTodoIsGone) {
  EXPECT_FALSE(pointed(result_of(never_waited()), race()).place);
  EXPECT_FALSE(pointed(result_of(never_waited()), with_todo(3)).place);
  trace::Run of_another = with_todo();
  of_another.program = "PartAdder";
  EXPECT_FALSE(pointed(result_of(never_waited()), of_another).place);
  of_another = with_todo();
  of_another.lab = "04";
  EXPECT_FALSE(pointed(result_of(never_waited()), of_another).place);
  trace::Result result = result_of(never_waited());
  point_to_todos(result, labs(), {race()});
  EXPECT_THAT(console(result, labs(), {race()}, {}), Not(Says("report_belongs_here")));
  EXPECT_THAT(html(result, labs(), {race()}, {}), Not(Says("page_belongs_here")));
  EXPECT_FALSE(json(result)["labs"][0]["checks"][0]["because"].contains("file"));
}

TEST(Belongs, NamesNothingWhereNothingIsMissing) {
  for (const Outcome outcome : {Outcome::kPassed, Outcome::kCrashed, Outcome::kSkipped, Outcome::kNotGradable, Outcome::kGraderError})
    EXPECT_FALSE(pointed(result_of(never_waited(), outcome), with_todo()).place) << trace::id(outcome);
  EXPECT_FALSE(pointed(result_of(tests::because("nothing_started", {{"program", "AdderManager"}})), with_todo()).place);
  trace::Because at_a_call = never_waited();
  at_a_call.place = {"AdderManager.cpp", 61, "GetExitCodeProcess(...);"};
  EXPECT_FALSE(pointed(result_of(at_a_call), with_todo()).belongs_here);
}

TEST(Places, TakeTheFormThatIsClickableWhereTheyAreRead) {
  trace::Result result = result_of(never_waited());
  point_to_todos(result, labs(), {with_todo()});
  Style style;
  style.places = PlaceForm::kVisualStudio;
  EXPECT_THAT(console(result, labs(), {with_todo()}, style), HasSubstr("\n      AdderManager.cpp(41): " + std::string(kTodo4) + "\n"));
}

}  // namespace
}  // namespace lab::report
