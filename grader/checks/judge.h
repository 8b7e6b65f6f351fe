// Judging: one RUN_ALL_TESTS over all registered submissions, and its verdicts.
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

// Judges the submissions by all checks of the programs that they have runs of. By submission, in their order. `reasons` finds the row of
// each reason that a check of theirs may give. One process judges once: a second call throws std::logic_error, since GoogleTest would
// silently judge the first submissions again. `on_test`, where there is one, is told before each check which submission it is about.
std::vector<std::vector<Judged>> judge(std::vector<Submission> submissions, trace::ReasonLookup reasons,
                                       std::function<void(std::size_t submission)> on_test = {});

// The verdicts on one submission, scored: every check of the labs (those that contain `only`, and those that a skipped one among these
// rests on) has its verdict, a check that was not judged is a grader error.
trace::Result score(const Submission& submission, const std::vector<Judged>& judged, const std::vector<const rubric::Lab*>& labs,
                    const std::string& only);

}  // namespace lab::checks
