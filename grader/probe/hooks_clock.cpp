// Time: Sleep returns at once and advances the run's clock; every clock that a program can read agrees with it.
#include <windows.h>

#include "probe/answers.h"
#include "probe/blocking.h"
#include "probe/imports.h"
#include "probe/recorder.h"
#include "probe/timers.h"

namespace lab::probe {
namespace {

constexpr std::int64_t kFileTimePerUs = 10;

DWORD WINAPI hooked_SleepEx(DWORD ms, BOOL alertable) {
  Recorded call(wire::Api::kSleep);
  call.timeout(ms);
  DWORD answer = 0;
  if (ms == INFINITE) {
    const Woken woken = block_thread({.reason = wire::WaitReason::kForever, .alertable = alertable != 0});
    answer = woken.how == Wake::kApc ? WAIT_IO_COMPLETION : 0;
  } else if (alertable && SleepEx(0, TRUE) == WAIT_IO_COMPLETION) {
    answer = WAIT_IO_COMPLETION;
  } else if (sleep_on_run_clock(static_cast<std::int64_t>(ms) * 1000, alertable != 0)) {
    answer = WAIT_IO_COMPLETION;
  }
  call.done(static_cast<std::int64_t>(answer), false);
  return answer;
}

void WINAPI hooked_Sleep(DWORD ms) { hooked_SleepEx(ms, FALSE); }

// ntdll's sleep; its time-out has the same format as in ntdll's waits. https://ntdoc.m417z.com/ntdelayexecution
LONG NTAPI hooked_NtDelayExecution(BOOLEAN alertable, const LARGE_INTEGER* until) {
  const LastErrorKept kept;
  constexpr LONG kUserApc = 0xC0;
  return until && hooked_SleepEx(until_ms(until->QuadPart), alertable) == WAIT_IO_COMPLETION ? kUserApc : 0;
}

BOOL WINAPI hooked_QueryPerformanceCounter(LARGE_INTEGER* counter) {
  if (!counter) return QueryPerformanceCounter(counter);
  count_look();
  counter->QuadPart = real_counter() + clock_us() * run->frequency / 1'000'000;
  return TRUE;
}

ULONGLONG WINAPI hooked_GetTickCount64() {
  count_look();
  return GetTickCount64() + static_cast<ULONGLONG>(clock_us() / 1000);
}

DWORD WINAPI hooked_GetTickCount() { return static_cast<DWORD>(hooked_GetTickCount64()); }

FILETIME moved_on(FILETIME real) {
  count_look();
  ULARGE_INTEGER time;
  time.LowPart = real.dwLowDateTime;
  time.HighPart = real.dwHighDateTime;
  time.QuadPart += static_cast<ULONGLONG>(clock_us() * kFileTimePerUs);
  return {time.LowPart, time.HighPart};
}

void WINAPI hooked_GetSystemTimeAsFileTime(LPFILETIME time) {
  GetSystemTimeAsFileTime(time);
  *time = moved_on(*time);
}

void WINAPI hooked_GetSystemTimePreciseAsFileTime(LPFILETIME time) { hooked_GetSystemTimeAsFileTime(time); }

void WINAPI hooked_GetSystemTime(LPSYSTEMTIME time) {
  FILETIME now;
  hooked_GetSystemTimeAsFileTime(&now);
  FileTimeToSystemTime(&now, time);
}

void WINAPI hooked_GetLocalTime(LPSYSTEMTIME time) {
  SYSTEMTIME utc;
  hooked_GetSystemTime(&utc);
  SystemTimeToTzSpecificLocalTime(nullptr, &utc, time);
}

const Hook kHooks[] = {
    {"Sleep", reinterpret_cast<void*>(&hooked_Sleep)},
    {"SleepEx", reinterpret_cast<void*>(&hooked_SleepEx)},
    {"NtDelayExecution", reinterpret_cast<void*>(&hooked_NtDelayExecution)},
    {"QueryPerformanceCounter", reinterpret_cast<void*>(&hooked_QueryPerformanceCounter)},
    {"GetTickCount", reinterpret_cast<void*>(&hooked_GetTickCount)},
    {"GetTickCount64", reinterpret_cast<void*>(&hooked_GetTickCount64)},
    {"timeGetTime", reinterpret_cast<void*>(&hooked_GetTickCount)},
    {"GetSystemTimeAsFileTime", reinterpret_cast<void*>(&hooked_GetSystemTimeAsFileTime)},
    {"GetSystemTimePreciseAsFileTime", reinterpret_cast<void*>(&hooked_GetSystemTimePreciseAsFileTime)},
    {"GetSystemTime", reinterpret_cast<void*>(&hooked_GetSystemTime)},
    {"GetLocalTime", reinterpret_cast<void*>(&hooked_GetLocalTime)},
};

}  // namespace

Hooks clock_hooks() { return {kHooks, sizeof kHooks / sizeof *kHooks}; }

}  // namespace lab::probe
