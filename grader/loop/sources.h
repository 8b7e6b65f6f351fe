// The files in a lab's folder that a verdict depends on: which files exist, and whether they have changed.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace lab::loop {

// The system's metadata of a file, read without opening it.
struct Stamp {
  std::uintmax_t bytes = 0;
  std::int64_t written = 0;  // the time of its last change, in the file system's own ticks
  bool operator==(const Stamp&) const = default;
};

// Source files, headers and programs (.cpp, .h, ..., .exe, .dll) in a folder and its subfolders, by their relative paths with '/'. Links
// are ignored.
using Snapshot = std::map<std::string, Stamp>;
Snapshot look_at(const std::filesystem::path& folder);

// The same files, each with a fingerprint of its content: two fingerprints differ if the input to judging has changed.
using Fingerprints = std::map<std::string, std::string>;
Fingerprints fingerprints(const std::filesystem::path& folder);

// The files in which the two differ, including files that only one of them has.
std::vector<std::string> differing(const Fingerprints& a, const Fingerprints& b);
std::vector<std::string> differing(const Snapshot& a, const Snapshot& b);

// A hash of a file's content (text/hash.h); empty if it cannot be read.
std::optional<std::uint64_t> content_hash(const std::filesystem::path& file);

// The same as a fingerprint; "" if the file cannot be read.
std::string fingerprint(const std::filesystem::path& file);

}  // namespace lab::loop
