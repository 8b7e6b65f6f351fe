// The source lines of programs whose debug information can be read only on Windows.
#pragma once

#include <filesystem>
#include <string>

#include "compile/lines.h"

namespace lab::compile {

// The lines of its own files from which a Visual C++ program was built, as rows in the format of objdump --dwarf=decodedline. "" if the
// program has no debug information, or if this system cannot read it.
std::string debug_lines(const std::filesystem::path& exe, const OwnFiles& own);

}  // namespace lab::compile
