// The kit for students on Windows, with programs that are built already: they need no more than Visual Studio's compiler.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>

#include "cli/kit.h"

namespace lab::cli {

// Builds the grader and what it starts for Windows (the preset windows-kit), which takes minutes the first time. Returns where each of them
// and each licence of what is in them lies, by its name in the kit: "bin/grader.exe". Throws text::Problem.
std::map<std::string, std::filesystem::path> windows_programs(const Kit& kit);

// Packs the folder's files below a folder `top` into a .zip, and writes its SHA-256 beside it. The same files give the same bytes, whoever
// packs them and when. Returns how many they are. Throws text::Problem.
std::size_t zip_the_same(const std::filesystem::path& folder, const std::string& top, const std::filesystem::path& zip);

}  // namespace lab::cli
