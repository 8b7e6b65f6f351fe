// Converts paths to and from UTF-8 on every system.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace lab::text {

// Uses the system's own separators; for display and for other programs.
inline std::string utf8(const std::filesystem::path& path) {
  const std::u8string text = path.u8string();
  return {text.begin(), text.end()};
}

// Uses '/' as the separator; the same text on every system.
inline std::string generic_utf8(const std::filesystem::path& path) {
  const std::u8string text = path.generic_u8string();
  return {text.begin(), text.end()};
}

inline std::filesystem::path path_of(std::string_view utf8) { return std::u8string(utf8.begin(), utf8.end()); }

}  // namespace lab::text
