// FNV-1a, 64 bits: tells versions apart, proves nothing. Hashes are kept in files and in names of folders, so it never changes.
#pragma once

#include <cstdint>
#include <string_view>

namespace lab::text {

inline constexpr std::uint64_t kHashOfNothing = 0xcbf29ce484222325u;

// Of `bytes`; `before`: of what comes before them.
constexpr std::uint64_t hash(std::string_view bytes, std::uint64_t before = kHashOfNothing) {
  for (const char byte : bytes) before = (before ^ static_cast<unsigned char>(byte)) * 0x100000001b3u;
  return before;
}

}  // namespace lab::text
