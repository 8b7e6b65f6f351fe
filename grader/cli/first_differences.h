// Counts how often the reason for a failed check of a known-wrong program points to the first difference between the run and a correct run.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "checks/judge.h"
#include "cli/specimen.h"
#include "trace/run.h"

namespace lab::cli {

struct FirstDifferences {
  std::size_t same = 0;                 // known-wrong programs whose first difference is the moment given in the reason
  std::size_t same_line = 0;            // ... is the same source line at another time, as in a loop
  std::size_t another = 0;              // ... is a different moment, or there is no difference
  std::size_t no_moment = 0;            // ... whose reasons refer to no moment in a run
  std::vector<std::string> of_another;  // the programs counted in same_line and another, one a line
};

// `judged`: what judge() returned for the specimens' runs (trial.h). Only the first repetition of each specimen counts.
FirstDifferences first_differences(const std::vector<Specimen>& all, const std::vector<trace::Run>& runs,
                                   const std::vector<std::vector<checks::Judged>>& judged);

}  // namespace lab::cli
