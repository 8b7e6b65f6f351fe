// For failures with missing code: finds the place in the source where it belongs.
#pragma once

#include <vector>

#include "rubric/rubric.h"
#include "trace/run.h"
#include "trace/verdict.h"

namespace lab::report {

// Adds places in the source to the verdicts, as far as the program's source still had its TODOs when the runs were recorded. A failure that
// refers to no call in a recording gets the line of the TODO of its step, which is the step that its hints belong to. A failure that has
// its own hint for the call that it refers to gets the step of the TODO above that call.
void point_to_todos(trace::Result& result, const std::vector<rubric::Lab>& labs, const std::vector<trace::Run>& runs);

}  // namespace lab::report
