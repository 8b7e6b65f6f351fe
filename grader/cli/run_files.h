// Recordings as files: where `lab check --runs` keeps them, and how they are read again.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "report/report.h"
#include "text/text.h"
#include "trace/run.h"

namespace lab::cli {

// Writes each run to LAB/PROGRAM.SCENARIO.jsonl below the folder, in place of the recordings of these labs that are there. Throws
// what text::write_file does.
void keep_runs(const std::vector<trace::Run>& runs, const std::filesystem::path& folder);

// The order in which read_runs gives what keep_runs has kept.
void sort_as_files(std::vector<trace::Run>& runs);

// The compiler's warnings (report::Style::warnings), beside the recordings in this folder; an earlier check's are gone. What reads them
// again finds none where there are none. Throws text::Problem when they cannot be written.
void keep_warnings(const std::map<std::string, std::string>& warnings, const std::filesystem::path& folder);
std::map<std::string, std::string> read_warnings(const std::filesystem::path& folder);

// The students' sources that pages show, beside the recordings in the same way, as bytes and in one file: a file of a name that a student
// chose would be taken for a recording. Throws text::Problem when they cannot be written.
void keep_sources(const report::Sources& sources, const std::filesystem::path& folder);
report::Sources read_sources(const std::filesystem::path& folder);

// The runs of these files, and of the .jsonl files in these folders. `one_check`: they must be those of one check, no two of one scenario.
// Throws std::runtime_error for a file that cannot be read, and when there is no run.
std::vector<trace::Run> read_runs(const std::vector<std::filesystem::path>& paths, bool one_check, text::Language language);

}  // namespace lab::cli
