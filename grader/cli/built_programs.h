// The programs that kits carry built, so that students need a compiler for their own programs alone.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <set>
#include <string>

#include "cli/kit.h"

namespace lab::cli {

// Builds the grader and what it starts for Windows (the preset windows-kit), which takes minutes the first time. Returns where each of them
// and each licence of what is in them lies, by its name in the kit: "bin/grader.exe". Throws text::Problem.
std::map<std::string, std::filesystem::path> windows_programs(const Kit& kit);

// This grader, the libraries that it needs beside the C and C++ runtimes, what it starts under Wine, and their licences, by their names in
// the kit: "bin/grader", "bin/lib/libfmt.so.9". Empty where this grader is no Linux program or has no Windows half. Throws text::Problem.
std::map<std::string, std::filesystem::path> linux_programs(const Kit& kit);

// Packs the folder's files below a folder `top` (empty: below none) into a .zip, and writes its SHA-256 beside it. `programs`: those that
// can be started where it is unpacked. The same files give the same bytes, whoever packs them and when. Returns how many they are. Throws
// text::Problem.
std::size_t zip_the_same(const std::filesystem::path& folder, const std::string& top, const std::filesystem::path& zip,
                         const std::set<std::string>& programs = {});

}  // namespace lab::cli
