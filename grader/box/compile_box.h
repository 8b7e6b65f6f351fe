// The sandbox in which the compiler reads what was handed in: no network, and no files but its own and the hand-in's.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace lab::box {

// The command line that runs `command` in it, as compile::Confine promises. The folders have their own names there.
std::vector<std::string> confined(const std::vector<std::string>& command, const std::vector<std::filesystem::path>& read,
                                  const std::filesystem::path& written);

}  // namespace lab::box
