// The tables and pages for all graded submissions of a class; they are rewritten after each grading.
#pragma once

#include <filesystem>
#include <string>

#include "class/results.h"
#include "cli/class_choices.h"
#include "cli/command.h"
#include "cli/kit.h"

namespace lab::cli {

// The exit status of what cannot be used, here as on every command line.
inline constexpr int kWrongTable = 2;

struct OutputOptions {
  Chosen chosen;
  std::filesystem::path roster;  // a table that the platform exported, to fill; empty: none
  std::string column;            // ... which of its columns
  bool copies = false;           // compare the sources
};

void add_output_options(Options& add, OutputOptions& options);

// Throws text::Problem when the roster cannot be read, has no such column, or would be overwritten: said before the work, not after it.
void require_output_options(const OutputOptions& options, const std::filesystem::path& results);

// Writes these files into the results folder, and prints any remarks about the tables:
//   gradebook.csv            all students, with the points for each check; marks those no longer in the class, whom other files omit
//   gradebook-PLATFORM.csv   for each platform that hand-ins came from and that has such a table (class/platform_tables.h)
//   NAME-filled.csv          the roster NAME.csv, filled in
//   feedback.zip             the pages to give back
//   overview.html            the class on one page
//   mistakes.html            the failed checks of the class, grouped by mistake
//   junit.xml                a suite for each student
//   copies.json              sources that stand out, when they were compared
//   outputs.json             what was chosen (class_choices.h)
// Says how many submissions have open points, and who is no longer in the class. Returns 0, or kWrongTable where the roster matches none
// of the submissions. Throws what text::write_file does.
int write_outputs(const Kit& kit, const classes::Results& results, const OutputOptions& options, const Reports& reports);

}  // namespace lab::cli
