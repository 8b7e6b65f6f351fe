// A lab as the student's loop needs it, in the reader's language: the plain data of its lab.toml.
#pragma once

#include <string>
#include <vector>

namespace lab::loop {

struct Check {
  std::string id, title;
  int points = 0;
  int step = 0;                    // the TODO it belongs to; 0: none
  std::vector<std::string> hints;  // from a question to the function's name
};

struct Lab {
  std::string number, name, title;  // "05", "05_adder_manager", "Adder manager: ..."
  std::vector<Check> checks;        // in the order in which they are to be worked on

  int max_score() const {
    int sum = 0;
    for (const Check& check : checks) sum += check.points;
    return sum;
  }
  // nullptr: there is no such check.
  const Check* check(const std::string& id) const {
    for (const Check& one : checks)
      if (one.id == id) return &one;
    return nullptr;
  }
};

}  // namespace lab::loop
