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

class LabTest : public testing::TestWithParam<Submission> {
 public:
  using Run = trace::Run;  // hides testing::Test::Run

  // The program that the suite judges.
  explicit LabTest(std::string program) : program_(std::move(program)) {}

 protected:
  // Without recordings of the program there is nothing to judge: the test is skipped with the reason as its outcome.
  void SetUp() override;

  // The run of that scenario; a missing one, or one that the grader could not make, ends the test as a grader error.
  const Run& run(const std::string& scenario) const { return run(program_, scenario); }
  const Run& run(const std::string& program, const std::string& scenario) const;

  // Those of the scenarios that were played; some depend on what the program does.
  std::vector<const Run*> runs(const std::vector<std::string>& scenarios) const;

  // Whether that program of the submission could be run at all.
  bool has(const std::string& program) const;

  // The same demand on each of them.
  Demands on_each(const std::vector<std::string>& scenarios, const RunMatcher& matcher) const;

  void expect(const Demands& demands) const;

  // What is not scored: where the demand is not met, the check passes with the remark `id`, whose arguments are those of the reason.
  void remark_unless(const Demand& demand, const std::string& id) const;

 private:
  std::string program_;
};

// The check rests on others, which are named with their demands: if these are not met, it is skipped and says so.
bool met(const Demands& demands);
bool none_met(const Demands& demands);
void skip_because(const Because& because);
#define LAB_RESTS_ON(check, demands)                                                 \
  if (!met(demands)) {                                                               \
    lab::checks::skip_because(lab::checks::because("rests_on", {{"check", check}})); \
    GTEST_SKIP() << "rests on " << (check);                                          \
  }                                                                                  \
  static_assert(true)

// A check whose demands are not met for the same reason as those of another one is not judged: one cause is not paid for twice. `own` has
// the demands of the check itself; where they are met it is judged whatever becomes of the other one.
bool explained_by(const Demands& other, const Demands& own);
#define LAB_EXPLAINED_BY(check, other, own)                                          \
  if (explained_by(other, own)) {                                                    \
    lab::checks::skip_because(lab::checks::because("rests_on", {{"check", check}})); \
    GTEST_SKIP() << "explained by " << (check);                                      \
  }                                                                                  \
  static_assert(true)

}  // namespace lab::checks
