// Standstill: for a while nothing has been recorded, and no thread has used processor time but those that are known to wait. Where the run
// is still not quiescent, one of its threads waits in a call that the probe does not know.
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
  // All must outlive this.
  Standstill(SharedRecord& record, Programs& programs, Quiescence& quiescence);

  // To be asked whenever the stage finds that the run is not quiescent. The while counts only the stage's looks, and only those at which
  // every program has shown that it is not stopped: a thread of its own ran to its end. True once; then it begins again. Where the run
  // would not be quiescent at a standstill either, nothing is looked at: what programs use takes the system long to tell where there are
  // many.
  bool reached();

 private:
  void begin();
  // Whether each program has run the thread that the stage started in it at the last look; starts the next ones.
  bool programs_run();
  // What threads have used that are not known to wait.
  std::uint64_t used() const;

  SharedRecord& record_;
  wire::Wire& wire_;
  Programs& programs_;
  Quiescence& quiescence_;
  std::vector<std::shared_ptr<std::atomic<bool>>> pulses_;  // of the last look; true: it has run
  std::uint64_t order_ = 0, last_look_ms_ = 0, used_ = 0;
  std::uint32_t looks_ = 0;
};

}  // namespace lab::stage
