// The path of a message from a writer to the mailslots that it is meant for.
#pragma once

#include <windows.h>

#include "probe/wire.h"

namespace lab::probe {

// Writes the message to `slot`; `file` is a writer's handle to it. The arguments and the result are the same as for WriteFile.
BOOL send_to_slot(HANDLE file, std::int32_t slot, LPCVOID data, DWORD bytes, LPDWORD written, LPOVERLAPPED overlapped);

// Sends the message over the virtual LAN to every computer that the address (slot `number`, which `file` refers to) stands for and that has
// a mailslot with that name. As with WriteFile, success does not mean that the message has arrived. Fails if the handle has no write
// access, or if the message is too large for a domain.
BOOL send_to_address(HANDLE file, std::int32_t number, LPCVOID data, DWORD bytes, LPDWORD written, LPOVERLAPPED overlapped);

}  // namespace lab::probe
