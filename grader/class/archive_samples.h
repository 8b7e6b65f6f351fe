// Archives for tests, made with libarchive.
#pragma once

#include <archive.h>
#include <archive_entry.h>

#include <filesystem>
#include <optional>
#include <string>

#include "class/utf8_locale.h"
#include "text/path.h"

namespace lab::classes {

enum class Format { kZip, kTar, kTarXz, k7z };
enum class Names { kUtf8, kBytes };  // kBytes: not marked as UTF-8, like zip files from Korean Windows

// Writes an archive, entry by entry, and finishes it in the destructor.
class ArchiveWriter {
 public:
  explicit ArchiveWriter(const std::filesystem::path& file, Format format = Format::kZip, Names names = Names::kUtf8)
      : writer_(archive_write_new()) {
    if (names == Names::kUtf8) utf8_.emplace();
    if (format == Format::kZip) archive_write_set_format_zip(writer_);
    if (format == Format::k7z) archive_write_set_format_7zip(writer_);
    if (format == Format::kTar || format == Format::kTarXz) archive_write_set_format_gnutar(writer_);
    if (format == Format::kTarXz) archive_write_add_filter_xz(writer_);
    std::filesystem::create_directories(file.parent_path());
    archive_write_open_filename(writer_, text::utf8(file).c_str());
  }
  ~ArchiveWriter() {
    archive_write_close(writer_);
    archive_write_free(writer_);
  }
  ArchiveWriter(const ArchiveWriter&) = delete;
  ArchiveWriter& operator=(const ArchiveWriter&) = delete;

  void add(const std::string& name, const std::string& bytes) { add(name, AE_IFREG, bytes); }
  void add(const std::string& name, __LA_MODE_T type, const std::string& bytes = "") {
    archive_entry* const entry = begin(name, type);
    archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
    end(entry, bytes);
  }
  void add_symlink(const std::string& name, const std::string& target) {
    archive_entry* const entry = begin(name, AE_IFLNK);
    archive_entry_set_symlink(entry, target.c_str());
    end(entry, "");
  }
  void add_hardlink(const std::string& name, const std::string& target) {
    archive_entry* const entry = begin(name, AE_IFREG);
    archive_entry_set_hardlink(entry, target.c_str());
    archive_entry_set_size(entry, 0);
    end(entry, "");
  }
  // Adds zeros, which take up almost no space.
  void add_zeros(const std::string& name, std::size_t megabytes) {
    archive_entry* const entry = begin(name, AE_IFREG);
    archive_entry_set_size(entry, static_cast<la_int64_t>(megabytes << 20));
    archive_write_header(writer_, entry);
    const std::string zeros(1 << 20, '\0');
    for (std::size_t i = 0; i < megabytes; ++i) archive_write_data(writer_, zeros.data(), zeros.size());
    archive_entry_free(entry);
  }

 private:
  static archive_entry* begin(const std::string& name, __LA_MODE_T type) {
    archive_entry* const entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_filetype(entry, type);
    archive_entry_set_perm(entry, 0644);
    archive_entry_set_mtime(entry, 1'700'000'000, 0);
    return entry;
  }
  void end(archive_entry* entry, const std::string& bytes) {
    archive_write_header(writer_, entry);
    archive_write_data(writer_, bytes.data(), bytes.size());
    archive_entry_free(entry);
  }

  std::optional<Utf8Locale> utf8_;
  struct ::archive* writer_;
};

}  // namespace lab::classes
