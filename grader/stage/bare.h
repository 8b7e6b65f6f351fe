// The same starts without everything that makes a run a run: what `lab bench` compares with.
#pragma once

#include "stage/scenario.h"

namespace lab::stage {

// Starts the program under test as a shell would, its output thrown away, and waits for its end (10 s at the most). Throws win32::Error.
void launch_bare(const Scenario& scenario);

}  // namespace lab::stage
