// Detects what Visual C++ builds and GCC cannot.
#pragma once

#include <string>
#include <string_view>

#include "compile/source.h"

namespace lab::compile {

// Returns the Visual C++-only features that this source, or one of its own headers, uses: "__try", "<atlstr.h>"; empty if it uses none. For
// use with the compiler's messages when the source was not built; reports no other mistakes.
std::string only_in_visual_cpp(const Source& source, std::string_view messages);

}  // namespace lab::compile
