// Readers: which of the threads that read may go on. One at a time, and at quiescence, so that a sender and its receiver never run side by
// side and their order is the same in every run.
#pragma once

#include <cstdint>

#include "probe/wire.h"

namespace lab::stage {

// Whether the thread's read has something to return with: a message, or that the mailslot is gone.
bool is_readable(const wire::Wire& run, const wire::Thread& thread);

class Readers {
 public:
  // `run` must outlive this.
  explicit Readers(wire::Wire& run);

  // A thread whose read is readable and that only the stage keeps from going on; null: there is none. They take turns: one that reads again
  // and again does not keep the others from theirs. For example at quiescence: if (wire::Thread* reader = readers.next()) send(*reader,
  // kGoOn);
  wire::Thread* next();

  // Whether one has been held for so long that it must not wait for quiescence, which does not come where a program computes or waits in an
  // unknown call. To be asked at each look at which the run is not quiescent; between two looks, at `now_ms` of the system's clock, no more
  // than two ticks count, so a stage that was stopped does not hurry.
  bool held_too_long(std::uint64_t now_ms);

 private:
  bool is_held(const wire::Thread& thread) const;

  wire::Wire& run_;
  std::uint32_t turn_ = 0;  // the thread at which the search for the next one begins
  bool held_ = false;       // at the last look
  std::uint64_t held_ms_ = 0, last_look_ms_ = 0;
};

}  // namespace lab::stage
