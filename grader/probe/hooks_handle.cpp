// Handles: duplicating and closing.
#include <windows.h>

#include "probe/handles.h"
#include "probe/imports.h"
#include "probe/recorder.h"

namespace lab::probe {
namespace {

using wire::Kind;

// Closing the C runtime's own files and events is not worth a line in the recording; a handle that taught calls gave out is, and a mistake
// is.
bool worth_recording(const wire::ObjectRef& object) { return object.kind != Kind::kOther && object.kind != Kind::kPseudo; }

BOOL WINAPI hooked_CloseHandle(HANDLE handle) {
  const wire::ObjectRef object = identify(handle);
  if (!worth_recording(object)) return CloseHandle(handle);
  wire::Program* about = object.program >= 0 ? &run->programs[object.program] : nullptr;
  Recorded call(wire::Api::kCloseHandle);
  call.on(object);
  if (about && object.kind == Kind::kProcess) about->answers = 0;
  const BOOL ok = CloseHandle(handle);
  call.done(ok, !ok);
  if (ok) forget(handle);
  return ok;
}

BOOL WINAPI hooked_DuplicateHandle(HANDLE from_process, HANDLE handle, HANDLE to_process, LPHANDLE to, DWORD access, BOOL inherit,
                                   DWORD options) {
  const wire::ObjectRef object = identify(handle);
  const bool within = GetProcessId(from_process) == GetCurrentProcessId() && GetProcessId(to_process) == GetCurrentProcessId();
  if (!within || (object.kind != Kind::kProcess && object.kind != Kind::kThread) || object.program < 0 || object.program == self)
    return DuplicateHandle(from_process, handle, to_process, to, access, inherit, options);
  Recorded call(wire::Api::kDuplicateHandle);
  call.on(object).call_flags(options);
  const BOOL ok = DuplicateHandle(from_process, handle, to_process, to, access, inherit, options);
  if (ok) {
    const LastErrorKept kept;
    if (options & DUPLICATE_CLOSE_SOURCE) forget(handle);
    if (to) call.gave(remember(*to, object.kind, object.program));
  }
  call.done(ok, !ok);
  return ok;
}

const Hook hooks[] = {
    {"CloseHandle", reinterpret_cast<void*>(&hooked_CloseHandle)},
    {"DuplicateHandle", reinterpret_cast<void*>(&hooked_DuplicateHandle)},
};

}  // namespace

Hooks handle_hooks() { return {hooks, sizeof hooks / sizeof *hooks}; }

}  // namespace lab::probe
