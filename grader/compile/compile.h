// One student's source -> one program, or the compiler's reasons.
#pragma once

#include <filesystem>
#include <string>

#include "compile/compiler.h"

namespace lab::compile {

struct Compiled {
  std::filesystem::path exe;  // empty when it does not compile
  std::string log;            // the compiler's messages, in which the student's files have the names he knows
  // What of a source that was not built only Visual C++ has, such as "__try": the source may still be right.
  std::string only_in_visual_cpp;
};

// Compiles `source`, which belongs to what was handed in as `submission`, into `cache`, or finds it there: with the settings of the project
// (.vcxproj) beside it, or the first of the usual ones that builds it, and with the sources beside it when it lacks a function. A source
// that reads files outside of its submission does not compile: their lines would stand in the log. Throws std::runtime_error when the
// grader cannot do its part.
Compiled compile(const std::string& program, const Source& source, const std::filesystem::path& submission,
                 const std::filesystem::path& cache, const Compiler& compiler);

}  // namespace lab::compile
