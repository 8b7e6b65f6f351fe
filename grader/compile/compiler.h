// The compiler for students' sources, as command lines.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "compile/programs.h"
#include "compile/source.h"

namespace lab::compile {

using Arguments = std::vector<std::string>;

struct Compiler {
  // Everything of it that may change what it makes: which compiler, which options, which support files.
  std::string identity;
  // The ways to build `program`, best first, each a sequence of commands that run in a folder with `program`.cpp and, where the source
  // needs them, a folder "spellings". The last command of a way leaves `program`.exe there.
  std::function<std::vector<std::vector<Arguments>>(const std::string& program, const Source& source)> ways;
  std::vector<std::filesystem::path> folders;  // below which its own headers lie
};

// MinGW-w64 with POSIX threads, as Debian has it. Builds the support files into the toolchain's cache when they are not there yet.
// Throws std::runtime_error when there is no such compiler.
Compiler mingw_compiler(const Toolchain& toolchain);

// Visual Studio's cl, from a prompt where it is on the path. Not yet tested on Windows.
Compiler msvc_compiler();

}  // namespace lab::compile
