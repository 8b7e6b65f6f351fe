// Files that commands write.
#pragma once

#include <filesystem>
#include <string>

namespace lab::cli {

// The file is there whole, or as it was before. Throws text::Problem, which calls the file `name`, or by its path where that is empty.
void write_file(const std::filesystem::path& file, const std::string& bytes, const std::string& name = "");

}  // namespace lab::cli
