// Walks the stack using the x64 unwind codes, https://learn.microsoft.com/cpp/build/exception-handling-x64. RtlVirtualUnwind is not used
// because it would follow a frame pointer that the program has overwritten to any address.
#include "probe/backtrace.h"

#include <windows.h>

#include <algorithm>
#include <cstring>

namespace lab::probe {
namespace {

constexpr int kMostFrames = 48;
constexpr int kRegisters = 16;
constexpr std::size_t kRsp = 4;

enum Code : std::uint8_t {
  kPushNonvolatile,
  kAllocLarge,
  kAllocSmall,
  kSetFrameRegister,
  kSaveNonvolatile,
  kSaveNonvolatileFar,
  kEpilog,
  kSpare,
  kSaveXmm,
  kSaveXmmFar,
  kPushMachineFrame,
};

struct UnwindInfo {
  std::uint8_t version_and_flags, prolog_bytes, code_count, frame;
  std::uint16_t codes[1];
};

class Stack {
 public:
  explicit Stack(const CONTEXT& context) : end_(reinterpret_cast<DWORD64>(reinterpret_cast<NT_TIB*>(NtCurrentTeb())->StackBase)) {
    std::memcpy(registers_, &context.Rax, sizeof registers_);  // Rax, Rcx, Rdx, Rbx, Rsp, Rbp, Rsi, Rdi, R8 ... R15: in the order in which
                                                               // unwind codes number them
    begin_ = registers_[kRsp];
    pc_ = context.Rip;
  }

  DWORD64 pc() const { return pc_; }

  // Moves to the caller. Returns false if it cannot be found.
  bool up() {
    DWORD64 base = 0;
    const RUNTIME_FUNCTION* const function = RtlLookupFunctionEntry(pc_, &base, nullptr);
    if (function && !undo(*function, base)) return false;
    return pop(pc_) && pc_ != 0;
  }

 private:
  bool read(DWORD64 at, DWORD64& value) const {
    if (at < begin_ || at % sizeof value != 0 || at > end_ - sizeof value) return false;
    std::memcpy(&value, reinterpret_cast<const void*>(at), sizeof value);
    return true;
  }

  bool pop(DWORD64& value) {
    if (!read(registers_[kRsp], value)) return false;
    registers_[kRsp] += sizeof value;
    return true;
  }

  // Undoes the whole prolog, because a function that has called another one has completed it.
  bool undo(const RUNTIME_FUNCTION& function, DWORD64 base) {
    constexpr int kMostChained = 8;
    RUNTIME_FUNCTION one = function;
    for (int chained = 0; chained < kMostChained; ++chained) {
      const auto& info = *reinterpret_cast<const UnwindInfo*>(base + one.UnwindData);
      if (!undo(info)) return false;
      if (!((info.version_and_flags >> 3) & UNW_FLAG_CHAININFO)) return true;
      std::memcpy(&one, info.codes + (info.code_count + 1) / 2 * 2, sizeof one);
    }
    return false;
  }

  bool undo(const UnwindInfo& info) {
    const std::uint16_t* const codes = info.codes;
    for (std::uint32_t i = 0; i < info.code_count;) {
      const std::uint32_t code = (codes[i] >> 8) & 15, operand = codes[i] >> 12;
      const std::uint32_t next = codes[i + 1], wide = next | std::uint32_t{codes[i + 2]} << 16;  // valid only for codes that have these
                                                                                                 // operands
      switch (code) {
        case kPushNonvolatile:
          if (!pop(registers_[operand])) return false;
          i += 1;
          break;
        case kAllocLarge:
          registers_[kRsp] += operand == 0 ? next * 8 : wide;
          i += operand == 0 ? 2 : 3;
          break;
        case kAllocSmall:
          registers_[kRsp] += operand * 8 + 8;
          i += 1;
          break;
        case kSetFrameRegister:
          registers_[kRsp] = registers_[info.frame & 15] - (info.frame >> 4) * 16;
          i += 1;
          break;
        case kSaveNonvolatile:
        case kSaveNonvolatileFar:
          if (!read(registers_[kRsp] + (code == kSaveNonvolatile ? next * 8 : wide), registers_[operand])) return false;
          i += code == kSaveNonvolatile ? 2 : 3;
          break;
        case kEpilog:
        case kSaveXmm:
          i += 2;
          break;
        case kSaveXmmFar:
          i += 3;
          break;
        default:  // an interrupt frame, or not a valid code
          return false;
      }
    }
    return true;
  }

  DWORD64 registers_[kRegisters];
  DWORD64 begin_ = 0, end_, pc_ = 0;
};

}  // namespace

void frames_in_program(std::uint32_t* frames, std::uint32_t count) {
  static const auto base = reinterpret_cast<DWORD64>(GetModuleHandleW(nullptr));
  static const DWORD64 bytes = reinterpret_cast<const IMAGE_NT_HEADERS*>(base + reinterpret_cast<const IMAGE_DOS_HEADER*>(base)->e_lfanew)
                                   ->OptionalHeader.SizeOfImage;
  CONTEXT context;
  RtlCaptureContext(&context);
  Stack stack(context);
  std::uint32_t found = 0;
  for (int depth = 0; depth < kMostFrames && found < count && stack.up(); ++depth)
    if (stack.pc() - base < bytes) frames[found++] = static_cast<std::uint32_t>(stack.pc() - base);
  std::fill(frames + found, frames + count, 0u);
}

}  // namespace lab::probe
