// What to record: one student's programs for one lab.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "compile/programs.h"

namespace lab::cli {

// Each recording's fact "built_from" says whether the program under test came as "source" or "exe".
struct Entry {
  std::string submission;
  std::string lab;
  std::vector<compile::Built> programs;
  std::vector<compile::Built>
      borrowed;                    // other labs' programs that this lab's scenarios use; a missing one gets neither runs nor an outcome
  std::vector<std::string> known;  // programs whose runs the caller already has: scenarios with no other program are left out
};

// The compiler output for each program that it built, with keys such as "05/AdderManager".
std::map<std::string, std::string> warnings_of(const Entry& entry);

}  // namespace lab::cli
