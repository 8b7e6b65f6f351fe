// The files of a lab's folder that a verdict depends on: which there are, and whether they are still the same.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace lab::loop {

// A file as the system describes it, without being opened.
struct Stamp {
  std::uintmax_t bytes = 0;
  std::int64_t written = 0;  // the time of its last change, in the file system's own ticks
  bool operator==(const Stamp&) const = default;
};

// Sources, headers and programs (.cpp, .h, ..., .exe, .dll) below a folder, by their paths in it with '/'. Links are passed over.
using Snapshot = std::map<std::string, Stamp>;
Snapshot look_at(const std::filesystem::path& folder);

// The same files, each with a fingerprint of its content: two of them differ when what would be judged has changed.
using Fingerprints = std::map<std::string, std::string>;
Fingerprints fingerprints(const std::filesystem::path& folder);

// The files in which the two differ, also those that only one of them has.
std::vector<std::string> differing(const Fingerprints& a, const Fingerprints& b);
std::vector<std::string> differing(const Snapshot& a, const Snapshot& b);

// A number that the content of one file decides (text/hash.h); nothing when it cannot be read.
std::optional<std::uint64_t> content_hash(const std::filesystem::path& file);

// The same as a fingerprint; "" when it cannot be read.
std::string fingerprint(const std::filesystem::path& file);

}  // namespace lab::loop
