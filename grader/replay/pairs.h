// Finds the program in a correct run that corresponds to a program in another run, and the actions that do the same.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "replay/actions.h"
#include "trace/run.h"

namespace lab::replay {

// The program in `correct` with the same role and the same position among the programs with that role. Nothing for programs that are not
// the student's own.
std::optional<int> same_program(const trace::Run& run, int program, const trace::Run& correct);

// For each action in `own`: the index of the action in `right` that does the same. First pairs writes of the same message, then all other
// actions, each in their order.
std::vector<std::optional<std::size_t>> counterparts(const std::vector<Action>& own, const std::vector<Action>& right);

}  // namespace lab::replay
