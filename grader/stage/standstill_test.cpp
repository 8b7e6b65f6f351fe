// When the stage looks for a standstill, and when a standstill cannot matter.
#include "stage/standstill.h"

#include <gtest/gtest.h>

#include <string>

#include "stage/fake_workers.h"

namespace lab::stage {
namespace {

scenario::Assignment assignment() {
  scenario::Assignment run;
  run.folder = "Z:\\tmp\\standstill." + std::to_string(GetCurrentProcessId());
  return run;
}

class StandstillOfARun : public testing::Test {
 protected:
  void add(wire::Role role) {
    wire::Program& program = record.wire().programs[record.wire().program_count++];
    program.role = role;
    program.ready = program.opened = program.attached = 1;
  }
  // How often CPU time is measured while the stage checks the run this many times.
  std::uint64_t time_looks(int stage_looks) {
    for (int i = 0; i < stage_looks; ++i) {
      Sleep(2 * kTickMs + kTickMs);  // until the next check counts
      standstill.reached();
    }
    return programs.time().looks();
  }

  scenario::Assignment run = assignment();
  SharedRecord record{run_key(run), SharedRecord::Open::kNew};
  Programs programs{run, record};
  FakeWorkers fake_workers{run.scenario, record, programs};
  Quiescence quiescence{record, programs, fake_workers};
  Standstill standstill{record, programs, quiescence};
};

TEST_F(StandstillOfARun, LooksAtWhatProgramsUseAfterSomeCheapLooks) {
  add(wire::Role::kChild);
  EXPECT_EQ(time_looks(4), 0u);
  EXPECT_GT(time_looks(4), 0u);
}

// A program that starts itself 30 times used to keep the stage busy measuring all the copies until the run reached its limit.
TEST_F(StandstillOfARun, IsNotLookedForBesideAProgramThatTheStageCannotWatch) {
  add(wire::Role::kChild);
  add(wire::Role::kForeign);
  EXPECT_FALSE(quiescence.are_programs_watched(true));
  EXPECT_EQ(time_looks(8), 0u);
}

}  // namespace
}  // namespace lab::stage
