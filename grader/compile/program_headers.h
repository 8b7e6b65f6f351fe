// File contents that look like programs.
#pragma once

#include <string>

namespace lab::tests {

// The headers of a program for `machine` (IMAGE_FILE_MACHINE_..., little-endian) with these characteristics; only the parts that the grader
// reads.
inline std::string program_headers(const std::string& machine, unsigned short characteristics, const std::string& magic) {
  std::string bytes = "MZ" + std::string(0x3A, '\0') + std::string("\x40\0\0\0", 4) + std::string("PE\0\0", 4) + machine;
  bytes += std::string(16, '\0');
  bytes += static_cast<char>(characteristics & 0xFF);
  bytes += static_cast<char>(characteristics >> 8);
  return bytes + magic + std::string(200, '\0');
}

}  // namespace lab::tests
