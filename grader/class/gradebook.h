// The grades of a class as a table.
#pragma once

#include <string>
#include <vector>

#include "class/results.h"

namespace lab::classes {

// CSV (RFC 4180) in UTF-8 with a byte-order mark, which Excel needs for Korean names: one line per unit with who handed in, the score, the
// open points, each lab's score and each check's points. A check that was not judged has an empty cell, never a 0. A cell that a
// spreadsheet would take for a formula begins with an apostrophe.
std::string gradebook(const std::vector<Unit>& units);

}  // namespace lab::classes
