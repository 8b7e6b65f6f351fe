// Waits for objects, whichever function the program calls for it.
#pragma once

#include <windows.h>

#include "probe/wire.h"

namespace lab::probe {

// One call: any or all of the handles, or (`input`, QS_...) that input in the thread's message queue.
struct Wait {
  wire::Api api;
  const HANDLE* handles;
  DWORD count;
  bool all;
  DWORD ms;
  bool alertable;
  HANDLE signaled_first = nullptr;  // SignalObjectAndWait: the other object
  DWORD input = 0;
  bool seen_input = false;  // input that the thread has looked at before counts, too
};

// The call from its record to its answer, which is that of WaitForMultipleObjectsEx; WAIT_OBJECT_0 + count for input. A wait that is
// satisfied at once is simply made. One that is not blocks where the stage can see it, and what becomes of its time-out is the run's
// clock's business: on the patient clock time-outs on programs of the run never expire, on the hurried clock they expire at once; all
// others expire when nothing else can run.
DWORD wait(const Wait& call);

// Whether the object is the process of another program of the run.
bool is_of_run(const wire::ObjectRef& object);

}  // namespace lab::probe
