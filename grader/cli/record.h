// Turns programs into recordings: lays out the runs (run_layout.h), has stages carry them out (staging.h), and reads the results
// (recordings.h).
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "cli/entry.h"
#include "cli/kit.h"
#include "trace/run.h"

namespace lab::cli {

// Called after each completed run, with the number of runs so far, the total, and the name of this run.
using Progress = std::function<void(std::size_t played, std::size_t all, const std::string& which)>;

// Returns all runs of all entries: recordings, and a run without a recording for each missing program. A run that the stage could not carry
// out has the outcome "grader error". Throws std::runtime_error only for problems that keep the grader from working at all.
std::vector<trace::Run> record(const Kit& kit, const std::vector<Entry>& entries, int jobs, const Progress& progress = nullptr);

// The same for entries that are prepared in parallel: `entries` is called after the stage has been started, because starting it takes a
// while.
std::vector<trace::Run> record(const Kit& kit, const std::function<std::vector<Entry>()>& entries, int jobs,
                               const Progress& progress = nullptr);

// The scenarios for all entries, launched bare, without probe and stage directions; wall time in seconds. Used by `lab bench`.
struct Bare {
  double seconds = 0;
  std::size_t launches = 0;
};
Bare launch_bare(const Kit& kit, const std::vector<Entry>& entries, int jobs);

}  // namespace lab::cli
