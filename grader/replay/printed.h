// The lines that a program prints, and what it prints about failures.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "replay/actions.h"
#include "trace/run.h"

namespace lab::replay {

struct PrintedLine {
  std::string text;
  std::size_t call = 0;  // index into Run::calls: the call that completes the line
};

struct Printed {
  std::vector<PrintedLine> lines;          // of stdout, without empty lines and error messages
  std::string complaints;                  // the error messages, on either stream, whose wording may differ
  std::vector<std::size_t> complaints_at;  // the calls that print them
};

Printed printed_by(const trace::Run& run, const std::vector<Action>& actions);

// Whether the program prints this text before it has read or waited for anything. `actions`: the program's; `print`: index into Run::calls.
bool is_greeting(const trace::Run& run, const std::vector<Action>& actions, std::size_t print);

// Whether the text contains an error message in the words that the labs ask for: "Unable to ...".
bool says_unable(const std::string& text);

// Whether each failure that `right` reports is also reported in `own`: "Unable to" followed by the same word, and the same number, if any.
bool says_what_failed(const std::string& own, const std::string& right);

}  // namespace lab::replay
