// Finds borrowed programs in their own labs.
#include "cli/borrowed.h"

namespace lab::cli {

std::vector<build::Built> borrowed_from_shelf(const Kit& kit, const checks::LabRubric& lab, const std::filesystem::path& shelf, int jobs) {
  std::vector<build::Built> all;
  for (const std::string& program : lab.borrows) {
    const std::filesystem::path folder = shelf / checks::home_of(kit.labs, program)->name;
    for (build::Built& built : build::build_programs(folder, {program}, kit.toolchain(), jobs)) all.push_back(std::move(built));
  }
  return all;
}

}  // namespace lab::cli
