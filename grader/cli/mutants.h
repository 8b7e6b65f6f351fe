// lab selftest --mutants: single-edit copies of the solutions, each of which a check must catch.
#pragma once

#include <string>
#include <vector>

#include "cli/kit.h"
#include "text/text.h"

namespace lab::cli {

struct MutantOptions {
  std::string only;  // mutants that have this in their program's name, their operator or a line of theirs
  int sample = 0;    // so many of them, others each day; 0: all
  int jobs = 1;
};

// Plays and judges the mutants of the labs' solutions. Prints those that no check catches and that grader/labs/NN_name/equivalent.txt does
// not list, and what is wrong with the lists. Returns the exit status: 0 there are none.
int judge_mutants(const Kit& kit, const std::vector<const rubric::Lab*>& labs, const MutantOptions& options, text::Language language);

}  // namespace lab::cli
