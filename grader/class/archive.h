// Unpacks submitted archives with libarchive: within limits, and never outside one folder.
//
//     Unpacking unpacking{.left = {}};
//     unpack_archive("hong.zip", folder, unpacking);  // then look at unpacking.findings
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "class/hand_in.h"

namespace lab::classes {

// Limits for one hand-in.
struct Limits {
  std::uint64_t total_bytes = std::uint64_t{256} << 20;
  std::uint64_t file_bytes = std::uint64_t{64} << 20;
  std::size_t files = 5000;    // including folders
  std::size_t archives = 100;  // including archives in archives
  int nested = 3;              // levels of archives in archives that are unpacked; 0: an archive in an archive stays as it is
  int folders = 24;            // levels of folders
  bool only_needed = true;     // omit files of editors, compilers and version control (class/names.h)
};

// Limits for the download of a whole class.
inline constexpr Limits kLimitsOfDownload{std::uint64_t{16} << 30, std::uint64_t{1} << 30, 500'000, 1, 0, 24, false};

// The state while one hand-in is unpacked: what remains of the limits, and the findings so far.
struct Unpacking {
  Limits left;
  std::vector<Finding> findings;
  std::size_t entries = 0;  // files and folders created so far
};

// Unpacks the archive into the folder `into`, which it creates. Omits, with a finding for each: links, devices, FIFOs, paths that lead out
// of the folder, files that cannot be read completely, and what exceeds the limits. Names become UTF-8 (also from code page 949, if the zip
// is not marked as UTF-8) and valid on every system (safe_name). Files keep their times. Archives in it are unpacked into folders of the
// same name. Never throws for anything in the archive.
void unpack_archive(const std::filesystem::path& archive, const std::filesystem::path& into, Unpacking& unpacking);

// If `file` is an archive, replaces it with a folder of its contents, as deeply as the limits allow. `depth`: the number of archives that
// it was in.
void unpack_nested(const std::filesystem::path& file, Unpacking& unpacking, int depth);

}  // namespace lab::classes
