// Reads and writes whole files.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace lab::text {

// Returns nothing if the file cannot be read.
std::optional<std::string> read_file(const std::filesystem::path& file);

// Returns "" if the file cannot be read.
std::string read_text(const std::filesystem::path& file);

// Writes the file atomically: it has the complete new contents or stays as it was, even if other processes write it at the same time.
// Throws Problem, which refers to the file as `name` or, if that is empty, by its path.
void write_file(const std::filesystem::path& file, const std::string& bytes, const std::string& name = "");

// Throws what write_file would throw, as far as this can be known in advance. Changes nothing.
void require_writable(const std::filesystem::path& file, const std::string& name);

}  // namespace lab::text
