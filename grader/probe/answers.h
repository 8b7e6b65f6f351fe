// Handles programs that poll: counts "not yet" answers, and blocks a thread that has received many in a row.
#pragma once

#include <windows.h>

#include "probe/wire.h"

namespace lab::probe {

// Call this before the thread asks about the state of `program`. Returns at once unless there have been many "not yet" answers in a row
// (see wire.h); then it blocks until the stage, which may release a fake worker first, lets the thread continue.
void await_leave_to_ask(std::int32_t program);

// Counts a "not yet" answer about `program`. `spins`: the answer counts as spinning (wire.h); otherwise, it came from a wait of 10 ms or
// more, which interrupts a row of such answers.
void count_not_yet(std::int32_t program, bool spins);

// Counts any other answer about `program`.
void count_answer(std::int32_t program);

// Waits until a fake worker's main thread has ended, which it does soon after its start, so that the program always finds that thread
// ended.
void await_main_thread_end(const wire::ObjectRef& object, HANDLE thread);

// Call this when the system has reported that the fake worker `object` has ended, before that result is recorded. Returns once the stage
// has recorded the end of the worker, so that the recording always contains it before everything that the program does because of it.
void await_recorded_end(const wire::ObjectRef& object);

// The error with which the scenario makes this call fail, or 0. `target` is the name of the program or mailslot that the call is about.
DWORD ordered_fault(wire::Api api, const wchar_t* target);

// Sleeps for `us` microseconds on the run's clock. Returns true if an asynchronous procedure call has ended the sleep, which is possible
// only if it is alertable.
bool sleep_on_run_clock(std::int64_t us, bool alertable);

// Call this when the thread has asked for the time, or checked whether a certain time has been reached. After many such calls, each one
// advances the run's clock: otherwise, a program that polls until some time has passed would waste real time.
void count_look();

// Call this when the thread has done something other than sleep.
void count_deed();

// Call this before the thread looks for a message, for input, or for a mailslot that may not exist yet. Returns at once unless the thread
// has looked in vain many times in a row; then it blocks until the stage, which may do something else first, lets the thread continue.
void await_leave_to_look();

// Count checks that found nothing, and checks that found something.
void count_vain();
void count_find();

}  // namespace lab::probe
