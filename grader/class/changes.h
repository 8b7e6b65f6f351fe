// The changes that a second judgement of the same recordings makes; `lab regrade` reports them.
#pragma once

#include <string>
#include <vector>

#include "class/results.h"

namespace lab::classes {

// A check whose points or outcome differ between two judgements of a submission.
struct Change {
  std::string id, student, check;
  std::string outcome_before, outcome_after;  // "" if that judgement does not have the check
  int points_before = 0, points_after = 0;
  int most_before = 0, most_after = 0;      // the points that the check is worth
  std::string rubric_before, rubric_after;  // their hashes
  std::string reason;                       // the id of the new reason; "" if the check passed
  // "rubric" if the outcome is the same and only the check's points differ, or if the check is new or was removed; otherwise "verdict".
  std::string cause;
};

// The changes of one submission, in the order of the new checks, followed by those of removed checks.
std::vector<Change> changes(const Unit& before, const Unit& after);

// One line for each change, as CSV (csv.h).
std::string change_table(const std::vector<Change>& all);

// The number of students for whom a check changed, and how.
struct CheckChanges {
  std::string check;
  int most_before = 0, most_after = 0;
  int gained = 0, lost = 0, same = 0;  // students with more points, fewer points, or a different outcome for the same points
};

// The changes by check, in the order in which the checks first occur.
std::vector<CheckChanges> by_check(const std::vector<Change>& all);

// The names of students who have a unit in only one of two gradings.
struct Unmatched {
  std::vector<std::string> only_before, only_after;
};

// Compares two gradings of a class. Returns the changes of all students who are in both, in the order of `after`.
std::vector<Change> changes(const std::vector<Unit>& before, const std::vector<Unit>& after, Unmatched& unmatched);

}  // namespace lab::classes
