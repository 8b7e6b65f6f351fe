// Compiles one student's source file into a program, or reports why it does not compile.
#pragma once

#include <filesystem>
#include <string>

#include "compile/compiler.h"

namespace lab::compile {

struct Compiled {
  std::filesystem::path exe;  // empty if it does not compile
  std::string log;            // the compiler's messages, with the student's own names for the files
  // If the source file was not built: the Visual C++-only features that it uses, such as "__try". It may still be right.
  std::string only_in_visual_cpp;
};

// Compiles `source`, a file in the hand-in `submission`, into `cache`, or finds the result there. Uses the settings of the project
// (.vcxproj) next to it, or the first of the usual settings that builds it; adds the source files next to it if it lacks a function. A
// source file that reads files outside its submission does not compile, because the log would contain lines of these files. Throws
// std::runtime_error if the grader cannot do its part.
Compiled compile(const std::string& program, const Source& source, const std::filesystem::path& submission,
                 const std::filesystem::path& cache, const Compiler& compiler);

}  // namespace lab::compile
