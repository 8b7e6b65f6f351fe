// Code page 949, the encoding that a Korean Windows uses for the console and for files saved as "ANSI".
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lab::text {

// Converts `bytes` to UTF-8; returns nothing if they are not valid in code page 949. Uses the system's converter, in a separate file for
// each system: iconv on POSIX, the C runtime's locale ".949" on Windows.
std::optional<std::string> decode_code_page_949(std::string_view bytes);

}  // namespace lab::text
