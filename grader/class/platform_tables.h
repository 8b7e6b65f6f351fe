// The grades of a class in the format that the platform imports, for students whose hand-ins came from it. Only the ids and names in its
// download are known; to fill in other columns, use the platform's own export (roster.h).
#pragma once

#include <string>
#include <vector>

#include "class/results.h"
#include "text/text.h"

namespace lab::classes {

// Options for the contents of a table.
struct TableOptions {
  bool zero = false;              // write 0 points instead of an empty cell for work that was not handed in
  std::string graded = "graded";  // Moodle's feedback comment, in the instructor's language
  std::string open = "open";      // ... if there is no grade; the status follows, in `language`
  text::Language language = text::Language::kEnglish;
};

// A platform that imports or exports a table of grades.
struct PlatformTable {
  const char* platform;  // same as HandIn::platform
  const char* file;      // "gradebook-canvas.csv"
  std::string (*text)(const std::vector<Unit>& units, const TableOptions& options);
};

// Canvas's gradebook import: Student, ID, SIS User ID, SIS Login ID, Section, then a column for each lab, and the row "Points Possible". It
// recognizes a student by the ID, which is in the download's file names; the other three columns are empty. A column whose title matches no
// assignment becomes a new assignment. The same would happen to a status column, so the status is only in gradebook.csv.
// https://github.com/instructure/canvas-lms/blob/master/lib/gradebook_importer.rb (header?, process_pp, process_student)
std::string canvas_table(const std::vector<Unit>& units, const TableOptions& options);

// Moodle's grading worksheet. Moodle reads Identifier ("Participant 12345", the number in the download's folder names), Grade, and Last
// modified (grade), which is empty, so "Update records that have been modified more recently in Moodle" must be selected. Its headings are
// in the site's language.
// https://github.com/moodle/moodle/blob/main/mod/assign/feedback/offline/importgradeslib.php
std::string moodle_table(const std::vector<Unit>& units, const TableOptions& options);

// The columns of GitHub Classroom's grades that can be derived from the repositories' names, and the status. GitHub Classroom does not
// import grades: join the table with its roster. https://docs.github.com/en/rest/classroom/classroom#get-assignment-grades
std::string github_table(const std::vector<Unit>& units, const TableOptions& options);

// The columns of classroom50's scores.csv, and the status. classroom50 does not import tables, either.
// https://github.com/foundation50/classroom50/blob/main/cli/gh-teacher/internal/download/download.go (scoresCSVHeader)
std::string classroom50_table(const std::vector<Unit>& units, const TableOptions& options);

const std::vector<PlatformTable>& platform_tables();

}  // namespace lab::classes
