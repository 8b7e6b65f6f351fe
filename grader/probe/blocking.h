// Threads that block where the stage can see them, ask them, and send them a command. Nothing here throws or allocates.
#pragma once

#include <windows.h>

#include "probe/wire.h"

namespace lab::probe {

// Looks whether what a thread waits for has come, and takes it if so. For what no handle stands for. Refers to `look`, which must outlive
// it:
//   auto taken = [&] { return TryEnterCriticalSection(section) != 0; };
//   block_thread({.look = look_by(taken)});
struct Look {
  bool (*call)(void* look) = nullptr;
  void* look = nullptr;
  bool operator()() const { return call && call(look); }
};
template <class F>
Look look_by(F& look) {
  return {[](void* it) { return (*static_cast<F*>(it))(); }, &look};
}

// What a thread waits for, besides the stage's command. The caller has found that nothing of it has come yet.
struct Block {
  wire::WaitReason reason = wire::WaitReason::kWait;
  std::int32_t about = -1;
  std::int64_t deadline_us = 0;
  const HANDLE* handles = nullptr;  // any of these; at most kMostWatched
  DWORD count = 0;
  const wire::ObjectRef* objects = nullptr;  // for the stage, which sees of itself when a program of the run has ended
  DWORD object_count = 0;
  bool alertable = false;
  DWORD input = 0;          // QS_...: that input in the thread's message queue
  bool seen_input = false;  // ... including input that the thread has looked at before (MWMO_INPUTAVAILABLE)
  Look look = {};           // ... that this look takes it. It happens now and then, and before each answer to the stage
};
inline constexpr DWORD kMostWatched = MAXIMUM_WAIT_OBJECTS - 2;  // the stage's command and the message queue need a place, too

// What ended a thread's block.
enum class Wake { kObject, kApc, kGoOn, kExpired, kFailed };
inline constexpr DWORD kByStage = 1, kCancelled = 2;
struct Woken {
  Wake how;
  // kObject: which handle; may carry WAIT_ABANDONED_0; the number of handles where input or the look ended it. kFailed: by the stage's
  // command, by another thread's, or (0) of itself.
  DWORD index;
};
Woken block_thread(const Block& block);

// The same for a call with a time-out. A finite one ends by the run's clock when nothing else can run: kExpired, and the clock has been
// moved on.
Woken block_thread_for(DWORD ms, Block block);

// Has another thread of this program, which is blocked, wake with kCancelled. False when it is not blocked any more.
bool wake_cancelled(wire::Thread& thread);

// Records that the stage has failed a call that no lab teaches, because it would never return; otherwise such calls are not recorded.
void record_failed(wire::Api api);

}  // namespace lab::probe
