// lab selftest --mutants: copies of the solutions with one edit each, which a check must catch.
#pragma once

#include <string>
#include <vector>

#include "cli/kit.h"
#include "text/text.h"

namespace lab::cli {

struct MutantOptions {
  std::string only;  // only mutants with this text in the program's name, the operator, or one of the changed lines
  int sample = 0;    // the size of a sample that changes daily; 0: all mutants
  int jobs = 1;
};

// Runs and judges the mutants of the labs' solutions. Prints those that no check catches and that grader/labs/NN_name/equivalent.txt does
// not list, and any errors in those lists. Returns the exit status: 0 if there was nothing to print.
int judge_mutants(const Kit& kit, const std::vector<const rubric::Lab*>& labs, const MutantOptions& options, text::Language language);

}  // namespace lab::cli
