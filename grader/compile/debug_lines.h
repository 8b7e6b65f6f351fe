// The lines of programs whose debug information only Windows reads.
#pragma once

#include <filesystem>
#include <string>

#include "compile/lines.h"

namespace lab::compile {

// Which lines of its own files a program of Visual C++ was made from: rows as those of objdump --dwarf=decodedline. "" where the program
// has no debug information, or nothing here reads it.
std::string debug_lines(const std::filesystem::path& exe, const OwnFiles& own);

}  // namespace lab::compile
