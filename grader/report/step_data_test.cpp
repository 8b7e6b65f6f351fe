// Tests the data of a run's moments, and the templates of the page's parts.
#include "report/step_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "replay/replay_samples.h"
#include "report/page_samples.h"
#include "report/svg.h"
#include "report/timeline.h"

namespace lab::report {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

json data_of(const trace::Run& run, const Flags& flags = {}, const Sources& sources = {}) {
  return json::parse(step_data(run, flags, sources));
}

TEST(StepData, HasEachMomentWithItsLineAndWords) {
  const json data = data_of(replay::recorded(replay::kNoWait), {{10, "WaitsForBothWorkers"}});
  const json& wrong = data["wrong"][0];
  EXPECT_EQ(wrong[1], "WaitsForBothWorkers");
  const json& moment = data["moments"][wrong[0].get<std::size_t>()];
  EXPECT_EQ(data["words"][moment[0].get<std::string>()], (json{"GetExitCodeProcess(PartAdder 1 5) → TRUE, 259 (STILL_ACTIVE)",
                                                               "GetExitCodeProcess(PartAdder 1 5) → TRUE, 259(STILL_ACTIVE)"}));
  EXPECT_EQ(moment[1], 0) << "nothing else happened in the meantime";
  EXPECT_EQ(data["files"][moment[5].get<std::size_t>()]["name"], "AdderManager.cpp");
  EXPECT_EQ(moment[6], 36);
}

TEST(StepData, RoundsTimesAsTheTimelineDoes) {
  trace::Run run = replay::recorded(replay::kNoWait);
  run.events[0].when.at_us = 160;
  EXPECT_EQ(data_of(run)["moments"][0][2], "0.2");
  EXPECT_THAT(svg(timeline(run, std::vector<std::uint64_t>()), run, "x", {}).chart, HasSubstr("<title>0.2 ms"));
}

TEST(StepData, HasWhatThereWasFromWhenToWhen) {
  const json data = data_of(replay::recorded(replay::kTwoWaits));
  EXPECT_EQ(data["programs"][1]["name"], "PartAdder 1 5");
  EXPECT_EQ(data["programs"][1]["kind"], "standin");
  EXPECT_EQ(data["programs"][1]["code"], "15");
  EXPECT_LT(data["programs"][1]["from"], data["programs"][1]["to"]);
  EXPECT_EQ(data["handles"].size(), 4u);
  EXPECT_EQ(data["handles"][0][2], json::array({"process PartAdder 1 5", "프로세스 PartAdder 1 5"}));
  EXPECT_EQ(data["prints"][0][3], "return_val1: 15\nreturn_val2: 40\ntotal: 55\n");
  const json heir = data_of(replay::recorded(replay::kHeir));
  EXPECT_EQ(heir["mail"].size(), 4u);
  EXPECT_EQ(heir["mail"][0][1], "hello, heir");
}

TEST(StepData, ShowsTheWholeSourceWhereItIsAtHand) {
  const trace::Run run = replay::recorded(replay::kNoWait);
  const json part = data_of(run);
  EXPECT_EQ(part["files"][0]["whole"], false);
  EXPECT_TRUE(part["files"][0]["lines"].contains("36"));
  EXPECT_FALSE(part["files"][0]["lines"].contains("1"));
  const json whole = data_of(run, {}, {{"05/AdderManager/AdderManager.cpp", "#include <windows.h>\r\n// \xEB\x8D\xA7\xEC\x85\x88\r\n"}});
  EXPECT_EQ(whole["files"][0]["whole"], true);
  EXPECT_EQ(whole["files"][0]["lines"], (json{{"1", "#include <windows.h>"}, {"2", "// 덧셈"}}));
}

TEST(StepData, ShowsTheSourceOfAProgramThatMadeNoCall) {
  trace::Run run = replay::recorded(replay::kNoWait);
  for (trace::Call& call : run.calls) call.place = {};
  EXPECT_TRUE(data_of(run)["files"].empty());
  const json data = data_of(run, {}, {{"05/AdderManager/AdderManager.cpp", "int main() {}\n"}, {"05/PartAdder/PartAdder.cpp", "\n"}});
  ASSERT_EQ(data["files"].size(), 1u);
  EXPECT_EQ(data["files"][0]["lines"]["1"], "int main() {}");
}

TEST(StepData, ALongRunIsCutAroundTheMomentThatGoesWrong) {
  trace::Run run = race();
  for (std::uint64_t i = 0; i < 4000; ++i) run.calls.push_back(read_exit_code(1, 100 + 2 * i, 259));
  const json data = data_of(run, {{100 + 2 * 3500, "WaitsWithoutSpinning"}});
  EXPECT_EQ(data["moments"].size(), kMostSteps);
  EXPECT_EQ(data["left_out"][0].get<std::size_t>() + data["left_out"][1].get<std::size_t>() + kMostSteps, 4011u);
  const json& moment = data["moments"][data["wrong"][0][0].get<std::size_t>()];
  EXPECT_EQ(moment[0], "c3505");
  EXPECT_EQ(data["programs"][1]["from"], 0) << "what was there before stands there from the begin";
}

TEST(StepData, ARunOfAThousandCallsIsSmall) {
  trace::Run run = race();
  for (std::uint64_t i = 0; i < 1000; ++i) run.calls.push_back(read_exit_code(1, 100 + 2 * i, 259));
  EXPECT_LT(step_data(run, {}, {}).size(), 300'000u);
}

TEST(StepData, IsTextWithoutMarkup) {
  trace::Run run = race();
  run.programs[1].name = kHostile;
  run.calls[3].text["written"] = kHostile;
  const std::string data = step_data(run, {}, {{"05/AdderManager/" + run.calls[0].place.file, kHostile}});
  EXPECT_THAT(data, Not(HasSubstr("<")));
  EXPECT_THAT(data, Not(HasSubstr("&")));
  EXPECT_EQ(json::parse(data)["prints"][0][3].get<std::string>().find("</pre></script>"), 0u);
  EXPECT_EQ(step_data(trace::Run{}, {}, {}), "");
}

}  // namespace
}  // namespace lab::report
