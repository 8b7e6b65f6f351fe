// What another judgement of the same recordings changed.
#pragma once

#include <string>
#include <vector>

#include "class/results.h"

namespace lab::classes {

// A check whose points or outcome differ between two judgements of a submission.
struct Change {
  std::string id, student, check;
  std::string outcome_before, outcome_after;  // "" where that judgement has no such check
  int points_before = 0, points_after = 0;
  int most_before = 0, most_after = 0;      // the points that the check is worth
  std::string rubric_before, rubric_after;  // their hashes
  std::string reason;                       // the id of the reason after it, "" where the check passed
  // Why: "rubric", where the outcome is the same and only the check's worth differs, or the check is new or gone; else "verdict".
  std::string cause;
};

// Those of one submission, in the order of the checks afterwards, then of those that are gone.
std::vector<Change> changes(const Unit& before, const Unit& after);

// A line each: CSV like the gradebook's.
std::string change_table(const std::vector<Change>& all);

// What changed in one check, for how many students.
struct CheckChanges {
  std::string check;
  int most_before = 0, most_after = 0;
  int gained = 0, lost = 0, same = 0;  // students whose points for it are more, fewer, or the same with another outcome
};

// By check, in the order in which they first occur.
std::vector<CheckChanges> by_check(const std::vector<Change>& all);

// The students of whom only one of two gradings has a unit, by name.
struct Unmatched {
  std::vector<std::string> only_before, only_after;
};

// Compares two gradings of a class: the changes of every student that both have, in the order of `after`.
std::vector<Change> changes(const std::vector<Unit>& before, const std::vector<Unit>& after, Unmatched& unmatched);

}  // namespace lab::classes
