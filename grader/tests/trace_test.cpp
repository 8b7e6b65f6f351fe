// Runs survive writing and reading exactly; damaged and hostile run files are refused with the line and a next step.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "trace/run.h"
#include "trace/verdict.h"

namespace lab::trace {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

std::string written(const Run& run) {
  std::ostringstream out;
  write(out, run);
  return out.str();
}

std::vector<Run> read_text(const std::string& text) {
  std::istringstream in(text);
  return read(in);
}

std::string problem_in(const std::string& text) {
  try {
    read_text(text);
  } catch (const std::runtime_error& problem) {
    return problem.what();
  }
  return "no problem";
}

const std::string kHeader = R"({"t":"run","schema":"win-ipc-lab/run/1"})"
                            "\n";
const std::string kProgram = R"({"t":"program","name":"AdderManager"})"
                             "\n";
const std::string kEnd = R"({"t":"end"})"
                         "\n";

void expect_same(const Moment& a, const Moment& b) {
  EXPECT_EQ(a.order, b.order);
  EXPECT_EQ(a.at_us, b.at_us);
  EXPECT_EQ(a.clock_us, b.clock_us);
}

// Every field has a value that is not its default.
Run full_run() {
  trace::Run run;
  run.submission = "s1/김";
  run.lab = "05";
  run.program = "AdderManager";
  run.scenario = "worker_1_first";
  run.platform = "Wine 8.0, corrected";
  run.clock = "hurried";
  run.facts = {{"exit_code_1", "15"}, {"exit_code_2", "40"}};
  run.reason = "missing";
  run.detail = "AdderManager.cpp:3: \"x\"\n\tis wrong";
  Program manager;
  manager.name = "AdderManager";
  manager.end = Program::End::kCrashed;
  manager.exit_code = 0xC0000005;
  manager.attached = true;
  Program worker;
  worker.name = "PartAdder";
  worker.arguments = "1 5";
  worker.role = Program::Role::kStandin;
  worker.parent = 0;
  worker.end = Program::End::kItself;
  worker.exit_code = 15;
  run.programs = {manager, worker};
  Call call;
  call.api = "CreateProcess";
  call.program = 1;
  call.thread = 3;
  call.begin = {7, 5100, 20};
  call.end = Moment{8, 5200, 20};
  call.on = {{Object::Kind::kProcess, 1, 2}, {Object::Kind::kNull, -1, 0}};
  call.result = -1;
  call.error = 0xFFFFFFFF;
  call.timeout_ms = 0xFFFFFFFF;
  call.value = 0xC0000005;
  call.started = 1;
  call.handles = {1, 2};
  call.text = {{"command_line", "PartAdder.exe 1 5"}, {"application", ""}};
  call.flags = 0x10;
  call.faulted = true;
  call.ended_by_grader = true;
  call.times = 20;
  call.wide = false;
  run.calls = {call};
  run.events = {{Event::Kind::kSpinning, 1, 0, -5, {9, 6000, 21}}};
  run.output = "return_val1: 259\r\n";
  run.errors = std::string("\xbe\xc8\xb3\xe7\0\xff", 6);
  run.output_cut = true;
  return run;
}

TEST(RunFile, KeepsEveryField) {
  const trace::Run run = full_run();
  const auto runs = read_text(written(run));
  ASSERT_EQ(runs.size(), 1u);
  const trace::Run& back = runs[0];
  EXPECT_EQ(back.schema, run.schema);
  EXPECT_EQ(back.submission, run.submission);
  EXPECT_EQ(back.lab, run.lab);
  EXPECT_EQ(back.program, run.program);
  EXPECT_EQ(back.scenario, run.scenario);
  EXPECT_EQ(back.platform, run.platform);
  EXPECT_EQ(back.clock, run.clock);
  EXPECT_EQ(back.facts, run.facts);
  EXPECT_EQ(back.outcome, run.outcome);
  EXPECT_EQ(back.reason, run.reason);
  EXPECT_EQ(back.detail, run.detail);
  EXPECT_EQ(back.output, run.output);
  EXPECT_EQ(back.errors, run.errors);
  EXPECT_EQ(back.output_cut, run.output_cut);

  ASSERT_EQ(back.programs.size(), 2u);
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_EQ(back.programs[i].name, run.programs[i].name);
    EXPECT_EQ(back.programs[i].arguments, run.programs[i].arguments);
    EXPECT_EQ(back.programs[i].role, run.programs[i].role);
    EXPECT_EQ(back.programs[i].parent, run.programs[i].parent);
    EXPECT_EQ(back.programs[i].end, run.programs[i].end);
    EXPECT_EQ(back.programs[i].exit_code, run.programs[i].exit_code);
    EXPECT_EQ(back.programs[i].attached, run.programs[i].attached);
  }

  ASSERT_EQ(back.calls.size(), 1u);
  const Call& a = run.calls[0];
  const Call& b = back.calls[0];
  EXPECT_EQ(b.api, a.api);
  EXPECT_EQ(b.program, a.program);
  EXPECT_EQ(b.thread, a.thread);
  expect_same(b.begin, a.begin);
  ASSERT_TRUE(b.end);
  expect_same(*b.end, *a.end);
  ASSERT_EQ(b.on.size(), 2u);
  EXPECT_EQ(b.on[0].kind, Object::Kind::kProcess);
  EXPECT_EQ(b.on[0].program, 1);
  EXPECT_EQ(b.on[0].handle, 2);
  EXPECT_EQ(b.on[1].kind, Object::Kind::kNull);
  EXPECT_EQ(b.result, a.result);
  EXPECT_EQ(b.error, a.error);
  EXPECT_EQ(b.timeout_ms, a.timeout_ms);
  EXPECT_EQ(b.value, a.value);
  EXPECT_EQ(b.started, a.started);
  EXPECT_EQ(b.handles, a.handles);
  EXPECT_EQ(b.text, a.text);
  EXPECT_EQ(b.flags, a.flags);
  EXPECT_EQ(b.faulted, a.faulted);
  EXPECT_EQ(b.ended_by_grader, a.ended_by_grader);
  EXPECT_EQ(b.times, a.times);
  EXPECT_EQ(b.wide, a.wide);

  ASSERT_EQ(back.events.size(), 1u);
  EXPECT_EQ(back.events[0].kind, Event::Kind::kSpinning);
  EXPECT_EQ(back.events[0].program, 1);
  EXPECT_EQ(back.events[0].by, 0);
  EXPECT_EQ(back.events[0].value, -5);
  expect_same(back.events[0].when, run.events[0].when);
}

TEST(RunFile, IsTheSameTextWhenWrittenAgain) {
  const std::string once = written(full_run());
  EXPECT_EQ(written(read_text(once).at(0)), once);
}

TEST(RunFile, KeepsLinesShortByLeavingDefaultsOut) {
  trace::Run run;
  run.programs.emplace_back();
  Call call;
  call.api = "Sleep";
  call.thread = 1;
  call.begin.order = 3;
  run.calls = {call};
  EXPECT_EQ(written(run), kHeader + "{\"t\":\"program\"}\n" + "{\"t\":\"call\",\"api\":\"Sleep\",\"begin\":{\"o\":3}}\n" + kEnd);
}

TEST(RunFile, KeepsEveryId) {
  trace::Run run;
  run.outcome = trace::Run::Outcome::kGraderError;
  for (int end = 0; end <= static_cast<int>(Program::End::kKilled); ++end) run.programs.emplace_back().end = static_cast<Program::End>(end);
  for (int role = 0; role <= static_cast<int>(Program::Role::kForeign); ++role) run.programs[static_cast<std::size_t>(role)].role = static_cast<Program::Role>(role);
  for (int kind = 0; kind <= static_cast<int>(Event::Kind::kEnded); ++kind) run.events.push_back({static_cast<Event::Kind>(kind), -1, -1, 0, {}});
  Call call;
  call.api = "x";
  for (int kind = 0; kind <= static_cast<int>(Object::Kind::kInvalid); ++kind) call.on.push_back({static_cast<Object::Kind>(kind), -1, 0});
  run.calls = {call};

  const trace::Run back = read_text(written(run)).at(0);
  EXPECT_EQ(back.outcome, run.outcome);
  for (std::size_t i = 0; i < run.programs.size(); ++i) {
    EXPECT_EQ(back.programs.at(i).end, run.programs[i].end);
    EXPECT_EQ(back.programs.at(i).role, run.programs[i].role);
  }
  for (std::size_t i = 0; i < run.events.size(); ++i) EXPECT_EQ(back.events.at(i).kind, run.events[i].kind);
  for (std::size_t i = 0; i < call.on.size(); ++i) EXPECT_EQ(back.calls.at(0).on.at(i).kind, call.on[i].kind);
}

TEST(RunFile, KeepsOutputThatIsNotText) {
  std::string every_byte;
  for (int byte = 0; byte < 256; ++byte) every_byte += static_cast<char>(byte);
  for (const std::string& output : {std::string("안녕\n"), std::string("a\0b", 3), std::string("\xff\xfe"), std::string("\xc3"), every_byte}) {
    trace::Run run;
    run.programs.emplace_back();
    run.output = output;
    EXPECT_EQ(read_text(written(run)).at(0).output, output);
  }
}

TEST(RunFile, TextThatIsNotUtf8IsStillWritten) {
  trace::Run run;
  run.programs.emplace_back().arguments = "\xbe\xc8 1";
  EXPECT_THAT(read_text(written(run)).at(0).programs[0].arguments, HasSubstr("\xEF\xBF\xBD"));
}

TEST(RunFile, HoldsSeveralRuns) {
  const auto runs = read_text(kHeader + kProgram + kEnd + "\r\n\n" + kHeader + kProgram + R"({"t":"end","stdout":"x"})");
  ASSERT_EQ(runs.size(), 2u);
  EXPECT_EQ(runs[1].output, "x");
  EXPECT_TRUE(read_text("").empty());
}

TEST(RunFile, IgnoresFieldsItDoesNotKnow) {
  const auto runs = read_text(kHeader + R"({"t":"program","name":"A","colour":[1,{"x":2}]})" + "\n" + kEnd);
  EXPECT_EQ(runs.at(0).programs.at(0).name, "A");
}

TEST(RunFile, PutsCallsAndEventsInOrder) {
  const auto call = [](int order) { return R"({"t":"call","api":"c)" + std::to_string(order) + R"(","begin":{"o":)" + std::to_string(order) + "}}\n"; };
  const auto event = [](int order) { return R"({"t":"event","kind":"still","when":{"o":)" + std::to_string(order) + "}}\n"; };
  const trace::Run run = read_text(kHeader + call(9) + event(8) + call(2) + kProgram + event(1) + kEnd).at(0);
  EXPECT_EQ(run.calls.at(0).api, "c2");
  EXPECT_EQ(run.calls.at(1).api, "c9");
  EXPECT_EQ(run.events.at(0).when.order, 1u);
}

TEST(RunFile, ARunThatWasNotRecordedNeedsNoProgram) {
  const auto runs = read_text(R"({"t":"run","schema":"win-ipc-lab/run/1","outcome":"not_built","reason":"missing"})"
                              "\n" +
                              kEnd);
  EXPECT_EQ(runs.at(0).outcome, trace::Run::Outcome::kNotBuilt);
}

struct Damage {
  const char* what;
  std::string text;
  const char* line;
  const char* problem;
};

void PrintTo(const Damage& damage, std::ostream* out) { *out << damage.what; }

class DamagedRunFile : public ::testing::TestWithParam<Damage> {};

TEST_P(DamagedRunFile, IsRefusedWithTheLineAndANextStep) {
  const std::string problem = problem_in(GetParam().text);
  EXPECT_THAT(problem, StartsWith(std::string("line ") + GetParam().line + ": "));
  EXPECT_THAT(problem, HasSubstr(GetParam().problem));
  EXPECT_THAT(problem, HasSubstr("Record the run again"));
}

std::string with(const std::string& line) { return kHeader + kProgram + line + "\n" + kEnd; }

INSTANTIATE_TEST_SUITE_P(
    All, DamagedRunFile,
    ::testing::Values(
        Damage{"not JSON", kHeader + "{\"t\":", "2", "not JSON"}, Damage{"not an object", "[1]\n", "1", "not a JSON object"},
        Damage{"no kind", "{}\n", "1", "\"t\" is missing"}, Damage{"unknown kind", with(R"({"t":"cal"})"), "3", "none of run, program"},
        Damage{"another schema", R"({"t":"run","schema":"win-ipc-lab/run/2"})", "1", "schema"},
        Damage{"a call before the run", R"({"t":"call","api":"x","begin":{"o":1}})", "1", "outside a run"},
        Damage{"two headers", kHeader + kHeader, "2", "no end line"}, Damage{"cut off", kHeader + kProgram, "3", "in the middle of a run"},
        Damage{"no program", kHeader + kEnd, "2", "no program line"},
        Damage{"no begin", with(R"({"t":"call","api":"x"})"), "3", "\"begin\" is missing"},
        Damage{"begin is a number", with(R"({"t":"call","api":"x","begin":4})"), "3", "\"begin\" is not a JSON object"},
        Damage{"a negative order", with(R"({"t":"call","api":"x","begin":{"o":-1}})"), "3", "\"o\" is out of range"},
        Damage{"a fraction", with(R"({"t":"call","api":"x","begin":{"o":1.5}})"), "3", "not a whole number"},
        Damage{"a huge number", with(R"({"t":"call","api":"x","begin":{"o":99999999999999999999999}})"), "3", "not a whole number"},
        Damage{"an impossible time", with(R"({"t":"call","api":"x","begin":{"o":1,"at":9223372036854775807}})"), "3", "\"at\" is out of range"},
        Damage{"an end before its begin", with(R"({"t":"call","api":"x","begin":{"o":5},"end":{"o":5}})"), "3", "comes before"},
        Damage{"an error beyond 32 bits", with(R"({"t":"call","api":"x","begin":{"o":1},"error":4294967296})"), "3", "out of range"},
        Damage{"a result beyond 63 bits", with(R"({"t":"call","api":"x","begin":{"o":1},"result":9223372036854775808})"), "3", "out of range"},
        Damage{"times 0", with(R"({"t":"call","api":"x","begin":{"o":1},"times":0})"), "3", "times"},
        Damage{"a flag that is a number", with(R"({"t":"call","api":"x","begin":{"o":1},"wide":1})"), "3", "neither true nor false"},
        Damage{"handles that are no list", with(R"({"t":"call","api":"x","begin":{"o":1},"handles":1})"), "3", "not a list"},
        Damage{"an object of an unknown kind", with(R"({"t":"call","api":"x","begin":{"o":1},"on":[{"kind":"mutex"}]})"), "3", "none of process, thread"},
        Damage{"text that is no string", with(R"({"t":"call","api":"x","begin":{"o":1},"text":{"a":1}})"), "3", "object of strings"},
        Damage{"a call of nobody", with(R"({"t":"call","api":"x","program":1,"begin":{"o":1}})"), "4", "a call of a program that has no line"},
        Damage{"a start of nobody", with(R"({"t":"call","api":"x","started":7,"begin":{"o":1}})"), "4", "a start of a program"},
        Damage{"an object of nobody", with(R"({"t":"call","api":"x","begin":{"o":1},"on":[{"kind":"process","program":3}]})"), "4", "an object of a program"},
        Damage{"an event of nobody", with(R"({"t":"event","kind":"still","program":-2,"when":{"o":1}})"), "4", "an event of a program"},
        Damage{"its own parent", kHeader + R"({"t":"program","parent":0})", "2", "not an earlier program"},
        Damage{"half a byte", kHeader + kProgram + R"({"t":"end","stdout_hex":"f"})", "3", "odd number"},
        Damage{"no digit", kHeader + kProgram + R"({"t":"end","stdout_hex":"fg"})", "3", "hexadecimal"},
        Damage{"bytes that are no UTF-8", kHeader + "{\"t\":\"program\",\"name\":\"\xff\"}", "2", "not JSON"},
        Damage{"nesting without end", kHeader + std::string(1 << 20, '['), "2", "more than 100000 values"},
        Damage{"a line without end", kHeader + std::string((16u << 20) + 1, ' '), "2", "longer than 16 MiB"}));

TEST(RunFile, NeverCrashesOnATruncatedFile) {
  const std::string whole = written(full_run());
  for (std::size_t length = 1; length + 1 < whole.size(); ++length) {
    EXPECT_THAT(problem_in(whole.substr(0, length)), StartsWith("line ")) << length;
  }
}

TEST(RunFile, RefusesMoreProgramsThanAnyRunHas) {
  std::string text = kHeader;
  for (int i = 0; i < 4097; ++i) text += kProgram;
  EXPECT_THAT(problem_in(text), HasSubstr("more than 4096 programs"));
}

TEST(RunFile, ErrorsNameTheFile) {
  const auto folder = std::filesystem::path(LAB_BUILD_DIR) / "trace_test_files";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "bad.jsonl") << kHeader << "{}";
  std::ofstream(folder / "empty.jsonl") << "\n";
  const auto problem = [](const std::filesystem::path& file) -> std::string {
    try {
      read(file);
    } catch (const std::runtime_error& error) {
      return error.what();
    }
    return "no problem";
  };
  EXPECT_THAT(problem(folder / "bad.jsonl"), HasSubstr("bad.jsonl: line 2: "));
  EXPECT_THAT(problem(folder / "empty.jsonl"), HasSubstr("there is no run"));
  EXPECT_THAT(problem(folder / "absent.jsonl"), HasSubstr("absent.jsonl: cannot be opened"));
  EXPECT_THAT(problem(folder), HasSubstr("cannot be opened"));
  std::filesystem::remove_all(folder);
}

TEST(RunFile, ErrorsDoNotRepeatWhatAHostileFileSays) {
  EXPECT_THAT(problem_in(with("{\"t\":\"\\u001b[2Jclear\"}")), Not(HasSubstr("\x1b")));
}

Verdict verdict(Outcome outcome) {
  Verdict result;
  result.outcome = outcome;
  return result;
}

TEST(Result, AddsUpItsLabs) {
  Result result;
  result.labs = {{"05", {verdict(Outcome::kPassed)}, 12, 20}, {"06", {verdict(Outcome::kPassed)}, 3, 4}};
  EXPECT_EQ(result.score(), 15);
  EXPECT_EQ(result.max_score(), 24);
}

TEST(Result, AllPassedMeansEveryCheck) {
  Result result;
  result.labs = {{"05", {verdict(Outcome::kPassed), verdict(Outcome::kPassed)}, 0, 0}};
  EXPECT_TRUE(result.all_passed());
  for (const Outcome outcome : {Outcome::kFailed, Outcome::kSkipped, Outcome::kTimedOut, Outcome::kCrashed, Outcome::kNotGradable, Outcome::kNotBuilt}) {
    result.labs[0].verdicts[1].outcome = outcome;
    EXPECT_FALSE(result.all_passed()) << id(outcome);
    EXPECT_FALSE(result.grader_failed()) << id(outcome);
  }
  result.labs[0].verdicts[1].outcome = Outcome::kGraderError;
  EXPECT_FALSE(result.all_passed());
  EXPECT_TRUE(result.grader_failed());
}

TEST(Result, OutcomesHaveTheIdsOfTheReport) {
  EXPECT_STREQ(id(Outcome::kPassed), "passed");
  EXPECT_STREQ(id(Outcome::kFailed), "failed");
  EXPECT_STREQ(id(Outcome::kSkipped), "skipped");
  EXPECT_STREQ(id(Outcome::kTimedOut), "timed_out");
  EXPECT_STREQ(id(Outcome::kCrashed), "crashed");
  EXPECT_STREQ(id(Outcome::kNotGradable), "not_gradable");
  EXPECT_STREQ(id(Outcome::kGraderError), "grader_error");
  EXPECT_STREQ(id(Outcome::kNotBuilt), "not_built");
}

}  // namespace
}  // namespace lab::trace
