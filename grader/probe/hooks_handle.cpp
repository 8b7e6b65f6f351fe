// Duplicates and closes handles.
#include <windows.h>

#include "probe/handles.h"
#include "probe/imports.h"
#include "probe/output.h"
#include "probe/recorder.h"
#include "probe/slots.h"
#include "probe/threads.h"
#include "probe/timers.h"

namespace lab::probe {
namespace {

using wire::Kind;

// Closing the C runtime's own files and events is not worth recording; closing a handle that the labs teach, or an invalid one, is.
bool worth_recording(const wire::ObjectRef& object) { return object.kind != Kind::kOther && object.kind != Kind::kPseudo; }

// Counts one handle less to the receiver's end of a mailslot. When the last one is closed, the mailslot is closed.
void release_receiver(std::int32_t slot) {
  wire::Slot& mailslot = run->slots[slot];
  mailslot.handles_of[self].fetch_sub(1);
  if (!wire::is_open(*run, slot)) mailslot.state = wire::SlotState::kClosed;
  wake_stage();
}

BOOL WINAPI hooked_CloseHandle(HANDLE handle) {
  cancel_timer(handle);
  flush_output_to(handle);
  const wire::ObjectRef object = identify(handle);
  if (!worth_recording(object)) return CloseHandle(handle);
  wire::Program* about = object.program >= 0 ? &run->programs[object.program] : nullptr;
  Recorded call(wire::Api::kCloseHandle);
  call.on(object);
  if (about && object.kind == Kind::kProcess) about->answers = 0;
  if (object.kind == Kind::kMailslot) forget_waitable(handle);  // before closing it, because its value may be reused at once
  const BOOL ok = CloseHandle(handle);
  call.done(ok, !ok);
  if (ok) {
    const LastErrorKept kept;
    forget(object);
    if (object.kind == Kind::kMailslot) release_receiver(object.slot);
  }
  return ok;
}

BOOL WINAPI hooked_DuplicateHandle(HANDLE from_process, HANDLE handle, HANDLE to_process, LPHANDLE to, DWORD access, BOOL inherit,
                                   DWORD options) {
  const wire::ObjectRef object = identify(handle);
  const bool within = GetProcessId(from_process) == GetCurrentProcessId() && GetProcessId(to_process) == GetCurrentProcessId();
  const bool of_other = (object.kind == Kind::kProcess || object.kind == Kind::kThread) && object.program >= 0 && object.program != self;
  if (!within || (!of_other && object.kind != Kind::kMailslot && object.kind != Kind::kMailslotClient))
    return DuplicateHandle(from_process, handle, to_process, to, access, inherit, options);
  Recorded call(wire::Api::kDuplicateHandle);
  call.on(object).call_flags(options);
  const SlotEnd end = end_of(handle);
  const BOOL ok = DuplicateHandle(from_process, handle, to_process, to, access, inherit, options);
  if (ok) {
    const LastErrorKept kept;
    const bool receiver = object.kind == Kind::kMailslot;
    if (receiver && to) run->slots[object.slot].handles_of[self].fetch_add(1);
    if (options & DUPLICATE_CLOSE_SOURCE) forget(object);
    if (to) call.gave(remember(*to, object.kind, object.program, end));
    if (receiver && (options & DUPLICATE_CLOSE_SOURCE)) release_receiver(object.slot);
  }
  call.done(ok, !ok);
  return ok;
}

const Hook kHooks[] = {
    {"CloseHandle", reinterpret_cast<void*>(&hooked_CloseHandle)},
    {"DuplicateHandle", reinterpret_cast<void*>(&hooked_DuplicateHandle)},
};

}  // namespace

Hooks handle_hooks() { return {kHooks, sizeof kHooks / sizeof *kHooks}; }

}  // namespace lab::probe
