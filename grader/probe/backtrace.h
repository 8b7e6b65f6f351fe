// Finds out where in the program a call was made.
#pragma once

#include <cstdint>

namespace lab::probe {

// Fills `frames` with the return addresses on the calling thread's stack that are inside the program's .exe, innermost first, relative to
// the address at which the .exe is loaded; unused entries are 0. Reads only the stack and the tables of loaded modules, so a stack that the
// program has overwritten just makes the list shorter.
void frames_in_program(std::uint32_t* frames, std::uint32_t count);

}  // namespace lab::probe
