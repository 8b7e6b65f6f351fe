// The prebuilt programs in a kit: with them, students need a compiler only for their own programs.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <set>
#include <string>

#include "cli/kit.h"

namespace lab::cli {

// Builds the Windows grader and the programs that it starts (the preset windows-kit); the first build takes minutes. Returns the path of
// each program, and of each licence for the code in them, by its name in the kit: "bin/grader.exe". Throws text::Problem.
std::map<std::string, std::filesystem::path> windows_programs(const Kit& kit);

// This grader, the libraries it needs in addition to the C and C++ runtimes, the programs it starts under Wine, and their licences, by
// their names in the kit: "bin/grader", "bin/lib/libfmt.so.9". Empty if this grader is not a Linux program or has no Windows half. Throws
// text::Problem.
std::map<std::string, std::filesystem::path> linux_programs(const Kit& kit);

// Packs the folder's files into a .zip, under a folder `top` (empty: at the root), and writes its SHA-256 to a file next to it. `programs`:
// the files that can be executed after unpacking. The same files always produce the same bytes, no matter who packs them or when. Returns
// the number of files. Throws text::Problem.
std::size_t zip_the_same(const std::filesystem::path& folder, const std::string& top, const std::filesystem::path& zip,
                         const std::set<std::string>& programs = {});

}  // namespace lab::cli
