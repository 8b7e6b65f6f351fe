// Unpacks archives of strangers with libarchive: within limits, and into one folder and nowhere else.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "class/hand_in.h"

namespace lab::classes {

struct Limits {
  std::uint64_t total_bytes = std::uint64_t{256} << 20;
  std::uint64_t file_bytes = std::uint64_t{64} << 20;
  std::size_t files = 5000;    // and folders
  std::size_t archives = 100;  // archives in archives included
  int nested = 3;              // how deep archives lie in each other; 0: those in an archive stay as they are
  int folders = 24;            // how deep folders lie in each other
  bool only_needed = true;     // leave out what editors, compilers and version control make (class/names.h)
};

// A whole class at once.
inline constexpr Limits kLimitsOfDownload{std::uint64_t{16} << 30, std::uint64_t{1} << 30, 500'000, 1, 0, 24, false};

// What is left of the limits while one hand-in is unpacked, and what was found on the way.
struct Unpacking {
  Limits left;
  std::vector<Finding> findings;
  std::size_t entries = 0;  // files and folders that were made
};

// The file's contents below `into`, which is made. Left out, with a finding each: links, devices, FIFOs, paths that lead out of the folder,
// and what exceeds the limits; a file that cannot be read whole is no file. Names become UTF-8 (code page 949 without the zip's mark for
// UTF-8, too) and such as every system takes (safe_name). Files keep their time. Archives in it are unpacked into folders of their names.
// Never throws for what is in the archive.
void unpack_archive(const std::filesystem::path& archive, const std::filesystem::path& into, Unpacking& unpacking);

// ... of one file that lies at `file` already: archives become folders, as deep as the limits allow.
void unpack_nested(const std::filesystem::path& file, Unpacking& unpacking, int depth);

}  // namespace lab::classes
