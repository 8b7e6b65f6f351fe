// The results of judging: the outcome of each check, its points and its reason. Plain data, used for reports and exit statuses.
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

// The checks that a student should fix, in this order: by step, within a step in the order of `verdicts`, and those without a step (0)
// last. Omits checks that passed, that were skipped, or that the grader could not judge. The pointers are valid as long as `verdicts` is.
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
  std::string sandbox, sandbox_limits;  // the facts with these names in its runs (run.h); "" if there are none
  std::string grader;                   // version
  std::string rubric;                   // a hash of the lab.toml files that it was scored with
  std::vector<LabResult> labs;

  int score() const;
  int max_score() const;
  // The points that the score does not cover: those of checks that could not be judged (not gradable, grader error), and of checks that
  // were skipped because they depend on such a check or on such a program.
  int unjudged_points() const;
  bool is_open(const Verdict& verdict) const;       // for one of its checks
  int unjudged_points(const LabResult& lab) const;  // for one of its labs
  bool all_passed() const;
  bool grader_failed() const;  // in at least one check
  // The exit status for the process: 0 everything passed, 1 a check did not pass, 2 the grader failed, 3 nothing failed, but some checks
  // could not be judged.
  int exit_status() const;
};

}  // namespace lab::trace
