// Mutants: copies of a program that is known to be correct, each with one small mistake.
//
//   for (const Mutant& mutant : mutants_of(source, cut::lines_to_write(source, name))) grade(mutated(source, mutant));
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lab::mutate {

// One edit: `text` replaces the `length` bytes at `at`.
struct Mutant {
  std::string kind;  // the operator: "relational", "logical", "condition", "constant", "off_by_one", "units", "swapped", "handle", ...
  std::size_t at = 0, length = 0;
  std::string text;
  std::size_t line = 0;  // the line of the edit, starting at 1
};

// All mutants of the source whose edits begin on one of the `lines` (starting at 1), in source order; no two produce the same program.
std::vector<Mutant> mutants_of(std::string_view source, const std::vector<std::size_t>& lines);

std::string mutated(std::string_view source, const Mutant& mutant);

// The lines that differ, without leading and trailing white space; `added` is empty if the mutant removes the lines entirely.
struct Difference {
  std::vector<std::string> removed, added;
  bool operator==(const Difference&) const = default;
};
Difference difference(std::string_view source, const Mutant& mutant);

}  // namespace lab::mutate
