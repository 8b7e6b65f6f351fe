// Reading and writing the files that a cut makes.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace lab::cut {

// Nothing for a file that cannot be read.
std::optional<std::string> read(const std::filesystem::path& file);

// Makes the folders, too. No crash leaves half a file behind. Throws text::Problem for a file that cannot be written.
void write(const std::filesystem::path& file, const std::string& text);

// Git gives files CRLF on some systems, LF on others: the same text.
std::string with_lf(std::string text);

}  // namespace lab::cut
