// Puts a run beside a correct one, row by row, for readers.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "trace/run.h"

namespace lab::replay {

struct Row {
  enum class Mark {
    kSame,         // also a call without a counterpart, if that makes no difference
    kDifferent,    // the same call with a different result or different arguments, or a line with different text
    kOwnOnly,      // the correct program makes no such call here
    kCorrectOnly,  // only the correct program makes this call here
    kThenDiffers,  // the same call, after which the two programs do something else that no row shows
    kNotCompared,  // what makes no difference in any program: a pause, a new thread, a greeting, a repeated question
  };
  std::optional<std::size_t> own, correct;  // indexes into the runs' calls
  Mark mark = Mark::kSame;
};

struct Beside {
  std::vector<Row> rows;             // the run's calls in their order, with missing calls where the correct program makes them
  std::optional<std::size_t> first;  // index into rows: the first row that differs
  std::optional<std::size_t> call;   // index into the run's calls: the call of the first difference that compare() finds
};

// What counts as a difference is in replay/compare.h. Printed lines are paired, too: a line that the correct program prints with another
// text is beside that text.
Beside beside(const trace::Run& run, const trace::Run& correct);

}  // namespace lab::replay
