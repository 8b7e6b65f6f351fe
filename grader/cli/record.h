// From programs to recordings: lays out the runs (run_layout.h), has stages play them (staging.h), reads what these wrote (recordings.h).
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "cli/entry.h"
#include "cli/kit.h"
#include "trace/run.h"

namespace lab::cli {

// Told after each run that was played: how many of how many, and which one.
using Progress = std::function<void(std::size_t played, std::size_t all, const std::string& which)>;

// All runs of all entries: recordings, and a run without recording for each program that is not there. What the stage could not do comes
// back as runs with the outcome "grader error"; only what keeps the grader from working at all throws std::runtime_error.
std::vector<trace::Run> record(const Kit& kit, const std::vector<Entry>& entries, int jobs, const Progress& progress = nullptr);

// The same for entries that are made meanwhile: `entries` is called once the stage has been started, which takes a while.
std::vector<trace::Run> record(const Kit& kit, const std::function<std::vector<Entry>()>& entries, int jobs,
                               const Progress& progress = nullptr);

// The scenarios of all entries, launched bare, without probe and stage directions; wall time in seconds. For `lab bench`.
struct Bare {
  double seconds = 0;
  std::size_t launches = 0;
};
Bare launch_bare(const Kit& kit, const std::vector<Entry>& entries, int jobs);

}  // namespace lab::cli
