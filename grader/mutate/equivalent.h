// The list of mutants that no check needs to detect, each with a reason.
#pragma once

#include <istream>
#include <string>
#include <vector>

#include "mutate/mutants.h"

namespace lab::mutate {

struct Equivalent {
  std::string program, kind;
  Difference difference;
  std::string reason;
  std::size_t line = 0;  // in the list
};

// Reads a list. A line "# REASON" gives the reason for all entries up to the next such line. An entry is a line "PROGRAM OPERATOR", then a
// line "- TEXT" for each line of the solution that the mutant replaces, and a line "+ TEXT" for each replacement. Throws
// std::runtime_error, which contains the line number, for any other line and for an entry without a reason or without lines.
std::vector<Equivalent> read_equivalents(std::istream& in);

// The text of an entry in such a list, without its reason.
std::string as_entry(const std::string& program, const std::string& kind, const Difference& difference);

}  // namespace lab::mutate
