// FNV-1a, 64 bits: distinguishes versions, but is not cryptographically secure. Hashes are stored in files and folder names, so this
// function must never change.
#pragma once

#include <cstdint>
#include <string_view>

namespace lab::text {

inline constexpr std::uint64_t kHashOfNothing = 0xcbf29ce484222325u;

// The hash of `bytes`; `before` is the hash of the bytes that precede them.
constexpr std::uint64_t hash(std::string_view bytes, std::uint64_t before = kHashOfNothing) {
  for (const char byte : bytes) before = (before ^ static_cast<unsigned char>(byte)) * 0x100000001b3u;
  return before;
}

}  // namespace lab::text
