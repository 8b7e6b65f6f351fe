// The fixture of every check: the runs of one submission, premises, and what becomes of a check whose runs are missing.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "checks/matchers.h"
#include "checks/submission.h"

namespace lab::checks {

// A demand on one run.
struct Demand {
  const Run* run;
  RunMatcher matcher;
};
using Demands = std::vector<Demand>;

// What must hold before another check can be judged: the demands, and the check that judges them.
struct Premise {
  std::string check;  // "AdderManager.StartsBothWorkers"
  Demands demands;

  operator const Demands&() const { return demands; }
};

class LabTest : public testing::TestWithParam<Submission> {
 public:
  using Run = trace::Run;  // hides testing::Test::Run

  // The program that the suite judges.
  explicit LabTest(std::string program) : program_(std::move(program)) {}

 protected:
  // Without recordings of the program there is nothing to judge: the test is skipped with the reason as its outcome.
  void SetUp() override;
  void TearDown() override;

  // The run of that scenario; a missing one, or one that the grader could not make, ends the test as a grader error.
  const Run& run(const std::string& scenario) const { return run(program_, scenario); }
  const Run& run(const std::string& program, const std::string& scenario) const;

  // Those of the scenarios that were played; some depend on what the program does. Where one was to be played and has no recording, a test
  // that does not fail by the others ends as one that could not be judged.
  std::vector<const Run*> runs(const std::vector<std::string>& scenarios) const;

  // Whether that program of the submission could be run at all.
  bool has(const std::string& program) const;

  // The same demand on each of them.
  Demands on_each(const std::vector<std::string>& scenarios, const RunMatcher& matcher) const;

  void expect(const Demands& demands) const;

  // At least one of them: where none is met, the check depends on `premises`, and fails when these are met. The last line of a check.
  void expect_one_of(const Demands& demands, const std::vector<Premise>& premises) const;

  // What is not scored: where the demand is not met, the check passes with this remark, whose sentence names {program}.
  void remark_unless(const Demand& demand, const Reason& remark) const;

  // The check needs another program of the submission, which is not there: it is skipped. The last line of a check.
  void skip_without(const std::string& program) const;

 private:
  Because why_not_judged(const std::string& program, const std::string& scenario, const std::string& otherwise) const;

  std::string program_;
  mutable const Run* unjudged_ = nullptr;  // the last one that runs() found without a recording
};

bool met(const Demands& demands);
bool none_met(const Demands& demands);

// Whether the reasons why they are not met are one mistake.
bool explained_by(const Demands& other, const Demands& own);

// Skip the running test, with the premise as the reason, and say whether they did.
bool skipped_unless_met(const Premise& premise);
bool skipped_if_explained(const Premise& premise, const Demands& own);

// The check depends on a premise: where it is not met, the check is skipped and says so.
#define LAB_DEPENDS_ON(premise) \
  if (lab::checks::skipped_unless_met(premise)) return

// A check whose own demands are not met for the same cause as those of a premise is skipped: one mistake is paid for once. Where its own
// demands are met it is judged, whatever becomes of the premise.
#define LAB_EXPLAINED_BY(premise, own) \
  if (lab::checks::skipped_if_explained(premise, own)) return

}  // namespace lab::checks
