// One student's source -> one program, or the compiler's reasons.
#pragma once

#include <filesystem>
#include <string>

#include "compile/compiler.h"

namespace lab::compile {

struct Compiled {
  std::filesystem::path exe;  // empty when it does not compile
  std::string log;            // the compiler's messages, in which the student's files have the names he knows
};

// Compiles `source`, which belongs to what was handed in as `submission`, into `cache`, or finds it there. A source that reads files
// outside of its submission does not compile: their lines would stand in the log. Throws std::runtime_error when the grader cannot do its
// part.
Compiled compile(const std::string& program, const Source& source, const std::filesystem::path& submission,
                 const std::filesystem::path& cache, const Compiler& compiler);

}  // namespace lab::compile
