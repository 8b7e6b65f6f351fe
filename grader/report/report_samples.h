// Runs and lines for testing the reports.
#pragma once

#include <gtest/gtest.h>

#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "report/columns.h"
#include "trace/run.h"

namespace lab::report {

using trace::Api;
using trace::Call;
using trace::Event;
using trace::Object;
using trace::Program;

inline trace::Moment at(std::uint64_t order) { return {order, static_cast<std::int64_t>(order) * 100, 0}; }

inline Call call(Api api, std::uint64_t begin, std::optional<std::uint64_t> end, std::vector<Object> on = {}) {
  Call call;
  call.api = api;
  call.thread = 1;
  call.begin = at(begin);
  if (end) call.end = at(*end);
  call.on = std::move(on);
  call.result = 1;
  return call;
}

inline Call start(int program, const char* command_line, std::uint64_t begin) {
  Call start = call(Api::kCreateProcess, begin, begin + 1);
  start.started = program;
  start.text["command_line"] = command_line;
  return start;
}

inline Call read_exit_code(int program, std::uint64_t begin, std::int64_t value) {
  Call read = call(Api::kGetExitCodeProcess, begin, begin + 1, {{Object::Kind::kProcess, program, program * 2 - 1}});
  read.value = value;
  return read;
}

inline Program program(const char* name, const char* arguments, Program::Role role, std::uint32_t exit_code) {
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
inline trace::Run race() {
  trace::Run run;
  run.submission = "hong";
  run.lab = "05";
  run.program = "AdderManager";
  run.scenario = "worker_1_first";
  run.platform = "Wine 8.0, corrected";
  run.programs = {program("AdderManager", "", Program::Role::kActor, 0), program("PartAdder", "1 5", Program::Role::kStandin, 15),
                  program("PartAdder", "6 10", Program::Role::kStandin, 40)};
  Call print = call(Api::kWriteFile, 60, 61);
  print.text = {{"stream", "stdout"}, {"written", "return_val1: 259\r\n"}};
  run.calls = {start(1, "PartAdder.exe 1 5", 10), start(2, "PartAdder.exe 6 10", 20), read_exit_code(1, 51, 259), print,
               read_exit_code(2, 62, 259)};
  run.events = {{Event::Kind::kAttached, 0, -1, 0, at(1)},   {Event::Kind::kAttached, 1, -1, 0, at(15)},
                {Event::Kind::kDetached, 0, -1, 0, at(70)},  {Event::Kind::kSignaled, 0, -1, 0, at(71)},
                {Event::Kind::kReleased, 1, -1, 15, at(80)}, {Event::Kind::kSignaled, 1, -1, 15, at(81)}};
  run.output = "return_val1: 259\r\nreturn_val2: 259\r\ntotal: 518\r\n";
  return run;
}

inline std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

inline void expect_fits(const std::string& text, int width) {
  for (const std::string& line : lines_of(text)) EXPECT_LE(columns(line), width) << line;
}

}  // namespace lab::report
