// The handle tables of the programs in a run.
#pragma once

#include <vector>

#include "replay/replay.h"

namespace lab::replay {

// All handles, sorted by program and number. `so_far` must contain the steps and the processes.
std::vector<Handle> handles_of(const trace::Run& run, const Replay& so_far);

}  // namespace lab::replay
