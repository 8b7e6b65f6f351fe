// What was judged: the outcome of each check, its points and its reason. Plain data for reports and exit statuses.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "trace/reason.h"

namespace lab::trace {

struct Verdict {
  std::string check;  // "AdderManager.WaitsForBothWorkers"
  Outcome outcome = Outcome::kGraderError;
  int points = 0;
  int max_points = 0;
  Because because;  // none when passed, or a remark
};

// The checks of a lab that must be fixed, in the order in which to fix them: those of the lowest step first, in the order of `verdicts`
// within a step, and those of no step (0) last. Neither passed ones, nor ones that rest on others, nor the grader's own failures.
std::vector<const Verdict*> to_fix(const std::vector<Verdict>& verdicts, const std::function<int(const std::string& check)>& step_of);

struct LabResult {
  std::string lab;  // "05"
  std::vector<Verdict> verdicts;
  int score = 0;
  int max_score = 0;
};

// Everything about one submission.
struct Result {
  std::string submission;
  std::string platform;
  std::string sandbox, sandbox_limits;  // as the facts of these names in its runs say (run.h); "" where they have none
  std::string grader;                   // version
  std::string rubric;                   // hash of the lab.toml files it was scored by
  std::vector<LabResult> labs;

  int score() const;
  int max_score() const;
  // Points of checks that could not be judged (not gradable, grader error), and of those that were skipped for want of such a program or
  // because they rest on such a check: the score says nothing about them.
  int unjudged_points() const;
  int unjudged_points(const LabResult& lab) const;  // ... those of one of its labs
  bool all_passed() const;
  bool grader_failed() const;  // a grader error anywhere
  // 0 all passed; 1 a check did not pass; 2 the grader could not do its work; 3 nothing failed, but points are open.
  int exit_status() const;
};

}  // namespace lab::trace
