// The grades of a class as a table.
#pragma once

#include <string>
#include <vector>

#include "class/results.h"

namespace lab::classes {

// CSV (csv.h): one line for each unit with the student, the score, the open points, the status (grades.h; "no longer in the class" for a
// removed unit), each lab's score and each check's points. Cells for work that was not judged or not handed in are empty, never 0; with
// `zero`, those for work that was not handed in are 0.
std::string gradebook(const std::vector<Unit>& units, bool zero = false);

}  // namespace lab::classes
