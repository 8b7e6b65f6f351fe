// Tests what students receive of a correct program's run.
#include "cli/correct_runs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "replay/compare.h"
#include "replay/replay_samples.h"
#include "trace/run_text.h"

namespace lab::cli {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(CorrectRuns, TellNothingOfTheSourceAndEverythingOfTheCalls) {
  trace::Run run = replay::recorded(replay::kTwoWaits);
  run.submission = "05_adder_manager";
  run.todos = {{1, {"AdderManager.cpp", 3, "// TODO 1: Start both workers."}}};
  for (trace::Call& call : run.calls) call.place = {"AdderManager.cpp", 50, "if (WaitForSingleObject(worker1, INFINITE) != WAIT_OBJECT_0)"};
  run.calls[0].text["application"] = "Z:\\tmp\\somewhere\\PartAdder.exe";
  const trace::Run given = without_source(run);
  const std::string text = trace::written(given);
  for (const char* const secret : {"AdderManager.cpp", "WAIT_OBJECT_0)", "TODO", "somewhere", "05_adder"})
    EXPECT_THAT(text, Not(HasSubstr(secret)));
  EXPECT_THAT(text, HasSubstr("PartAdder.exe"));
  EXPECT_TRUE(replay::compare(run, given).differences.empty());
}

}  // namespace
}  // namespace lab::cli
