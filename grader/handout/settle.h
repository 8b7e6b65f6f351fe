// A recording without what differs from run to run of one program, so that two recordings of it show the same.
#pragma once

#include "trace/run.h"
#include "trace/verdict.h"

namespace lab::handout {

// A stand-in ends at the moment when it was told to: the stage notices it a little later, and how much later differs. (Where a call saw it
// run on behind that moment, it stays where it was noticed.) Calls that print one behind the other become one. All orders are doubled, to
// make room between them.
void settle(trace::Run& run);

// The reason of a verdict, for a run that settle() has been through: its moment is the run's, and its time is left out ("...").
void settle(trace::Because& because);

}  // namespace lab::handout
