// Which object a handle of this program stands for, whatever its number.
#pragma once

#include <windows.h>

#include "probe/wire.h"

namespace lab::probe {

// Remembers a handle that a taught call gave to the program; returns its serial number, from 1.
// For an end of a mailslot `end` says which, and more.
struct SlotEnd {
  std::int32_t slot = -1;
  bool wide = true;       // a W function gave it out
  bool writable = false;  // it may be written to
};
std::uint32_t remember(HANDLE handle, wire::Kind kind, std::int32_t program, const SlotEnd& end = {});

// What was remembered of that end of a mailslot.
SlotEnd end_of(HANDLE handle);

// What `handle` stands for now. Unknown numbers are asked of the system: OpenProcess in another module, an inherited handle, ...
wire::ObjectRef identify(HANDLE handle);

// The program has closed the handle for which identify() gave this object. The number may be another thread's new handle by now, so it is
// the object that is forgotten; one that was not remembered changes nothing.
void forget(const wire::ObjectRef& object);

// The mailslot handles that `child`, started by this program just now, inherits. The first `room` of them stand in `heirlooms`,
// as many as it returns. And those that this program has inherited itself.
std::uint32_t bequeath_slots(std::int32_t child, wire::ObjectRef* heirlooms, std::uint32_t room);
void inherit_slots();

// The run's program with this process id, or -1. Ids are not given again while the run lasts: the probe keeps a handle to each child.
std::int32_t program_of(DWORD pid);

}  // namespace lab::probe
