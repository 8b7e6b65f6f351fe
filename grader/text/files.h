// Files as a whole.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace lab::text {

// Nothing for a file that cannot be read.
std::optional<std::string> read_file(const std::filesystem::path& file);

// "" when it cannot be read.
std::string read_text(const std::filesystem::path& file);

// The file is there whole, or as it was before, whoever else writes it. Throws Problem, which calls the file `name`, or by its path where
// that is empty.
void write_file(const std::filesystem::path& file, const std::string& bytes, const std::string& name = "");

// Throws what write_file would, as far as that can be known before. Changes nothing.
void require_writable(const std::filesystem::path& file, const std::string& name);

}  // namespace lab::text
