// The results of several workers as those of one.
#pragma once

#include <filesystem>
#include <vector>

#include "cli/command.h"
#include "cli/kit.h"

namespace lab::cli {

// Copies the units of all shards of a class into the results' folder `out`, and writes its tables. Returns an exit status of a worker
// (class_grade.h): not all judged where a submission of the class is missing, which it names. Throws text::Problem, having changed nothing,
// for a folder without results, and for results that do not belong together: other labs, graders, rubrics, classes, or twice one shard.
int merge_classes(const Kit& kit, const std::filesystem::path& out, const std::vector<std::filesystem::path>& shards,
                  const Reports& reports);

}  // namespace lab::cli
