// The list of mutants that no check needs to catch, each with its reason.
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
  std::size_t line = 0;  // of the list
};

// Reads a list. A line "# REASON" gives the reason for all entries up to the next one; an entry is a line "PROGRAM OPERATOR", then a line
// "- TEXT" for each line of the solution that the mutant replaces, and "+ TEXT" for each that it has instead. Throws std::runtime_error
// with the number of a line that is none of these, or of an entry without a reason or without lines.
std::vector<Equivalent> read_equivalents(std::istream& in);

// The same entry, as it stands in a list, without its reason.
std::string as_entry(const std::string& program, const std::string& kind, const Difference& difference);

}  // namespace lab::mutate
