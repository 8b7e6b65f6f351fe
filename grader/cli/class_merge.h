// Merges the results of several workers into one results folder.
#pragma once

#include <filesystem>
#include <vector>

#include "cli/command.h"
#include "cli/kit.h"

namespace lab::cli {

// Copies the units of all shards of a class into the results folder `out`, and writes its tables. Returns the exit status of a worker
// (class_grade.h): kTryAgain if submissions from the class are missing; it names them. Throws text::Problem, without having changed
// anything, for a folder without results, and for results that do not belong together: different labs, graders, rubrics or classes, or the
// same shard twice.
int merge_classes(const Kit& kit, const std::filesystem::path& out, const std::vector<std::filesystem::path>& shards,
                  const Reports& reports);

}  // namespace lab::cli
