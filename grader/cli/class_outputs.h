// The tables and pages for all graded submissions of a class; they are rewritten after each grading.
#pragma once

#include <filesystem>
#include <string>

#include "class/results.h"
#include "cli/command.h"
#include "cli/kit.h"

namespace lab::cli {

struct OutputOptions {
  std::string detail;            // for the pages in feedback.zip (class_pages.h); empty: same as last time, initially "full"
  bool zero = false;             // work that was not handed in gets 0 points
  std::filesystem::path roster;  // a table exported by the platform, to be filled in; empty: none
  std::string column;            // ... the column to fill in
  bool copies = false;           // compare the sources
};

void add_output_options(Options& add, OutputOptions& options);

// Throws text::Problem if the roster cannot be read or would be overwritten, so that this is reported before the work, not after it.
void require_output_options(const OutputOptions& options, const std::filesystem::path& results);

// Writes these files into the results folder, and prints any remarks about the tables:
//   gradebook.csv            all students, with the points for each check; marks those no longer in the class, whom other files omit
//   gradebook-PLATFORM.csv   for each platform that hand-ins came from and that has such a table (class/platform_tables.h)
//   NAME-filled.csv          the roster NAME.csv, filled in
//   feedback.zip             the pages to give back
//   overview.html            the class on one page
//   mistakes.html            the failed checks of the class, grouped by mistake
//   junit.xml                a suite for each student
//   copies.json              sources that stand out, if they were compared
//   outputs.json             {"detail": the level for the next time}
// Also prints how many submissions have open points, and who is no longer in the class. Throws what text::write_file does.
void write_outputs(const Kit& kit, const classes::Results& results, const OutputOptions& options, const Reports& reports);

}  // namespace lab::cli
