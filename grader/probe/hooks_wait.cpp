// Hooks for the functions that wait for objects: converts their arguments and results.
#include <windows.h>

#include <winternl.h>

#include "probe/handles.h"
#include "probe/imports.h"
#include "probe/recorder.h"
#include "probe/threads.h"
#include "probe/timers.h"
#include "probe/waits.h"

namespace lab::probe {
namespace {

using wire::Api;

DWORD WINAPI hooked_WaitForSingleObjectEx(HANDLE handle, DWORD ms, BOOL alertable) {
  const HANDLE object = waitable(handle);
  return wait({Api::kWaitForSingleObject, &object, 1, false, ms, alertable != 0});
}

DWORD WINAPI hooked_WaitForSingleObject(HANDLE handle, DWORD ms) { return hooked_WaitForSingleObjectEx(handle, ms, FALSE); }

DWORD WINAPI hooked_WaitForMultipleObjectsEx(DWORD n, const HANDLE* handles, BOOL all, DWORD ms, BOOL alertable) {
  return wait({Api::kWaitForMultipleObjects, handles, n, all != 0, ms, alertable != 0});
}

DWORD WINAPI hooked_WaitForMultipleObjects(DWORD n, const HANDLE* handles, BOOL all, DWORD ms) {
  return hooked_WaitForMultipleObjectsEx(n, handles, all, ms, FALSE);
}

DWORD WINAPI hooked_SignalObjectAndWait(HANDLE signal, HANDLE handle, DWORD ms, BOOL alertable) {
  const HANDLE object = waitable(handle);
  return wait({Api::kSignalObjectAndWait, &object, 1, false, ms, alertable != 0, signal});
}

DWORD WINAPI hooked_MsgWaitForMultipleObjectsEx(DWORD n, const HANDLE* handles, DWORD ms, DWORD input, DWORD flags) {
  // "The maximum number of object handles is MAXIMUM_WAIT_OBJECTS minus one",
  // https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-msgwaitformultipleobjectsex
  if (n >= MAXIMUM_WAIT_OBJECTS || (n && !handles)) {
    SetLastError(ERROR_INVALID_PARAMETER);
    return WAIT_FAILED;
  }
  return wait({.api = Api::kMsgWaitForMultipleObjects,
               .handles = handles,
               .count = n,
               .all = (flags & MWMO_WAITALL) != 0,
               .ms = ms,
               .alertable = (flags & MWMO_ALERTABLE) != 0,
               .input = input,
               .seen_input = (flags & MWMO_INPUTAVAILABLE) != 0});
}

DWORD WINAPI hooked_MsgWaitForMultipleObjects(DWORD n, const HANDLE* handles, BOOL all, DWORD ms, DWORD input) {
  return hooked_MsgWaitForMultipleObjectsEx(n, handles, ms, input, all ? MWMO_WAITALL : 0);
}

// ntdll's functions, https://learn.microsoft.com/windows/win32/api/winternl/nf-winternl-ntwaitforsingleobject. Their time-outs are in units
// of 100 ns: a negative value counts from now, a positive one is an absolute system time.
DWORD milliseconds(const LARGE_INTEGER* timeout) { return timeout ? until_ms(timeout->QuadPart) : INFINITE; }

NTSTATUS status_of(DWORD answer) {
  constexpr NTSTATUS kInvalidHandle = static_cast<NTSTATUS>(0xC0000008), kInvalidParameter = static_cast<NTSTATUS>(0xC000000D),
                     kAccessDenied = static_cast<NTSTATUS>(0xC0000022), kCancelled = static_cast<NTSTATUS>(0xC0000120),
                     kUnsuccessful = static_cast<NTSTATUS>(0xC0000001);
  if (answer != WAIT_FAILED) return static_cast<NTSTATUS>(answer);  // all other results have the same values as the statuses
  switch (GetLastError()) {
    case ERROR_INVALID_HANDLE:
      return kInvalidHandle;
    case ERROR_INVALID_PARAMETER:
      return kInvalidParameter;
    case ERROR_ACCESS_DENIED:
      return kAccessDenied;
    case ERROR_OPERATION_ABORTED:
      return kCancelled;
    default:
      return kUnsuccessful;
  }
}

NTSTATUS NTAPI hooked_NtWaitForSingleObject(HANDLE handle, BOOLEAN alertable, const LARGE_INTEGER* timeout) {
  const LastErrorKept kept;  // ntdll's functions do not change the last error
  const HANDLE object = waitable(handle);
  return status_of(wait({Api::kNtWaitForSingleObject, &object, 1, false, milliseconds(timeout), alertable != 0}));
}

NTSTATUS NTAPI hooked_NtWaitForMultipleObjects(ULONG n, const HANDLE* handles, ULONG type, BOOLEAN alertable,
                                               const LARGE_INTEGER* timeout) {
  constexpr ULONG kAll = 0;
  const LastErrorKept kept;
  return status_of(wait({Api::kNtWaitForMultipleObjects, handles, n, type == kAll, milliseconds(timeout), alertable != 0}));
}

const Hook kHooks[] = {
    {"WaitForSingleObject", reinterpret_cast<void*>(&hooked_WaitForSingleObject)},
    {"WaitForSingleObjectEx", reinterpret_cast<void*>(&hooked_WaitForSingleObjectEx)},
    {"WaitForMultipleObjects", reinterpret_cast<void*>(&hooked_WaitForMultipleObjects)},
    {"WaitForMultipleObjectsEx", reinterpret_cast<void*>(&hooked_WaitForMultipleObjectsEx)},
    {"SignalObjectAndWait", reinterpret_cast<void*>(&hooked_SignalObjectAndWait)},
    {"MsgWaitForMultipleObjects", reinterpret_cast<void*>(&hooked_MsgWaitForMultipleObjects)},
    {"MsgWaitForMultipleObjectsEx", reinterpret_cast<void*>(&hooked_MsgWaitForMultipleObjectsEx)},
    {"NtWaitForSingleObject", reinterpret_cast<void*>(&hooked_NtWaitForSingleObject)},
    {"NtWaitForMultipleObjects", reinterpret_cast<void*>(&hooked_NtWaitForMultipleObjects)},
};

}  // namespace

void wait_for(HANDLE handle) { hooked_WaitForSingleObject(handle, INFINITE); }

Hooks wait_hooks() { return {kHooks, sizeof kHooks / sizeof *kHooks}; }

}  // namespace lab::probe
