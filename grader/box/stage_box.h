// The sandbox in which a stage plays scenarios: Wine with its own prefix and server, and the files for one grading. Linux only.
//
//     const StageBox box(kit, work / "runs");
//     run(box.command(work / "runs" / "bin" / "stage.exe", {}, std::nullopt));
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "box/group.h"

namespace lab::box {

// Whether the limits on memory and processes apply to a sandbox as a whole (group.h) and not only to each of its processes.
bool has_shared_limits();

// The path that Windows programs in the sandbox use for a file or folder directly in `runs`: "C:\lab-box\" and its name.
std::string windows_path(const std::filesystem::path& in_runs);

class StageBox {
 public:
  // `kit` is the kit's root folder. Each sandbox gets copies of the files in `runs` and, apart from Wine's own files, no others. If the
  // prefix that each sandbox copies does not exist yet, the constructor prepares it. Throws std::runtime_error if that fails.
  StageBox(const std::filesystem::path& kit, const std::filesystem::path& runs);

  // Returns the command line that runs `exe`, a Windows program in a subfolder of `runs`, in a new sandbox and, if `processor` is given,
  // only on that processor. When the program ends, its registry and all files that it wrote are discarded.
  std::vector<std::string> command(const std::filesystem::path& exe, const std::vector<std::string>& arguments,
                                   std::optional<int> processor) const;

 private:
  std::filesystem::path kit_, runs_, prefix_;
  Group group_;
};

}  // namespace lab::box
