// The run's mailslots: names, and messages that pass through the run's record. Used by the probes and the stage. Nothing here throws,
// allocates or uses the C runtime's state, and everything tolerates a record that the program under test has overwritten.
#pragma once

#include <windows.h>

#include "probe/wire.h"

namespace lab::wire {

// A parsed path of a mailslot: \\.\mailslot\NAME or \\COMPUTER\mailslot\NAME, also with / or \\?\, in upper or lower case.
struct SlotPath {
  bool valid = false;
  bool local = false;     // \\.\ or \\?\ .
  bool too_long = false;  // it is a mailslot's path, but the name is too long to be kept; `valid` is then false
  wchar_t computer[kSlotNameChars] = {};
  wchar_t name[kSlotNameChars] = {};  // "mailbox", "chat\A"
};
SlotPath slot_path(const wchar_t* path);

// The open slot with this name on this computer, or -1. Names are not case-sensitive.
std::int32_t find_slot(const Wire& run, const wchar_t* name, std::int32_t computer = 0);

// Creates a slot in the state kBeingMade; returns -1 if there are too many.
std::int32_t new_slot(Wire& run, const wchar_t* name, std::int32_t owner, std::int32_t computer = 0);

// Creates an address on the virtual LAN, which is one more entry in the slots. "*" and the domain's name stand for all computers in the
// domain. Returns -1 if there are too many entries.
std::int32_t new_address(Wire& run, const SlotPath& path);

// Whether the slot is open and a receiver holds a handle to it.
bool is_open(const Wire& run, std::int32_t slot);

// Writes the name of the system's mailslot that underlies the slot to `name`, which has room for 160 characters. kLanSlot stands for the
// one that underlies all addresses on the LAN.
inline constexpr std::int32_t kLanSlot = 999;
void system_name(wchar_t* name, const wchar_t* key, std::int32_t slot);

// The number of unread messages.
std::uint32_t waiting(const Slot& slot);

// The Win32 error that writing a message of `bytes` bytes to the slot would fail with now, or 0.
DWORD refusal(const Wire& run, std::int32_t slot, std::size_t bytes);

// Appends the message to the slot's queue. Returns false if the record is full, which makes the run a flood.
bool append(Wire& run, std::int32_t slot, const void* data, std::size_t bytes);

// front() returns the first message in the slot's queue, or null. take() returns false if another reader has already taken the message.
Message* front(Wire& run, std::int32_t slot);
bool take(Wire& run, Message& message, void* to);

}  // namespace lab::wire
