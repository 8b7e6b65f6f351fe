// Finds out whether programs of a run went around the probe, or for the grader.
#pragma once

#include <string>

#include "probe/wire.h"
#include "stage/programs.h"
#include "trace/run.h"

namespace lab::stage {

// Why the run cannot be judged, as Run::reason has it, and what was seen. Null: nothing was.
struct Finding {
  const char* reason = nullptr;
  std::string detail;
};

// What the probes have seen, and what only the stage knows: how programs really ended. `run` is the recording of it.
Finding trespass_of(const trace::Run& run, const wire::Wire& wire, const Ended& ended);

}  // namespace lab::stage
