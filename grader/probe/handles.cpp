// The table of handles that the calls covered in the labs returned, and the system's answers for all others.
#include "probe/handles.h"

#include "probe/locked.h"
#include "probe/recorder.h"

namespace lab::probe {
namespace {

struct Entry {
  HANDLE handle;
  wire::Kind kind;
  std::int16_t program;
  SlotEnd end;
  std::uint32_t serial;
  bool open;
};

constexpr std::size_t kMaxEntries = 1024;
Entry entries[kMaxEntries];
std::size_t entry_count = 0;
std::uint32_t last_serial = 0;
SRWLOCK entries_lock = SRWLOCK_INIT;

// The newest entry with this value: older ones must have been closed before the value was reused.
Entry* find(HANDLE handle) {
  for (std::size_t i = entry_count; i-- > 0;)
    if (entries[i].handle == handle) return &entries[i];
  return nullptr;
}

wire::ObjectRef object(wire::Kind kind, std::int32_t program = -1, std::int32_t slot = -1, std::uint32_t serial = 0,
                       bool was_open = false) {
  wire::ObjectRef ref;
  ref.kind = kind;
  ref.was_open = was_open;
  ref.program = static_cast<std::int16_t>(program);
  ref.slot = static_cast<std::int16_t>(slot);
  ref.handle = serial;
  return ref;
}

}  // namespace

std::uint32_t remember(HANDLE handle, wire::Kind kind, std::int32_t program, const SlotEnd& end) {
  const Locked locked(entries_lock);
  if (entry_count == kMaxEntries) {
    run->overflow = 1;
    return 0;
  }
  entries[entry_count++] = {handle, kind, static_cast<std::int16_t>(program), end, ++last_serial, true};
  return last_serial;
}

SlotEnd end_of(HANDLE handle) {
  const Locked locked(entries_lock);
  const Entry* entry = find(handle);
  return entry ? entry->end : SlotEnd();
}

wire::ObjectRef identify(HANDLE handle) {
  const LastErrorKept kept;
  const auto number = reinterpret_cast<std::intptr_t>(handle);
  if (number == 0) return object(wire::Kind::kNull);
  if (number < 0 && number >= -6) return object(wire::Kind::kPseudo, self);
  wire::ObjectRef closed = object(wire::Kind::kInvalid);
  {
    const Locked locked(entries_lock);
    if (const Entry* entry = find(handle)) {
      if (entry->open) return object(entry->kind, entry->program, entry->end.slot, entry->serial);
      closed = object(wire::Kind::kClosed, entry->program, entry->end.slot, entry->serial, true);
    }
  }
  DWORD flags = 0;
  if (!GetHandleInformation(handle, &flags)) return closed;
  if (const DWORD pid = GetProcessId(handle))
    if (const std::int32_t program = program_of(pid); program >= 0) return object(wire::Kind::kProcess, program);
  if (const DWORD pid = GetProcessIdOfThread(handle))
    if (const std::int32_t program = program_of(pid); program >= 0) return object(wire::Kind::kThread, program);
  return object(wire::Kind::kOther);
}

void forget(const wire::ObjectRef& object) {
  const Locked locked(entries_lock);
  for (std::size_t i = 0; i < entry_count; ++i)
    if (entries[i].serial == object.handle) entries[i].open = false;
}

std::uint32_t bequeath_slots(std::int32_t child, wire::ObjectRef* heirlooms, std::uint32_t room) {
  const Locked locked(entries_lock);
  std::uint32_t count = 0;
  for (std::size_t i = 0; i < entry_count; ++i) {
    const Entry& entry = entries[i];
    DWORD flags = 0;
    const bool of_slot = entry.kind == wire::Kind::kMailslot || entry.kind == wire::Kind::kMailslotClient;
    if (!of_slot || !entry.open || !GetHandleInformation(entry.handle, &flags) || !(flags & HANDLE_FLAG_INHERIT)) continue;
    const std::uint32_t n = run->inherited_count.fetch_add(1);
    if (n >= wire::kMaxInherited) {
      run->overflow = 1;
      return count;
    }
    wire::Inherited& heirloom = run->inherited[n];
    heirloom.program = child;
    heirloom.handle = reinterpret_cast<std::uintptr_t>(entry.handle);
    heirloom.kind = entry.kind;
    heirloom.slot = static_cast<std::int16_t>(entry.end.slot);
    heirloom.wide = entry.end.wide;
    heirloom.writable = entry.end.writable;
    if (entry.kind == wire::Kind::kMailslot) run->slots[entry.end.slot].handles_of[child].fetch_add(1);
    heirloom.ready = 1;
    if (count < room) heirlooms[count++] = object(entry.kind, -1, entry.end.slot, entry.serial);
  }
  return count;
}

void inherit_slots() {
  for (const wire::Inherited& heirloom : run->inherited)
    if (heirloom.ready && heirloom.program == self)
      remember(reinterpret_cast<HANDLE>(static_cast<std::uintptr_t>(heirloom.handle)), heirloom.kind, -1,
               {heirloom.slot, heirloom.wide != 0, heirloom.writable != 0});
}

std::int32_t program_of(DWORD pid) {
  for (std::uint32_t i = 0; i < run->program_count && i < wire::kMaxPrograms; ++i)
    if (run->programs[i].ready && run->programs[i].pid == pid) return static_cast<std::int32_t>(i);
  return -1;
}

}  // namespace lab::probe
