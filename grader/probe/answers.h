// Programs that ask again and again: counting "not yet" answers, and blocking when there have been many.
#pragma once

#include <windows.h>

#include "probe/wire.h"

namespace lab::probe {

// Called before a question about `program` is asked. Returns at once until there have been many "not yet" answers in a row (see wire.h);
// then it blocks until the stage, which may let a fake worker end meanwhile, has the thread go on.
void await_leave_to_ask(std::int32_t program);

// A question about `program` was answered "not yet". `spins`: the answer counts for spinning (wire.h); otherwise it was a wait of 10 ms or
// more, which breaks a row.
void count_not_yet(std::int32_t program, bool spins);

// ... with anything else.
void count_answer(std::int32_t program);

// A fake worker's main thread ends soon after its start. Whoever looks at that thread is to see it ended, always.
void await_main_thread_end(const wire::ObjectRef& object, HANDLE thread);

// Called when the caller has been told that the fake worker behind `object` has ended, before it is recorded: returns once the stage has
// recorded that end. So it stands in the recording before everything that was done because of it, and in the same place every time.
void await_recorded_end(const wire::ObjectRef& object);

// The error that the scenario orders for this call, or 0. `target`: the name of the program that it starts, or of the mailslot that it is
// on.
DWORD ordered_fault(wire::Api api, const wchar_t* target);

// The thread sleeps for `us` of the run's clock. True: an asynchronous procedure call has ended its sleep, which must be alertable.
bool sleep_on_run_clock(std::int64_t us, bool alertable);

// The thread asked what time it is, or whether it has come yet. A program that does so again and again until some time has passed makes
// time pass by that: otherwise it would use up real time for nothing.
void count_look();

// The thread did something else than sleep.
void count_deed();

// Called before the thread looks for a message, for input or for a mailslot that may not be there yet: returns at once until it has looked
// in vain many times in a row; then it blocks until the stage, which may do something meanwhile, has it go on.
void await_leave_to_look();

// What it looked for was not there; it was.
void count_vain();
void count_find();

}  // namespace lab::probe
