// Options that several commands share.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cli/command.h"

namespace lab::cli {

// Declares LAB..., with the same meaning as for Kit::chosen.
void add_labs(Options& add, std::vector<std::string>& labs);
// Declares RUN...: recordings, in the form that read_runs (run_files.h) accepts.
void add_recordings(Options& add, std::vector<std::filesystem::path>& paths);
// Declares --only, which selects checks.
void add_only(Options& add, std::string& only);
void add_jobs(Options& add, int& jobs);

// With this option, pages show no comparison with a correct program.
inline constexpr const char* kNoCompare = "--no-compare";
void add_no_compare(Options& add, bool& no_compare);

// Declares --no-box, for commands that run what others handed in.
Option add_no_box(Options& add, bool& no_box);

}  // namespace lab::cli
