// Has stages play what was laid out, one on each processor where that is the fastest way.
#pragma once

#include <functional>
#include <string>

#include "cli/kit.h"
#include "cli/run_layout.h"

namespace lab::cli {

// Plays the shares of `layout`, or, where there is a `prepare`, starts the stages first and plays what that adds to `layout`. `on_played`
// gets all that a stage wrote of a run, from several threads at once. `jobs`: how many runs at a time, on all stages together. Returns what
// a stage said when it did not end well, else "". Throws std::runtime_error when no stage can be started, and what the two functions throw.
std::string play_on_stages(const Kit& kit, const RunLayout& layout, int jobs, const std::function<void()>& prepare,
                           const std::function<void(const std::string& recording)>& on_played);

// Plays the runs of one share on a stage of their own, as after a stage has stopped: whatever stops this one costs no other runs. Returns
// what play_on_stages returns.
std::string play_alone(const Kit& kit, const RunLayout& layout, const Share& share, int jobs,
                       const std::function<void(const std::string& recording)>& on_played);

}  // namespace lab::cli
