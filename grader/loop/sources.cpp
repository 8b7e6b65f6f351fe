// Lists the files in a lab's folder.
#include "loop/sources.h"

#include <fmt/core.h>

#include <array>
#include <fstream>
#include <set>

#include "text/hash.h"
#include "text/path.h"

namespace lab::loop {
namespace {

namespace fs = std::filesystem;

// A student's folder contains a handful of files; one with more than this is a mistake, and the rest of it is ignored.
constexpr std::size_t kMostEntries = 5000;
constexpr int kDeepest = 16;

bool counts(const fs::path& file) {
  static const std::set<std::string> kEndings{".cpp", ".h", ".hpp", ".hxx", ".inl", ".exe", ".dll"};
  std::string ending = text::generic_utf8(file.extension());
  for (char& c : ending)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return kEndings.contains(ending);
}

template <class Take>
void walk(const fs::path& folder, const Take& take) {
  std::error_code error;
  std::size_t seen = 0;
  for (auto entry = fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied, error);
       !error && entry != fs::recursive_directory_iterator() && ++seen < kMostEntries; entry.increment(error)) {
    std::error_code gone;
    if (entry->is_symlink(gone) || entry.depth() >= kDeepest) {
      entry.disable_recursion_pending();
      continue;
    }
    if (counts(entry->path()) && entry->is_regular_file(gone)) take(*entry, text::generic_utf8(entry->path().lexically_relative(folder)));
  }
}

template <class Map>
std::vector<std::string> differing_keys(const Map& a, const Map& b) {
  std::set<std::string> names;
  for (const auto& [name, value] : a)
    if (const auto other = b.find(name); other == b.end() || other->second != value) names.insert(name);
  for (const auto& [name, value] : b)
    if (!a.contains(name)) names.insert(name);
  return {names.begin(), names.end()};
}

}  // namespace

Snapshot look_at(const fs::path& folder) {
  Snapshot found;
  walk(folder, [&](const fs::directory_entry& file, const std::string& name) {
    // An editor may delete the file between the two calls: then it is treated as missing.
    std::error_code no_size, no_time;
    const auto bytes = file.file_size(no_size);
    const auto written = file.last_write_time(no_time);
    if (!no_size && !no_time) found[name] = {bytes, static_cast<std::int64_t>(written.time_since_epoch().count())};
  });
  return found;
}

Fingerprints fingerprints(const fs::path& folder) {
  Fingerprints found;
  walk(folder, [&](const fs::directory_entry& file, const std::string& name) { found[name] = fingerprint(file.path()); });
  return found;
}

std::vector<std::string> differing(const Fingerprints& a, const Fingerprints& b) { return differing_keys(a, b); }
std::vector<std::string> differing(const Snapshot& a, const Snapshot& b) { return differing_keys(a, b); }

std::optional<std::uint64_t> content_hash(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return {};
  std::uint64_t hash = text::kHashOfNothing;
  std::array<char, 65536> part;
  while (in.read(part.data(), part.size()), in.gcount() > 0) hash = text::hash({part.data(), static_cast<std::size_t>(in.gcount())}, hash);
  return hash;
}

std::string fingerprint(const fs::path& file) {
  const std::optional<std::uint64_t> hash = content_hash(file);
  return hash ? fmt::format("{:016x}", *hash) : "";
}

}  // namespace lab::loop
