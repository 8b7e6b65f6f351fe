// Decides which of the threads that read a mailslot may continue. Only one may continue at a time, and only at quiescence, so that a sender
// and its receiver never run at the same time and the order of events is the same in every run.
#pragma once

#include <cstdint>

#include "probe/wire.h"

namespace lab::stage {

// Whether the thread's read can return: there is a message, or the mailslot is closed.
bool is_readable(const wire::Wire& run, const wire::Thread& thread);

class Readers {
 public:
  // `run` must outlive this object.
  explicit Readers(wire::Wire& run);

  // A thread whose read can return and that is held only by the stage; null if there is none. Threads take turns, so one that reads again
  // and again does not block the others. For example, at quiescence: if (wire::Thread* reader = readers.next()) send(*reader, kGoOn);
  wire::Thread* next();

  // Whether a reader has been held for so long that it should no longer wait for quiescence, which is never reached while a program
  // computes or waits in an unknown call. Call this each time the stage finds that the run is not quiescent. `now_ms` is the system's
  // clock; at most two ticks count between two calls, so that a stage that was stopped for a while does not release readers too early.
  bool held_too_long(std::uint64_t now_ms);

 private:
  bool is_held(const wire::Thread& thread) const;

  wire::Wire& run_;
  std::uint32_t turn_ = 0;  // the index at which the search for the next thread begins
  bool held_ = false;       // at the last call of held_too_long()
  std::uint64_t held_ms_ = 0, last_look_ms_ = 0;
};

}  // namespace lab::stage
