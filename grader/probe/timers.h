// The program's timers, whatever function sets them. They run on the run's clock: a real timer is never set to its due time. When nothing
// else can run, the stage has the timer expire that is due first, before or after other time-outs as the clock has it; a thread of the
// probe's, started with the first timer, then makes the real one due at once. A timer that the clock has passed by expires even while
// threads run.
#pragma once

#include <windows.h>

#include "probe/wire.h"

namespace lab::probe {

struct PoolCallback;

struct Timer {
  // Makes the real timer due now, in the probe's thread. Gets a copy: the timer may be set again meanwhile.
  void (*fire)(const Timer& timer);
  void* object;                // what the program knows it by: a handle, a PTP_TIMER
  std::int64_t period_us = 0;  // 0: once
  void* callback = nullptr;    // these are for `fire`
  void* context = nullptr;
  HANDLE handle = nullptr;
  std::uint32_t number = 0;
  std::int64_t due_us = 0;  // set by set_timer
};

// Has the timer expire that long from now on the run's clock, and then with its period. One that was set before is set again.
void set_timer(const Timer& timer, std::int64_t in_us);
// The real timer is not touched any more. False: it was not set, or has expired for the last time.
bool cancel_timer(void* object);
// All that were set with this `handle`.
void cancel_timers_of(HANDLE handle);
bool is_timer_set(void* object);

// Whether a timer of this program expires before the run's clock gets there.
bool is_timer_due_by(std::int64_t clock_us);

// From now until a moment as the timer functions take it, in microseconds: negative ones count from now, positive ones are a moment of the
// system's time, both in units of 100 ns.
std::int64_t until_us(LONGLONG due);
// The same in whole milliseconds, and never INFINITE.
DWORD until_ms(LONGLONG due);
inline LONGLONG units_of(FILETIME time) { return static_cast<LONGLONG>(time.dwHighDateTime) << 32 | time.dwLowDateTime; }
// The system's time as the program reads it.
FILETIME time_on_run_clock();

}  // namespace lab::probe
