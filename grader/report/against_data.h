// The comparison of a run with a correct one, as data for the page's script (page/step.js).
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <vector>

#include "replay/compare.h"
#include "trace/run.h"

namespace lab::report {

//   {rows: [[own, correct, mark]], first}
// Each row has the index of the run's call or -1, the correct program's call in words or null, and a mark: 0 same, 1 different, 2 only in
// this run, 3 only in the correct one. `first` is the row of the first difference, or -1. Words are as in step_data.h.
nlohmann::ordered_json against_data(const trace::Run& run, const trace::Run& correct);

// The same rows, for printing.
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
