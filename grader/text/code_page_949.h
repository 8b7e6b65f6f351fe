// Code page 949, the Korean encoding of Windows' console and of files saved as "ANSI".
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lab::text {

// `bytes` as UTF-8; nothing when a byte of them is no character of code page 949. Ours comes from the system, each in a file of its own:
// iconv on POSIX, the C runtime's locale ".949" on Windows.
std::optional<std::string> decode_code_page_949(std::string_view bytes);

}  // namespace lab::text
