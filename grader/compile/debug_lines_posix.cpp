// Elsewhere than on Windows there are no programs of Visual C++.
#include "compile/debug_lines.h"

namespace lab::compile {

std::string debug_lines(const std::filesystem::path&, const OwnFiles&) { return ""; }

}  // namespace lab::compile
