// A folder for temporary files.
#pragma once

#include <filesystem>

namespace lab::cli {

// A folder that the destructor deletes: a new one in the system's temporary folder, or the given one. Throws std::runtime_error if it
// cannot be created.
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
