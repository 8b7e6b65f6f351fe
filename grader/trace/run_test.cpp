// Runs stay exactly the same when they are written and read again.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "trace/run_text.h"

namespace lab::trace {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

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
  run.todos = {{4, {"AdderManager.cpp", 41, "// TODO 4: Go on."}}, {12, {"AdderManager.cpp", 50, ""}, true}};
  run.outcome = trace::Run::Outcome::kNotGradable;
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
  Program peer;
  peer.name = "MailReceiver";
  peer.role = Program::Role::kPeer;
  peer.output = "hello\r\n\xbe\xc8";
  run.programs = {manager, worker, peer};
  run.slots = {{"mailbox", -1, true, "PC2", false}, {"chat\\A", 2, false, "*", true}};
  Call call;
  call.api = Api::kCreateProcess;
  call.program = 1;
  call.thread = 3;
  call.begin = {7, 5100, 20};
  call.end = Moment{8, 5200, 20};
  call.on = {{Object::Kind::kProcess, 1, 2}, {Object::Kind::kNull, -1, 0}, {Object::Kind::kMailslot, -1, 3, 1}};
  call.result = -1;
  call.error = 0xFFFFFFFF;
  call.timeout_ms = 0xFFFFFFFF;
  call.value = 0xC0000005;
  call.started = 1;
  call.handles = {1, 2};
  call.text = {{"command_line", "PartAdder.exe 1 5"}, {"application", ""}};
  call.slot = 1;
  call.flags = 0x10;
  call.access = 0x40000000;
  call.share = 1;
  call.disposition = 3;
  call.faulted = true;
  call.ended_by_grader = true;
  call.times = 20;
  call.wide = false;
  call.inherits = true;
  call.place = {"AdderManager.cpp", 61, "CreateProcess(..."};
  call.frames = {4096, 8192};
  run.calls = {call};
  run.events = {{Event::Kind::kSpinning, 1, 0, -5, {9, 6000, 21}}, {Event::Kind::kPosted, -1, -1, 6, {10, 6100, 21}, 1, "안 녕"}};
  run.output = "return_val1: 259\r\n";
  run.errors = std::string("\xbe\xc8\xb3\xe7\0\xff", 6);
  run.output_cut = true;
  return run;
}

TEST(RunFile, TheFullRunHasEveryField) {
  std::map<std::string, std::set<std::string>> written_of;
  std::istringstream lines(written(full_run()));
  for (std::string line; std::getline(lines, line);) {
    const nlohmann::json json = nlohmann::json::parse(line);
    for (const auto& [key, value] : json.items()) {
      written_of[json["t"]].insert(key);
      if (key.ends_with("_hex")) written_of[json["t"]].insert(key.substr(0, key.size() - 4));
    }
  }
  for (const auto& [kind, names] : field_names())
    for (const std::string& name : names)
      EXPECT_THAT(written_of[kind], testing::Contains(name)) << kind << ": give it a value in full_run()";
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
  ASSERT_EQ(back.todos.size(), 2u);
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_EQ(back.todos[i].number, run.todos[i].number);
    EXPECT_EQ(back.todos[i].place.file, run.todos[i].place.file);
    EXPECT_EQ(back.todos[i].place.line, run.todos[i].place.line);
    EXPECT_EQ(back.todos[i].place.code, run.todos[i].place.code);
    EXPECT_EQ(back.todos[i].done, run.todos[i].done);
  }
  EXPECT_EQ(back.outcome, run.outcome);
  EXPECT_EQ(back.reason, run.reason);
  EXPECT_EQ(back.detail, run.detail);
  EXPECT_EQ(back.output, run.output);
  EXPECT_EQ(back.errors, run.errors);
  EXPECT_EQ(back.output_cut, run.output_cut);

  ASSERT_EQ(back.programs.size(), 3u);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(back.programs[i].name, run.programs[i].name);
    EXPECT_EQ(back.programs[i].arguments, run.programs[i].arguments);
    EXPECT_EQ(back.programs[i].role, run.programs[i].role);
    EXPECT_EQ(back.programs[i].parent, run.programs[i].parent);
    EXPECT_EQ(back.programs[i].end, run.programs[i].end);
    EXPECT_EQ(back.programs[i].exit_code, run.programs[i].exit_code);
    EXPECT_EQ(back.programs[i].attached, run.programs[i].attached);
    EXPECT_EQ(back.programs[i].output, run.programs[i].output);
  }

  ASSERT_EQ(back.slots.size(), 2u);
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_EQ(back.slots[i].name, run.slots[i].name);
    EXPECT_EQ(back.slots[i].owner, run.slots[i].owner);
    EXPECT_EQ(back.slots[i].wide, run.slots[i].wide);
    EXPECT_EQ(back.slots[i].computer, run.slots[i].computer);
    EXPECT_EQ(back.slots[i].address, run.slots[i].address);
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
  ASSERT_EQ(b.on.size(), 3u);
  EXPECT_EQ(b.on[0].kind, Object::Kind::kProcess);
  EXPECT_EQ(b.on[0].program, 1);
  EXPECT_EQ(b.on[0].handle, 2);
  EXPECT_EQ(b.on[0].slot, -1);
  EXPECT_EQ(b.on[1].kind, Object::Kind::kNull);
  EXPECT_EQ(b.on[2].slot, 1);
  EXPECT_EQ(b.result, a.result);
  EXPECT_EQ(b.error, a.error);
  EXPECT_EQ(b.timeout_ms, a.timeout_ms);
  EXPECT_EQ(b.value, a.value);
  EXPECT_EQ(b.started, a.started);
  EXPECT_EQ(b.handles, a.handles);
  EXPECT_EQ(b.text, a.text);
  EXPECT_EQ(b.slot, a.slot);
  EXPECT_EQ(b.flags, a.flags);
  EXPECT_EQ(b.access, a.access);
  EXPECT_EQ(b.share, a.share);
  EXPECT_EQ(b.disposition, a.disposition);
  EXPECT_EQ(b.faulted, a.faulted);
  EXPECT_EQ(b.ended_by_grader, a.ended_by_grader);
  EXPECT_EQ(b.times, a.times);
  EXPECT_EQ(b.wide, a.wide);
  EXPECT_EQ(b.inherits, a.inherits);
  EXPECT_EQ(b.place.file, a.place.file);
  EXPECT_EQ(b.place.line, a.place.line);
  EXPECT_EQ(b.place.code, a.place.code);
  EXPECT_EQ(b.frames, a.frames);

  ASSERT_EQ(back.events.size(), 2u);
  EXPECT_EQ(back.events[0].kind, Event::Kind::kSpinning);
  EXPECT_EQ(back.events[0].program, 1);
  EXPECT_EQ(back.events[0].by, 0);
  EXPECT_EQ(back.events[0].value, -5);
  expect_same(back.events[0].when, run.events[0].when);
  EXPECT_EQ(back.events[0].slot, -1);
  EXPECT_EQ(back.events[1].slot, 1);
  EXPECT_EQ(back.events[1].text, "안 녕");
}

TEST(RunFile, IsTheSameTextWhenWrittenAgain) {
  const std::string once = written(full_run());
  EXPECT_EQ(written(read_text(once).at(0)), once);
}

TEST(RunFile, KeepsLinesShortByLeavingDefaultsOut) {
  trace::Run run;
  run.programs.emplace_back();
  Call call;
  call.api = Api::kSleep;
  call.thread = 1;
  call.begin.order = 3;
  run.calls = {call};
  EXPECT_EQ(written(run), kHeader + "{\"t\":\"program\"}\n" + "{\"t\":\"call\",\"api\":\"Sleep\",\"begin\":{\"o\":3}}\n" + kEnd);
}

// One value of each kind, in the order of the table.
template <class Value, std::size_t kCount, class Add>
void each(const Name<Value> (&names)[kCount], Add add) {
  for (const Name<Value>& name : names) add(name.value);
}

TEST(RunFile, KeepsEveryId) {
  trace::Run run;
  run.outcome = trace::Run::Outcome::kGraderError;
  each(kEnds, [&](Program::End end) { run.programs.emplace_back().end = end; });
  each(kRoles, [&](Program::Role role) { run.programs.emplace_back().role = role; });
  each(kEventKinds, [&](Event::Kind kind) { run.events.emplace_back().kind = kind; });
  each(kApis, [&](Api api) { run.calls.emplace_back().api = api; });
  each(kObjectKinds, [&](Object::Kind kind) { run.calls[0].on.push_back({kind, -1, 0}); });

  const trace::Run back = read_text(written(run)).at(0);
  EXPECT_EQ(back.outcome, run.outcome);
  for (std::size_t i = 0; i < run.programs.size(); ++i) {
    EXPECT_EQ(back.programs.at(i).end, run.programs[i].end);
    EXPECT_EQ(back.programs.at(i).role, run.programs[i].role);
  }
  for (std::size_t i = 0; i < run.events.size(); ++i) EXPECT_EQ(back.events.at(i).kind, run.events[i].kind);
  for (std::size_t i = 0; i < run.calls.size(); ++i) EXPECT_EQ(back.calls.at(i).api, run.calls[i].api);
  for (std::size_t i = 0; i < run.calls[0].on.size(); ++i) EXPECT_EQ(back.calls.at(0).on.at(i).kind, run.calls[0].on[i].kind);
}

TEST(RunFile, KeepsOutputThatIsNotText) {
  std::string every_byte;
  for (int byte = 0; byte < 256; ++byte) every_byte += static_cast<char>(byte);
  for (const std::string& output :
       {std::string("안녕\n"), std::string("a\0b", 3), std::string("\xff\xfe"), std::string("\xc3"), every_byte}) {
    trace::Run run;
    run.programs.emplace_back();
    run.output = output;
    EXPECT_EQ(read_text(written(run)).at(0).output, output);
  }
}

TEST(RunFile, AMessageKeepsItsNulAndItsBlanks) {
  trace::Run run;
  run.programs.emplace_back();
  Call read;
  read.api = Api::kReadFile;
  read.text["message"] = std::string(" a\0b\r\n\xEF\xBF\xBD ", 10);
  run.calls = {read};
  EXPECT_EQ(read_text(written(run)).at(0).calls.at(0).text.at("message"), read.text["message"]);
}

TEST(RunFile, WhatACallWroteKeepsItsBytes) {
  for (const std::string& bytes : {std::string("\xbe\xc8\xb3\xe7\r\n"), std::string("\xff"), std::string(), std::string("plain")}) {
    trace::Run run;
    run.programs.emplace_back();
    Call print;
    print.api = Api::kWriteFile;
    print.text = {{"stream", "stdout"}, {"written", bytes}};
    run.calls = {print};
    EXPECT_EQ(read_text(written(run)).at(0).calls.at(0).text, print.text);
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
  const auto call = [](int order) { return R"({"t":"call","api":"Sleep","begin":{"o":)" + std::to_string(order) + "}}\n"; };
  const auto event = [](int order) { return R"({"t":"event","kind":"still","when":{"o":)" + std::to_string(order) + "}}\n"; };
  const trace::Run run = read_text(kHeader + call(9) + event(8) + call(2) + kProgram + event(1) + kEnd).at(0);
  EXPECT_EQ(run.calls.at(0).begin.order, 2u);
  EXPECT_EQ(run.calls.at(1).begin.order, 9u);
  EXPECT_EQ(run.events.at(0).when.order, 1u);
}

TEST(RunFile, ARunThatWasNotRecordedNeedsNoProgram) {
  const auto runs = read_text(R"({"t":"run","schema":"win-ipc-lab/run/1","outcome":"not_built","reason":"missing"})"
                              "\n" +
                              kEnd);
  EXPECT_EQ(runs.at(0).outcome, trace::Run::Outcome::kNotBuilt);
}

TEST(RunFile, NeverCrashesOnATruncatedFile) {
  const std::string whole = written(full_run());
  for (std::size_t length = 1; length + 1 < whole.size(); ++length) {
    EXPECT_THAT(problem_in(whole.substr(0, length)), StartsWith("line ")) << length;
  }
}

}  // namespace
}  // namespace lab::trace
