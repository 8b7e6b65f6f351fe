// Which program of a correct run plays the part of one of another run, and which of its actions do the same.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "replay/actions.h"
#include "trace/run.h"

namespace lab::replay {

// Of the students' own programs, the first, second, ... of that role.
std::optional<int> same_program(const trace::Run& run, int program, const trace::Run& correct);

// By action of `own`: the index of the one of `right` that does the same. First the same messages, then the others, each kind in their
// order.
std::vector<std::optional<std::size_t>> counterparts(const std::vector<Action>& own, const std::vector<Action>& right);

}  // namespace lab::replay
