// Finds borrowed programs in their own labs.
#include "cli/borrowed.h"

namespace lab::cli {

std::vector<compile::Built> borrowed_from_shelf(const Kit& kit, const rubric::Lab& lab, const std::filesystem::path& shelf, int jobs) {
  std::vector<compile::Built> all;
  for (const std::string& program : lab.borrows) {
    const std::filesystem::path folder = shelf / rubric::home_of(kit.labs, program)->name;
    for (compile::Built& built : compile::build_programs(folder, {program}, kit.toolchain(), jobs)) all.push_back(std::move(built));
  }
  return all;
}

}  // namespace lab::cli
