// The libraries of Windows that a source may ask for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lab::compile {

// Of names as Visual C++ takes them ("WS2_32.lib", "shlwapi"): those of Windows, as "ws2_32". Any other name is left out: what is linked
// never depends on a path that a student chose.
std::vector<std::string> libraries_of_windows(const std::vector<std::string>& names);

// What #pragma comment(lib, "...") and __pragma(comment(lib, "...")) name in a text, in comments too.
std::vector<std::string> named_in_pragmas(std::string_view text);

}  // namespace lab::compile
