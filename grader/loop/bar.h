// How far long work has come, as one line of a terminal.
#pragma once

#include <cstddef>
#include <string>

#include "text/text.h"

namespace lab::loop {

struct Work {
  std::string what;               // what is running: "lab 05: compiling"
  std::size_t done = 0, all = 0;  // all 0: unknown
  std::string last;               // the part that was done last
  double seconds = 0;             // since it began
};

// "[#####.....] WHAT: 6 of 22, about 4 s left (LAST)", at most `columns` wide. Where all is 0, "WHAT, 3 s".
std::string bar(const Work& work, text::Language language, int columns);

// The same without the drawing, for a line in a log.
std::string plain(const Work& work, text::Language language);

}  // namespace lab::loop
