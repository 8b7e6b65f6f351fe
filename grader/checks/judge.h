// Judges all registered submissions with one RUN_ALL_TESTS, and collects the verdicts.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "checks/submission.h"
#include "rubric/rubric.h"
#include "trace/verdict.h"

namespace lab::checks {

struct Judged {
  std::string check;
  trace::Outcome outcome = trace::Outcome::kGraderError;
  trace::Because because;
};

// Applies every check to each submission, for those programs of which the submission has runs. Returns the verdicts for each submission, in
// the order of `submissions`. `reasons` finds the row for each reason that one of these checks can report. Can be called only once per
// process: a second call throws std::logic_error, because GoogleTest would silently judge the first submissions again. `on_test`, if set,
// is called before each check with the index of the submission that is judged.
std::vector<std::vector<Judged>> judge(std::vector<Submission> submissions, trace::ReasonLookup reasons,
                                       std::function<void(std::size_t submission)> on_test = {});

// Scores the verdicts on one submission. The result has a verdict for every check in the labs whose name contains `only`, and for every
// check that a skipped one of these depends on. A check that was not judged is a grader error.
trace::Result score(const Submission& submission, const std::vector<Judged>& judged, const std::vector<const rubric::Lab*>& labs,
                    const std::string& only);

}  // namespace lab::checks
