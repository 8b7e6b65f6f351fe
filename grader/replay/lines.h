// Pairs the lines that two programs print.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "replay/printed.h"

namespace lab::replay {

struct LinePair {
  std::optional<std::size_t> own, right;  // indexes; one is absent if only the other program prints the line
  bool same = false;
};

// Pairs as many equal lines as possible without crossing. Lines between them that have no equal are paired in order. A line of `own` may
// have a prompt before it.
std::vector<LinePair> paired_lines(const std::vector<PrintedLine>& own, const std::vector<PrintedLine>& right);

// Whether one text is a piece of the other, or both begin alike for half of the shorter one. Ends of lines and terminators do not count.
bool are_related(std::string own, std::string right);

}  // namespace lab::replay
