// The lines that recordings give calls, against the sources: a line must name the function that is called there.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "trace/run.h"

namespace lab::cli {

struct LineTally {
  std::size_t placed = 0;              // calls with a line that names them
  std::vector<std::string> misplaced;  // calls with any other line, or none: "submission scenario api File.cpp:12: the line's text"
};

// Looks at the calls of programs that the kit built from source. Where the source does not call the function itself, the line must name the
// part of the C or C++ library that does; what that does by itself, such as to write its buffers when the program ends, has no line.
LineTally lines_of_calls(const std::vector<trace::Run>& runs);

}  // namespace lab::cli
