// Reads PE headers by offset, because <winnt.h> does not exist on every system that this half runs on.
#include "compile/pe.h"

#include <array>
#include <cstdint>
#include <fstream>

namespace lab::compile {
namespace {

constexpr std::uint32_t kPeOffsetAt = 0x3C;
constexpr std::uint16_t kMachineX86 = 0x014C;
constexpr std::uint16_t kMachineX64 = 0x8664;
constexpr std::uint16_t kMachineArm64 = 0xAA64;
constexpr std::uint16_t kMachineArm64Ec = 0xA641;
constexpr std::uint16_t kIsExecutable = 0x0002;
constexpr std::uint16_t kIsDll = 0x2000;
constexpr std::uint16_t kPe32Plus = 0x020B;

// A little-endian number of `size` bytes at `offset`; 0 past the end of the file, which is invalid for every field used here.
std::uint32_t number_at(std::ifstream& in, std::uint32_t offset, int size) {
  std::array<char, 4> bytes{};
  in.clear();
  in.seekg(offset);
  in.read(bytes.data(), size);
  if (in.gcount() != size) return 0;
  std::uint32_t number = 0;
  for (int i = size; i-- > 0;) number = number << 8 | static_cast<unsigned char>(bytes[static_cast<std::size_t>(i)]);
  return number;
}

}  // namespace

ExeKind exe_kind(const std::filesystem::path& exe) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(exe, error)) return ExeKind::kUnreadable;
  std::ifstream in(exe, std::ios::binary);
  if (!in) return ExeKind::kUnreadable;

  constexpr std::uint32_t kMz = 'M' | 'Z' << 8;
  constexpr std::uint32_t kPe = 'P' | 'E' << 8;
  if (number_at(in, 0, 2) != kMz) return ExeKind::kNotAProgram;
  const std::uint32_t pe = number_at(in, kPeOffsetAt, 4);
  if (number_at(in, pe, 4) != kPe) return ExeKind::kNotAProgram;

  const std::uint32_t flags = number_at(in, pe + 22, 2);
  if ((flags & kIsExecutable) == 0) return ExeKind::kNotAProgram;
  if ((flags & kIsDll) != 0) return ExeKind::kDll;
  switch (number_at(in, pe + 4, 2)) {
    case kMachineX64:
      return number_at(in, pe + 24, 2) == kPe32Plus ? ExeKind::kProgram : ExeKind::kNotAProgram;
    case kMachineX86:
      return ExeKind::k32Bit;
    case kMachineArm64:
    case kMachineArm64Ec:
      return ExeKind::kArm64;
    default:
      return ExeKind::kNotAProgram;
  }
}

}  // namespace lab::compile
