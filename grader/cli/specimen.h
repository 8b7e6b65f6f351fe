// The kit's known-wrong and also-right programs: the data from their first lines, and the built programs.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cli/entry.h"
#include "cli/kit.h"

namespace lab::cli {

struct Specimen {
  std::string name;  // "wrong/no_wait", "right/two_waits", "solution", "stub"
  std::string what;  // a short description from its first line
  bool wrong = false;
  bool any_failure = false;            // for the stub: some check must fail; which ones depends on its TODOs
  std::vector<std::string> caught_by;  // the checks that must fail; no others may
  Entry entry;                         // programs that the specimen lacks come from solutions/
};

// The specimens for the lab: the solution, which always comes first, then those in the lab's grader/labs/NN_name/programs, and the stub, if
// their names contain `only` or one of its comma-separated parts. Throws std::runtime_error for a first line that cannot be parsed, a check
// that does not exist, or a program that does not compile.
std::vector<Specimen> specimens(const Kit& kit, const rubric::Lab& lab, const std::string& only, int jobs);

// Returns only the solution.
Specimen solution_specimen(const Kit& kit, const rubric::Lab& lab, int jobs);

}  // namespace lab::cli
