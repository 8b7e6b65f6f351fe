// Where in a student's source something is.
#pragma once

#include <string>

namespace lab::trace {

// A line of a student's source. `file` is empty where it is not known.
struct Place {
  std::string file;  // relative to the folder of the program's source
  int line = 0;
  std::string code;  // the line itself, as UTF-8, without the blanks around it

  explicit operator bool() const { return !file.empty(); }
};

// The comment "TODO 4" of a stub, in a source that still has it.
struct Todo {
  int number = 0;
  Place place;
  bool done = false;  // the code below it is no longer the stub's
};

}  // namespace lab::trace
