// Finishes the rows of a comparison: repeated calls in one row, and calls that the correct program makes in another order.
#pragma once

#include <vector>

#include "replay/beside.h"
#include "trace/run.h"

namespace lab::replay {

// Puts identical calls in a row into one row, with the counterpart and the mark of the last one. Calls that have counterparts of their own
// keep their rows.
void join_repetitions(std::vector<Row>& rows, const trace::Run& run);

// Marks the calls that the correct program's thread makes earlier or later among the other calls, as few as possible. Where a handle to a
// process or a thread is closed and when an exit code is read makes no difference; nor does the order of two waits, or of two calls of
// which neither waits, reads or starts a program. Calls of different threads and programs have no order.
void mark_moved(std::vector<Row>& rows, const trace::Run& run, const trace::Run& correct);

}  // namespace lab::replay
