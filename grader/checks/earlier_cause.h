// Finds the earlier call that made a call's handle invalid.
#pragma once

#include "trace/reason.h"
#include "trace/run.h"

namespace lab::checks {

// Stores in `reason` the earlier call that explains what `call` was passed, and the line of that call, if the recording has both: the
// CloseHandle of a handle that was closed before, or the call that started the only other thread, if that thread was passed no handle.
void tell_cause(const trace::Run& run, const trace::Call& call, trace::Because& reason);

}  // namespace lab::checks
