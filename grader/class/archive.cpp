// Unpacks with libarchive. The allowed formats are listed here, because "all" includes filters that start other programs.
#include "class/archive.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>

#include "class/names.h"
#include "class/utf8_locale.h"
#include "text/path.h"

namespace lab::classes {
namespace {

namespace fs = std::filesystem;
using text::path_of;

constexpr std::size_t kBlock = 64 * 1024;

struct CloseReader {
  void operator()(struct ::archive* reader) const { archive_read_free(reader); }
};
using Reader = std::unique_ptr<struct ::archive, CloseReader>;

Reader new_reader() {
  Reader reader(archive_read_new());
  for (const auto support : {archive_read_support_filter_gzip, archive_read_support_filter_bzip2, archive_read_support_filter_xz,
                             archive_read_support_filter_lzma, archive_read_support_filter_zstd, archive_read_support_format_zip,
                             archive_read_support_format_7zip, archive_read_support_format_tar, archive_read_support_format_rar,
                             archive_read_support_format_rar5})
    support(reader.get());
  return reader;
}

// Char: the character type of paths on this system.
template <typename Char>
int open_file(struct ::archive* reader, const Char* file) {
  if constexpr (std::is_same_v<Char, wchar_t>)
    return archive_read_open_filename_w(reader, file, kBlock);
  else
    return archive_read_open_filename(reader, file, kBlock);
}

bool is_zip(struct ::archive* reader) { return (archive_format(reader) & ARCHIVE_FORMAT_BASE_MASK) == ARCHIVE_FORMAT_ZIP; }

// The entry's name; empty if it cannot be read.
std::string name_of(archive_entry* entry) {
  if (const char* name = archive_entry_pathname(entry)) return name;
  if (const char* name = archive_entry_pathname_utf8(entry)) return name;
  return "";
}

// The components of a path; none if the path leads out of the folder that it is relative to.
std::optional<std::vector<std::string>> parts_of(const std::string& path) {
  std::vector<std::string> parts(1);
  for (const char c : path) {
    if (c == '/' || c == '\\')
      parts.emplace_back();
    else
      parts.back() += c;
  }
  const bool has_drive = parts.front().size() == 2 && parts.front()[1] == ':';
  if (has_drive || (parts.front().empty() && parts.size() > 1)) return std::nullopt;
  if (std::find(parts.begin(), parts.end(), "..") != parts.end()) return std::nullopt;
  std::erase_if(parts, [](const std::string& part) { return part.empty() || part == "."; });
  return parts;
}

bool is_needless(const std::vector<std::string>& parts, bool folder) {
  const auto files = folder ? parts.end() : parts.end() - 1;
  return std::any_of(parts.begin(), files, is_needless_folder) || (!folder && is_needless_file(parts.back()));
}

void keep_time(archive_entry* entry, const fs::path& file) {
  if (!archive_entry_mtime_is_set(entry)) return;
  constexpr std::int64_t kLatest = 4'102'444'800;  // the year 2100
  const std::chrono::sys_seconds time(std::chrono::seconds(std::clamp<std::int64_t>(archive_entry_mtime(entry), 0, kLatest)));
  const auto ago = std::chrono::system_clock::now() - time;
  std::error_code error;
  fs::last_write_time(file, fs::file_time_type::clock::now() - std::chrono::duration_cast<fs::file_time_type::duration>(ago), error);
}

// Reads one archive, entry by entry.
class Extraction {
 public:
  Extraction(struct ::archive* reader, const fs::path& into, Unpacking& unpacking) : reader_(reader), into_(into), unpacking_(unpacking) {}

  // Returns the files that were created; `whole`: whether the archive was read to its end.
  std::vector<fs::path> run(bool& whole) {
    archive_entry* entry = nullptr;
    int status = ARCHIVE_OK;
    while (!stopped_ && (status = archive_read_next_header(reader_, &entry)) >= ARCHIVE_WARN && status != ARCHIVE_EOF) {
      if (!take(entry)) discard();
    }
    whole = stopped_ || status == ARCHIVE_EOF;
    return std::move(files_);
  }

 private:
  enum class Copied { kWhole, kTooLarge, kBroken, kNotWritten };

  void note(const char* id, const std::string& name) { add_finding(unpacking_.findings, id, shown_name(name)); }

  // Whether the entry's bytes have been read.
  bool take(archive_entry* entry) {
    const std::string raw = name_of(entry);
    if (raw.empty()) return note("class_name_unreadable", "?"), false;
    const std::string name = decoded_name(raw);
    const auto parts = parts_of(name);
    if (!parts) return note("class_escapes", name), false;
    const auto type = archive_entry_filetype(entry);
    if (parts->empty() || (unpacking_.left.only_needed && is_needless(*parts, type == AE_IFDIR))) return false;
    if (archive_entry_hardlink(entry) || type == AE_IFLNK) return note("class_link", name), false;
    if (type != AE_IFREG && type != AE_IFDIR) return note("class_special", name), false;
    if (parts->size() > static_cast<std::size_t>(unpacking_.left.folders)) return note("class_too_deep", name), false;
    if (unpacking_.left.files == 0) return note("class_too_many_files", name), stopped_ = true;
    if (type == AE_IFREG && archive_entry_is_encrypted(entry)) return note("class_encrypted", name), false;
    return make(entry, name, *parts, type == AE_IFDIR);
  }

  bool make(archive_entry* entry, const std::string& name, const std::vector<std::string>& parts, bool folder) {
    fs::path path = into_;
    bool renamed = false;
    for (const std::string& part : parts) {
      const std::string safe = safe_name(part);
      renamed = renamed || safe != part;
      path /= path_of(safe);
    }
    if (renamed) note("class_renamed", name);
    std::error_code error;
    const bool there = fs::exists(path, error);
    fs::create_directories(folder ? path : path.parent_path(), error);
    if (error || (there && folder != fs::is_directory(path))) return note("class_not_written", name), false;
    if (!there) {
      --unpacking_.left.files;
      ++unpacking_.entries;
    }
    return !folder && copy(entry, name, path, there);
  }

  bool copy(archive_entry* entry, const std::string& name, const fs::path& path, bool there) {
    const std::uint64_t most = std::min(unpacking_.left.file_bytes, unpacking_.left.total_bytes);
    if (archive_entry_size_is_set(entry) && static_cast<std::uint64_t>(archive_entry_size(entry)) > most) {
      if (!there) --unpacking_.entries;
      return note("class_too_large", name), false;
    }
    const Copied copied = copy_bytes(path, most);
    if (copied == Copied::kWhole) {
      keep_time(entry, path);
      if (!there) files_.push_back(path);
      return true;
    }
    std::error_code error;
    fs::remove(path, error);
    --unpacking_.entries;
    if (copied == Copied::kTooLarge) return note("class_too_large", name), false;
    note(copied == Copied::kBroken ? "class_file_damaged" : "class_not_written", name);
    return true;
  }

  Copied copy_bytes(const fs::path& path, std::uint64_t most) {
    std::ofstream out(path, std::ios::binary);
    const void* block = nullptr;
    std::size_t size = 0;
    la_int64_t offset = 0;
    std::uint64_t end = 0;
    int status = ARCHIVE_OK;
    while ((status = archive_read_data_block(reader_, &block, &size, &offset)) == ARCHIVE_OK) {
      const auto begin = static_cast<std::uint64_t>(offset);
      if (begin > most || size > most - begin) return Copied::kTooLarge;
      if (begin != end) out.seekp(offset);  // a hole
      out.write(static_cast<const char*>(block), static_cast<std::streamsize>(size));
      end = begin + size;
    }
    out.close();
    if (status != ARCHIVE_EOF) return Copied::kBroken;
    if (!out) return Copied::kNotWritten;
    unpacking_.left.total_bytes -= end;
    return Copied::kWhole;
  }

  // Zip files allow random access. In other formats the skipped data is decompressed, too, so a bomb must be detected there.
  void discard() {
    if (stopped_ || is_zip(reader_)) return;
    const void* block = nullptr;
    std::size_t size = 0;
    la_int64_t offset = 0;
    for (std::uint64_t read = 0; archive_read_data_block(reader_, &block, &size, &offset) == ARCHIVE_OK;) {
      read += size;
      if (read > unpacking_.left.total_bytes) {
        add_finding(unpacking_.findings, "class_stopped", shown_name(text::utf8(into_.filename())));
        stopped_ = true;
        return;
      }
    }
  }

  struct ::archive* reader_;
  const fs::path& into_;
  Unpacking& unpacking_;
  std::vector<fs::path> files_;
  bool stopped_ = false;
};

void unpack_at(const fs::path& archive, const fs::path& into, Unpacking& unpacking, int depth) {
  const std::string name = shown_name(text::utf8(archive.filename()));
  const Utf8Locale utf8;
  const Reader reader = new_reader();
  if (open_file(reader.get(), archive.c_str()) != ARCHIVE_OK) return add_finding(unpacking.findings, "class_archive_unreadable", name);
  bool whole = false;
  const std::vector<fs::path> files = Extraction(reader.get(), into, unpacking).run(whole);
  if (!whole) add_finding(unpacking.findings, files.empty() ? "class_archive_unreadable" : "class_archive_damaged", name);
  if (unpacking.left.nested > 0)
    for (const fs::path& file : files) unpack_nested(file, unpacking, depth + 1);
}

}  // namespace

void unpack_archive(const fs::path& archive, const fs::path& into, Unpacking& unpacking) {
  std::error_code error;
  fs::create_directories(into, error);
  unpack_at(archive, into, unpacking, 0);
}

void unpack_nested(const fs::path& file, Unpacking& unpacking, int depth) {
  const std::string name = text::utf8(file.filename());
  if (!is_archive_name(name)) return;
  if (depth > unpacking.left.nested || unpacking.left.archives == 0)
    return add_finding(unpacking.findings, "class_nested_too_deep", shown_name(name));
  --unpacking.left.archives;
  fs::path folder = file.parent_path() / path_of(without_archive_ending(name));
  std::error_code error;
  while (fs::exists(folder, error)) folder += "_";
  const std::size_t before = unpacking.entries;
  unpack_at(file, folder, unpacking, depth);
  if (unpacking.entries > before) fs::remove(file, error);
}

}  // namespace lab::classes
