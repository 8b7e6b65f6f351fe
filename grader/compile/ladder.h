// The settings of a project that a source file may have been written for, in order of likelihood.
#pragma once

#include <string>
#include <vector>

#include "compile/project.h"

namespace lab::compile {

struct Settings {
  std::string standard = "c++20";  // no effect on a source in C
  bool unicode = true;             // otherwise, a multi-byte project
  bool bare = false;               // neither the grader's header nor its entry point, which would interfere with a wWinMain
  bool lenient = false;  // in C: the wrong character type is only a warning, as in Visual C++, and does not rule out these settings
  std::string preamble;  // a header to include first instead of the grader's own, which it includes; may be precompiled
  std::vector<std::string> remedies;  // options that the compiler's messages called for
};

// The project's own settings come first. Without any: UNICODE and C++20, then C++14 (Visual Studio's default), then multi-byte.
std::vector<Settings> ladder(const Project& project, bool in_c);

}  // namespace lab::compile
