// Determines from its headers what kind of file an .exe really is.
#pragma once

#include <filesystem>

namespace lab::compile {

enum class ExeKind {
  kProgram,      // a 64-bit x86 Windows program
  k32Bit,        // x86
  kArm64,        // ARM64, including ARM64EC
  kDll,          // a library with an .exe name
  kNotAProgram,  // not a Windows program for any of these: text, DOS, ELF, truncated
  kUnreadable,   // the file cannot be opened
};

// Reads the DOS, COFF and optional headers (Microsoft PE format, "PE Format" in the Windows documentation). Never throws.
ExeKind exe_kind(const std::filesystem::path& exe);

}  // namespace lab::compile
