// A trial: runs and judges programs with known mistakes.
#pragma once

#include <string>
#include <vector>

#include "checks/judge.h"
#include "cli/record.h"
#include "cli/specimen.h"

namespace lab::cli {

struct Trial {
  int repeat = 1;     // how often to run each program
  int jobs = 1;       // the number of runs at a time
  bool busy = false;  // keep every core busy during the trial
};

// Records every specimen as often as the trial says; a run's submission is the number of its repetition, counted over all specimens.
std::vector<trace::Run> play(const Kit& kit, const std::vector<Specimen>& all, const Trial& trial, const Progress& progress);

// Returns the verdicts for each repetition of each specimen, in the order of the runs. They are judged all at once, so call this only once
// (checks/judge.h). The solution of each lab must be among the specimens, because it provides the programs that the others lack.
std::vector<std::vector<checks::Judged>> judge(const std::vector<Specimen>& all, const std::vector<trace::Run>& runs, int repeat);

// Whether the outcome says that the program made a mistake.
bool caught(trace::Outcome outcome);

}  // namespace lab::cli
