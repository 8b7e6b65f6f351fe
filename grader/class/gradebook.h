// The grades of a class as a table.
#pragma once

#include <string>
#include <vector>

#include "class/results.h"

namespace lab::classes {

// CSV (csv.h): one line per unit with who handed in, the score, the open points, the status (grades.h; of a removed unit, that it is "no
// longer in the class"), each lab's score and each check's points. What was not judged or not handed in has an empty cell, never a 0;
// `zero`: what was not handed in has 0.
std::string gradebook(const std::vector<Unit>& units, bool zero = false);

}  // namespace lab::classes
