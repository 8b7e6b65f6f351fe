// The grades of a class as a table.
#pragma once

#include <string>
#include <vector>

#include "class/results.h"

namespace lab::classes {

// CSV (csv.h): one line per unit with who handed in, the score, the open points, each lab's score and each check's points. A check that was
// not judged has an empty cell, never a 0.
std::string gradebook(const std::vector<Unit>& units);

}  // namespace lab::classes
