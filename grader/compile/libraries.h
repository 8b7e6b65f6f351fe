// The Windows libraries that a source file may request.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lab::compile {

// Converts names in Visual C++'s format ("WS2_32.lib", "shlwapi") to the form "ws2_32". Omits libraries that are not part of Windows, so
// that what is linked never depends on a path chosen by a student.
std::vector<std::string> libraries_of_windows(const std::vector<std::string>& names);

// The names in #pragma comment(lib, "...") and __pragma(comment(lib, "...")) in source code, including its comments.
std::vector<std::string> named_in_pragmas(std::string_view text);

}  // namespace lab::compile
