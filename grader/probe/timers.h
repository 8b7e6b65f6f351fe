// The program's timers, whichever function sets them. They use the run's clock; a real timer is never set to its due time. When nothing
// else can run, the stage lets the earliest timer or other time-out expire. One of the probe's threads, started with the first timer, then
// makes the real timer due at once. A timer whose due time the clock has passed expires even while threads run.
#pragma once

#include <windows.h>

#include "probe/wire.h"

namespace lab::probe {

struct PoolCallback;

struct Timer {
  // Makes the real timer due now. Called in the probe's thread with a copy, because the timer may be set again in the meantime.
  void (*fire)(const Timer& timer);
  void* object;                // how the program identifies it, such as a handle or a PTP_TIMER
  std::int64_t period_us = 0;  // 0: once
  void* callback = nullptr;    // this and the next three are for `fire`
  void* context = nullptr;
  HANDLE handle = nullptr;
  std::uint32_t number = 0;
  std::int64_t due_us = 0;  // set by set_timer
};

// Makes the timer expire in `in_us` microseconds on the run's clock, and then periodically if it has a period. Replaces an earlier setting.
void set_timer(const Timer& timer, std::int64_t in_us);
// After this, the real timer is no longer touched. Returns false if it was not set, or has expired for the last time.
bool cancel_timer(void* object);
// Cancels all timers that were set with this `handle`.
void cancel_timers_of(HANDLE handle);
bool is_timer_set(void* object);

// Whether a timer of this program expires when or before the run's clock reaches `clock_us`.
bool is_timer_due_by(std::int64_t clock_us);

// Converts a due time of the timer functions to microseconds from now. `due` is in units of 100 ns: a negative value counts from now, a
// positive one is an absolute system time.
std::int64_t until_us(LONGLONG due);
// The same in whole milliseconds; never INFINITE.
DWORD until_ms(LONGLONG due);
inline LONGLONG units_of(FILETIME time) { return static_cast<LONGLONG>(time.dwHighDateTime) << 32 | time.dwLowDateTime; }
// The system time as the program sees it.
FILETIME time_on_run_clock();

}  // namespace lab::probe
