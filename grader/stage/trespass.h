// Detects whether a run's programs tried to bypass the probe or to manipulate the grader.
#pragma once

#include <string>

#include "probe/wire.h"
#include "stage/programs.h"
#include "trace/run.h"

namespace lab::stage {

// Why the run cannot be judged (a value for Run::reason, null if nothing was found), and what was found.
struct Finding {
  const char* reason = nullptr;
  std::string detail;
};

// An attempt that a probe has reported, or damage to the parts of the record that only the stage writes.
Finding trespass_of(const wire::Wire& wire, const Ended& ended);

// A program that has ended although nothing in the recording `run` explains why.
Finding unseen_end(const trace::Run& run, const wire::Wire& wire, const Ended& ended);

}  // namespace lab::stage
