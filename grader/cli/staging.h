// Has stages play what was laid out, one on each processor where that is the fastest way.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/kit.h"
#include "cli/run_layout.h"

namespace lab::cli {

// Why what a stage reports does not count.
struct Trouble {
  std::string what;         // "": it counts
  bool by_program = false;  // only a program that the stage played can have caused it
};

struct Played {
  std::vector<std::string> recordings;  // all that a stage wrote of a run, for each run; only of stages that ended well
  Trouble trouble;                      // of the first stage that did not
};

// Told after each run as it comes, from several threads at once: "AdderManager worker_1_first", or "" when it was left out.
using OnPlayed = std::function<void(const std::string& which)>;

// Plays the shares of `layout`, or, where there is a `prepare`, starts the stages first and plays what that adds to `layout`. `jobs`: how
// many runs at a time, on all stages together. Throws std::runtime_error when no stage can be started, and what the two functions throw.
Played play_on_stages(const Kit& kit, const RunLayout& layout, int jobs, const std::function<void()>& prepare, const OnPlayed& on_played);

// Plays the runs of one share on a stage of their own, as after a stage has stopped: whatever stops this one costs no other runs.
Played play_alone(const Kit& kit, const RunLayout& layout, const Share& share, int jobs, const OnPlayed& on_played);

}  // namespace lab::cli
