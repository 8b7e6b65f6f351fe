// Locations in a student's source.
#pragma once

#include <string>

namespace lab::trace {

// A line in a student's source. `file` is empty if the line is not known.
struct Place {
  std::string file;  // relative to the folder that contains the program's source
  int line = 0;
  std::string code;  // the line itself, as UTF-8, without leading and trailing white space

  explicit operator bool() const { return !file.empty(); }
};

// A stub's comment such as "TODO 4" that the student's source still contains.
struct Todo {
  int number = 0;
  Place place;
  bool done = false;  // the code below it is no longer the stub's
};

}  // namespace lab::trace
