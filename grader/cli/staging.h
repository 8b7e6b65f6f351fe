// Has stages carry out the laid-out runs, with one stage per processor if that is fastest.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/kit.h"
#include "cli/run_layout.h"

namespace lab::cli {

// Why a stage's report was rejected.
struct Trouble {
  std::string what;         // "": it was accepted
  bool by_program = false;  // only a program that the stage ran can have caused it
};

struct Played {
  std::vector<std::string> recordings;  // everything a stage wrote about a run, for each run; only from stages that ended well
  Trouble trouble;                      // of the first stage that failed
};

// Called after each run, from several threads at once, with "AdderManager worker_1_first", or "" if the run was left out.
using OnPlayed = std::function<void(const std::string& which)>;

// Has the shares in `layout` carried out. With `prepare`, starts the stages first, and then gives them the shares that `prepare` adds to
// `layout`. `jobs`: the number of runs at a time, across all stages. Throws std::runtime_error if no stage can be started, and what the two
// functions throw.
Played play_on_stages(const Kit& kit, const RunLayout& layout, int jobs, const std::function<void()>& prepare, const OnPlayed& on_played);

// Has the runs in one share carried out on a separate stage, for use after a stage has stopped: if this one stops, too, no other runs are
// lost.
Played play_alone(const Kit& kit, const RunLayout& layout, const Share& share, int jobs, const OnPlayed& on_played);

}  // namespace lab::cli
