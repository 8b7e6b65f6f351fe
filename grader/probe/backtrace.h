// Where in the program a call was made.
#pragma once

#include <cstdint>

namespace lab::probe {

// Fills `frames` with the return addresses on the calling thread's stack that lie in the program's .exe, innermost first, relative to where
// the .exe is loaded; 0 where there are no more. Reads nothing but the stack and the tables of loaded modules, so that a stack that the
// program has overwritten ends the list early and does no harm.
void frames_in_program(std::uint32_t* frames, std::uint32_t count);

}  // namespace lab::probe
