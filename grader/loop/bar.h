// The progress of long tasks, as one line for a terminal.
#pragma once

#include <cstddef>
#include <string>

#include "text/text.h"

namespace lab::loop {

struct Work {
  std::string what;               // what is running: "lab 05: compiling"
  std::size_t done = 0, all = 0;  // all 0: unknown
  std::string last;               // the part that was done last
  double seconds = 0;             // since it started
};

// "[#####.....] WHAT: 6 of 22, about 4 s left (LAST)", at most `columns` wide. "WHAT, 3 s" if `all` is 0.
std::string bar(const Work& work, text::Language language, int columns);

// The same without the bar, for a line in a log.
std::string plain(const Work& work, text::Language language);

}  // namespace lab::loop
