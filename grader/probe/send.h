// The way of a message from a writer to the mailslots that it is meant for.
#pragma once

#include <windows.h>

#include "probe/wire.h"

namespace lab::probe {

// Writes the message to the slot behind `file`, a writer's end of it. As WriteFile.
BOOL send_to_slot(HANDLE file, std::int32_t slot, LPCVOID data, DWORD bytes, LPDWORD written, LPOVERLAPPED overlapped);

// Sends it over the virtual LAN to every computer that the address behind `file` (an index into the slots) means and that has a slot of
// that name. As WriteFile: nobody confirms that it has arrived, but a handle without write access is refused, and so is what is too large
// for a domain.
BOOL send_to_address(HANDLE file, std::int32_t number, LPCVOID data, DWORD bytes, LPDWORD written, LPOVERLAPPED overlapped);

}  // namespace lab::probe
