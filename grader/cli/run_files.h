// Recordings as files: where `lab check --runs` keeps them, and how they are read again.
#pragma once

#include <filesystem>
#include <vector>

#include "text/text.h"
#include "trace/run.h"

namespace lab::cli {

// Writes each run to LAB/PROGRAM.SCENARIO.jsonl below the folder, in place of the recordings of these labs that are there. Throws
// std::runtime_error when it cannot.
void keep_runs(const std::vector<trace::Run>& runs, const std::filesystem::path& folder, text::Language language);

// The runs of these files, and of the .jsonl files in these folders. `one_check`: they must be those of one check, no two of one scenario.
// Throws std::runtime_error for a file that cannot be read, and when there is no run.
std::vector<trace::Run> read_runs(const std::vector<std::filesystem::path>& paths, bool one_check, text::Language language);

}  // namespace lab::cli
