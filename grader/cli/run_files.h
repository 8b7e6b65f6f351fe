// Recordings as files: where `lab check --runs` saves them, and how they are read back in.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "report/report.h"
#include "text/text.h"
#include "trace/run.h"

namespace lab::cli {

// Writes each run to LAB/PROGRAM.SCENARIO.jsonl in the folder, replacing the existing recordings of these labs. Throws what
// text::write_file does.
void keep_runs(const std::vector<trace::Run>& runs, const std::filesystem::path& folder);

// Sorts runs into the order in which read_runs returns the runs saved by keep_runs.
void sort_as_files(std::vector<trace::Run>& runs);

// Saves the compiler's warnings (report::Style::warnings) next to the recordings in this folder, replacing those of an earlier check.
// Reading returns an empty map if nothing was saved. Throws text::Problem if they cannot be written.
void keep_warnings(const std::map<std::string, std::string>& warnings, const std::filesystem::path& folder);
std::map<std::string, std::string> read_warnings(const std::filesystem::path& folder);

// Saves the students' source files that pages show, in the same way. They are stored as bytes in a single file, because a file whose name a
// student chose could be mistaken for a recording. Throws text::Problem if they cannot be written.
void keep_sources(const report::Sources& sources, const std::filesystem::path& folder);
report::Sources read_sources(const std::filesystem::path& folder);

// Returns the runs in these files, and in the .jsonl files in these folders. `one_check`: they must come from one check, with no two runs
// of the same scenario. Throws std::runtime_error for a file that cannot be read, and if there are no runs.
std::vector<trace::Run> read_runs(const std::vector<std::filesystem::path>& paths, bool one_check, text::Language language);

}  // namespace lab::cli
