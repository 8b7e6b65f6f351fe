// The handle tables of a run's programs.
#pragma once

#include <vector>

#include "replay/replay.h"

namespace lab::replay {

// By program and number. `so_far` has the steps and the processes.
std::vector<Handle> handles_of(const trace::Run& run, const Replay& so_far);

}  // namespace lab::replay
