// Why programs are not there: what was handed in instead.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cli/entry.h"

namespace lab::cli {

// Of the programs of `entries` that are missing from `folder`, where they were all looked for: sets where that was, and, when the folder
// holds nothing to judge at all, or something that can be the program under another name or in an archive, a reason that says so
// ("no_files", "other_name", "archive", "other_files"): such a program is not judged. Any other that is missing was not handed in. `shown`:
// what sentences call the folder; empty: its path.
void explain_missing(std::vector<Entry>& entries, const std::filesystem::path& folder, const std::string& shown = "");

}  // namespace lab::cli
