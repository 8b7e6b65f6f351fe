// The kit's known-wrong and also-right programs: what their first lines say, and their programs built.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cli/entry.h"
#include "cli/kit.h"

namespace lab::cli {

struct Specimen {
  std::string name;  // "wrong/no_wait", "right/two_waits", "solution", "stub"
  std::string what;  // in a few words, from its first line
  bool wrong = false;
  bool any_failure = false;            // the stub: which checks fail is its TODOs' business, but some must
  std::vector<std::string> caught_by;  // the checks that must fail, and no others
  Entry entry;                         // what it lacks comes from solutions/
};

// The specimens of the lab whose names contain `only`, or one of its parts between commas, and always the solution, first: those below
// the lab's grader/labs/NN_name/programs, and the stub. Throws std::runtime_error for a first line that cannot be read, a check that does
// not exist, or a program that does not compile.
std::vector<Specimen> specimens(const Kit& kit, const rubric::Lab& lab, const std::string& only, int jobs);

// The solution alone.
Specimen solution_specimen(const Kit& kit, const rubric::Lab& lab, int jobs);

}  // namespace lab::cli
