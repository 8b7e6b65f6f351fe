// A folder to work in.
#pragma once

#include <filesystem>

namespace lab::cli {

// A folder that is gone when it is no longer needed: a new one in the system's place for such, or the one that is named. Throws
// std::runtime_error when there can be none.
class WorkFolder {
 public:
  explicit WorkFolder(const std::filesystem::path& folder = {});
  ~WorkFolder();
  WorkFolder(const WorkFolder&) = delete;
  WorkFolder& operator=(const WorkFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace lab::cli
