// Creates and removes work folders.
#include "cli/work_folder.h"

#include "cli/host.h"

namespace lab::cli {

namespace fs = std::filesystem;

WorkFolder::WorkFolder(const fs::path& folder) : path_(folder.empty() ? make_work_folder() : folder) { fs::create_directories(path_); }

WorkFolder::~WorkFolder() {
  std::error_code error;
  fs::remove_all(path_, error);
}

}  // namespace lab::cli
