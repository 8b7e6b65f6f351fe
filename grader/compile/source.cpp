// Parses the encoding and include lines of a student's source.
#include "compile/source.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string_view>

#include "compile/libraries.h"
#include "text/files.h"
#include "text/path.h"
#include "text/utf8.h"

namespace lab::compile {
namespace {

namespace fs = std::filesystem;
using text::utf8;

constexpr std::uintmax_t kLargest = std::uintmax_t{1} << 20;
constexpr std::size_t kMostHeaders = 200;

std::optional<std::string> read_bytes(const fs::path& file) {
  std::error_code error;
  if (!fs::is_regular_file(file, error) || fs::file_size(file, error) > kLargest || error) return std::nullopt;
  return text::read_file(file);
}

std::string from_utf16(std::string_view bytes, bool big_endian) {
  const auto unit = [&](std::size_t i) {
    const auto first = static_cast<unsigned char>(bytes[i]), second = static_cast<unsigned char>(bytes[i + 1]);
    return static_cast<std::uint32_t>(big_endian ? first << 8 | second : second << 8 | first);
  };
  std::string text;
  for (std::size_t i = 2; i + 1 < bytes.size(); i += 2) {
    std::uint32_t c = unit(i);
    const bool high = c >= 0xD800 && c < 0xDC00;
    if (high && i + 3 < bytes.size() && unit(i + 2) >= 0xDC00 && unit(i + 2) < 0xE000) {
      i += 2;
      c = 0x10000 + ((c - 0xD800) << 10) + (unit(i) - 0xDC00);
    } else if (c >= 0xD800 && c < 0xE000) {
      c = 0xFFFD;
    }
    text::append_utf8(text, c);
  }
  return text;
}

bool is_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i++]);
    int more = 0;
    if (lead >= 0xC2 && lead < 0xE0)
      more = 1;
    else if (lead >= 0xE0 && lead < 0xF0)
      more = 2;
    else if (lead >= 0xF0 && lead < 0xF5)
      more = 3;
    else if (lead >= 0x80)
      return false;
    for (; more > 0; --more, ++i) {
      if (i >= text.size() || (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) return false;
    }
  }
  return true;
}

struct Include {
  std::string name;  // empty: #include MACRO
  bool quoted = false;
};

std::vector<Include> includes_of(std::string_view text) {
  std::vector<Include> includes;
  const auto skip = [](std::string_view& line, std::string_view what) {
    line.remove_prefix(std::min(line.size(), line.find_first_not_of(what)));
  };
  while (!text.empty()) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    skip(line, " \t\xEF\xBB\xBF");
    if (line.empty() || line[0] != '#') continue;
    line.remove_prefix(1);
    skip(line, " \t");
    if (line.substr(0, 7) != "include") continue;
    line.remove_prefix(7);
    skip(line, " \t");
    Include include;
    if (!line.empty() && (line[0] == '"' || line[0] == '<')) {
      include.quoted = line[0] == '"';
      include.name = line.substr(1, line.find(include.quoted ? '"' : '>', 1) - 1);
    }
    includes.push_back(include);
  }
  return includes;
}

// Processes one include line in a file in `folder`.
void follow(const Include& include, const fs::path& folder, Source& source, std::vector<Header>& to_read) {
  if (include.name.empty()) return;  // the name comes from a macro: left to the compiler
  std::string name = include.name;
  std::replace(name.begin(), name.end(), '\\', '/');
  std::error_code error;
  if (name.front() == '/' || fs::path(name).is_absolute()) return;
  const auto own = include.quoted ? find_as_windows(folder, name) : std::nullopt;
  if (!own) {
    if (name != lower(name) || name != include.name) source.spellings.emplace(include.name, fmt::format("#include <{}>\n", lower(name)));
    return;
  }
  if (name != include.name || !fs::exists(folder / name, error)) {
    source.spellings.emplace(include.name, fmt::format("#include \"{}\"\n", utf8(*own)));
  }
  const fs::path file = fs::weakly_canonical(*own, error);
  const auto known = [&](const Header& header) { return header.file == file; };
  if (std::any_of(source.headers.begin(), source.headers.end(), known) || source.headers.size() >= kMostHeaders) return;
  if (auto bytes = read_bytes(file)) {
    source.headers.push_back({file, std::move(*bytes)});
    to_read.push_back(source.headers.back());
  }
}

}  // namespace

bool lies_in(const fs::path& file, const fs::path& folder) {
  const fs::path relative = file.lexically_relative(folder);
  return !relative.empty() && *relative.begin() != "..";
}

std::optional<fs::path> find_as_windows(const fs::path& folder, const std::string& name) {
  fs::path found = folder;
  for (const fs::path& part : fs::path(name)) {
    std::error_code error;
    if (fs::exists(found / part, error)) {
      found /= part;
      continue;
    }
    const std::string wanted = lower(utf8(part));
    auto entry = fs::directory_iterator(found, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
      if (lower(utf8(entry->path().filename())) == wanted) break;
    }
    if (error || entry == fs::directory_iterator()) return std::nullopt;
    found = entry->path();
  }
  return found;
}

Source read_source(const fs::path& file) {
  Source source;
  source.file = file;
  auto bytes = read_bytes(file);
  if (!bytes) throw std::runtime_error(fmt::format("{} cannot be read, or is larger than 1 MiB", utf8(file.filename())));
  source.bytes = std::move(*bytes);
  const std::string_view mark = std::string_view(source.bytes).substr(0, 2);
  if (mark == "\xFF\xFE" || mark == "\xFE\xFF") source.bytes = from_utf16(source.bytes, mark[0] == '\xFE');
  source.code_page_949 = !is_utf8(source.bytes);
  source.in_c = lower(utf8(file.extension())) == ".c";

  std::vector<Header> to_read{{file, source.bytes}};
  std::vector<std::string> libraries;
  while (!to_read.empty()) {
    const Header header = std::move(to_read.back());
    to_read.pop_back();
    for (const Include& include : includes_of(header.bytes)) follow(include, header.file.parent_path(), source, to_read);
    for (std::string& name : named_in_pragmas(header.bytes)) libraries.push_back(std::move(name));
  }
  source.libraries = libraries_of_windows(libraries);
  return source;
}

}  // namespace lab::compile
