// Converts names of people and files.
#include "class/names.h"

#include <algorithm>
#include <iterator>

#include "report/columns.h"
#include "text/code_page_949.h"
#include "text/hangul.h"
#include "text/utf8.h"

namespace lab::classes {
namespace {

constexpr int kWidestName = 80;            // in columns
constexpr std::size_t kLongestName = 180;  // in bytes: systems take 255, and something may be appended

constexpr std::string_view kArchiveEndings[] = {".tar.gz", ".tar.xz", ".tar.bz2", ".tar.zst", ".zip", ".7z", ".rar",
                                                ".tgz",    ".tar",    ".alz",     ".egg",     ".gz",  ".xz", ".bz2"};
constexpr std::string_view kNeedlessEndings[] = {".pdb", ".ilk", ".obj", ".o",    ".idb",  ".ipch", ".pch",
                                                 ".sdf", ".db",  ".suo", ".tlog", ".iobj", ".ipdb", ".opendb"};

std::string_view archive_ending(const std::string& lower_name) {
  for (const std::string_view ending : kArchiveEndings)
    if (lower_name.size() > ending.size() && lower_name.ends_with(ending)) return ending;
  return {};
}

bool is_forbidden(char32_t c) {
  return c < 0x20 || c == 0x7F || (c < 0x80 && std::string_view("<>:\"|?*\\/").find(char(c)) != std::string_view::npos);
}

std::size_t bytes_within(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text.size();
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80) --most;
  return most;
}

}  // namespace

std::string decoded_name(std::string_view bytes) {
  std::string text(bytes);
  if (!text::is_utf8(bytes)) {
    if (auto korean = text::decode_code_page_949(bytes)) {
      text = *std::move(korean);
    } else {
      text.clear();
      for (std::size_t at = 0; at < bytes.size();) {
        const text::Character character = text::character_at(bytes, at);
        text::append_utf8(text, character.value);
        at += character.bytes;
      }
    }
  }
  return text::compose_hangul(text);
}

std::string shown_name(std::string_view bytes) { return report::one_line(decoded_name(bytes), kWidestName); }

std::string safe_name(std::string_view bytes) {
  const std::string name = decoded_name(bytes);
  std::string safe;
  for (std::size_t at = 0; at < name.size();) {
    const text::Character character = text::character_at(name, at);
    if (is_forbidden(character.value))
      safe += '_';
    else
      safe += name.substr(at, character.bytes);
    at += character.bytes;
  }
  while (!safe.empty() && (safe.back() == '.' || safe.back() == ' ')) safe.pop_back();  // Windows removes them
  if (safe.empty()) return "_";
  if (safe.size() <= kLongestName) return safe;
  const NameParts parts = split_name(safe);
  if (parts.ending.size() > kLongestName / 2) return safe.substr(0, bytes_within(safe, kLongestName));
  return parts.stem.substr(0, bytes_within(parts.stem, kLongestName - parts.ending.size())) + parts.ending;
}

NameParts split_name(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return {std::string(name), ""};
  return {std::string(name.substr(0, dot)), std::string(name.substr(dot))};
}

bool is_archive_name(std::string_view name) { return !archive_ending(text::lower(std::string(name))).empty(); }

std::string without_archive_ending(std::string_view name) {
  return std::string(name.substr(0, name.size() - archive_ending(text::lower(std::string(name))).size()));
}

bool is_needless_folder(std::string_view name) { return name.starts_with('.') || name == "__MACOSX"; }

bool is_needless_file(std::string_view name) {
  const std::string lower = text::lower(std::string(name));
  if (name.starts_with('.') || lower == "thumbs.db" || lower == "desktop.ini") return true;
  return std::any_of(std::begin(kNeedlessEndings), std::end(kNeedlessEndings), [&](std::string_view end) { return lower.ends_with(end); });
}

std::string name_key(const std::string& name, bool sorted) {
  std::vector<std::string> words(1);
  for (const char c : text::lower(name)) {
    const bool letter = static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (letter)
      words.back() += c;
    else if (!words.back().empty())
      words.emplace_back();
  }
  if (sorted) std::sort(words.begin(), words.end());
  std::string key;
  for (const std::string& word : words) key += word;
  return key;
}

}  // namespace lab::classes
