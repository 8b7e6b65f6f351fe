// What a student's program printed, as bytes -> UTF-8 that is safe to show.
#include <fmt/core.h>

#include "text/code_page_949.h"
#include "text/text.h"
#include "text/utf8.h"

namespace lab::text {
namespace {

char32_t unit_at(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]) | static_cast<char32_t>(static_cast<unsigned char>(bytes[at + 1])) << 8;
}

// Text without a byte order mark is UTF-16LE when nearly every pair of bytes is ASCII or Hangul and some are ASCII: half a word of
// plain bytes taken as UTF-16 is mostly Chinese. One such pair alone says nothing.
bool looks_like_utf16(std::string_view bytes) {
  const std::size_t units = bytes.size() / 2;
  std::size_t ascii = 0, hangul = 0;
  for (std::size_t i = 0; i < units; ++i) {
    const char32_t unit = unit_at(bytes, i * 2);
    ascii += unit != 0 && unit < 0x80;
    hangul += (unit >= 0xAC00 && unit <= 0xD7A3) || (unit >= 0x3130 && unit <= 0x318F);
  }
  return units >= 2 && ascii > 0 && (ascii + hangul) * 10 >= units * 9;
}

std::string from_utf16(std::string_view bytes) {
  std::string text;
  const auto high = [](char32_t unit) { return unit >= 0xD800 && unit <= 0xDBFF; };
  const auto low = [](char32_t unit) { return unit >= 0xDC00 && unit <= 0xDFFF; };
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    char32_t unit = unit_at(bytes, at);
    if (high(unit) && at + 3 < bytes.size() && low(unit_at(bytes, at + 2))) {
      unit = 0x10000 + ((unit - 0xD800) << 10) + (unit_at(bytes, at + 2) - 0xDC00);
      at += 2;
    } else if (high(unit) || low(unit)) {
      unit = kReplacement;
    }
    append_utf8(text, unit);
  }
  return text;
}

// Bad bytes one by one, the rest as it is.
std::string repaired(std::string_view bytes) {
  std::string text;
  for (std::size_t at = 0; at < bytes.size();) {
    const Character character = character_at(bytes, at);
    append_utf8(text, character.value);
    at += character.bytes;
  }
  return text;
}

std::string decoded(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return repaired(bytes.substr(3));
  if (bytes.starts_with("\xFF\xFE")) return from_utf16(bytes.substr(2));
  if (looks_like_utf16(bytes)) return from_utf16(bytes);
  if (is_utf8(bytes)) return std::string(bytes);
  if (auto korean = decode_code_page_949(bytes)) return *std::move(korean);
  return repaired(bytes);
}

// Steers a terminal, or turns the direction of what follows.
bool is_harmful(char32_t c) {
  return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c <= 0x9F) || c == 0x061C || c == 0x200E || c == 0x200F ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

// No keyboard types these; memory that was never written to is often full of them (0xFEFE: an Arabic form, read from right to left).
bool is_no_text(char32_t c) {
  return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xFB50 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFF) || (c & 0xFFFE) == 0xFFFE;
}

std::string escaped(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const Character character = character_at(text, at);
    if (character.value == '\r') {
      if (at + 1 >= text.size() || text[at + 1] != '\n')
        result += "\\r";  // before a line feed it is the end of a line as Windows writes it
    } else if (is_harmful(character.value) || is_no_text(character.value)) {
      result += character.value < 0x100 ? fmt::format("\\x{:02x}", static_cast<unsigned>(character.value))
                                        : fmt::format("\\u{:04x}", static_cast<unsigned>(character.value));
    } else {
      append_utf8(result, character.value);
    }
    at += character.bytes;
  }
  return result;
}

}  // namespace

std::string decode_output(std::string_view bytes, bool harmless) {
  const std::string text = decoded(bytes);
  return harmless ? escaped(text) : text;
}

}  // namespace lab::text
