// The names and message queues of a run's mailslots.
#include "probe/slots.h"

#include <cstring>

namespace lab::wire {
namespace {

bool same(const wchar_t* a, int a_length, const wchar_t* b, int b_length) {
  return CompareStringOrdinal(a, a_length, b, b_length, TRUE) == CSTR_EQUAL;
}

// The program under test may have overwritten the record, including terminators.
int length(const wchar_t (&name)[kSlotNameChars]) {
  std::uint32_t n = 0;
  while (n < kSlotNameChars && name[n]) ++n;
  return static_cast<int>(n);
}

bool is_separator(wchar_t c) { return c == L'\\' || c == L'/'; }

bool holds(const Wire& run, const Slot& slot) {
  if (slot.owner < 0) return true;
  for (std::uint32_t i = 0; i < run.program_count && i < kMaxPrograms; ++i)
    if (slot.handles_of[i] > 0 && !run.programs[i].gone) return true;
  return false;
}

}  // namespace

SlotPath slot_path(const wchar_t* path) {
  SlotPath out;
  if (!path || !is_separator(path[0]) || !is_separator(path[1])) return out;
  const wchar_t* at = path + 2;
  std::size_t n = 0;
  while (at[n] && !is_separator(at[n])) ++n;
  if (n == 0 || n >= kSlotNameChars || !at[n]) return out;
  std::memcpy(out.computer, at, n * sizeof(wchar_t));
  at += n + 1;
  // A longer name for the same place: \\.\GLOBALROOT\Device\Mailslot\x is \\.\mailslot\x.
  constexpr wchar_t kDevice[] = L"GLOBALROOT\\Device\\";
  constexpr int kDeviceChars = sizeof kDevice / sizeof *kDevice - 1;
  out.local = same(out.computer, -1, L".", -1) || same(out.computer, -1, L"?", -1);
  if (out.local && same(at, static_cast<int>(lstrlenW(at) < kDeviceChars ? lstrlenW(at) : kDeviceChars), kDevice, -1)) at += kDeviceChars;
  constexpr wchar_t kRoot[] = L"mailslot";
  constexpr int kRootChars = sizeof kRoot / sizeof *kRoot - 1;
  if (lstrlenW(at) <= kRootChars || !same(at, kRootChars, kRoot, kRootChars) || !is_separator(at[kRootChars])) return out;
  at += kRootChars + 1;
  for (n = 0; at[n] && n + 1 < kSlotNameChars; ++n) out.name[n] = at[n] == L'/' ? L'\\' : at[n];
  out.valid = n > 0 && !at[n];
  out.too_long = at[n] != 0;
  return out;
}

std::int32_t find_slot(const Wire& run, const wchar_t* name, std::int32_t computer) {
  for (std::uint32_t i = 0; i < kMaxSlots; ++i)
    if (!run.slots[i].is_address && run.slots[i].computer == computer && is_open(run, static_cast<std::int32_t>(i)) &&
        same(run.slots[i].name, length(run.slots[i].name), name, -1))
      return static_cast<std::int32_t>(i);
  return -1;
}

std::int32_t new_slot(Wire& run, const wchar_t* name, std::int32_t owner, std::int32_t computer) {
  for (std::uint32_t i = 0; i < kMaxSlots; ++i) {
    Slot& slot = run.slots[i];
    SlotState free = SlotState::kFree;
    if (!slot.state.compare_exchange_strong(free, SlotState::kBeingMade)) continue;
    slot.owner = owner;
    slot.computer = computer;
    slot.wide = 1;
    slot.timeout_ms = MAILSLOT_WAIT_FOREVER;
    lstrcpynW(slot.name, name, static_cast<int>(kSlotNameChars));
    return static_cast<std::int32_t>(i);
  }
  run.overflow = 1;
  return -1;
}

std::int32_t new_address(Wire& run, const SlotPath& path) {
  std::int32_t computer = Slot::kNobody;
  if (same(path.computer, -1, L"*", -1) || same(path.computer, -1, run.plan.domain, -1)) computer = Slot::kDomain;
  for (std::uint32_t i = 0; i < run.plan.computer_count && i < kMaxComputers; ++i)
    if (same(path.computer, -1, run.plan.computers[i], -1)) computer = static_cast<std::int32_t>(i);
  const std::int32_t number = new_slot(run, path.name, -1, computer);
  if (number < 0) return -1;
  Slot& slot = run.slots[number];
  slot.is_address = 1;
  lstrcpynW(slot.address, path.computer, static_cast<int>(kComputerChars));
  slot.state = SlotState::kOpen;
  return number;
}

bool is_open(const Wire& run, std::int32_t slot) {
  if (slot < 0 || slot >= static_cast<std::int32_t>(kMaxSlots)) return false;
  return run.slots[slot].state == SlotState::kOpen && holds(run, run.slots[slot]);
}

void system_name(wchar_t* name, const wchar_t* key, std::int32_t slot) {
  lstrcpyW(name, L"\\\\.\\mailslot\\");
  object_name(name + lstrlenW(name), key, L".slot.", static_cast<std::uint32_t>(slot));
}

std::uint32_t waiting(const Slot& slot) {
  const std::uint32_t taken = slot.taken;
  const std::uint32_t written = slot.written;
  return written > taken ? written - taken : 0;
}

DWORD refusal(const Wire& run, std::int32_t slot, std::size_t bytes) {
  // It is documented that both fail (https://learn.microsoft.com/windows/win32/ipc/about-mailslots and
  // https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-createmailslotw), but not with which error, so no check depends on the
  // error.
  if (!is_open(run, slot)) return ERROR_HANDLE_EOF;
  const std::uint32_t most = run.slots[slot].max_bytes;
  return most != 0 && bytes > most ? ERROR_INVALID_PARAMETER : 0;
}

bool append(Wire& run, std::int32_t slot, const void* data, std::size_t bytes) {
  const auto room = static_cast<std::uint32_t>((bytes + 7) / 8 * 8);
  const std::uint32_t at = bytes > kMessageArenaBytes ? kMessageArenaBytes : run.message_bytes.fetch_add(room);
  const std::uint32_t number = run.message_count.fetch_add(1);
  if (at >= kMessageArenaBytes || kMessageArenaBytes - at < room || number >= kMaxMessages) {
    run.message_bytes = kMessageArenaBytes;
    run.message_count = kMaxMessages;
    run.overflow = 1;
    return false;
  }
  Message& message = run.messages[number];
  message.slot = static_cast<std::uint32_t>(slot);
  message.at = at;
  message.bytes = static_cast<std::uint32_t>(bytes);
  if (bytes) std::memcpy(run.message_arena + at, data, bytes);
  message.state = Message::kThere;
  run.slots[slot].written.fetch_add(1);
  return true;
}

Message* front(Wire& run, std::int32_t slot) {
  const std::uint32_t claimed = run.message_count;
  const std::uint32_t count = claimed < kMaxMessages ? claimed : kMaxMessages;
  const auto mine = static_cast<std::uint32_t>(slot);
  Slot& queue = run.slots[slot];
  std::uint32_t first = queue.first;
  bool passed = true;  // all messages so far are taken or belong to another slot
  for (std::uint32_t i = first; i < count; ++i) {
    Message& message = run.messages[i];
    const std::uint32_t state = message.state;
    if (passed && (state == Message::kTaken || (state == Message::kThere && message.slot != mine))) {
      first = i + 1;
      continue;
    }
    if (passed) queue.first = first;
    passed = false;
    if (state == Message::kThere && message.slot == mine && message.at <= kMessageArenaBytes &&
        message.bytes <= kMessageArenaBytes - message.at)
      return &message;
  }
  return nullptr;
}

bool take(Wire& run, Message& message, void* to) {
  std::uint32_t there = Message::kThere;
  if (!message.state.compare_exchange_strong(there, Message::kTaken)) return false;
  if (message.bytes && to) std::memcpy(to, run.message_arena + message.at, message.bytes);
  run.slots[message.slot % kMaxSlots].taken.fetch_add(1);
  return true;
}

}  // namespace lab::wire
