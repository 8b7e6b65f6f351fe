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
  std::string rubric_before, rubric_after;  // their hashes
  std::string reason;                       // the id of the reason after it, "" where the check passed
};

// Those of one submission, in the order of the checks afterwards, then of those that are gone.
std::vector<Change> changes(const Unit& before, const Unit& after);

// A line each: CSV like the gradebook's.
std::string change_table(const std::vector<Change>& all);

}  // namespace lab::classes
