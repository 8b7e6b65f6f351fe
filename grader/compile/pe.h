// What kind of file an .exe really is, by its headers.
#pragma once

#include <filesystem>

namespace lab::compile {

enum class ExeKind {
  kProgram,      // a 64-bit x86 Windows program
  k32Bit,        // x86
  kArm64,        // ARM64, ARM64EC included
  kDll,          // a library under an .exe name
  kNotAProgram,  // no Windows program for any of these: text, DOS, ELF, cut short
  kUnreadable,   // the file cannot be opened
};

// Reads the DOS, COFF and optional headers (Microsoft PE format, "PE Format" in the Windows documentation). Never throws.
ExeKind exe_kind(const std::filesystem::path& exe);

}  // namespace lab::compile
