// The run's mailslots, as the probes and the stage both use them: names, and messages that travel through the run's record.
// Nothing here throws, allocates or uses the C runtime's state; the record may have been overwritten by the program under test.
#pragma once

#include <windows.h>

#include "probe/wire.h"

namespace lab::wire {

// A path that names a mailslot: \\.\mailslot\NAME, \\COMPUTER\mailslot\NAME, also with / or \\?\, letters of any case.
struct SlotPath {
  bool valid = false;
  bool local = false;     // \\.\ or \\?\ .
  bool too_long = false;  // names one, but one longer than is kept; then not valid
  wchar_t computer[kSlotNameChars] = {};
  wchar_t name[kSlotNameChars] = {};  // "mailbox", "chat\A"
};
SlotPath slot_path(const wchar_t* path);

// The open slot of that name on that computer, or -1. Names are compared without regard to letter case.
std::int32_t find_slot(const Wire& run, const wchar_t* name, std::int32_t computer = 0);

// A new slot in the state kBeingMade, or -1 when the run has too many.
std::int32_t new_slot(Wire& run, const wchar_t* name, std::int32_t owner, std::int32_t computer = 0);

// An address on the virtual LAN, as one more entry among the slots: "*" and the domain's name are all its computers. -1 when there are too
// many.
std::int32_t new_address(Wire& run, const SlotPath& path);

// Whether a receiver holds it.
bool is_open(const Wire& run, std::int32_t slot);

// The name of the system's mailslot behind it; behind all addresses of the LAN for kLanSlot. `name` takes 160 characters.
inline constexpr std::int32_t kLanSlot = 999;
void system_name(wchar_t* name, const wchar_t* key, std::int32_t slot);

// Messages that have been written and not been read.
std::uint32_t waiting(const Slot& slot);

// Why a message of that many bytes cannot be written to it now: 0, or a Win32 error.
DWORD refusal(const Wire& run, std::int32_t slot, std::size_t bytes);

// Puts the message at the end of the slot's queue. False when the record is full, which makes the run a flood.
bool append(Wire& run, std::int32_t slot, const void* data, std::size_t bytes);

// The first message of the slot's queue, or null; and taking it: false when somebody else was faster.
Message* front(Wire& run, std::int32_t slot);
bool take(Wire& run, Message& message, void* to);

}  // namespace lab::wire
