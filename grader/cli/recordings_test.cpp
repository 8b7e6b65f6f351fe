// Tests how complete, damaged and missing recordings from stages are handled.
#include "cli/recordings.h"

#include "cli/stage_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace lab::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;

trace::Run run_of(const std::string& program, const std::string& scenario) {
  trace::Run run;
  run.submission = "somebody";
  run.lab = "05";
  run.program = program;
  run.scenario = scenario;
  run.programs.emplace_back().name = program;
  return run;
}

std::string written(const trace::Run& run) {
  std::ostringstream out;
  trace::write(out, run);
  return out.str();
}

PlannedRun planned(const std::string& scenario, bool may_be_left_out = false) {
  return {"somebody", "05", "AdderManager", scenario, may_be_left_out};
}

TEST(Recordings, ComeInTheOrderOfThePlanBehindThePrograms) {
  Recordings recordings;
  recordings.take(written(run_of("AdderManager", "second")));
  recordings.take(written(run_of("AdderManager", "first")));
  const std::vector<trace::Run> runs = recordings.complete({planned("first"), planned("second")}, {}, {run_of("PartAdder", "build")});
  ASSERT_THAT(runs, SizeIs(3));
  EXPECT_EQ(runs[0].scenario, "build");
  EXPECT_EQ(runs[1].scenario, "first");
  EXPECT_EQ(runs[2].scenario, "second");
}

TEST(Recordings, MissingOnesAreErrorsOfTheGrader) {
  Recordings recordings;
  const std::vector<trace::Run> runs = recordings.complete({planned("first"), planned("second", true)}, {}, {});
  ASSERT_THAT(runs, SizeIs(1)) << "one that may be left out is not missing";
  EXPECT_EQ(runs[0].outcome, trace::Run::Outcome::kGraderError);
  EXPECT_EQ(runs[0].reason, "not_played");
  EXPECT_THAT(runs[0].detail, HasSubstr("first"));
}

TEST(Recordings, AfterTroubleAMissingOneOfThatStageIsAnError) {
  Recordings recordings;
  const std::vector<trace::Run> runs =
      recordings.complete({planned("second", true)}, {{planned("second").key(), {"the stage ended with status 3", false}}}, {});
  ASSERT_THAT(runs, SizeIs(1));
  EXPECT_EQ(runs[0].detail, "the stage ended with status 3");
}

TEST(Recordings, OneThatIsPlayedAgainIsTakenOnce) {
  Recordings recordings;
  recordings.take(written(run_of("AdderManager", "first")));
  EXPECT_TRUE(recordings.has(planned("first")));
  EXPECT_FALSE(recordings.has(planned("second")));
  recordings.take(written(run_of("AdderManager", "first")));
  recordings.take(written(run_of("AdderManager", "second")));
  EXPECT_THAT(recordings.complete({planned("first"), planned("second")}, {}, {}), SizeIs(2));
}

TEST(Recordings, AForgottenOneIsTakenOnceMore) {
  Recordings recordings;
  trace::Run disturbed = run_of("AdderManager", "first");
  disturbed.reason = "ended_unseen";
  recordings.take(written(disturbed));
  recordings.forget(planned("first"));
  EXPECT_FALSE(recordings.has(planned("first")));
  recordings.take(written(run_of("AdderManager", "first")));
  const std::vector<trace::Run> runs = recordings.complete({planned("first")}, {}, {});
  ASSERT_THAT(runs, SizeIs(1));
  EXPECT_EQ(runs[0].reason, "");
}

TEST(Recordings, OneShowsThatItsProgramReachedOut) {
  Recordings recordings;
  trace::Run hostile = run_of("AdderManager", "first");
  hostile.outcome = trace::Run::Outcome::kNotGradable;
  hostile.reason = "reached_out";
  recordings.take(written(hostile));
  recordings.take(written(run_of("AdderManager", "second")));
  EXPECT_TRUE(recordings.reached_out(planned("first")));
  EXPECT_FALSE(recordings.reached_out(planned("second")));
}

TEST(Recordings, DamagedOnesSayWhatIsWrongWithThem) {
  Recordings recordings;
  const std::string header = written(run_of("AdderManager", "first"));
  recordings.take(header.substr(0, header.find('\n') + 1) + "nonsense\n");
  recordings.take(written(run_of("AdderManager", "second")));
  const std::vector<trace::Run> runs = recordings.complete({planned("first"), planned("second")}, {}, {});
  ASSERT_THAT(runs, SizeIs(2));
  EXPECT_EQ(runs[1].scenario, "first");
  EXPECT_EQ(runs[1].outcome, trace::Run::Outcome::kNotGradable);
  EXPECT_EQ(runs[1].reason, "record_damaged");
}

TEST(Recordings, ATroubleThatAProgramMadeIsNotJudged) {
  Recordings recordings;
  const std::vector<trace::Run> runs =
      recordings.complete({planned("first")}, {{planned("first").key(), {"it was reported twice", true}}}, {});
  ASSERT_THAT(runs, SizeIs(1));
  EXPECT_EQ(runs[0].outcome, trace::Run::Outcome::kNotGradable);
  EXPECT_EQ(runs[0].reason, "stage_disturbed");
  EXPECT_EQ(runs[0].detail, "it was reported twice");
}

TEST(StageReport, IsWholeWhenEachRunWasReportedOrLeftOut) {
  StageReport report({planned("first").key(), planned("second").key()});
  report.take(written(run_of("AdderManager", "second")));
  EXPECT_FALSE(report.is_whole());
  report.take("");
  EXPECT_TRUE(report.is_whole());
  EXPECT_THAT(report.recordings(), SizeIs(1));
}

TEST(StageReport, IsForgedByARunThatComesTwiceOrWasNotGiven) {
  StageReport twice({planned("first").key(), planned("second").key()});
  for (int i = 0; i < 2; ++i) twice.take(written(run_of("AdderManager", "first")));
  EXPECT_TRUE(twice.is_forged());
  StageReport other({planned("first").key()});
  other.take(written(run_of("AdderManager", "second")));
  EXPECT_TRUE(other.is_forged());
  EXPECT_FALSE(other.is_whole());
}

}  // namespace
}  // namespace lab::cli
