// I/O completion ports. https://learn.microsoft.com/windows/win32/fileio/i-o-completion-ports
#include <windows.h>

#include "probe/blocking.h"
#include "probe/imports.h"
#include "probe/recorder.h"

namespace lab::probe {
namespace {

using wire::Api;

// Takes an entry from the port by calling `take`, and waits for one for up to `ms` milliseconds. `take` returns ERROR_SUCCESS, WAIT_TIMEOUT
// if the port is empty, or another error.
template <class Take>
BOOL take_from_port(DWORD ms, Take take) {
  const DWORD before = GetLastError();
  DWORD error = take();
  if (error == WAIT_TIMEOUT && ms != 0) {
    auto look = [&] {
      error = take();
      return error != WAIT_TIMEOUT;
    };
    const Woken woken = block_thread_for(ms, {.look = look_by(look)});
    if (woken.how == Wake::kFailed) {
      record_failed(Api::kGetQueuedCompletionStatus);
      error = ERROR_OPERATION_ABORTED;
    }
  }
  SetLastError(error ? error : before);
  return error == 0;
}

BOOL WINAPI hooked_GetQueuedCompletionStatus(HANDLE port, LPDWORD bytes, PULONG_PTR key, LPOVERLAPPED* overlapped, DWORD ms) {
  return take_from_port(ms, [&] { return GetQueuedCompletionStatus(port, bytes, key, overlapped, 0) ? 0 : GetLastError(); });
}

BOOL WINAPI hooked_GetQueuedCompletionStatusEx(HANDLE port, LPOVERLAPPED_ENTRY entries, ULONG room, PULONG removed, DWORD ms,
                                               BOOL alertable) {
  if (alertable) return GetQueuedCompletionStatusEx(port, entries, room, removed, ms, alertable);
  return take_from_port(ms, [&] { return GetQueuedCompletionStatusEx(port, entries, room, removed, 0, FALSE) ? 0 : GetLastError(); });
}

const Hook kHooks[] = {
    {"GetQueuedCompletionStatus", reinterpret_cast<void*>(&hooked_GetQueuedCompletionStatus)},
    {"GetQueuedCompletionStatusEx", reinterpret_cast<void*>(&hooked_GetQueuedCompletionStatusEx)},
};

}  // namespace

Hooks queue_hooks() { return {kHooks, sizeof kHooks / sizeof *kHooks}; }

}  // namespace lab::probe
