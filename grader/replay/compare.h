// A run beside the run of a correct program under the same order of events: which call does what another one does, and where the two part.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "trace/run.h"

namespace lab::replay {

struct Difference {
  enum class Kind {
    kAnswer,    // the same call, with another answer or other arguments
    kReaction,  // the same call with the same answer, upon which the program does or prints something else
    kExtra,     // a call that the correct program does not make
    kMissing,   // a call of the correct program's is missing before this one
    kNotDone,   // ... is missing to the end
    kEnd,       // the program ended in another way
  };
  Kind kind = Kind::kAnswer;
  std::uint64_t order = 0;             // when it is seen; the largest number: when everything else has happened
  int program = 0;                     // index into Run::programs
  std::optional<std::size_t> call;     // index into the run's calls; none: at the program's end
  std::optional<std::size_t> correct;  // index into the correct run's calls
};

struct Comparison {
  // By call of the run: the correct program's call that does the same. Calls without a counterpart have none.
  std::vector<std::optional<std::size_t>> counterparts;
  std::vector<Difference> differences;  // in the order of the run
};

// A call's counterpart is the correct run's call of the same function on the same object, of several the one that is as many-eth; a wait
// for several objects counts as a wait for each. Some things make no difference: where handles are closed, unless they are still needed;
// in how many pieces something is printed; a second wait for what is known to be Signaled; questions that are asked again until the answer
// is another one, unless without a pause.
Comparison compare(const trace::Run& run, const trace::Run& correct);

}  // namespace lab::replay
