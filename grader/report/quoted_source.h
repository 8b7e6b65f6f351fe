// A source line quoted by GCC, with the marks below it, fitted into the columns of a console.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace lab::report {

// The offset in bytes of the quoted source in "   33 |     *sum += numbr;" and in the marks below it; 0 if the line quotes nothing.
std::size_t quoted_from(const std::string& line);

// `lines`: a quoted line, then those of its marks. If the quoted line is wider than `room`, it is wrapped, and the marks are below the
// piece that they mark:
//    32 | BOOL received = ReadFile(slot, message,
//       |     MAX_CHARACTERS * sizeof(TCHAR), bytes, NULL);
//       |                                     ^~~~~
std::vector<std::string> quoted_source(const std::vector<std::string>& lines, std::size_t room);

}  // namespace lab::report
