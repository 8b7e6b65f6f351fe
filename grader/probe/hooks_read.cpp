// Reads messages from mailslots and lines from standard input. A read that finds nothing blocks where the stage can see it. For what
// ReadFile does on a mailslot, see https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-readfile and Wine's
// dlls/kernel32/tests/mailslot.c, which makes assertions about Windows (buffer too small: FALSE, 122, and the message stays; empty
// mailslot: 121).
#include <windows.h>

#include "probe/answers.h"
#include "probe/blocking.h"
#include "probe/handles.h"
#include "probe/imports.h"
#include "probe/recorder.h"
#include "probe/slots.h"
#include "probe/threads.h"

namespace lab::probe {
namespace {

using wire::Kind;
using wire::WaitReason;

// The result of checking a slot once.
enum class Look { kMessage, kNothing, kFailed };

Look look(HANDLE file, std::int32_t slot, void* buffer, DWORD room, DWORD* bytes) {
  *bytes = 0;
  if (!run->plan.corrected_slots) {
    if (ReadFile(file, buffer, room, bytes, nullptr)) {
      run->slots[slot].taken.fetch_add(1);
      return Look::kMessage;
    }
    return GetLastError() == ERROR_SEM_TIMEOUT ? Look::kNothing : Look::kFailed;
  }
  while (wire::Message* message = wire::front(*run, slot)) {
    if (message->bytes > room) {
      SetLastError(ERROR_INSUFFICIENT_BUFFER);
      return Look::kFailed;
    }
    const DWORD size = message->bytes;
    if (!wire::take(*run, *message, buffer)) continue;  // another thread in the program has taken it
    *bytes = size;
    return Look::kMessage;
  }
  return Look::kNothing;
}

// Waits for a message on the run's clock. Returns 0 if there may be one now, otherwise the error with which the read ends.
DWORD await_message(std::int32_t number, bool* by_stage) {
  const wire::Slot& slot = run->slots[number];
  const DWORD timeout = slot.timeout_ms;
  const std::int64_t us = static_cast<std::int64_t>(timeout) * 1000;
  wire::Thread* thread = current_thread();
  if (timeout == 0) return ERROR_SEM_TIMEOUT;
  if (timeout != MAILSLOT_WAIT_FOREVER && run->plan.hurried) {
    if (thread) ++thread->expired;
    advance_clock(us);
    return ERROR_SEM_TIMEOUT;
  }
  const std::int64_t deadline = clock_us() + us;
  const WaitReason reason = timeout == MAILSLOT_WAIT_FOREVER ? WaitReason::kRead : WaitReason::kTimedRead;
  const Woken woken = block_thread({.reason = reason, .about = number, .deadline_us = deadline});
  if (woken.how == Wake::kExpired) {
    advance_clock_to(deadline);
    return ERROR_SEM_TIMEOUT;
  }
  if (woken.how == Wake::kGoOn) return 0;
  *by_stage = woken.index != kCancelled;
  return ERROR_OPERATION_ABORTED;
}

// Whether the handle still refers to this mailslot: after it is closed, the system can reuse its value.
bool is_still(HANDLE file, const wire::ObjectRef& slot) {
  const wire::ObjectRef now = identify(file);
  return now.kind == Kind::kMailslot && now.handle == slot.handle;
}

BOOL read_message(HANDLE file, const wire::ObjectRef& object, void* buffer, DWORD room, DWORD* read) {
  const DWORD before = GetLastError();
  const AdoptedThread adopted;  // so that the stage can also see a pool's thread wait
  const wire::Slot& slot = run->slots[object.slot];
  await_leave_to_look();
  Recorded call(wire::Api::kReadFile);
  call.on(object).slot(object.slot).call_flags(room);
  DWORD bytes = 0;
  DWORD error = ordered_fault(wire::Api::kReadFile, slot.name);
  bool by_stage = false;
  if (error) call.flag(wire::kFaulted);
  while (!error) {
    const Look seen = look(file, object.slot, buffer, room, &bytes);
    if (seen == Look::kMessage) break;
    error = seen == Look::kFailed ? GetLastError() : await_message(object.slot, &by_stage);
    if (!error && !is_still(file, object)) error = ERROR_INVALID_HANDLE;  // it was closed in the meantime
  }
  if (read) *read = bytes;
  if (error)
    count_vain();
  else
    count_find();
  if (by_stage) call.flag(wire::kFailedByStage);
  if (!error) call.message(buffer, bytes, slot.wide != 0);
  SetLastError(error ? error : before);
  call.value(bytes).done(error == 0, error != 0);
  return error == 0;
}

// A read with an OVERLAPPED structure: if a message is waiting, it is read at once; otherwise, the read is pending (error 997, which the
// same test asserts for Windows), and one of the probe's threads waits for the message.
struct Pending {
  HANDLE file;
  HANDLE done;
  wire::ObjectRef object;
  void* buffer;
  DWORD room;
  OVERLAPPED* overlapped;
};

constexpr ULONG_PTR kStatusPending = 0x103;

// When a pending read without an event completes, the handle that it reads from becomes Signaled (the newer dlls/kernel32/tests/mailslot.c
// asserts this for Windows). The system's handle does not do that here, so one of the probe's events replaces it.
struct PendingHandle {
  HANDLE file;
  HANDLE done;
};
constexpr std::size_t kMaxPendingHandles = 16;
PendingHandle pending_handles[kMaxPendingHandles];
SRWLOCK pending_lock = SRWLOCK_INIT;

HANDLE done_event(HANDLE file, bool make) {
  HANDLE found = nullptr;
  AcquireSRWLockExclusive(&pending_lock);
  for (PendingHandle& entry : pending_handles) {
    if (entry.file != file && (entry.file || !make)) continue;
    if (!entry.done && make) entry = {file, CreateEventW(nullptr, TRUE, FALSE, nullptr)};
    found = entry.done;
    break;
  }
  ReleaseSRWLockExclusive(&pending_lock);
  return found;
}

void complete(OVERLAPPED* overlapped, HANDLE done, BOOL ok, DWORD bytes) {
  constexpr ULONG_PTR kUnsuccessful = 0xC0000001, kBufferTooSmall = 0xC0000023, kTimedOut = 0xC00000B5, kCancelledStatus = 0xC0000120;
  const DWORD error = GetLastError();
  overlapped->InternalHigh = bytes;
  overlapped->Internal = ok                                   ? 0
                         : error == ERROR_INSUFFICIENT_BUFFER ? kBufferTooSmall
                         : error == ERROR_SEM_TIMEOUT         ? kTimedOut
                         : error == ERROR_OPERATION_ABORTED   ? kCancelledStatus
                                                              : kUnsuccessful;
  if (overlapped->hEvent) SetEvent(overlapped->hEvent);
  if (done) SetEvent(done);
}

DWORD WINAPI finish_read(void* argument) {
  const Pending pending = *static_cast<Pending*>(argument);
  HeapFree(GetProcessHeap(), 0, argument);
  DWORD bytes = 0;
  const BOOL ok = read_message(pending.file, pending.object, pending.buffer, pending.room, &bytes);
  complete(pending.overlapped, pending.done, ok, bytes);
  return 0;
}

BOOL read_overlapped(HANDLE file, const wire::ObjectRef& object, void* buffer, DWORD room, DWORD* read, OVERLAPPED* overlapped) {
  if (overlapped->hEvent) ResetEvent(overlapped->hEvent);
  if (wire::waiting(run->slots[object.slot]) || run->slots[object.slot].timeout_ms == 0) {
    DWORD bytes = 0;
    const BOOL ok = read_message(file, object, buffer, room, &bytes);
    const LastErrorKept kept;
    if (read) *read = bytes;
    if (ok) complete(overlapped, nullptr, TRUE, bytes);
    return ok;
  }
  auto* pending = static_cast<Pending*>(HeapAlloc(GetProcessHeap(), 0, sizeof(Pending)));
  if (!pending) return FALSE;
  const HANDLE done = overlapped->hEvent ? nullptr : done_event(file, true);
  if (done) ResetEvent(done);
  *pending = {file, done, object, buffer, room, overlapped};
  overlapped->Internal = kStatusPending;
  const wire::Thread* reader = start_watched_thread(&finish_read, pending);
  if (!reader) {
    HeapFree(GetProcessHeap(), 0, pending);
    SetLastError(ERROR_NOT_ENOUGH_MEMORY);
    return FALSE;
  }
  // A pending read can be cancelled from now on, so this waits until the reader is blocked or has finished.
  await([&] { return reader->state != wire::ThreadState::kRunning || overlapped->Internal != kStatusPending; });
  SetLastError(ERROR_IO_PENDING);
  return FALSE;
}

// Blocks until another overlapped operation has completed. Returns false if the grader made the wait fail because it would never end.
bool await_completion(const OVERLAPPED& overlapped) {
  const volatile ULONG_PTR& status = overlapped.Internal;
  auto ended = [&] { return status != kStatusPending; };
  if (!current_thread() || block_thread({.look = look_by(ended)}).how != Wake::kFailed) return true;
  record_failed(wire::Api::kGetOverlappedResult);
  SetLastError(ERROR_OPERATION_ABORTED);
  return false;
}

BOOL WINAPI hooked_GetOverlappedResult(HANDLE file, LPOVERLAPPED overlapped, LPDWORD bytes, BOOL wait) {
  if (wait && overlapped && overlapped->Internal == kStatusPending) {
    if (identify(file).kind == Kind::kMailslot)
      wait_for(overlapped->hEvent ? overlapped->hEvent : file);
    else if (!await_completion(*overlapped))
      return FALSE;
  }
  return GetOverlappedResult(file, overlapped, bytes, wait);
}

BOOL WINAPI hooked_GetOverlappedResultEx(HANDLE file, LPOVERLAPPED overlapped, LPDWORD bytes, DWORD ms, BOOL alertable) {
  if (ms == INFINITE && !alertable) return hooked_GetOverlappedResult(file, overlapped, bytes, TRUE);
  return GetOverlappedResultEx(file, overlapped, bytes, ms, alertable);
}

BOOL read_input(HANDLE file, void* buffer, DWORD room, DWORD* read, OVERLAPPED* overlapped) {
  await_leave_to_look();
  Recorded call(wire::Api::kReadFile);
  DWORD ready = 0;
  while (PeekNamedPipe(file, nullptr, 0, nullptr, &ready, nullptr) && ready == 0) {
    const Woken woken = block_thread({.reason = WaitReason::kInput});
    if (woken.how == Wake::kGoOn) continue;
    if (read) *read = 0;
    SetLastError(ERROR_OPERATION_ABORTED);
    if (woken.index != kCancelled) call.flag(wire::kFailedByStage);
    call.read_input(buffer, 0).done(FALSE, true);
    return FALSE;
  }
  DWORD bytes = 0;
  const BOOL ok = ReadFile(file, buffer, room, &bytes, overlapped);
  if (read) *read = bytes;
  if (ok && bytes)
    count_find();
  else
    count_vain();
  call.read_input(buffer, ok ? bytes : 0).done(ok, !ok);
  return ok;
}

// Blocks until the pipe has something to read or is closed. Returns false if the grader made the read fail because it would never return.
bool await_pipe(HANDLE file) {
  const LastErrorKept kept;
  DWORD state = 0;
  if (!current_thread() || GetFileType(file) != FILE_TYPE_PIPE) return true;
  if (GetNamedPipeHandleStateW(file, &state, nullptr, nullptr, nullptr, nullptr, 0) && (state & PIPE_NOWAIT)) return true;
  DWORD ready = 0;
  auto readable = [&] { return !PeekNamedPipe(file, nullptr, 0, nullptr, &ready, nullptr) || ready > 0; };
  if (readable() || block_thread({.look = look_by(readable)}).how != Wake::kFailed) return true;
  record_failed(wire::Api::kReadFile);
  return false;
}

// Some objects, such as events, cannot be read: the program passed the wrong handle. The error depends on the handle's access rights.
bool is_of_wrong_object(DWORD error) { return error == ERROR_INVALID_HANDLE || error == ERROR_ACCESS_DENIED; }

void record_wrong_object(const wire::ObjectRef& object, DWORD room, DWORD error) {
  Recorded call(wire::Api::kReadFile);
  call.on(object).call_flags(room);
  SetLastError(error);
  call.done(FALSE, true);
}

BOOL WINAPI hooked_ReadFile(HANDLE file, LPVOID buffer, DWORD room, LPDWORD read, LPOVERLAPPED overlapped) {
  if (run->plan.staged_input && file && file == GetStdHandle(STD_INPUT_HANDLE)) return read_input(file, buffer, room, read, overlapped);
  const wire::ObjectRef object = identify(file);
  switch (object.kind) {
    case Kind::kMailslot:
      return overlapped ? read_overlapped(file, object, buffer, room, read, overlapped) : read_message(file, object, buffer, room, read);
    case Kind::kOther: {
      if (!overlapped && !await_pipe(file)) {
        SetLastError(ERROR_OPERATION_ABORTED);
        return FALSE;
      }
      const BOOL ok = ReadFile(file, buffer, room, read, overlapped);
      if (const DWORD error = ok ? ERROR_SUCCESS : GetLastError(); is_of_wrong_object(error)) record_wrong_object(object, room, error);
      return ok;
    }
    default:
      break;
  }
  Recorded call(wire::Api::kReadFile);
  call.on(object).call_flags(room);
  const BOOL ok = ReadFile(file, buffer, room, read, overlapped);
  call.done(ok, !ok);
  return ok;
}

// The system does not know about reads that are blocked here, so they are cancelled here. The thread entries show which reads these are.
bool cancel(std::int32_t slot, DWORD tid) {
  bool any = false;
  for (wire::Thread& thread : run->threads) {
    if (thread.state != wire::ThreadState::kBlocked || thread.program != static_cast<std::uint32_t>(self)) continue;
    const bool reads_slot = thread.reason == WaitReason::kRead || thread.reason == WaitReason::kTimedRead;
    const bool wanted = tid ? thread.tid == tid && (reads_slot || thread.reason == WaitReason::kInput) : reads_slot && thread.about == slot;
    if (wanted) any = wake_cancelled(thread) || any;
  }
  return any;
}

BOOL WINAPI hooked_CancelIoEx(HANDLE file, LPOVERLAPPED overlapped) {
  const wire::ObjectRef object = identify(file);
  if (object.kind == Kind::kMailslot && cancel(object.slot, 0)) return TRUE;
  return CancelIoEx(file, overlapped);
}

BOOL WINAPI hooked_CancelSynchronousIo(HANDLE thread) {
  if (cancel(-1, GetThreadId(thread))) return TRUE;
  return CancelSynchronousIo(thread);
}

const Hook kHooks[] = {
    {"ReadFile", reinterpret_cast<void*>(&hooked_ReadFile)},
    {"GetOverlappedResult", reinterpret_cast<void*>(&hooked_GetOverlappedResult)},
    {"GetOverlappedResultEx", reinterpret_cast<void*>(&hooked_GetOverlappedResultEx)},
    {"CancelIoEx", reinterpret_cast<void*>(&hooked_CancelIoEx)},
    {"CancelSynchronousIo", reinterpret_cast<void*>(&hooked_CancelSynchronousIo)},
};

}  // namespace

HANDLE waitable(HANDLE handle) {
  const HANDLE done = done_event(handle, false);
  return done ? done : handle;
}

void forget_waitable(HANDLE handle) {
  AcquireSRWLockExclusive(&pending_lock);
  for (PendingHandle& entry : pending_handles)
    if (entry.file == handle) {
      if (entry.done) CloseHandle(entry.done);
      entry = {};
    }
  ReleaseSRWLockExclusive(&pending_lock);
}

Hooks read_hooks() { return {kHooks, sizeof kHooks / sizeof *kHooks}; }

}  // namespace lab::probe
