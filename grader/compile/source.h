// A student's source file as saved: its encoding, the student's own headers that it includes, and the include names that only Windows would
// resolve.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "text/utf8.h"

namespace lab::compile {

struct Header {
  std::filesystem::path file;
  std::string bytes;
};

struct Source {
  std::filesystem::path file;
  std::string bytes;            // converted from UTF-16 to UTF-8 if necessary; otherwise unchanged
  bool code_page_949 = false;   // not UTF-8: saved by Visual Studio on Korean Windows
  bool in_c = false;            // NAME.c
  std::vector<Header> headers;  // found in its folder, and included directly or indirectly
  // Include names that differ from the file's name in letter case or that contain backslashes, mapped to the line that includes the right
  // file.
  std::map<std::string, std::string> spellings;
  std::vector<std::string> libraries;  // Windows libraries that it or a header requests in a #pragma: "ws2_32"
};

// Reads `file`. Throws std::runtime_error if it cannot be read or is larger than 1 MiB.
Source read_source(const std::filesystem::path& file);

// Finds `name`, a relative path with forward slashes, in `folder` as Windows would: ignoring letter case.
std::optional<std::filesystem::path> find_as_windows(const std::filesystem::path& folder, const std::string& name);

using text::lower;  // compares file names the way Windows does

// Whether `file` is in `folder` or one of its subfolders, judging only by their names.
bool lies_in(const std::filesystem::path& file, const std::filesystem::path& folder);

}  // namespace lab::compile
