// The tables and pages for all graded submissions of a class; they are rewritten after each grading.
#pragma once

#include <filesystem>
#include <string>

#include "class/results.h"
#include "cli/class_choices.h"
#include "cli/command.h"
#include "cli/kit.h"

namespace lab::cli {

// The exit status if the roster cannot be used, the same as for wrong arguments.
inline constexpr int kWrongTable = 2;

struct OutputOptions {
  Chosen chosen;
  std::filesystem::path roster;  // a table that the platform exported, to fill; empty: none
  std::string column;            // ... which of its columns
  bool copies = false;           // compare the source files
};

void add_output_options(Options& add, OutputOptions& options);

// Throws text::Problem if the roster cannot be read, has no such column, or would be overwritten, or if that column may be for only one of
// `labs`. Call it before the grading, so that no one has to wait for an error.
void require_output_options(const OutputOptions& options, const std::filesystem::path& results,
                            const std::vector<const rubric::Lab*>& labs);

// Writes these files into the results folder, and prints any remarks about the tables:
//   gradebook.csv            all students, with the points for each check; marks those no longer in the class; the other files omit them
//   gradebook-PLATFORM.csv   for each platform that hand-ins came from and that has such a table (class/platform_tables.h)
//   NAME-filled.csv          the roster NAME.csv, filled in
//   feedback.zip             the pages to return to the students
//   overview.html            the class on one page
//   mistakes.html            the failed checks of the class, grouped by mistake
//   junit.xml                a suite for each student
//   copies.json              source files that stand out, if they were compared
//   outputs.json             the instructor's choices (class_choices.h)
// Prints how many submissions have open points, and who is no longer in the class. Returns 0, or kWrongTable if the roster matches none of
// the submissions. Throws what text::write_file does.
int write_outputs(const Kit& kit, const classes::Results& results, const OutputOptions& options, const Reports& reports);

}  // namespace lab::cli
