// Functions that set timers: waitable timers, timer queues, thread pool timers, multimedia timers.
#include <windows.h>

#include <mmsystem.h>

#include "probe/blocking.h"
#include "probe/imports.h"
#include "probe/pool.h"
#include "probe/recorder.h"
#include "probe/timers.h"

namespace lab::probe {
namespace {

using wire::Api;

constexpr DWORD kFarMs = 0x7FFFFFFF;  // a due time or period for a real timer that is longer than any run
constexpr std::int64_t kUsPerMs = 1000;

// Waitable timers, https://learn.microsoft.com/windows/win32/sync/waitable-timer-objects

// Waits until the system has signaled a real timer that was set to now, which takes a moment. The timer has a period, so that a timer that
// a waiting thread has already reset can be distinguished from one that has not expired yet.
void await_signal(HANDLE timer) {
  struct Information {  // https://learn.microsoft.com/windows-hardware/drivers/kernel/timer-objects-and-dpcs; TIMER_BASIC_INFORMATION
    LARGE_INTEGER remaining;
    BOOLEAN signaled;
  };
  constexpr int kBasicInformation = 0;
  constexpr DWORD kLongEnoughMs = 1000;
  const auto query = system_function<LONG NTAPI(HANDLE, int, void*, ULONG, ULONG*)>(L"ntdll.dll", "NtQueryTimer");
  const DWORD began = GetTickCount();
  await([&] {
    Information now = {};
    const bool known = query && query(timer, kBasicInformation, &now, sizeof now, nullptr) >= 0;
    return !known || now.signaled || now.remaining.QuadPart > 0 || GetTickCount() - began >= kLongEnoughMs;
  });
}

struct Completion {
  PTIMERAPCROUTINE routine;
  void* argument;
};

void NTAPI complete(ULONG_PTR argument) {
  auto* heap = reinterpret_cast<Completion*>(argument);
  const Completion completion = *heap;
  HeapFree(GetProcessHeap(), 0, heap);
  const FILETIME now = time_on_run_clock();
  completion.routine(completion.argument, now.dwLowDateTime, now.dwHighDateTime);
}

void fire_waitable(const Timer& timer) {
  LARGE_INTEGER now;
  now.QuadPart = -1;
  if (!SetWaitableTimer(timer.object, &now, kFarMs, nullptr, nullptr, FALSE)) return;
  await_signal(timer.object);
  if (!timer.callback) return;
  auto* completion = static_cast<Completion*>(HeapAlloc(GetProcessHeap(), 0, sizeof(Completion)));
  const HANDLE thread = OpenThread(THREAD_SET_CONTEXT, FALSE, timer.number);
  if (completion) *completion = {reinterpret_cast<PTIMERAPCROUTINE>(timer.callback), timer.context};
  if (!completion || !thread || !QueueUserAPC(&complete, thread, reinterpret_cast<ULONG_PTR>(completion))) {
    if (completion) HeapFree(GetProcessHeap(), 0, completion);
  }
  if (thread) CloseHandle(thread);
}

BOOL WINAPI hooked_SetWaitableTimer(HANDLE handle, const LARGE_INTEGER* due, LONG period, PTIMERAPCROUTINE routine, LPVOID argument,
                                    BOOL resume) {
  if (!due) return SetWaitableTimer(handle, due, period, routine, argument, resume);
  LARGE_INTEGER far_away;
  far_away.QuadPart = -static_cast<LONGLONG>(kFarMs) * 10'000;
  const BOOL ok = SetWaitableTimer(handle, &far_away, period < 0 ? period : 0, nullptr, nullptr, resume);
  if (!ok) return ok;
  const Timer timer = {.fire = &fire_waitable,
                       .object = handle,
                       .period_us = period * kUsPerMs,
                       .callback = reinterpret_cast<void*>(routine),
                       .context = argument,
                       .number = GetCurrentThreadId()};
  const std::int64_t in_us = until_us(due->QuadPart);
  if (in_us > 0 || routine) {
    set_timer(timer, in_us);
  } else {
    const LastErrorKept kept;
    if (period)
      set_timer(timer, timer.period_us);
    else
      cancel_timer(handle);
    fire_waitable(timer);
  }
  return ok;
}

BOOL WINAPI hooked_SetWaitableTimerEx(HANDLE handle, const LARGE_INTEGER* due, LONG period, PTIMERAPCROUTINE routine, LPVOID argument,
                                      PREASON_CONTEXT, ULONG) {
  return hooked_SetWaitableTimer(handle, due, period, routine, argument, FALSE);
}

BOOL WINAPI hooked_CancelWaitableTimer(HANDLE handle) {
  cancel_timer(handle);
  return CancelWaitableTimer(handle);
}

// Timer queues, https://learn.microsoft.com/windows/win32/sync/timer-queues

void CALLBACK on_queue_timer(void* context, BOOLEAN timed_out) {
  auto* callback = static_cast<PoolCallback*>(context);
  const CallbackRun counted(*callback);
  reinterpret_cast<WAITORTIMERCALLBACK>(callback->callback)(callback->context, timed_out);
}

void fire_queue_timer(const Timer& timer) {
  auto* callback = static_cast<PoolCallback*>(timer.callback);
  expect_callback(*callback);
  if (!ChangeTimerQueueTimer(timer.handle, timer.object, 0, timer.period_us ? kFarMs : 0)) withdraw_callbacks(*callback);
}

void set_queue_timer(HANDLE queue, HANDLE timer, PoolCallback* callback, DWORD due, DWORD period) {
  if (due == INFINITE) return;
  set_timer({.fire = &fire_queue_timer, .object = timer, .period_us = period * kUsPerMs, .callback = callback, .handle = queue},
            due * kUsPerMs);
}

BOOL WINAPI hooked_CreateTimerQueueTimer(PHANDLE timer, HANDLE queue, WAITORTIMERCALLBACK routine, PVOID context, DWORD due, DWORD period,
                                         ULONG flags) {
  PoolCallback* callback = routine && timer ? new_pool_callback(reinterpret_cast<void*>(routine), context) : nullptr;
  if (!callback) return CreateTimerQueueTimer(timer, queue, routine, context, due, period, flags);
  const BOOL ok = CreateTimerQueueTimer(timer, queue, &on_queue_timer, callback, kFarMs, period ? kFarMs : 0, flags);
  if (!ok) return ok;
  register_pool_callback(*callback, *timer);
  set_queue_timer(queue, *timer, callback, due, period);
  return ok;
}

BOOL WINAPI hooked_ChangeTimerQueueTimer(HANDLE queue, HANDLE timer, ULONG due, ULONG period) {
  PoolCallback* callback = pool_callback_of(timer);
  if (!callback) return ChangeTimerQueueTimer(queue, timer, due, period);
  const BOOL ok = ChangeTimerQueueTimer(queue, timer, kFarMs, period ? kFarMs : 0);
  if (!ok) return ok;
  cancel_timer(timer);
  set_queue_timer(queue, timer, callback, due, period);
  return ok;
}

BOOL WINAPI hooked_DeleteTimerQueueTimer(HANDLE queue, HANDLE timer, HANDLE completion) {
  PoolCallback* callback = pool_callback_of(timer);
  cancel_timer(timer);
  if (completion == INVALID_HANDLE_VALUE) await_callbacks(callback, Api::kWaitForThreadpoolCallbacks);
  const BOOL ok = DeleteTimerQueueTimer(queue, timer, completion);
  const LastErrorKept kept;
  if (callback) withdraw_callbacks(*callback);
  return ok;
}

BOOL WINAPI hooked_DeleteTimerQueueEx(HANDLE queue, HANDLE completion) {
  cancel_timers_of(queue);
  return DeleteTimerQueueEx(queue, completion);
}

BOOL WINAPI hooked_DeleteTimerQueue(HANDLE queue) {
  cancel_timers_of(queue);
  return DeleteTimerQueueEx(queue, nullptr);
}

// Thread pool timers, https://learn.microsoft.com/windows/win32/api/threadpoolapiset/nf-threadpoolapiset-setthreadpooltimer

void CALLBACK on_pool_timer(PTP_CALLBACK_INSTANCE instance, void* context, PTP_TIMER timer) {
  auto* callback = static_cast<PoolCallback*>(context);
  const CallbackRun counted(*callback);
  reinterpret_cast<PTP_TIMER_CALLBACK>(callback->callback)(instance, callback->context, timer);
}

void fire_pool_timer(const Timer& timer) {
  FILETIME now = {};
  expect_callback(*static_cast<PoolCallback*>(timer.callback));
  SetThreadpoolTimer(static_cast<PTP_TIMER>(timer.object), &now, 0, 0);
}

PTP_TIMER WINAPI hooked_CreateThreadpoolTimer(PTP_TIMER_CALLBACK routine, PVOID context, PTP_CALLBACK_ENVIRON environment) {
  PoolCallback* callback = routine ? new_pool_callback(reinterpret_cast<void*>(routine), context) : nullptr;
  if (!callback) return CreateThreadpoolTimer(routine, context, environment);
  const PTP_TIMER timer = CreateThreadpoolTimer(&on_pool_timer, callback, environment);
  if (timer) register_pool_callback(*callback, timer);
  return timer;
}

BOOL WINAPI hooked_SetThreadpoolTimerEx(PTP_TIMER timer, PFILETIME due, DWORD period, DWORD) {
  PoolCallback* callback = pool_callback_of(timer);
  const BOOL was_set = is_timer_set(timer);
  if (!callback) {
    SetThreadpoolTimer(timer, due, period, 0);
    return was_set;
  }
  SetThreadpoolTimer(timer, nullptr, 0, 0);
  cancel_timer(timer);
  if (due)
    set_timer({.fire = &fire_pool_timer, .object = timer, .period_us = period * kUsPerMs, .callback = callback}, until_us(units_of(*due)));
  return was_set;
}

void WINAPI hooked_SetThreadpoolTimer(PTP_TIMER timer, PFILETIME due, DWORD period, DWORD window) {
  hooked_SetThreadpoolTimerEx(timer, due, period, window);
}

BOOL WINAPI hooked_IsThreadpoolTimerSet(PTP_TIMER timer) { return is_timer_set(timer); }

void WINAPI hooked_WaitForThreadpoolTimerCallbacks(PTP_TIMER timer, BOOL cancel) {
  PoolCallback* callback = pool_callback_of(timer);
  if (!cancel) await_callbacks(callback, Api::kWaitForThreadpoolCallbacks);
  WaitForThreadpoolTimerCallbacks(timer, cancel);
  if (callback && cancel) withdraw_callbacks(*callback);
}

void WINAPI hooked_CloseThreadpoolTimer(PTP_TIMER timer) {
  cancel_timer(timer);
  CloseThreadpoolTimer(timer);
}

// Multimedia timers, https://learn.microsoft.com/previous-versions/dd757634(v=vs.85)

void fire_multimedia(const Timer& timer) {
  if (timer.handle) {
    SetEvent(timer.handle);
  } else {
    reinterpret_cast<LPTIMECALLBACK>(timer.callback)(timer.number, 0, reinterpret_cast<DWORD_PTR>(timer.context), 0, 0);
  }
}

void* multimedia_object(UINT number) { return reinterpret_cast<void*>(static_cast<std::uintptr_t>(number) << 48 | 1); }

MMRESULT WINAPI hooked_timeSetEvent(UINT delay, UINT, LPTIMECALLBACK routine, DWORD_PTR user, UINT flags) {
  static std::atomic<UINT> last{0};
  if (!routine || delay == 0) return 0;
  const UINT number = last.fetch_add(1) % 0x7000 + 1;
  const bool event = (flags & (TIME_CALLBACK_EVENT_SET | TIME_CALLBACK_EVENT_PULSE)) != 0;
  set_timer({.fire = &fire_multimedia,
             .object = multimedia_object(number),
             .period_us = flags & TIME_PERIODIC ? delay * kUsPerMs : 0,
             .callback = reinterpret_cast<void*>(routine),
             .context = reinterpret_cast<void*>(user),
             .handle = event ? reinterpret_cast<HANDLE>(routine) : nullptr,
             .number = number},
            delay * kUsPerMs);
  return number;
}

MMRESULT WINAPI hooked_timeKillEvent(UINT number) { return cancel_timer(multimedia_object(number)) ? TIMERR_NOERROR : MMSYSERR_INVALPARAM; }

const Hook kHooks[] = {
    {"SetWaitableTimer", reinterpret_cast<void*>(&hooked_SetWaitableTimer)},
    {"SetWaitableTimerEx", reinterpret_cast<void*>(&hooked_SetWaitableTimerEx)},
    {"CancelWaitableTimer", reinterpret_cast<void*>(&hooked_CancelWaitableTimer)},
    {"CreateTimerQueueTimer", reinterpret_cast<void*>(&hooked_CreateTimerQueueTimer)},
    {"ChangeTimerQueueTimer", reinterpret_cast<void*>(&hooked_ChangeTimerQueueTimer)},
    {"DeleteTimerQueueTimer", reinterpret_cast<void*>(&hooked_DeleteTimerQueueTimer)},
    {"DeleteTimerQueueEx", reinterpret_cast<void*>(&hooked_DeleteTimerQueueEx)},
    {"DeleteTimerQueue", reinterpret_cast<void*>(&hooked_DeleteTimerQueue)},
    {"CreateThreadpoolTimer", reinterpret_cast<void*>(&hooked_CreateThreadpoolTimer)},
    {"SetThreadpoolTimer", reinterpret_cast<void*>(&hooked_SetThreadpoolTimer)},
    {"SetThreadpoolTimerEx", reinterpret_cast<void*>(&hooked_SetThreadpoolTimerEx)},
    {"IsThreadpoolTimerSet", reinterpret_cast<void*>(&hooked_IsThreadpoolTimerSet)},
    {"WaitForThreadpoolTimerCallbacks", reinterpret_cast<void*>(&hooked_WaitForThreadpoolTimerCallbacks)},
    {"CloseThreadpoolTimer", reinterpret_cast<void*>(&hooked_CloseThreadpoolTimer)},
    {"timeSetEvent", reinterpret_cast<void*>(&hooked_timeSetEvent)},
    {"timeKillEvent", reinterpret_cast<void*>(&hooked_timeKillEvent)},
};

}  // namespace

Hooks timer_hooks() { return {kHooks, sizeof kHooks / sizeof *kHooks}; }

}  // namespace lab::probe
