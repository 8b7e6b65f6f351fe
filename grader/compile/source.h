// A student's source as it stands on disk: its encoding, the headers of his own that it includes, and names that only Windows would find.
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
  std::string bytes;            // UTF-16 has become UTF-8 here; everything else is as it stands
  bool code_page_949 = false;   // not UTF-8: saved by Visual Studio on Korean Windows
  bool in_c = false;            // NAME.c
  std::vector<Header> headers;  // found beside it, directly or through one another
  // Include names that differ from the file's in letter case or are written with backslashes -> the line that includes what is meant.
  std::map<std::string, std::string> spellings;
  std::vector<std::string> libraries;  // of Windows, that it or a header asks for in a #pragma: "ws2_32"
};

// Reads `file`. Throws std::runtime_error when it cannot be read or has more than 1 MiB.
Source read_source(const std::filesystem::path& file);

// `name`, a relative path with forward slashes, below `folder` as Windows would find it: letter case aside.
std::optional<std::filesystem::path> find_as_windows(const std::filesystem::path& folder, const std::string& name);

using text::lower;  // as Windows compares the names of files here

// Whether `file` lies in `folder` or below it, by their names alone.
bool lies_in(const std::filesystem::path& file, const std::filesystem::path& folder);

}  // namespace lab::compile
