// The sandbox in which submitted source files are compiled: it has no network, and no files except the compiler's and the submission's.
// Linux only.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace lab::box {

// The command line that runs `command` in that sandbox, as compile::Confine requires. The command can read the `read` folders and write to
// the `written` folder; their paths are the same inside the sandbox.
std::vector<std::string> confined(const std::vector<std::string>& command, const std::vector<std::filesystem::path>& read,
                                  const std::filesystem::path& written);

}  // namespace lab::box
