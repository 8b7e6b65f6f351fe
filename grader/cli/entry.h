// What is recorded: one student's programs of one lab.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "compile/programs.h"

namespace lab::cli {

// Recordings say under the fact "built_from" whether the program under test came as "source" or "exe".
struct Entry {
  std::string submission;
  std::string lab;
  std::vector<compile::Built> programs;
  std::vector<compile::Built>
      borrowed;                    // other labs' programs that scenarios of this one use; one that is not there has no run and no outcome
  std::vector<std::string> known;  // programs whose runs the caller has already: scenarios in which no other takes part are left out
};

// What the compiler wrote about those of its programs that it built, by "05/AdderManager".
std::map<std::string, std::string> warnings_of(const Entry& entry);

}  // namespace lab::cli
