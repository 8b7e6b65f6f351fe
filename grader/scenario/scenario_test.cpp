// What the grader writes for the stage is what the stage reads.
#include "scenario/scenario.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lab::scenario {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::StartsWith;

Assignment read_back(const Assignment& assignment) { return read_assignments(json::array({assignment}).dump()).at(0); }

// Every field has a value that is not its default.
Scenario full_scenario() {
  Scenario scenario;
  scenario.name = "worker_1_first";
  scenario.program = "AdderManager";
  scenario.arguments = "A \"B 김\"";
  scenario.standins = {"PartAdder", "Child"};
  scenario.children = {"Heir"};
  scenario.hurried = true;
  scenario.start_until_ended = true;
  scenario.workers = {{"1 5", 15}, {"6 10", 0xC0000005}};
  scenario.release = {2, 1};
  scenario.faults = {{Api::kReadFile, "mailbox", 2, 1117}, {Api::kCreateProcess, "PartAdder", 1, 8}};
  scenario.only_after_finite_wait = true;
  scenario.slots = {"mailbox", "PC2:chat\\A"};
  scenario.computers = {"PC1", "PC2"};
  scenario.peers = {"MailReceiver"};
  scenario.steps = {{Step::Kind::kPost, "mailbox", std::string("a\0b", 3), 400, true, true, true},
                    {Step::Kind::kType, "", "exit\n", 0, false, true},
                    {Step::Kind::kEndInput, "", ""},
                    {Step::Kind::kCreate, "chat\\B", ""},
                    {Step::Kind::kStart, "", ""}};
  scenario.facts = {{"exit_code_1", "15"}, {"built_from", "source"}};
  return scenario;
}

void expect_same(const Scenario& a, const Scenario& b) {
  EXPECT_EQ(a.name, b.name);
  EXPECT_EQ(a.program, b.program);
  EXPECT_EQ(a.arguments, b.arguments);
  EXPECT_EQ(a.standins, b.standins);
  EXPECT_EQ(a.children, b.children);
  EXPECT_EQ(a.hurried, b.hurried);
  EXPECT_EQ(a.start_until_ended, b.start_until_ended);
  EXPECT_EQ(a.workers, b.workers);
  EXPECT_EQ(a.release, b.release);
  EXPECT_EQ(a.faults, b.faults);
  EXPECT_EQ(a.only_after_finite_wait, b.only_after_finite_wait);
  EXPECT_EQ(a.only_after_finite_read, b.only_after_finite_read);
  EXPECT_EQ(a.slots, b.slots);
  EXPECT_EQ(a.computers, b.computers);
  EXPECT_EQ(a.peers, b.peers);
  EXPECT_EQ(a.steps, b.steps);
  EXPECT_EQ(a.facts, b.facts);
}

TEST(ScenarioJson, KeepsEveryField) {
  const Assignment sent{full_scenario(), "hong", "05", "Z:\\tmp\\lab\\key.7", 120'000, 60'000};
  const Assignment read = read_back(sent);
  expect_same(read.scenario, sent.scenario);
  EXPECT_EQ(read.submission, sent.submission);
  EXPECT_EQ(read.lab, sent.lab);
  EXPECT_EQ(read.folder, sent.folder);
  EXPECT_EQ(read.wall_ms, sent.wall_ms);
  EXPECT_EQ(read.cpu_ms, sent.cpu_ms);
  EXPECT_EQ(json(read), json(sent));
}

TEST(ScenarioJson, KeepsEveryDefault) {
  expect_same(read_back({}).scenario, Scenario());
  Scenario after_read;
  after_read.only_after_finite_read = true;
  expect_same(read_back({after_read, "", "", ""}).scenario, after_read);
}

TEST(ScenarioJson, ALineHoldsTheRunsOfAGroupInTheirOrder) {
  Assignment first, second;
  first.scenario.name = "first";
  second.scenario.name = "second";
  const auto group = read_assignments(json::array({first, second}).dump());
  ASSERT_EQ(group.size(), 2u);
  EXPECT_EQ(group[0].scenario.name, "first");
  EXPECT_EQ(group[1].scenario.name, "second");
}

TEST(ScenarioJson, WhatIsNotSaidHasItsDefault) {
  const Assignment run = read_assignments(R"([{"lab":"01","program":"P","scenario":"s","folder":"C:\\r"}])").at(0);
  Scenario expected;
  expected.program = "P";
  expected.name = "s";
  expect_same(run.scenario, expected);
  EXPECT_EQ(run.wall_ms, 10'000u);
  EXPECT_EQ(run.cpu_ms, 1'000u);
}

TEST(ScenarioJson, OnlyACallThatTheProbeCanFailIsFaulted) {
  EXPECT_TRUE(can_be_faulted(Api::kWaitForMultipleObjects));
  EXPECT_TRUE(can_be_faulted(Api::kGetExitCodeProcess));
  EXPECT_FALSE(can_be_faulted(Api::kSleep));
  EXPECT_FALSE(can_be_faulted(Api::kNone));
}

std::string problem_in(const std::string& line) {
  try {
    read_assignments(line);
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return "no problem";
}

TEST(ScenarioJson, MalformedInputIsRefusedWithWhatIsWrong) {
  const auto with = [](const std::string& field) { return R"([{"lab":"01","program":"P","scenario":"s","folder":"f",)" + field + "}]"; };
  EXPECT_EQ(problem_in(with(R"("release":[1])")), "no problem");
  EXPECT_THAT(problem_in("[{"), StartsWith("a scenario cannot be read: "));
  EXPECT_THAT(problem_in(R"([{"lab":"01"}])"), AllOf(StartsWith("a scenario cannot be read: "), HasSubstr("'program'")));
  EXPECT_THAT(problem_in(with(R"("release":"1")")), StartsWith("a scenario cannot be read: "));
  EXPECT_THAT(problem_in(with(R"("workers":[{"arguments":"1 5"}])")), HasSubstr("'exit_code'"));
  EXPECT_EQ(problem_in(with(R"("steps":[{"do":"wait"}])")), "there is no step called wait");
  EXPECT_EQ(problem_in(with(R"("faults":[{"api":"Sleep","error":5}])")), "no fault can be ordered for Sleep");
  EXPECT_EQ(problem_in(with(R"("faults":[{"api":"","error":5}])")), "no fault can be ordered for ");
}

}  // namespace
}  // namespace lab::scenario
