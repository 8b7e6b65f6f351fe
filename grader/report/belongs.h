// Where the code that a failure misses belongs.
#pragma once

#include <vector>

#include "rubric/rubric.h"
#include "trace/run.h"
#include "trace/verdict.h"

namespace lab::report {

// Gives each failure that names no call of a recording the line of the TODO of its step (that of its hints), and each with a hint of its
// own for the call that it names the step of the TODO above that call: where the program's source still had them when the runs were
// recorded.
void point_to_todos(trace::Result& result, const std::vector<rubric::Lab>& labs, const std::vector<trace::Run>& runs);

}  // namespace lab::report
