// A run beside a correct one as data for the page's script (page/step.js).
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <vector>

#include "replay/compare.h"
#include "trace/run.h"

namespace lab::report {

//   {rows: [[own, correct, mark]], first}
// Row by row: the run's call as its index or -1, the words of the correct program's call or null, and 0 the same, 1 different, 2 only here,
// 3 only there. `first` is the row of the first difference, or -1. Words are as in step_data.h.
nlohmann::ordered_json against_data(const trace::Run& run, const trace::Run& correct);

// The rows of that, for whoever prints them.
struct AgainstRow {
  std::optional<std::size_t> own, correct;  // indexes into the runs' calls
  bool differs = false;
};
struct Against {
  std::vector<AgainstRow> rows;
  std::optional<std::size_t> first;  // index into rows: the first difference
};
Against rows_against(const trace::Run& run, const trace::Run& correct);

}  // namespace lab::report
