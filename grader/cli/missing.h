// Explains missing programs: what was handed in instead.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cli/entry.h"
#include "compile/left_out.h"

namespace lab::cli {

// For each program in `entries` that is missing from `folder`, records that only `folder` was searched. Sets a reason ("no_files",
// "other_name", "archive", "other_files") if the folder holds nothing to judge, or something that could be the program under another name
// or in an archive; such a program is not judged. The same applies if the program, or a header that it needs, may be among what was
// `left_out` ("left_out"). Any other missing program counts as not handed in. `shown`: the folder's name in sentences; empty: its path.
void explain_missing(std::vector<Entry>& entries, const std::filesystem::path& folder, const std::string& shown = "",
                     const compile::LeftOut& left_out = {});

// The files in `folder` that could be programs, but are none of those found in it: one with a misspelled name, for example.
std::vector<std::string> unrecognized_programs(const std::vector<Entry>& entries, const std::filesystem::path& folder);

}  // namespace lab::cli
