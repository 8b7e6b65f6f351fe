// Creates and removes work folders.
#include "cli/work_folder.h"

#include "cli/host.h"

namespace lab::cli {

namespace fs = std::filesystem;

WorkFolder::WorkFolder(const fs::path& folder) : path_(folder.empty() ? make_work_folder() : folder) { fs::create_directories(path_); }

WorkFolder::~WorkFolder() { remove_work_folder(path_); }

}  // namespace lab::cli
