// Cheaply builds programs from many source files that differ in only a few characters: their headers are compiled only once.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "compile/programs.h"

namespace lab::compile {

// Builds `program` from each of `texts`, the contents of source files that begin with the same #include lines, as a UNICODE project in
// C++20; `jobs` at a time. Returns the .exe files in the same order: paths in the toolchain's cache, or empty if the source does not
// compile or a function is missing its return statement. `work` is a folder for intermediate files. `built` is called once for each build.
// Throws std::runtime_error if the grader cannot do its part.
std::vector<std::filesystem::path> build_variants(const std::string& program, const std::vector<std::string>& texts,
                                                  const Toolchain& toolchain, const std::filesystem::path& work, int jobs,
                                                  const std::function<void()>& built);

}  // namespace lab::compile
