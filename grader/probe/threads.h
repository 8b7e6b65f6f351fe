// Threads that the stage must count although the program has not created them with CreateThread.
#pragma once

#include <windows.h>

#include "probe/wire.h"

namespace lab::probe {

// Counts the calling thread for the lifetime of this object, even if the probe did not see its creation (a thread pool's thread, for
// example). Does nothing for a thread that is already counted.
class AdoptedThread {
 public:
  AdoptedThread();
  ~AdoptedThread();
  AdoptedThread(const AdoptedThread&) = delete;
  AdoptedThread& operator=(const AdoptedThread&) = delete;

 private:
  bool adopted_;
};

// Starts one of the probe's own threads and counts it from the start. Returns its entry, or null if the thread cannot be started.
wire::Thread* start_watched_thread(LPTHREAD_START_ROUTINE routine, void* argument);

// The handle that a wait for `handle` must use: `handle` itself, unless it is a mailslot's and has been used for overlapped reads without
// an event.
HANDLE waitable(HANDLE handle);

// Call this before a mailslot's handle is closed.
void forget_waitable(HANDLE handle);

// Does what WaitForSingleObject(handle, INFINITE) does when the program under test calls it.
void wait_for(HANDLE handle);

// Returns once done() is true; another thread or process must make it true, usually very soon. However long that takes on a busy machine,
// it uses little of the CPU time that counts against the program under test.
template <class Done>
void await(Done done) {
  constexpr int kHasty = 50;
  for (int looks = 0; !done(); ++looks) {
    if (looks < kHasty)
      SwitchToThread();
    else
      Sleep(1);
  }
}

}  // namespace lab::probe
