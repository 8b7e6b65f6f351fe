// Copies files and folders, and unpacks archives.
#include "class/unpack.h"

#include <fmt/core.h>

#include <algorithm>
#include <system_error>

#include "class/names.h"
#include "class/platforms.h"
#include "text/path.h"

namespace lab::classes {
namespace {

namespace fs = std::filesystem;
using text::path_of;
using text::utf8;

class Copy {
 public:
  explicit Copy(Unpacking& unpacking) : unpacking_(unpacking) {}

  // Adds a file or a folder to the folder `into`, under the name `name`.
  void add(const fs::path& from, const fs::path& into, const std::string& name, int depth) {
    std::error_code error;
    const fs::file_status status = fs::symlink_status(from, error);
    if (fs::is_symlink(status)) return note("class_link", from);
    if (fs::is_directory(status)) return add_folder(from, into, name, depth);
    if (!fs::is_regular_file(status)) return note("class_special", from);
    if (is_needless_file(name)) return;
    add_file(from, into, name);
  }

  void add_contents(const fs::path& from, const fs::path& into, int depth) {
    std::vector<fs::path> entries;
    std::error_code error;
    for (auto entry = fs::directory_iterator(from, error); !error && entry != fs::directory_iterator(); entry.increment(error)) {
      if (entries.size() > unpacking_.left.files) break;
      entries.push_back(entry->path());
    }
    if (error) note("class_not_read", from);
    std::sort(entries.begin(), entries.end());
    for (const fs::path& entry : entries) add(entry, into, utf8(entry.filename()), depth);
  }

 private:
  void note(const char* id, const fs::path& path) { add_finding(unpacking_.findings, id, shown_name(utf8(path.filename()))); }

  bool is_allowed(const fs::path& from) {
    if (unpacking_.left.files == 0) return note("class_too_many_files", from), false;
    --unpacking_.left.files;
    return true;
  }

  // The target path; if another file already has that name, the new one gets a different name.
  fs::path place(const fs::path& into, const std::string& name, const fs::path& from) {
    const std::string safe = safe_name(name);
    if (safe != decoded_name(name)) note("class_renamed", from);
    const NameParts parts = split_name(safe);
    fs::path place = into / path_of(safe);
    std::error_code error;
    for (int number = 1; fs::exists(place, error); ++number)
      place = into / path_of(fmt::format("{} ({}){}", parts.stem, number, parts.ending));
    return place;
  }

  void add_folder(const fs::path& from, const fs::path& into, const std::string& name, int depth) {
    if (is_needless_folder(name)) return;
    if (depth >= unpacking_.left.folders) return note("class_too_deep", from);
    if (!is_allowed(from)) return;
    const fs::path folder = place(into, name, from);
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) return note("class_not_written", from);
    add_contents(from, folder, depth + 1);
  }

  void add_file(const fs::path& from, const fs::path& into, const std::string& name) {
    std::error_code error;
    const std::uintmax_t bytes = fs::file_size(from, error);
    if (error) return note("class_not_read", from);
    if (bytes > std::min(unpacking_.left.file_bytes, unpacking_.left.total_bytes)) return note("class_too_large", from);
    if (!is_allowed(from)) return;
    const fs::path file = place(into, name, from);
    fs::copy_file(from, file, error);
    if (error) return note("class_not_read", from);
    unpacking_.left.total_bytes -= bytes;
    ++unpacking_.entries;
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write, error);
    if (const auto time = fs::last_write_time(from, error); !error) fs::last_write_time(file, time, error);
    unpack_nested(file, unpacking_, 1);
  }

  Unpacking& unpacking_;
};

}  // namespace

std::vector<Finding> unpack(const HandIn& hand_in, const fs::path& into, const Limits& limits) {
  fs::create_directories(into);
  Unpacking unpacking{limits, {}, 0};
  Copy copy(unpacking);
  for (const fs::path& from : hand_in.from) {
    std::error_code error;
    const std::string name = utf8(from.filename());
    if (const fs::file_status status = fs::symlink_status(from, error); fs::is_directory(status)) {
      copy.add_contents(from, into, 0);
    } else if (is_archive_name(name) && fs::is_regular_file(status) && hand_in.from.size() == 1) {
      unpack_archive(from, into, unpacking);
      if (unpacking.entries == 0 && unpacking.findings.empty()) add_finding(unpacking.findings, "class_archive_empty", shown_name(name));
    } else {
      copy.add(from, into, own_file_name(hand_in.platform, name), 0);
    }
  }
  if (unpacking.entries == 0 && unpacking.findings.empty()) add_finding(unpacking.findings, "class_empty", hand_in.student);
  return unpacking.findings;
}

}  // namespace lab::classes
