// Creates and opens mailslots, and gets and sets their properties. Names are mapped to the run's own slots, so that gradings that run at
// the same time do not interfere.
#include <windows.h>

#include <cwchar>

#include "probe/answers.h"
#include "probe/blocking.h"
#include "probe/handles.h"
#include "probe/imports.h"
#include "probe/recorder.h"
#include "probe/slots.h"

namespace lab::probe {
namespace {

using wire::Api;
using wire::Kind;

std::int32_t own_computer() { return run->programs[self].computer; }

void set_timeout(wire::Slot& slot, DWORD ms) {
  slot.timeout_ms = ms;
  if (ms != MAILSLOT_WAIT_FOREVER && ms >= wire::kFiniteReadMs) run->finite_read = 1;
}

// Creates the system's mailslot that underlies one of the run's slots. It provides a real handle and, if the system behaves as documented,
// also transports the messages. Its reads never wait; waiting is done where the stage can see it.
HANDLE make_system_slot(std::int32_t slot, DWORD max_bytes, LPSECURITY_ATTRIBUTES security) {
  wchar_t name[160];
  wire::system_name(name, run_key, slot);
  const HANDLE handle = CreateMailslotW(name, max_bytes, 0, security);
  // Wine 8 ignores bInheritHandle here.
  if (handle != INVALID_HANDLE_VALUE && security && security->bInheritHandle)
    SetHandleInformation(handle, HANDLE_FLAG_INHERIT, HANDLE_FLAG_INHERIT);
  return handle;
}

HANDLE make_slot(Recorded& call, const wchar_t* name, DWORD max_bytes, DWORD timeout, LPSECURITY_ATTRIBUTES security, bool wide) {
  const std::int32_t number = wire::new_slot(*run, name, self, own_computer());
  if (number < 0) {
    SetLastError(ERROR_NOT_ENOUGH_MEMORY);
    return INVALID_HANDLE_VALUE;
  }
  wire::Slot& slot = run->slots[number];
  const HANDLE handle = make_system_slot(number, max_bytes, security);
  if (handle == INVALID_HANDLE_VALUE) {
    slot.state = wire::SlotState::kClosed;
    return handle;
  }
  const LastErrorKept kept;
  slot.wide = wide;
  slot.max_bytes = max_bytes;
  set_timeout(slot, timeout);
  slot.handles_of[self] = 1;
  call.slot(number).gave(remember(handle, Kind::kMailslot, -1, {number, wide, false}));
  slot.state = wire::SlotState::kOpen;
  if (run->plan.gate_creation) block_thread({.reason = wire::WaitReason::kSlotGate, .about = number});
  return handle;
}

HANDLE create_mailslot(Recorded& call, const wchar_t* name, DWORD max_bytes, DWORD timeout, LPSECURITY_ATTRIBUTES security, bool wide) {
  call.text(0, name, name ? std::wcslen(name) * sizeof(wchar_t) : 0).call_flags(max_bytes).timeout(timeout);
  if (!wide) call.ansi();
  const wire::SlotPath path = wire::slot_path(name);
  HANDLE handle = INVALID_HANDLE_VALUE;
  if (const DWORD error = ordered_fault(Api::kCreateMailslot, path.name)) {
    SetLastError(error);
    call.flag(wire::kFaulted);
  } else if (path.too_long) {
    SetLastError(ERROR_FILENAME_EXCED_RANGE);  // never created under its own name, where simultaneous gradings would interfere
  } else if (!path.valid || !path.local) {
    handle = CreateMailslotW(name, max_bytes, timeout, security);  // the system reports what is wrong with the name
  } else if (wire::find_slot(*run, path.name, own_computer()) >= 0) {
    SetLastError(ERROR_ALREADY_EXISTS);
    count_vain();
  } else {
    handle = make_slot(call, path.name, max_bytes, timeout, security, wide);
  }
  call.done(handle != INVALID_HANDLE_VALUE, handle == INVALID_HANDLE_VALUE);
  return handle;
}

HANDLE WINAPI hooked_CreateMailslotW(LPCWSTR name, DWORD max_bytes, DWORD timeout, LPSECURITY_ATTRIBUTES security) {
  await_leave_to_look();
  Recorded call(Api::kCreateMailslot);
  return create_mailslot(call, name, max_bytes, timeout, security, true);
}

HANDLE WINAPI hooked_CreateMailslotA(LPCSTR name, DWORD max_bytes, DWORD timeout, LPSECURITY_ATTRIBUTES security) {
  wchar_t wide_name[1024];
  await_leave_to_look();
  Recorded call(Api::kCreateMailslot);
  return create_mailslot(call, widen(name, wide_name, 1024), max_bytes, timeout, security, false);
}

// Whether a handle that was opened with this access allows writing.
bool may_write(DWORD access) { return (access & (GENERIC_WRITE | GENERIC_ALL | FILE_WRITE_DATA)) != 0; }

HANDLE open_client(Recorded& call, std::int32_t number, DWORD access, DWORD share, LPSECURITY_ATTRIBUTES security, DWORD disposition,
                   DWORD attributes, bool wide) {
  wchar_t name[160];
  wire::system_name(name, run_key, number);
  // Since Windows Vista, several writers can open a mailslot whatever their share modes (Wine's dlls/kernel32/tests/mailslot.c asserts this
  // for Windows); Wine 8 requires all of them to share both reading and writing.
  const DWORD sharing = run->plan.corrected_slots ? share | FILE_SHARE_READ | FILE_SHARE_WRITE : share;
  const HANDLE handle = CreateFileW(name, access, sharing, security, disposition, attributes, nullptr);
  if (handle == INVALID_HANDLE_VALUE) return handle;
  const LastErrorKept kept;
  call.slot(number).gave(remember(handle, Kind::kMailslotClient, -1, {number, wide, may_write(access)}));
  count_find();
  return handle;
}

// Opens a writer's end of an address on the LAN. Its real handle refers to one of the stage's mailslots, which is never read.
HANDLE open_address(Recorded& call, const wire::SlotPath& path, DWORD access, LPSECURITY_ATTRIBUTES security, DWORD disposition,
                    DWORD attributes, bool wide) {
  const std::int32_t number = wire::new_address(*run, path);
  if (number < 0) {
    SetLastError(ERROR_NOT_ENOUGH_MEMORY);
    return INVALID_HANDLE_VALUE;
  }
  wchar_t name[160];
  wire::system_name(name, run_key, wire::kLanSlot);
  const HANDLE handle = CreateFileW(name, access, FILE_SHARE_READ | FILE_SHARE_WRITE, security, disposition, attributes, nullptr);
  if (handle == INVALID_HANDLE_VALUE) return handle;
  const LastErrorKept kept;
  call.slot(number).gave(remember(handle, Kind::kMailslotClient, -1, {number, wide, may_write(access)}));
  return handle;
}

template <typename Plain>
HANDLE create_file(const wchar_t* name, DWORD access, DWORD share, LPSECURITY_ATTRIBUTES security, DWORD disposition, DWORD attributes,
                   bool wide, Plain plain) {
  const wire::SlotPath path = wire::slot_path(name);
  const bool over_lan = path.valid && !path.local && run->plan.computer_count > 0;
  const bool of_the_run = (path.valid && path.local) || over_lan;
  if (of_the_run) await_leave_to_look();
  Recorded call(Api::kCreateFile);
  call.text(0, name, name ? std::wcslen(name) * sizeof(wchar_t) : 0).file(access, share, disposition);
  if (!wide) call.ansi();
  HANDLE handle = INVALID_HANDLE_VALUE;
  if (const DWORD error = of_the_run ? ordered_fault(Api::kCreateFile, path.name) : 0) {
    SetLastError(error);
    call.flag(wire::kFaulted);
  } else if (path.too_long) {
    SetLastError(ERROR_FILENAME_EXCED_RANGE);
  } else if (!of_the_run) {
    handle = plain();
  } else if (over_lan) {
    handle = open_address(call, path, access, security, disposition, attributes, wide);
  } else if (const std::int32_t number = wire::find_slot(*run, path.name, own_computer()); number >= 0) {
    handle = open_client(call, number, access, share, security, disposition, attributes, wide);
  } else {
    SetLastError(ERROR_FILE_NOT_FOUND);
    count_vain();
  }
  call.done(handle != INVALID_HANDLE_VALUE, handle == INVALID_HANDLE_VALUE);
  return handle;
}

HANDLE WINAPI hooked_CreateFileW(LPCWSTR name, DWORD access, DWORD share, LPSECURITY_ATTRIBUTES security, DWORD disposition,
                                 DWORD attributes, HANDLE like) {
  return create_file(name, access, share, security, disposition, attributes, true,
                     [&] { return CreateFileW(name, access, share, security, disposition, attributes, like); });
}

HANDLE WINAPI hooked_CreateFileA(LPCSTR name, DWORD access, DWORD share, LPSECURITY_ATTRIBUTES security, DWORD disposition,
                                 DWORD attributes, HANDLE like) {
  wchar_t wide_name[1024];
  return create_file(widen(name, wide_name, 1024), access, share, security, disposition, attributes, false,
                     [&] { return CreateFileA(name, access, share, security, disposition, attributes, like); });
}

BOOL WINAPI hooked_GetMailslotInfo(HANDLE handle, LPDWORD max_bytes, LPDWORD next, LPDWORD count, LPDWORD timeout) {
  const wire::ObjectRef object = identify(handle);
  if (object.kind == Kind::kMailslot) await_leave_to_look();
  Recorded call(Api::kGetMailslotInfo);
  call.on(object);
  if (object.kind != Kind::kMailslot) {
    const BOOL ok = GetMailslotInfo(handle, max_bytes, next, count, timeout);
    call.done(ok, !ok);
    return ok;
  }
  wire::Slot& slot = run->slots[object.slot];
  DWORD next_bytes = MAILSLOT_NO_MESSAGE;
  DWORD waiting = 0;
  BOOL ok = TRUE;
  if (run->plan.corrected_slots) {
    waiting = wire::waiting(slot);
    if (const wire::Message* message = waiting ? wire::front(*run, object.slot) : nullptr) next_bytes = message->bytes;
  } else {
    ok = GetMailslotInfo(handle, nullptr, &next_bytes, &waiting, nullptr);
  }
  if (ok && max_bytes) *max_bytes = slot.max_bytes;
  if (ok && next) *next = next_bytes;
  if (ok && count) *count = waiting;
  if (ok && timeout) *timeout = slot.timeout_ms;
  if (next_bytes == MAILSLOT_NO_MESSAGE)
    count_vain();
  else
    count_find();
  call.slot(object.slot).value(static_cast<std::int64_t>(waiting)).done(ok, !ok);
  return ok;
}

BOOL WINAPI hooked_SetMailslotInfo(HANDLE handle, DWORD timeout) {
  const wire::ObjectRef object = identify(handle);
  Recorded call(Api::kSetMailslotInfo);
  call.on(object).timeout(timeout);
  BOOL ok = TRUE;
  if (object.kind == Kind::kMailslot)
    set_timeout(run->slots[object.slot], timeout);
  else
    ok = SetMailslotInfo(handle, timeout);
  call.done(ok, !ok);
  return ok;
}

const Hook kHooks[] = {
    {"CreateMailslotW", reinterpret_cast<void*>(&hooked_CreateMailslotW)},
    {"CreateMailslotA", reinterpret_cast<void*>(&hooked_CreateMailslotA)},
    {"CreateFileW", reinterpret_cast<void*>(&hooked_CreateFileW)},
    {"CreateFileA", reinterpret_cast<void*>(&hooked_CreateFileA)},
    {"GetMailslotInfo", reinterpret_cast<void*>(&hooked_GetMailslotInfo)},
    {"SetMailslotInfo", reinterpret_cast<void*>(&hooked_SetMailslotInfo)},
};

}  // namespace

Hooks slot_hooks() { return {kHooks, sizeof kHooks / sizeof *kHooks}; }

}  // namespace lab::probe
