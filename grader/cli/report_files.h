// The files that verdicts are written to, in addition to the console: --json, --junit, --html, --gradescope.
#pragma once

#include <vector>

#include "cli/command.h"
#include "report/report.h"

namespace lab::cli {

// Declares an option for each format of a report.
void add_report_files(Options& add, ReportFiles& files);

// Throws text::Problem if one of the files cannot be written, so that this is reported before the work, not after it.
void require_writable(const ReportFiles& files);

// Whether a page is among them; only pages need the recordings of correct programs.
bool has_page(const ReportFiles& files);

// Writes the formats that may be read before the work is finished. Called at the beginning, and whenever there is more to report. Throws
// what text::write_file does.
void write_unfinished_files(const ReportFiles& files, const report::Unfinished& unfinished, const std::vector<const rubric::Lab*>& labs,
                            text::Language language);

// Throws what text::write_file does.
void write_report_files(const ReportFiles& files, const trace::Result& result, const std::vector<rubric::Lab>& labs,
                        const std::vector<trace::Run>& runs, const report::Style& style);

}  // namespace lab::cli
