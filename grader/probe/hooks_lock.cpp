// Critical sections, SRW locks, condition variables, WaitOnAddress. A free lock is simply taken. A thread that has to wait enters one of
// the probe's queues, where the stage sees it as blocked. https://learn.microsoft.com/windows/win32/sync/synchronization-functions
#include <windows.h>

#include <cstring>

#include "probe/blocking.h"
#include "probe/imports.h"
#include "probe/parking.h"
#include "probe/recorder.h"

namespace lab::probe {
namespace {

using wire::Api;

// While a process ends, the system's own function takes care of locks that terminated threads still hold.
bool is_ending() {
  const auto in_progress = system_function<BOOLEAN NTAPI()>(L"ntdll.dll", "RtlDllShutdownInProgress");
  return in_progress && in_progress();
}

// Waits for a lock that another thread holds. `take` tries to take it; `system` calls the system's own function.
template <class Take, class System>
void await_lock(Api api, const void* lock, Take take, System system) {
  constexpr int kHasty = 20;  // most locks are held only briefly
  for (int i = 0; i < kHasty; ++i) {
    SwitchToThread();
    if (take()) return;
  }
  if (!current_thread() || is_ending()) return system();
  const LastErrorKept kept;
  Parked place(lock);
  if (!place.usable()) return system();
  const HANDLE event = place.event();
  while (!take()) {
    const Woken woken = block_thread({.handles = &event, .count = 1, .look = look_by(take)});
    if (woken.how == Wake::kObject && woken.index == 1) return;  // `take` has taken the lock
    if (woken.how == Wake::kFailed) record_failed(api);          // these calls cannot fail, so the thread keeps waiting
    place.wait_again();
  }
}

void WINAPI hooked_EnterCriticalSection(LPCRITICAL_SECTION section) {
  const auto take = [section] { return TryEnterCriticalSection(section) != 0; };
  if (!take()) await_lock(Api::kEnterCriticalSection, section, take, [section] { EnterCriticalSection(section); });
}

void WINAPI hooked_LeaveCriticalSection(LPCRITICAL_SECTION section) {
  LeaveCriticalSection(section);
  wake_one(section);
}

void WINAPI hooked_AcquireSRWLockExclusive(PSRWLOCK lock) {
  const auto take = [lock] { return TryAcquireSRWLockExclusive(lock) != 0; };
  if (!take()) await_lock(Api::kAcquireSRWLock, lock, take, [lock] { AcquireSRWLockExclusive(lock); });
}

void WINAPI hooked_AcquireSRWLockShared(PSRWLOCK lock) {
  const auto take = [lock] { return TryAcquireSRWLockShared(lock) != 0; };
  if (!take()) await_lock(Api::kAcquireSRWLock, lock, take, [lock] { AcquireSRWLockShared(lock); });
}

void WINAPI hooked_ReleaseSRWLockExclusive(PSRWLOCK lock) {
  ReleaseSRWLockExclusive(lock);
  wake_all(lock);
}

void WINAPI hooked_ReleaseSRWLockShared(PSRWLOCK lock) {
  ReleaseSRWLockShared(lock);
  wake_all(lock);
}

// Waits in the queue until the thread is woken. Returns what the functions below return.
BOOL await_wake(Api api, Parked& place, DWORD ms) {
  const HANDLE event = place.event();
  const Woken woken = block_thread_for(ms, {.handles = &event, .count = 1});
  if (woken.how == Wake::kObject || place.woken()) return TRUE;
  if (woken.how == Wake::kFailed) record_failed(api);
  SetLastError(woken.how == Wake::kExpired ? ERROR_TIMEOUT : ERROR_OPERATION_ABORTED);
  return FALSE;
}

// "Condition variables are subject to spurious wakeups", https://learn.microsoft.com/windows/win32/sync/condition-variables; a wake-up is
// lost only if the thread is not in the queue before it releases the lock.
template <class Release, class Acquire, class System>
BOOL sleep_on(PCONDITION_VARIABLE condition, DWORD ms, Release release, Acquire acquire, System system) {
  if (ms == 0 || !current_thread()) return system();
  Parked place(condition);
  if (!place.usable()) return system();
  const DWORD before = GetLastError();
  release();
  const BOOL ok = await_wake(Api::kSleepConditionVariable, place, ms);
  const DWORD error = ok ? before : GetLastError();
  acquire();
  SetLastError(error);
  return ok;
}

BOOL WINAPI hooked_SleepConditionVariableCS(PCONDITION_VARIABLE condition, PCRITICAL_SECTION section, DWORD ms) {
  return sleep_on(
      condition, ms, [&] { hooked_LeaveCriticalSection(section); }, [&] { hooked_EnterCriticalSection(section); },
      [&] { return SleepConditionVariableCS(condition, section, ms); });
}

BOOL WINAPI hooked_SleepConditionVariableSRW(PCONDITION_VARIABLE condition, PSRWLOCK lock, DWORD ms, ULONG flags) {
  const bool shared = (flags & CONDITION_VARIABLE_LOCKMODE_SHARED) != 0;
  return sleep_on(
      condition, ms, [&] { shared ? hooked_ReleaseSRWLockShared(lock) : hooked_ReleaseSRWLockExclusive(lock); },
      [&] { shared ? hooked_AcquireSRWLockShared(lock) : hooked_AcquireSRWLockExclusive(lock); },
      [&] { return SleepConditionVariableSRW(condition, lock, ms, flags); });
}

void WINAPI hooked_WakeConditionVariable(PCONDITION_VARIABLE condition) {
  if (!wake_one(condition)) WakeConditionVariable(condition);
}

void WINAPI hooked_WakeAllConditionVariable(PCONDITION_VARIABLE condition) {
  wake_all(condition);
  WakeAllConditionVariable(condition);
}

// https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-waitonaddress
BOOL WINAPI hooked_WaitOnAddress(volatile void* address, void* compare, SIZE_T bytes, DWORD ms) {
  const auto system = [&] {
    const auto wait = system_function<BOOL WINAPI(volatile void*, void*, SIZE_T, DWORD)>(L"kernelbase.dll", "WaitOnAddress");
    return wait ? wait(address, compare, bytes, ms) : FALSE;
  };
  const bool sound = address && compare && (bytes == 1 || bytes == 2 || bytes == 4 || bytes == 8);
  if (!sound || ms == 0 || !current_thread()) return system();
  Parked place(address);
  if (!place.usable()) return system();
  if (std::memcmp(const_cast<const void*>(address), compare, bytes) != 0) return TRUE;
  const DWORD before = GetLastError();
  const BOOL ok = await_wake(Api::kWaitOnAddress, place, ms);
  if (ok) SetLastError(before);
  return ok;
}

void WINAPI hooked_WakeByAddressSingle(void* address) {
  if (wake_one(address)) return;
  const auto wake = system_function<void WINAPI(void*)>(L"kernelbase.dll", "WakeByAddressSingle");
  if (wake) wake(address);
}

void WINAPI hooked_WakeByAddressAll(void* address) {
  wake_all(address);
  const auto wake = system_function<void WINAPI(void*)>(L"kernelbase.dll", "WakeByAddressAll");
  if (wake) wake(address);
}

const Hook kHooks[] = {
    {"EnterCriticalSection", reinterpret_cast<void*>(&hooked_EnterCriticalSection)},
    {"LeaveCriticalSection", reinterpret_cast<void*>(&hooked_LeaveCriticalSection)},
    {"AcquireSRWLockExclusive", reinterpret_cast<void*>(&hooked_AcquireSRWLockExclusive)},
    {"AcquireSRWLockShared", reinterpret_cast<void*>(&hooked_AcquireSRWLockShared)},
    {"ReleaseSRWLockExclusive", reinterpret_cast<void*>(&hooked_ReleaseSRWLockExclusive)},
    {"ReleaseSRWLockShared", reinterpret_cast<void*>(&hooked_ReleaseSRWLockShared)},
    {"SleepConditionVariableCS", reinterpret_cast<void*>(&hooked_SleepConditionVariableCS)},
    {"SleepConditionVariableSRW", reinterpret_cast<void*>(&hooked_SleepConditionVariableSRW)},
    {"WakeConditionVariable", reinterpret_cast<void*>(&hooked_WakeConditionVariable)},
    {"WakeAllConditionVariable", reinterpret_cast<void*>(&hooked_WakeAllConditionVariable)},
    {"WaitOnAddress", reinterpret_cast<void*>(&hooked_WaitOnAddress)},
    {"WakeByAddressSingle", reinterpret_cast<void*>(&hooked_WakeByAddressSingle)},
    {"WakeByAddressAll", reinterpret_cast<void*>(&hooked_WakeByAddressAll)},
};

}  // namespace

Hooks lock_hooks() { return {kHooks, sizeof kHooks / sizeof *kHooks}; }

}  // namespace lab::probe
