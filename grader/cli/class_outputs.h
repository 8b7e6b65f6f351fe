// What is made of all graded submissions of a class: tables and pages. It is written again after each grading.
#pragma once

#include <filesystem>
#include <string>

#include "class/results.h"
#include "cli/command.h"
#include "cli/kit.h"

namespace lab::cli {

struct OutputOptions {
  std::string detail;            // of the pages in feedback.zip (class_pages.h); empty: as the last time, at first "full"
  bool zero = false;             // what was not handed in gets 0 points
  std::filesystem::path roster;  // a table that the platform exported, to fill; empty: none
  std::string column;            // ... which of its columns
  bool copies = false;           // compare the sources
};

void add_output_options(Options& add, OutputOptions& options);

// Throws text::Problem when the roster cannot be read or would be overwritten: said before the work, not after it.
void require_output_options(const OutputOptions& options, const std::filesystem::path& results);

// Writes into the results' folder, and prints what there is to know about a table:
//   gradebook.csv            everybody, with each check's points, and marked who is no longer in the class; all the others leave them out
//   gradebook-PLATFORM.csv   for each platform that hand-ins came from and that has such a table (class/platform_tables.h)
//   NAME-filled.csv          the roster NAME.csv
//   feedback.zip             the pages to give back
//   overview.html            the class on one page
//   mistakes.html            its failed checks, grouped by mistake
//   junit.xml                a suite for each student
//   copies.json              sources that stand out, when they were compared
//   outputs.json             {"detail": as the last time}
// Says how many submissions have open points, and who is no longer in the class. Throws what text::write_file does.
void write_outputs(const Kit& kit, const classes::Results& results, const OutputOptions& options, const Reports& reports);

}  // namespace lab::cli
