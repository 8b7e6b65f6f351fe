// Whether a run's first difference from a correct run is what the reason of a failed check names, over programs of which it is known what
// is wrong with them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "checks/judge.h"
#include "cli/specimen.h"
#include "trace/run.h"

namespace lab::cli {

struct FirstDifferences {
  std::size_t same = 0;                 // known-wrong programs whose first difference is the moment that the reason names
  std::size_t same_line = 0;            // ... is the same call of the source another time, as in a loop
  std::size_t another = 0;              // ... is another one, or there is none
  std::size_t no_moment = 0;            // their reasons name no moment of a run
  std::vector<std::string> of_another;  // both of these kinds, one a line
};

// `judged` is what judge() told of the specimens' runs (trial.h); each specimen's first repetition counts.
FirstDifferences first_differences(const std::vector<Specimen>& all, const std::vector<trace::Run>& runs,
                                   const std::vector<std::vector<checks::Judged>>& judged);

}  // namespace lab::cli
