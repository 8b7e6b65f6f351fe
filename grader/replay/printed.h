// The lines that a program prints, and what it says about failures.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "replay/actions.h"
#include "trace/run.h"

namespace lab::replay {

struct PrintedLine {
  std::string text;
  std::size_t call = 0;  // index into Run::calls: the call that prints its end
};

struct Printed {
  std::vector<PrintedLine> lines;  // of stdout, without empty ones and complaints
  std::string complaints;          // what is said about failures, on either stream, for which there are many words
};

Printed printed_by(const trace::Run& run, const std::vector<Action>& actions);

// Whether each failure that `right` reports is reported in `own`: by its "Unable to" and the word behind it, and its number if it has one.
bool says_what_failed(const std::string& own, const std::string& right);

}  // namespace lab::replay
