// What Visual C++ builds and GCC cannot.
#pragma once

#include <string>
#include <string_view>

#include "compile/source.h"

namespace lab::compile {

// What in this source, or in a header of its own, only Visual C++ has: "__try", "<atlstr.h>"; empty when there is nothing of the kind.
// Asked with the compiler's messages when the source was not built; says nothing of other mistakes in it.
std::string only_in_visual_cpp(const Source& source, std::string_view messages);

}  // namespace lab::compile
