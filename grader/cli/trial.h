// A trial: programs of which it is known what is wrong with them are played and judged.
#pragma once

#include <string>
#include <vector>

#include "checks/judge.h"
#include "cli/record.h"
#include "cli/specimen.h"

namespace lab::cli {

struct Trial {
  int repeat = 1;     // play each so often
  int jobs = 1;       // so many runs at a time
  bool busy = false;  // keep every core busy meanwhile
};

// Records every specimen as often as the trial says; a run's submission is the number of its repetition among all.
std::vector<trace::Run> play(const Kit& kit, const std::vector<Specimen>& all, const Trial& trial, const Progress& progress);

// The verdicts of each repetition of each specimen, in the order of the runs; judged all at once, so only once (checks/judge.h). The
// solution of each lab must be among the specimens: from it comes what they lack.
std::vector<std::vector<checks::Judged>> judge(const std::vector<Specimen>& all, const std::vector<trace::Run>& runs, int repeat);

// Whether the outcome says that the program made a mistake.
bool caught(trace::Outcome outcome);

}  // namespace lab::cli
