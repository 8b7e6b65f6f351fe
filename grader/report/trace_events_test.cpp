// Checks the trace export against the Trace Event Format as documented:
// https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "report/report.h"
#include "report/report_samples.h"

namespace lab::report {
namespace {

using nlohmann::ordered_json;
using ::testing::Contains;
using ::testing::Not;

// A violation of the documented format, or "" if there is none.
std::string problem_of(const ordered_json& trace) {
  if (!trace.is_object() || !trace.contains("traceEvents") || !trace["traceEvents"].is_array()) return "no traceEvents";
  struct Slice {
    double begin, end;
  };
  std::map<std::pair<int, int>, std::vector<Slice>> slices;
  std::map<std::string, std::pair<int, int>> flows;  // category, name, id -> the number of begin and end events
  for (const auto& event : trace["traceEvents"]) {
    for (const char* key : {"ph", "name"})
      if (!event.contains(key) || !event[key].is_string()) return std::string("an event without ") + key;
    for (const char* key : {"pid", "tid"})
      if (!event.contains(key) || !event[key].is_number_integer()) return std::string("an event without ") + key;
    const std::string phase = event["ph"];
    if (std::string("XMisfC").find(phase) == std::string::npos || phase.size() != 1) return "phase " + phase;
    if (phase == "M") {
      static const std::set<std::string> kKnown = {"process_name", "process_labels", "process_sort_index", "thread_name",
                                                   "thread_sort_index"};
      if (!kKnown.count(event["name"]) || !event.contains("args")) return "metadata " + event.dump();
      continue;
    }
    if (!event.contains("ts") || !event["ts"].is_number() || event["ts"].get<double>() < 0) return "no time in " + event.dump();
    if (phase == "X") {
      if (!event.contains("dur") || event["dur"].get<double>() <= 0) return "no duration in " + event.dump();
      slices[{event["pid"], event["tid"]}].push_back({event["ts"], event["ts"].get<double>() + event["dur"].get<double>()});
    }
    if (phase == "i" && (!event.contains("s") || std::string("gpt").find(event["s"].get<std::string>()) == std::string::npos))
      return "scope of " + event.dump();
    if (phase == "C" && (!event.contains("args") || !event["args"].begin().value().is_number())) return "counter " + event.dump();
    if (phase == "s" || phase == "f") {
      if (!event.contains("id") || !event.contains("cat")) return "flow without id " + event.dump();
      auto& ends = flows[event["cat"].get<std::string>() + event["name"].get<std::string>() + event["id"].dump()];
      ++(phase == "s" ? ends.first : ends.second);
    }
  }
  constexpr double kRounding = 1e-6;
  for (auto& [thread, all] : slices) {
    std::stable_sort(all.begin(), all.end(), [](const Slice& a, const Slice& b) { return a.begin < b.begin; });
    std::vector<Slice> open;
    for (const Slice& slice : all) {
      while (!open.empty() && open.back().end <= slice.begin + kRounding) open.pop_back();
      if (!open.empty() && slice.end > open.back().end + kRounding) return "slices of one thread cross";
      open.push_back(slice);
    }
  }
  for (const auto& [id, ends] : flows)
    if (ends != std::pair(1, 1)) return "flow with a loose end " + id;
  // An arrow is attached to the slices that enclose its ends.
  for (const auto& event : trace["traceEvents"]) {
    if (event["ph"] != "s" && event["ph"] != "f") continue;
    const double when = event["ts"];
    bool holds = false;
    for (const Slice& slice : slices[{event["pid"], event["tid"]}])
      holds |= slice.begin <= when + kRounding && when <= slice.end + kRounding;
    if (!holds) return "no slice for " + event.dump();
    if (event["ph"] == "f" && event.value("bp", "") != "e") return "a flow that ends at the next slice";
  }
  return "";
}

std::vector<std::string> names(const ordered_json& trace, const std::string& phase) {
  std::vector<std::string> found;
  for (const auto& event : trace["traceEvents"])
    if (event["ph"] == phase) found.push_back(event["name"]);
  return found;
}

// A manager that waits; everything that happens at two ends has the same microsecond at both, as on a fast machine.
trace::Run waits() {
  trace::Run run = race();
  Call wait = call(Api::kWaitForSingleObject, 30, 40, {{Object::Kind::kProcess, 1, 1}});
  wait.result = 0;
  run.calls.insert(run.calls.begin() + 2, wait);
  for (Call& call : run.calls) {
    call.begin.at_us = 1000;
    call.end->at_us = 1000;
  }
  return run;
}

trace::Run mail() {
  trace::Run run;
  run.program = "MailReceiver";
  run.programs = {program("MailReceiver", "", Program::Role::kActor, 0), program("MailSender", "", Program::Role::kPeer, 0)};
  run.slots = {{"mailbox", 0, true, "", false}};
  Object receiver{Object::Kind::kMailslot, -1, 1, 0}, client{Object::Kind::kMailslotClient, -1, 1, 0};
  Call read = call(Api::kReadFile, 10, 30, {receiver}), write = call(Api::kWriteFile, 20, 31, {client});
  read.text["message"] = write.text["message"] = "hello";
  write.program = 1;
  run.calls = {read, write};
  return run;
}

TEST(TraceEvents, KeepToTheDocumentedFormat) {
  EXPECT_EQ(problem_of(trace_events({race()})), "");
  EXPECT_EQ(problem_of(trace_events({waits()})), "");
  EXPECT_EQ(problem_of(trace_events({mail()})), "");
  EXPECT_EQ(problem_of(trace_events({race(), waits(), mail()})), "");
  EXPECT_EQ(problem_of(trace_events({})), "");
}

TEST(TraceEvents, TheTestWouldSeeWhatIsWrong) {
  ordered_json broken = trace_events({waits()});
  broken["traceEvents"].push_back({{"ph", "X"}, {"name", "x"}, {"pid", 2}, {"tid", 1}, {"ts", 999.0}, {"dur", 1.0001}});
  EXPECT_EQ(problem_of(broken), "slices of one thread cross");
  broken = trace_events({});
  broken["traceEvents"].push_back({{"ph", "s"}, {"name", "x"}, {"pid", 2}, {"tid", 1}, {"ts", 999.0}, {"cat", "flow"}, {"id", 1}});
  EXPECT_THAT(problem_of(broken), ::testing::StartsWith("flow with a loose end"));
}

TEST(TraceEvents, HoldCallsStatesMessagesAndReleases) {
  const ordered_json trace = trace_events({waits(), mail()});
  EXPECT_THAT(names(trace, "X"), ::testing::IsSupersetOf({"CreateProcess", "GetExitCodeProcess", "WaitForSingleObject", "ReadFile",
                                                          "WriteFile", "Non-Signaled", "Signaled"}));
  EXPECT_THAT(names(trace, "s"), ::testing::UnorderedElementsAre("released", "message"));
  EXPECT_THAT(names(trace, "C"), ::testing::SizeIs(1)) << "the message was taken in the moment in which it came";
  std::vector<std::string> processes;
  for (const auto& event : trace["traceEvents"])
    if (event["name"] == "process_name") processes.push_back(event["args"]["name"]);
  EXPECT_THAT(processes, Contains("AdderManager.worker_1_first: PartAdder 1 5"));
  EXPECT_THAT(processes, Contains("MailReceiver.: mailslot mailbox"));
}

TEST(TraceEvents, SayWhatACallWasAndWhetherItReturned) {
  trace::Run run = race();
  run.calls[4].end.reset();
  for (const auto& event : trace_events({run})["traceEvents"]) {
    if (event["name"] != "GetExitCodeProcess") continue;
    if (event["args"]["order"] == 51) {
      EXPECT_EQ(event["args"]["call"], "GetExitCodeProcess(PartAdder 1 5) -> TRUE, 259 (STILL_ACTIVE)");
      EXPECT_FALSE(event["args"].contains("returned"));
    } else {
      EXPECT_EQ(event["args"]["returned"], false);
    }
  }
}

}  // namespace
}  // namespace lab::report
