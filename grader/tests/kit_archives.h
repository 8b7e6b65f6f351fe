// Archives of kits: `lab package` packs them, and tests unpack them.
#pragma once

#include <gmock/gmock.h>

#include <chrono>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "compile/process.h"
#include "tests/kit_command.h"

namespace lab::tests {

inline compile::Finished run(std::vector<std::string> argv, const std::filesystem::path& folder = {},
                             std::map<std::string, std::string> environment = {}) {
  compile::Command command;
  command.argv = std::move(argv);
  command.folder = folder;
  command.environment = std::move(environment);
  command.limit = std::chrono::minutes(10);
  return compile::run(command);
}

inline std::set<std::string> files_below(const std::filesystem::path& folder) {
  std::set<std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) files.insert(utf8(std::filesystem::relative(entry.path(), folder)));
  return files;
}

// Empty if there is none.
inline std::filesystem::path archive_in(const std::filesystem::path& folder, const std::string& kit, const std::string& ending) {
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (utf8(entry.path().filename()).ends_with("-" + kit + ending)) return entry.path();
  return {};
}

// Unpacks the archive into `folder`, and returns its top folder, which must be the only entry there.
inline std::filesystem::path unpacked_to(const std::filesystem::path& folder, const std::filesystem::path& archive) {
  std::filesystem::create_directories(folder);
  EXPECT_EQ(run({"cmake", "-E", "tar", "xf", utf8(archive)}, folder).exit_status, 0) << archive;
  const std::vector<std::filesystem::path> top{std::filesystem::directory_iterator(folder), std::filesystem::directory_iterator()};
  EXPECT_EQ(top.size(), 1u) << archive;
  return top.empty() ? folder : top.front();
}

}  // namespace lab::tests
