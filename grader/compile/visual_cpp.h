// Detects what Visual C++ builds and GCC cannot.
#pragma once

#include <string>
#include <string_view>

#include "compile/source.h"

namespace lab::compile {

// Returns what this source, or one of its own headers, uses that exists only in Visual C++: "__try", "<atlstr.h>"; empty if there is
// nothing of this kind. For use with the compiler's messages when the source was not built; reports no other mistakes.
std::string only_in_visual_cpp(const Source& source, std::string_view messages);

}  // namespace lab::compile
