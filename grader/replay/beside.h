// Puts a run beside a correct one, row by row, for readers.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "trace/run.h"

namespace lab::replay {

struct Row {
  enum class Mark {
    kSame,
    kDifferent,    // the same call with a different result or different arguments, or a line with different text
    kOwnOnly,      // the correct program makes no such call here
    kCorrectOnly,  // only the correct program makes this call here
    kThenDiffers,  // the same call, after which the two programs do something else that no row shows
    kNotCompared,  // what makes no difference in any program: a pause, a new thread, a greeting, a repeated question
    kEarlier,      // the same call, but the correct program makes it earlier; only if no row has another difference
    kLater,        // ... later
  };
  std::optional<std::size_t> own, correct;  // indexes into the runs' calls
  Mark mark = Mark::kSame;
  int program = 0;        // the caller: index into the run's programs
  std::size_t times = 1;  // the run has this many identical calls in a row, of which `own` is the first
};

struct Beside {
  std::vector<Row> rows;             // the run's calls in their order, with missing calls where the correct program makes them
  std::optional<std::size_t> first;  // index into rows: the first row that differs
  std::optional<std::size_t> call;   // index into the run's calls: the call of the first difference that compare() finds, or of `first`
                                     // if only the order of the calls differs
};

// What counts as a difference is in replay/compare.h. Printed lines are paired, too. Two texts that differ are in one row if one is a piece
// of the other, if they begin alike, or if both follow the same call.
Beside beside(const trace::Run& run, const trace::Run& correct);

}  // namespace lab::replay
