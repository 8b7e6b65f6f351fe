// Options that several commands share.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cli/command.h"

namespace lab::cli {

// LAB...: as for Kit::chosen.
void add_labs(Options& add, std::vector<std::string>& labs);
// RUN...: recordings, as for read_runs (run_files.h).
void add_recordings(Options& add, std::vector<std::filesystem::path>& paths);
// --only: selects checks.
void add_only(Options& add, std::string& only);
// --jobs.
void add_jobs(Options& add, int& jobs);

// Pages show no comparison with a correct program.
inline constexpr const char* kNoCompare = "--no-compare";
void add_no_compare(Options& add, bool& no_compare);

// Declares --no-box, for commands that run what others handed in.
Option add_no_box(Options& add, bool& no_box);

}  // namespace lab::cli
