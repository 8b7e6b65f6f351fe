// For failures with missing code: finds the place in the source where it belongs.
#pragma once

#include <vector>

#include "rubric/rubric.h"
#include "trace/run.h"
#include "trace/verdict.h"

namespace lab::report {

// Gives each failure that names no call of a recording the line of the TODO of its step (that of its hints), or of the next one that is
// not done where a call is missing and that one is; and each that names a call, or the earlier call that is its cause, the step that its
// reason's StepOf says: where the program's source still had the TODOs when the runs were recorded.
void point_to_todos(trace::Result& result, const std::vector<rubric::Lab>& labs, const std::vector<trace::Run>& runs);

}  // namespace lab::report
