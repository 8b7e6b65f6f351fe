// Finds and builds the programs of other labs that a lab's scenarios use.
#pragma once

#include <filesystem>
#include <vector>

#include "cli/kit.h"
#include "compile/programs.h"
#include "rubric/rubric.h"

namespace lab::cli {

// The programs that `lab` borrows. Each is built from the folder of its own lab on `shelf` (labs/ or solutions/), or says why it was not.
std::vector<compile::Built> borrowed_from_shelf(const Kit& kit, const rubric::Lab& lab, const std::filesystem::path& shelf, int jobs);

}  // namespace lab::cli
