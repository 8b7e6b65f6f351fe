// Fills grades into a table that the platform exported. This works even if the download from the platform does not contain the ids that its
// import needs.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "class/results.h"
#include "text/text.h"

namespace lab::classes {

struct RosterOptions {
  std::string column;  // the heading of the column to fill, or part of it; empty: the platform's own grade column, or the only column that
                       // can be one
  bool zero = false;   // as in gradebook.h
  text::Language language = text::Language::kEnglish;  // for the statuses in FilledRoster::open
  std::vector<std::string> labs = {};                  // the labs of the class and their points, before there are any units
  int max_score = 0;
};

struct FilledRoster {
  std::string bytes;   // the table; apart from cells in that column, every byte is unchanged
  std::string column;  // its heading
  int filled = 0;
  std::vector<std::string> open;         // students whose cell is unchanged because they have open points: "Lee (not handed in)"
  std::vector<std::string> not_found;    // students who handed in but have no line
  bool matches_nobody = false;           // although there are submissions: it is not the table of this class
  std::vector<std::string> no_hand_in;   // lines of students without a graded hand-in
  std::vector<std::string> other_total;  // "100": the table's maximum for the assignment, if it differs from the labs' points
};

// Fills in the sum of all labs. If there are several, the column must be for that many points, according to the table or to its heading
// ("Total"): otherwise the sum would be taken for the points of one lab. Finds a student by an identifier (Canvas: ID, SIS User ID, SIS
// Login ID; Moodle: Identifier, ID number, Username, Email address; GitHub Classroom and classroom50: github_username, username,
// roster_identifier, identifier; Gradescope: SID, Email; 학번), which may be part of the student's name ("20231234_김민수"), then by name
// in either order. Fills in nothing for a student who matches two lines, or a line that matches two students. `table`: UTF-8, with or
// without a byte-order mark, with commas, semicolons or tabs. Throws text::Problem if no column, or more than one, has that heading, or if
// it may be for one of several labs.
FilledRoster fill_roster(const std::string& table, const std::vector<Unit>& units, const RosterOptions& options);

}  // namespace lab::classes
