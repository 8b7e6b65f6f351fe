// Quiescence: the state in which it is certain that nothing more will happen in the run by itself.
//
// A thread that has marked itself as blocked may be about to continue, because what it is waiting for has just become Signaled. The stage
// can see whether a process in the run is Signaled. For any other object, only the waiting thread knows, so the stage asks it: the thread
// answers from inside its wait, which shows that the wait has not been satisfied. If every thread is blocked, all have answered, and
// nothing has been recorded in the meantime, nothing is left that could signal anything.
#pragma once

#include <vector>

#include "stage/fake_workers.h"
#include "stage/programs.h"
#include "stage/shared_record.h"

namespace lab::stage {

class Quiescence {
 public:
  // All arguments must outlive this object.
  Quiescence(SharedRecord& record, Programs& programs, FakeWorkers& fake_workers);

  // Whether the run is quiescent now. Waits for the answers of the threads that it asks; also returns false if the run ends in the
  // meantime. `standstill`: the run is at a standstill (stage/standstill.h), so threads that seem to run are waiting in an unknown call,
  // and callbacks that are due will not be called.
  bool reached(bool standstill = false);

  // Whether every program is known and the stage can watch all that run. If this is false at a standstill, so is reached(true).
  bool are_programs_watched(bool standstill);

 private:
  // Whether the object of a registered wait is Signaled, or its callback is running or about to run.
  bool is_callback_due();
  // Whether the thread is quiescent as far as the stage can see. Adds it to `to_ask` if only the thread itself can tell.
  bool is_quiescent(wire::Thread& thread, std::vector<wire::Thread*>& to_ask);
  // Asks the threads. Returns whether all of them answer from inside their waits.
  bool confirm(const std::vector<wire::Thread*>& threads);

  SharedRecord& record_;
  wire::Wire& wire_;
  Programs& programs_;
  FakeWorkers& fake_workers_;
};

}  // namespace lab::stage
