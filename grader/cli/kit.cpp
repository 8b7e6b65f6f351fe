// Finds the kit.
#include "cli/kit.h"

#include <algorithm>
#include <cstdlib>
#include <thread>

#include "box/compile_box.h"
#include "box/other_user.h"
#include "cli/host.h"
#include "text/problem.h"

namespace lab::cli {

namespace fs = std::filesystem;

std::vector<const rubric::Lab*> Kit::chosen(const std::vector<std::string>& names) const {
  std::vector<const rubric::Lab*> out;
  for (const std::string& name : names) {
    const rubric::Lab* lab = &rubric::find_lab(labs, name);
    if (std::find(out.begin(), out.end(), lab) == out.end()) out.push_back(lab);
  }
  if (names.empty())
    for (const rubric::Lab& lab : labs) out.push_back(&lab);
  return out;
}

compile::Toolchain Kit::toolchain() const {
  compile::Toolchain toolchain{root / "build" / "programs", root / "grader" / "compile" / "student", {}};
  if (playing == Playing::kBoxed) toolchain.confine = box::confined;
  if (!player.empty())
    toolchain.confine = [user = player](const auto& command, const auto&, const fs::path& written) {
      box::open_to_all(written);
      return box::as_user(user, command);
    };
  return toolchain;
}

Kit find_kit() {
  Kit kit;
  if (const char* root = std::getenv("LAB_ROOT")) kit.root = root;
  for (fs::path at = own_program().parent_path(); kit.root.empty(); at = at.parent_path()) {
    if (fs::exists(at / "labs") && fs::exists(at / "lab.cmd")) kit.root = at;
    if (at == at.parent_path()) break;
  }
  if (kit.root.empty()) throw text::Problem("kit_missing");
  kit.labs = rubric::read_labs(kit.labs_folder());
  // A grader uses the stage that was built with it: on Windows, one build makes both halves, and they are packed in the same folder.
  for (const fs::path& bin :
       {own_program().parent_path(), own_program().parent_path() / "bin", kit.root / "build/mingw/bin", kit.root / "build/windows/bin"})
    if (kit.windows_programs.empty() && fs::exists(bin / "stage.exe")) kit.windows_programs = bin;
  return kit;
}

void require_solutions(const Kit& kit, const std::string& what) {
  if (!fs::is_directory(kit.solutions_folder())) throw text::Problem("student_kit", {{"what", what}, {"command", kit_command()}});
}

int default_jobs() { return static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1u, 16u)); }

int hasty_jobs() { return std::min(2 * default_jobs(), 16); }

}  // namespace lab::cli
