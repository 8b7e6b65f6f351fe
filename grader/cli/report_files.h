// Files that verdicts are written to, besides the console: --json, --junit, --html.
#pragma once

#include <vector>

#include "cli/command.h"
#include "report/report.h"

namespace lab::cli {

// Declares an option for each format of a report.
void add_report_files(Options& add, ReportFiles& files);

// Throws text::Problem when one of the files cannot be written; said before the work, not after it. Creates those that do not exist.
void require_writable(const ReportFiles& files);

// Throws what write_file does.
void write_report_files(const ReportFiles& files, const trace::Result& result, const std::vector<rubric::Lab>& labs,
                        const std::vector<trace::Run>& runs, const report::Style& style);

}  // namespace lab::cli
