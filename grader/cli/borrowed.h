// Programs of other labs that a lab's scenarios use: where they are looked for.
#pragma once

#include <filesystem>
#include <vector>

#include "cli/kit.h"
#include "compile/programs.h"
#include "rubric/rubric.h"

namespace lab::cli {

// Those that `lab` borrows, each built from the folder of its own lab on `shelf` (labs/ or solutions/), or with the reason why it is not.
std::vector<compile::Built> borrowed_from_shelf(const Kit& kit, const rubric::Lab& lab, const std::filesystem::path& shelf, int jobs);

}  // namespace lab::cli
