// The fixture that all checks share: the runs of one submission, premises, and the outcome of a check whose runs are missing.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "checks/matchers.h"
#include "checks/submission.h"

namespace lab::checks {

// A requirement on one run.
struct Demand {
  const Run* run;
  RunMatcher matcher;
};
using Demands = std::vector<Demand>;

// A condition for judging other checks: the demands that must be met, and the check that judges them.
struct Premise {
  std::string check;  // "AdderManager.StartsBothWorkers"
  Demands demands;

  operator const Demands&() const { return demands; }
};

class LabTest : public testing::TestWithParam<Submission> {
 public:
  using Run = trace::Run;  // hides testing::Test::Run

  // `program` is the one that the suite judges.
  explicit LabTest(std::string program) : program_(std::move(program)) {}

 protected:
  // If the program has no recordings, skips the test and records the reason.
  void SetUp() override;
  void TearDown() override;

  // The recorded run of the scenario. If there is none, ends the test with the reason, which is a grader error unless the program is to
  // blame.
  const Run& run(const std::string& scenario) const { return run(program_, scenario); }
  const Run& run(const std::string& program, const std::string& scenario) const;

  // The recorded runs of the scenarios. Some scenarios are played only if the program does certain things. If a scenario was to be played
  // but could not be recorded, a test that does not fail because of other runs counts as not judged.
  std::vector<const Run*> runs(const std::vector<std::string>& scenarios) const;

  // Whether the submission's program `program` has at least one recorded run.
  bool has(const std::string& program) const;

  // The same demand on the recorded run of each scenario.
  Demands on_each(const std::vector<std::string>& scenarios, const RunMatcher& matcher) const;

  void expect(const Demands& demands) const;

  // Expects at least one of the demands to be met. If none is, the check is skipped if one of the `premises` is not met, and fails
  // otherwise. Must be the last line of a check.
  void expect_one_of(const Demands& demands, const std::vector<Premise>& premises) const;

  // For demands that are not scored: if the demand is not met, the check passes with this remark, whose sentence contains {program}.
  void remark_unless(const Demand& demand, const Reason& remark) const;

  // Skips a check that needs another program, which the submission does not contain. Must be the last line of a check.
  void skip_without(const std::string& program) const;

 private:
  Because why_not_judged(const std::string& program, const std::string& scenario) const;

  std::string program_;
  mutable const Run* unjudged_ = nullptr;  // the last run without a recording that runs() found
};

bool met(const Demands& demands);
bool none_met(const Demands& demands);

// Whether both are unmet because of the same mistake.
bool explained_by(const Demands& other, const Demands& own);

// These skip the running test if necessary, with the premise as the reason, and return whether they did.
bool skipped_unless_met(const Premise& premise);
bool skipped_if_explained(const Premise& premise, const Demands& own);

// Skips the check if the premise is not met, and names the premise as the reason.
#define LAB_DEPENDS_ON(premise) \
  if (lab::checks::skipped_unless_met(premise)) return

// Skips the check if its own demands and those of the premise are unmet because of the same mistake, so that one mistake costs points only
// once. If its own demands are met, the check is judged whether or not the premise is met.
#define LAB_EXPLAINED_BY(premise, own) \
  if (lab::checks::skipped_if_explained(premise, own)) return

}  // namespace lab::checks
