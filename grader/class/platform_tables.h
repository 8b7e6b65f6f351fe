// The grades of a class in the format that the platform imports, for students whose hand-ins came from it. Only the ids and names in its
// download are known here; for other columns, fill in the platform's own export (roster.h).
#pragma once

#include <string>
#include <vector>

#include "class/results.h"

namespace lab::classes {

// How a table is written.
struct TableOptions {
  bool zero = false;              // 0 points instead of an empty cell for what was not handed in
  std::string graded = "graded";  // Moodle's feedback comment, in the instructor's language
  std::string open = "open";      // ... if there is no grade; the status follows
};

// A platform that imports or exports a table of grades.
struct PlatformTable {
  const char* platform;  // as HandIn::platform has it
  const char* file;      // "gradebook-canvas.csv"
  std::string (*text)(const std::vector<Unit>& units, const TableOptions& options);
};

// Canvas's gradebook import: Student, ID, SIS User ID, SIS Login ID, Section, then a column for each lab, and the row "Points Possible". It
// finds a student by ID, which the download's file names have; the three others are empty. A column that has no assignment's title becomes
// a new assignment. Other columns would, too: the status is in gradebook.csv alone.
// https://github.com/instructure/canvas-lms/blob/master/lib/gradebook_importer.rb (header?, process_pp, process_student)
std::string canvas_table(const std::vector<Unit>& units, const TableOptions& options);

// Moodle's grading worksheet: it is read by Identifier ("Participant 12345", the number in the download's folder names), Grade and Last
// modified (grade), which is empty, so "Update records that have been modified more recently in Moodle" has to be ticked. Its headings are
// in the site's language. https://github.com/moodle/moodle/blob/main/mod/assign/feedback/offline/importgradeslib.php
std::string moodle_table(const std::vector<Unit>& units, const TableOptions& options);

// The columns of GitHub Classroom's grades that the repositories' names tell, and the status. GitHub Classroom imports no grades: join
// the table with its roster. https://docs.github.com/en/rest/classroom/classroom#get-assignment-grades
std::string github_table(const std::vector<Unit>& units, const TableOptions& options);

// The columns of classroom50's scores.csv, and the status. It imports no table, either.
// https://github.com/foundation50/classroom50/blob/main/cli/gh-teacher/internal/download/download.go (scoresCSVHeader)
std::string classroom50_table(const std::vector<Unit>& units, const TableOptions& options);

const std::vector<PlatformTable>& platform_tables();

}  // namespace lab::classes
