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

// What the probes have seen, and what of the record is not as the stage wrote it.
Finding trespass_of(const wire::Wire& wire, const Ended& ended);

// A program that has ended though nothing in the recording, `run`, has ended it.
Finding unseen_end(const trace::Run& run, const wire::Wire& wire, const Ended& ended);

}  // namespace lab::stage
