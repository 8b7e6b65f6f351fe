// Additional threads, and calls that may never return.
#pragma once

#include <windows.h>

#include <string>

#include "tests/facts/facts.h"
#include "win32/handle.h"

namespace lab::facts {

// Returns whether the object was signaled. Waits far longer than any of these calls takes if it returns at all: a hundred turns of 50 ms,
// of which a machine that stands still uses up only one. A fact that holds never waits for the last turn.
inline bool signaled_in_time(HANDLE object) {
  for (int turn = 0; turn < 100; ++turn) {
    const DWORD waited = WaitForSingleObject(object, 50);
    if (waited != WAIT_TIMEOUT) return waited == WAIT_OBJECT_0;
  }
  return false;
}

class Thread {
 public:
  // Starts work(what) in a new thread.
  Thread(LPTHREAD_START_ROUTINE work, void* what) : handle_(CreateThread(nullptr, 0, work, what, 0, nullptr)) {
    if (!handle_) throw Unexpected{"CreateThread fails with error " + std::to_string(GetLastError())};
  }
  void join() const { WaitForSingleObject(handle_.get(), INFINITE); }
  bool ended_in_time() const { return signaled_in_time(handle_.get()); }

 private:
  win32::Handle handle_;
};

}  // namespace lab::facts
