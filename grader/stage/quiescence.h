// Quiescence: when it is certain that nothing in the run will happen by itself any more.
//
// A thread that has marked itself as blocked may be about to go on, because what it waits for has just become signaled. Whether a process
// of the run is signaled the stage can see. Of any other object only the waiting thread itself can tell, so it is asked: it answers from
// inside its wait, which shows that the wait has not been satisfied. If every thread is blocked, all have answered, and no moment of the
// run has passed meanwhile, nothing is left that could signal anything.
#pragma once

#include <vector>

#include "stage/fake_workers.h"
#include "stage/programs.h"
#include "stage/shared_record.h"

namespace lab::stage {

class Quiescence {
 public:
  // All must outlive this.
  Quiescence(SharedRecord& record, Programs& programs, FakeWorkers& fake_workers);

  // Whether the run is quiescent now. Waits for the answers of the threads that it asks; false as well when the run ends meanwhile.
  // `standstill`: it stands still (stage/standstill.h), so threads that seem to run wait in an unknown call, and callbacks that
  // are due do not come.
  bool reached(bool standstill = false);

  // Whether every program is known, and none runs that the stage cannot watch: where this is false at a standstill, so is reached(true).
  bool are_programs_watched(bool standstill);

 private:
  // Whether the object of a registered wait is signaled, or its callback is at work.
  bool is_callback_due();
  // Whether the thread is quiescent as far as can be seen from outside; adds it to those that must be asked.
  bool is_quiescent(wire::Thread& thread, std::vector<wire::Thread*>& to_ask);
  // Whether all of them answer from inside their waits.
  bool confirm(const std::vector<wire::Thread*>& threads);

  SharedRecord& record_;
  wire::Wire& wire_;
  Programs& programs_;
  FakeWorkers& fake_workers_;
};

}  // namespace lab::stage
