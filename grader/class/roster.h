// Fills the grades into a table that the platform exported: the way that asks nothing of what its download tells.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "class/results.h"

namespace lab::classes {

struct RosterOptions {
  std::string column;  // the heading of the column to fill, or a part of it; empty: the one that platforms call their grade
  bool zero = false;   // as gradebook.h has it
};

struct FilledRoster {
  std::string bytes;   // the table: only cells of the one column differ, to the byte
  std::string column;  // its heading
  int filled = 0;
  std::vector<std::string> open;         // students whose cell stays as it was, because points of theirs are open: "Lee (not handed in)"
  std::vector<std::string> not_found;    // students who handed in and have no line
  std::vector<std::string> no_hand_in;   // lines of students who handed in nothing that was graded
  std::vector<std::string> other_total;  // "100": what the table says the assignment is worth, where that is not the labs' points
};

// The grades of all labs together. A student is looked for by what tells people apart (Canvas: ID, SIS User ID, SIS Login ID; Moodle:
// Identifier, ID number, Username, Email address; GitHub Classroom and classroom50: github_username, username, roster_identifier,
// identifier; Gradescope: SID, Email), then by name in either order. What fits two lines, or a line that fits two students, is left alone.
// `table`: UTF-8, with or without a byte-order mark, with commas, semicolons or tabs. Throws text::Problem when no column, or more than
// one, is called so.
FilledRoster fill_roster(const std::string& table, const std::vector<Unit>& units, const RosterOptions& options);

}  // namespace lab::classes
