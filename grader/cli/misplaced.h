// Checks the source lines that recordings give for calls: each line must contain the name of the function that is called there.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "trace/run.h"

namespace lab::cli {

struct LineTally {
  std::size_t placed = 0;              // calls whose line names the function
  std::vector<std::string> misplaced;  // calls with a different line or none: "submission scenario api File.cpp:12: the line's text"
};

// Checks the calls of programs that the kit built from source. If the source does not call the function itself, the line must name the C or
// C++ library function that does. Calls that the library makes on its own, such as writing its buffers when the program exits, have no
// line.
LineTally lines_of_calls(const std::vector<trace::Run>& runs);

}  // namespace lab::cli
