// Standstill: for a while, nothing has been recorded, and no thread has used CPU time except those that are known to be waiting. If the run
// is still not quiescent, one of its threads is waiting in a call that the probe does not know.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <vector>

#include "stage/programs.h"
#include "stage/quiescence.h"
#include "stage/shared_record.h"

namespace lab::stage {

class Standstill {
 public:
  // All arguments must outlive this object.
  Standstill(SharedRecord& record, Programs& programs, Quiescence& quiescence);

  // Call this whenever the stage finds that the run is not quiescent. The duration is counted in checks by the stage. A check counts only
  // if every program has shown that it is not suspended: a thread that the stage started in it has run to completion. Returns true once,
  // then starts again. Returns false without measuring CPU time if the run would not be quiescent at a standstill either, because measuring
  // many programs is slow.
  bool reached();

 private:
  void begin();
  // Whether each program has run the thread that the stage started in it at the last check. If so, starts the next threads.
  bool programs_run();
  // The CPU time used by threads that are not known to be waiting.
  std::uint64_t used() const;

  SharedRecord& record_;
  wire::Wire& wire_;
  Programs& programs_;
  Quiescence& quiescence_;
  std::vector<std::shared_ptr<std::atomic<bool>>> pulses_;  // from the last check; true: the thread has run
  std::uint64_t order_ = 0, last_look_ms_ = 0, used_ = 0;
  std::uint32_t looks_ = 0;
};

}  // namespace lab::stage
