// Waits for objects, whichever function the program calls.
#pragma once

#include <windows.h>

#include "probe/wire.h"

namespace lab::probe {

// One call, which waits for any or all of the handles or, with `input` (QS_...), for such input in the thread's message queue.
struct Wait {
  wire::Api api;
  const HANDLE* handles;
  DWORD count;
  bool all;
  DWORD ms;
  bool alertable;
  HANDLE signaled_first = nullptr;  // SignalObjectAndWait: the other object
  DWORD input = 0;
  bool seen_input = false;  // input that the thread has already seen counts, too
};

// Records the call, carries it out, and returns what WaitForMultipleObjectsEx returns; WAIT_OBJECT_0 + count for input. If the wait cannot
// be satisfied at once, the thread blocks where the stage can see it, and the run's clock decides about the time-out: time-outs of waits
// for programs in the run never elapse on the patient clock and elapse at once on the hurried clock; all others elapse when nothing else
// can run.
DWORD wait(const Wait& call);

// Whether the object is the process of another program in the run.
bool is_of_run(const wire::ObjectRef& object);

}  // namespace lab::probe
