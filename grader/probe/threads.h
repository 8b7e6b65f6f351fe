// Threads as the stage counts them, where more is needed than the program's own calls of CreateThread.
#pragma once

#include <windows.h>

#include "probe/wire.h"

namespace lab::probe {

// As long as it lives the calling thread is counted, even if nobody saw it being created (a thread pool's). A counted thread stays so.
class AdoptedThread {
 public:
  AdoptedThread();
  ~AdoptedThread();
  AdoptedThread(const AdoptedThread&) = delete;
  AdoptedThread& operator=(const AdoptedThread&) = delete;

 private:
  bool adopted_;
};

// A thread of the probe's own that is counted from its creation on; its entry, or null when there is none to be had.
wire::Thread* start_watched_thread(LPTHREAD_START_ROUTINE routine, void* argument);

// What a wait for the handle really waits for: the handle itself, unless it is a mailslot's with a read that pends.
HANDLE waitable(HANDLE handle);

// The mailslot's handle is about to be closed.
void forget_waitable(HANDLE handle);

// WaitForSingleObject(handle, INFINITE) as the program under test calls it.
void wait_for(HANDLE handle);

// Returns once done() holds, which another thread or process sees to, most often at once. However long that takes on a busy machine, it
// takes little of the processor time that the program under test is judged by.
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
