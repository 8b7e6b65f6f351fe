// Finds the place in the source where code belongs whose absence caused a failure.
#pragma once

#include <vector>

#include "rubric/rubric.h"
#include "trace/run.h"
#include "trace/verdict.h"

namespace lab::report {

// Completes failures whose program's source still had the TODO comments when the runs were recorded:
//   - A failure gets the line of the TODO for its step, which is the step of its hints, if that TODO is not done or if the failure names no
//     call in a recording. If a call is missing and that TODO is done, it gets the line of the next TODO that is not done.
//   - If the mistake is in an earlier step, the failure gets the line of the first TODO that is not done; if it is in the step before, the
//     line of that step's TODO, if that is not done.
//   - Any other failure that names a call, or an earlier call that is its cause, gets the step that its reason's StepOf determines.
void point_to_todos(trace::Result& result, const std::vector<rubric::Lab>& labs, const std::vector<trace::Run>& runs);

}  // namespace lab::report
