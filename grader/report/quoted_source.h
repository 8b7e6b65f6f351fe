// A source line that GCC quotes, with the marks below it, in the columns of a console.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace lab::report {

// Where the quoted source begins in "   33 |     *sum += numbr;" and in the marks below it, in bytes; 0: the line quotes none.
std::size_t quoted_from(const std::string& line);

// `lines`: a quoted line, then those of its marks. Where the first is wider than `room`, its statement is shown whole, in several lines,
// and the marks below the piece that they mark:
//    32 | BOOL received = ReadFile(slot, message,
//       |     MAX_CHARACTERS * sizeof(TCHAR), bytes, NULL);
//       |                                     ^~~~~
std::vector<std::string> quoted_source(const std::vector<std::string>& lines, std::size_t room);

}  // namespace lab::report
