// The settings of a project that a source may have been written for, from the likeliest on.
#pragma once

#include <string>
#include <vector>

#include "compile/project.h"

namespace lab::compile {

struct Settings {
  std::string standard = "c++20";  // without effect on a source in C
  bool unicode = true;             // or a multi-byte project
  bool bare = false;               // no header of the grader's before the source, and no entry: they are in the way of a wWinMain
  bool lenient = false;  // in C: a pointer to the other kind of characters is a warning, as for Visual C++, and not the wrong character set
  std::string preamble;  // a header to include first instead of the grader's own, which it includes; precompiled or not
  std::vector<std::string> remedies;  // options that the compiler's messages have called for
};

// What the project says comes first: without it UNICODE and C++20, then C++14 (Visual Studio's default), then multi-byte.
std::vector<Settings> ladder(const Project& project, bool in_c);

}  // namespace lab::compile
