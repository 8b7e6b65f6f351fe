// The sandbox in which the compiler compiles submitted sources: no network, and no files except the compiler's and the submission's. Linux
// only.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace lab::box {

// The command line that runs `command` in that sandbox, as compile::Confine requires. The command can read the folders `read` and write to
// the folder `written`, under their own paths.
std::vector<std::string> confined(const std::vector<std::string>& command, const std::vector<std::filesystem::path>& read,
                                  const std::filesystem::path& written);

}  // namespace lab::box
