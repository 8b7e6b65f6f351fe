// Keeps track of the object that each of this program's handles refers to, because the same handle value can refer to different objects
// over time.
#pragma once

#include <windows.h>

#include "probe/wire.h"

namespace lab::probe {

// Stores a handle that one of the calls covered in the labs returned to the program. Returns its serial number, starting at 1. For an end
// of a mailslot, `end` has the details.
struct SlotEnd {
  std::int32_t slot = -1;
  bool wide = true;       // a W function returned it
  bool writable = false;  // it may be written to
};
std::uint32_t remember(HANDLE handle, wire::Kind kind, std::int32_t program, const SlotEnd& end = {});

// What was stored about this end of a mailslot.
SlotEnd end_of(HANDLE handle);

// The object that `handle` refers to now. For handles that were not stored (such as inherited ones, or those from OpenProcess in another
// module), asks the system.
wire::ObjectRef identify(HANDLE handle);

// Call this when the program has closed the handle for which identify() returned this object. Takes the object instead of the handle,
// because the same value may already be another thread's new handle. Does nothing if the handle was not stored.
void forget(const wire::ObjectRef& object);

// Records the mailslot handles that `child`, which this program has just started, inherits. Stores up to `room` of them in `heirlooms` and
// returns how many it stored. inherit_slots() stores those that this program itself has inherited.
std::uint32_t bequeath_slots(std::int32_t child, wire::ObjectRef* heirlooms, std::uint32_t room);
void inherit_slots();

// The run's program with this process id, or -1. Ids are not reused during the run, because the probe keeps a handle to each child.
std::int32_t program_of(DWORD pid);

}  // namespace lab::probe
