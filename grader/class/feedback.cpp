// Writes a zip file with libarchive.
#include "class/feedback.h"

#include <archive.h>
#include <archive_entry.h>

#include <memory>
#include <regex>
#include <stdexcept>
#include <type_traits>

#include "class/names.h"
#include "class/utf8_locale.h"
#include "text/files.h"
#include "text/path.h"
#include "text/problem.h"

namespace lab::classes {
namespace {

namespace fs = std::filesystem;

// The earliest time that a zip file can store, so that the bytes do not depend on the time of day.
constexpr time_t k1980 = 315532800;

struct CloseWriter {
  void operator()(struct ::archive* writer) const { archive_write_free(writer); }
};
using Writer = std::unique_ptr<struct ::archive, CloseWriter>;

struct FreeEntry {
  void operator()(archive_entry* entry) const { archive_entry_free(entry); }
};
using OwnedEntry = std::unique_ptr<archive_entry, FreeEntry>;

// Char: the character type of paths on this system.
template <typename Char>
int open_new_file(struct ::archive* writer, const Char* file) {
  if constexpr (std::is_same_v<Char, wchar_t>)
    return archive_write_open_filename_w(writer, file);
  else
    return archive_write_open_filename(writer, file);
}

void add(struct ::archive* writer, const std::string& name, const fs::path& file) {
  const std::optional<std::string> bytes = text::read_file(file);
  if (!bytes) throw std::runtime_error(text::utf8(file) + " cannot be put into the archive.");
  const OwnedEntry entry(archive_entry_new());
  archive_entry_set_pathname(entry.get(), name.c_str());
  archive_entry_set_filetype(entry.get(), AE_IFREG);
  archive_entry_set_perm(entry.get(), 0644);
  archive_entry_set_mtime(entry.get(), k1980, 0);
  archive_entry_set_size(entry.get(), static_cast<la_int64_t>(bytes->size()));
  if (archive_write_header(writer, entry.get()) != ARCHIVE_OK ||
      archive_write_data(writer, bytes->data(), bytes->size()) != static_cast<la_ssize_t>(bytes->size()))
    throw std::runtime_error(text::utf8(file) + " cannot be put into the archive.");
}

}  // namespace

std::string feedback_name(const HandIn& hand_in) {
  if (hand_in.platform == "moodle") {
    static const std::regex kFolder(R"(([\s\S]+_[0-9]+_assignsubmission_file)(?:_[\s\S]*)?)");  // without the file name that may follow
    std::smatch match;
    const std::string folder = std::regex_match(hand_in.given_as, match, kFolder) ? match[1].str() + "_" : hand_in.given_as;
    return safe_name(folder) + "/report.html";
  }
  const std::string whole = safe_name(without_archive_ending(hand_in.given_as));
  const NameParts parts = split_name(whole);
  return (parts.ending == ".cpp" || parts.ending == ".exe" ? parts.stem : whole) + ".html";
}

void write_zip(const fs::path& zip, const std::vector<std::pair<std::string, fs::path>>& files) {
  const Utf8Locale utf8;
  fs::path unfinished = zip;
  unfinished += ".new";
  try {
    const Writer writer(archive_write_new());
    archive_write_set_format_zip(writer.get());
    archive_write_set_options(writer.get(), "hdrcharset=UTF-8");
    if (open_new_file(writer.get(), unfinished.c_str()) != ARCHIVE_OK) throw text::Problem("file_not_written", {{"file", text::utf8(zip)}});
    for (const auto& [name, file] : files) add(writer.get(), name, file);
    if (archive_write_close(writer.get()) != ARCHIVE_OK) throw text::Problem("file_not_written", {{"file", text::utf8(zip)}});
  } catch (...) {
    std::error_code error;
    fs::remove(unfinished, error);
    throw;
  }
  fs::rename(unfinished, zip);
}

}  // namespace lab::classes
