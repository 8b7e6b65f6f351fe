// Blocks threads so that the stage can see them, query them, and send them commands. Nothing here throws or allocates.
#pragma once

#include <windows.h>

#include "probe/wire.h"

namespace lab::probe {

// Checks whether what a thread is waiting for has arrived, and takes it if so; for anything that has no handle. Keeps a reference to
// `look`, which must outlive it:
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

// What a thread is waiting for, in addition to the stage's command. The caller has already checked that none of it has happened yet.
struct Block {
  wire::WaitReason reason = wire::WaitReason::kWait;
  std::int32_t about = -1;
  std::int64_t deadline_us = 0;
  const HANDLE* handles = nullptr;  // ends when any of these is Signaled; at most kMostWatched
  DWORD count = 0;
  const wire::ObjectRef* objects = nullptr;  // for the stage, which can see for itself when a program in the run has ended
  DWORD object_count = 0;
  bool alertable = false;
  DWORD input = 0;          // QS_...: ends when such input is in the thread's message queue
  bool seen_input = false;  // also counts input that the thread has already seen (MWMO_INPUTAVAILABLE)
  Look look = {};           // ends when this returns true; called now and then, and before each answer to the stage
};
inline constexpr DWORD kMostWatched = MAXIMUM_WAIT_OBJECTS - 2;  // the stage's command and the message queue need an entry, too

// What ended a thread's block.
enum class Wake { kObject, kApc, kGoOn, kExpired, kFailed };
inline constexpr DWORD kByStage = 1, kCancelled = 2;
struct Woken {
  Wake how;
  // kObject: the index of the handle, possibly plus WAIT_ABANDONED_0; the number of handles if input or `look` ended the wait. For
  // kFailed: kByStage, kCancelled by another thread, or 0 if the wait itself failed.
  DWORD index;
};
Woken block_thread(const Block& block);

// The same for a call with a time-out. A finite time-out elapses on the run's clock when nothing else can run; this advances the clock and
// returns kExpired.
Woken block_thread_for(DWORD ms, Block block);

// Wakes another, blocked thread in this program with kCancelled. Returns false if it is no longer blocked.
bool wake_cancelled(wire::Thread& thread);

// Records that the stage made a call fail because it would never return, even though no lab teaches that call; such calls are otherwise not
// recorded.
void record_failed(wire::Api api);

}  // namespace lab::probe
