// The sandbox in which a stage plays: Wine with its own prefix and server, and the files of one grading's runs. Linux only.
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

// Whether the limits on memory and processes apply to a whole sandbox (group.h), not only to each of its processes.
bool has_shared_limits();

// The path of a file or folder directly in `runs`, as Windows programs in the sandbox use it: "C:\lab-box\" and its name.
std::string windows_path(const std::filesystem::path& in_runs);

class StageBox {
 public:
  // `kit`: the kit's root folder. `runs`: the sandbox gets copies of the files in this folder, and no others besides Wine's. Prepares the
  // prefix that each sandbox copies, if it does not exist yet. Throws std::runtime_error if that fails.
  StageBox(const std::filesystem::path& kit, const std::filesystem::path& runs);

  // The command line that runs `exe`, a Windows program in a folder of `runs`, in a new sandbox, on `processor` only if one is given. When
  // the program ends, its registry and all files that it wrote are discarded.
  std::vector<std::string> command(const std::filesystem::path& exe, const std::vector<std::string>& arguments,
                                   std::optional<int> processor) const;

 private:
  std::filesystem::path kit_, runs_, prefix_;
  Group group_;
};

}  // namespace lab::box
