// The table of timers, and the thread that makes them expire.
#include "probe/timers.h"

#include <algorithm>
#include <iterator>

#include "probe/blocking.h"
#include "probe/locked.h"
#include "probe/recorder.h"
#include "probe/threads.h"

namespace lab::probe {
namespace {

constexpr std::int64_t kUnitsPerUs = 10;
constexpr std::size_t kMaxTimers = 256;
Timer timers[kMaxTimers];  // `object` null: free
SRWLOCK timers_lock = SRWLOCK_INIT;
bool thread_started = false;
std::atomic<void*> firing{nullptr};
std::atomic<DWORD> firing_thread{0};

Timer* find(void* object) {
  const auto found = std::find_if(std::begin(timers), std::end(timers), [&](const Timer& timer) { return timer.object == object; });
  return found == std::end(timers) ? nullptr : found;
}

Timer* earliest() {
  Timer* first = nullptr;
  for (Timer& timer : timers)
    if (timer.object && (!first || timer.due_us < first->due_us)) first = &timer;
  return first;
}

// Tells the stage when the earliest timer is due.
void show() {
  const Timer* first = earliest();
  run->programs[self].timer_due_us = first ? first->due_us : 0;
}

// Takes the earliest timer, and sets it again if it has a period.
bool take_earliest(Timer& taken) {
  const Locked locked(timers_lock);
  Timer* first = earliest();
  if (!first) return false;
  taken = *first;
  firing = taken.object;
  // If the clock has passed several periods, the timer expires only once for all of them.
  const std::int64_t late = std::max<std::int64_t>(clock_us() - first->due_us, 0);
  if (first->period_us > 0)
    first->due_us += first->period_us * (late / first->period_us + 1);
  else
    first->object = nullptr;
  show();
  return true;
}

// After the program has cancelled a timer, the real timer may no longer exist, so this waits until the probe's thread has finished setting
// it.
void await_fired(void* object) {
  if (GetCurrentThreadId() != firing_thread) await([&] { return firing != object; });
}

DWORD WINAPI run_timers(void*) {
  firing_thread = GetCurrentThreadId();
  for (;;) {
    const Woken woken = block_thread({.reason = wire::WaitReason::kTimer});
    Timer timer = {};
    if (woken.how == Wake::kFailed || !take_earliest(timer)) continue;
    advance_clock_to(timer.due_us);
    if (wire::Thread* slot = current_thread()) ++slot->sleeps;
    timer.fire(timer);
    firing = nullptr;
  }
}

}  // namespace

void set_timer(const Timer& timer, std::int64_t in_us) {
  const LastErrorKept kept;
  const Locked locked(timers_lock);
  Timer* entry = find(timer.object);
  if (!entry) entry = find(nullptr);
  if (!entry) {
    run->overflow = 1;
    return;
  }
  *entry = timer;
  entry->due_us = std::max<std::int64_t>(clock_us() + in_us, 1);
  show();
  if (!thread_started) thread_started = start_watched_thread(&run_timers, nullptr) != nullptr;
}

bool cancel_timer(void* object) {
  if (!object) return false;
  await_fired(object);
  if (!run->programs[self].timer_due_us) return false;
  const Locked locked(timers_lock);
  Timer* timer = find(object);
  if (!timer) return false;
  timer->object = nullptr;
  show();
  return true;
}

void cancel_timers_of(HANDLE handle) {
  for (Timer& timer : timers)
    if (handle && timer.object && timer.handle == handle) cancel_timer(timer.object);
}

bool is_timer_set(void* object) {
  const Locked locked(timers_lock);
  return object && find(object);
}

bool is_timer_due_by(std::int64_t clock_us) {
  const std::int64_t due = run->programs[self].timer_due_us;
  return due && due <= clock_us;
}

FILETIME time_on_run_clock() {
  FILETIME now;
  GetSystemTimeAsFileTime(&now);
  const LONGLONG moved = units_of(now) + clock_us() * kUnitsPerUs;
  return {static_cast<DWORD>(moved), static_cast<DWORD>(moved >> 32)};
}

std::int64_t until_us(LONGLONG due) {
  const LONGLONG units = due <= 0 ? -due : due - units_of(time_on_run_clock());
  return std::max<LONGLONG>((units + kUnitsPerUs - 1) / kUnitsPerUs, 0);
}

DWORD until_ms(LONGLONG due) {
  constexpr std::int64_t kUsPerMs = 1000;
  return static_cast<DWORD>(std::min<std::int64_t>((until_us(due) + kUsPerMs - 1) / kUsPerMs, INFINITE - 1));
}

}  // namespace lab::probe
