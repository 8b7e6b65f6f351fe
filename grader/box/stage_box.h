// The sandbox in which a stage plays: Wine with a prefix and a server of its own, and the runs of one grading.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "box/group.h"

namespace lab::box {

// Whether the limits on memory and processes hold for all of a sandbox together (group.h), or for each of its processes only.
bool has_shared_limits();

// Where the sandbox has what lies in the `runs` of the box, as its Windows programs know it: "C:\lab-box\" and its name.
std::string windows_path(const std::filesystem::path& in_runs);

class StageBox {
 public:
  // `kit`: its root. `runs`: the folder whose files the sandbox gets copies of; they are all that is in it besides Wine. Prepares the
  // prefix that sandboxes copy, where it is not there yet. Throws std::runtime_error when that fails.
  StageBox(const std::filesystem::path& kit, const std::filesystem::path& runs);

  // The command line that runs a Windows program from `runs` in it, kept on `processor` where one is named. Windows' folders, the registry
  // and all files that it writes are gone with it.
  std::vector<std::string> command(const std::filesystem::path& exe, const std::vector<std::string>& arguments,
                                   std::optional<int> processor) const;

 private:
  std::filesystem::path kit_, runs_, prefix_;
  Group group_;
};

}  // namespace lab::box
