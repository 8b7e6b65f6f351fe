// The comparison of a run with a correct one, as data for the page's script (page/step.js).
#pragma once

#include <nlohmann/json.hpp>

#include "trace/run.h"

namespace lab::report {

//   {rows: [[own, correct, mark, program, times]], first, call}
// Each row has the index of the run's call or -1, the correct program's call in words or null, a mark (replay::Row::Mark), the caller as an
// index into the run's programs, and the number of identical calls that `own` is the first of. `first` is the first row that differs, and
// `call` the run's call to open the page at; both may be -1. Words are as in step_data.h. Null if no call of the two programs could be
// compared.
nlohmann::ordered_json against_data(const trace::Run& run, const trace::Run& correct);

}  // namespace lab::report
