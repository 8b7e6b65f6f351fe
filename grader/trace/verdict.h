// What was judged: the outcome of each check, its points and its reason. Plain data, from which reports and exit statuses are made.
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
  Because because;  // no reason if the check passed, except for a remark
};

// The checks of a lab to fix, in the order in which to fix them: by step, in the order of `verdicts` within a step, and those without a
// step (0) last. Omits checks that passed, that depend on another failed check, or that the grader could not judge. The pointers are valid
// as long as `verdicts` is.
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
  std::string sandbox, sandbox_limits;  // the facts of these names in its runs (run.h); "" if there are none
  std::string grader;                   // version
  std::string rubric;                   // hash of the lab.toml files that it was scored with
  std::vector<LabResult> labs;

  int score() const;
  int max_score() const;
  // The points that the score does not cover: those of checks that could not be judged (not gradable, grader error), and of checks that
  // were skipped because they depend on such a check or on such a program.
  int unjudged_points() const;
  bool is_open(const Verdict& verdict) const;       // ... of one of its checks
  int unjudged_points(const LabResult& lab) const;  // ... of one of its labs
  bool all_passed() const;
  bool grader_failed() const;  // in at least one check
  // For the process: 0 all passed; 1 a check did not pass; 2 the grader could not do its work; 3 nothing failed, but points are open.
  int exit_status() const;
};

}  // namespace lab::trace
