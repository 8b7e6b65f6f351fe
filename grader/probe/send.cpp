// Sends messages through the run's record or, if the system's own mailslots behave as documented, through those.
#include "probe/send.h"

#include "probe/handles.h"
#include "probe/recorder.h"
#include "probe/slots.h"
#include "probe/wire_event.h"

namespace lab::probe {
namespace {

BOOL sent(DWORD bytes, LPDWORD written, LPOVERLAPPED overlapped) {
  if (written) *written = bytes;
  if (overlapped) {
    overlapped->Internal = 0;
    overlapped->InternalHigh = bytes;
    if (overlapped->hEvent) SetEvent(overlapped->hEvent);
  }
  return TRUE;
}

// The stage's own slots store nothing, because the recording contains what was written to them.
void deliver(std::int32_t slot, LPCVOID data, DWORD bytes) {
  if (run->slots[slot].owner < 0)
    run->slots[slot].written.fetch_add(1);
  else
    wire::append(*run, slot, data, bytes);
}

void deliver_through_system(std::int32_t slot, LPCVOID data, DWORD bytes) {
  wchar_t name[160];
  wire::system_name(name, run_key, slot);
  const HANDLE writer = CreateFileW(name, GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, nullptr, OPEN_EXISTING, 0, nullptr);
  if (writer == INVALID_HANDLE_VALUE) return;
  DWORD written = 0;
  if (WriteFile(writer, data, bytes, &written, nullptr)) run->slots[slot].written.fetch_add(1);
  CloseHandle(writer);
}

}  // namespace

BOOL send_to_slot(HANDLE file, std::int32_t slot, LPCVOID data, DWORD bytes, LPDWORD written, LPOVERLAPPED overlapped) {
  if (!run->plan.corrected_slots) {
    const BOOL ok = WriteFile(file, data, bytes, written, overlapped);
    if (ok) run->slots[slot].written.fetch_add(1);
    return ok;
  }
  if (written) *written = 0;
  const DWORD error = end_of(file).writable ? wire::refusal(*run, slot, bytes) : ERROR_ACCESS_DENIED;
  if (error) {
    SetLastError(error);
    return FALSE;
  }
  deliver(slot, data, bytes);
  return sent(bytes, written, overlapped);
}

BOOL send_to_address(HANDLE file, std::int32_t number, LPCVOID data, DWORD bytes, LPDWORD written, LPOVERLAPPED overlapped) {
  wire::Slot& address = run->slots[number];
  const bool to_domain = address.computer == wire::Slot::kDomain;
  if (written) *written = 0;
  if (!end_of(file).writable) {
    SetLastError(ERROR_ACCESS_DENIED);
    return FALSE;
  }
  // "... the application cannot write more than 424 bytes at a time": CreateFile, Mailslots,
  // https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-createfilew; for the error, see
  // https://learn.microsoft.com/windows/win32/ipc/writing-to-a-mailslot
  if (to_domain && bytes > wire::kBroadcastBytes) {
    SetLastError(ERROR_BAD_NETPATH);
    return FALSE;
  }
  const LastErrorKept kept;
  address.written.fetch_add(1);
  const std::uint32_t copies = to_domain && run->plan.doubled ? 2 : 1;
  for (std::uint32_t computer = 0; computer < run->plan.computer_count && computer < wire::kMaxComputers; ++computer) {
    if (!to_domain && address.computer != static_cast<std::int32_t>(computer)) continue;
    const std::int32_t slot = wire::find_slot(*run, address.name, static_cast<std::int32_t>(computer));
    if (slot < 0 || wire::refusal(*run, slot, bytes)) continue;
    for (std::uint32_t copy = 0; copy < copies; ++copy) {
      wire::add_event(*run, wire::EventKind::kDelivered, run->slots[slot].owner, self, static_cast<std::int64_t>(bytes), slot);
      if (run->plan.corrected_slots)
        deliver(slot, data, bytes);
      else
        deliver_through_system(slot, data, bytes);
    }
  }
  return sent(bytes, written, overlapped);
}

}  // namespace lab::probe
