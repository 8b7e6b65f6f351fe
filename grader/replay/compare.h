// Compares a run with a correct program's run under the same order of events: which calls do the same, and where the two runs differ.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "trace/run.h"

namespace lab::replay {

struct Difference {
  enum class Kind {
    kAnswer,    // the same call, with a different result or different arguments
    kReaction,  // the same call with the same result, after which the program does or prints something else
    kExtra,     // a call that the correct program does not make
    kMissing,   // a call that the correct program makes is missing before this one
    kNotDone,   // a call that the correct program makes is missing until the end
    kEnd,       // the program ended in a different way
  };
  Kind kind = Kind::kAnswer;
  std::uint64_t order = 0;             // when it becomes visible; the largest number: only after everything else has happened
  int program = 0;                     // index into Run::programs
  std::optional<std::size_t> call;     // index into the run's calls; absent: at the program's end
  std::optional<std::size_t> correct;  // index into the correct run's calls
};

struct Comparison {
  // For each call in the run: the correct program's equivalent call, if there is one.
  std::vector<std::optional<std::size_t>> counterparts;
  std::vector<Difference> differences;  // in the order of the run
  std::vector<std::size_t> instead;     // the run's calls in place of the correct reaction, which a kReaction reports
};

// A call's counterpart is the correct run's call to the same function on the same object; if there are several, they are paired in order. A
// wait for several objects counts as a wait for each of them. Some things are not differences: where handles are closed, unless they are
// still needed; in how many pieces something is printed; a second wait for an object that is known to be Signaled; polling, unless it is
// done without a pause.
Comparison compare(const trace::Run& run, const trace::Run& correct);

}  // namespace lab::replay
