// Converts the bytes that a student's program printed to UTF-8 that is safe to display.
#include <fmt/core.h>

#include "text/code_page_949.h"
#include "text/text.h"
#include "text/utf8.h"

namespace lab::text {
namespace {

char32_t unit_at(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]) | static_cast<char32_t>(static_cast<unsigned char>(bytes[at + 1])) << 8;
}

// Text without a byte order mark is considered UTF-16LE if nearly every pair of bytes is ASCII or Hangul and some are ASCII: pairs of plain
// bytes read as UTF-16 are mostly Chinese characters. A single pair is not enough to decide.
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

// Replaces invalid bytes one by one; leaves the rest unchanged.
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

// Controls a terminal, or changes the direction of the text that follows.
bool is_harmful(char32_t c) {
  return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c <= 0x9F) || c == 0x061C || c == 0x200E || c == 0x200F ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

// No keyboard produces these characters, but uninitialized memory often contains them (0xFEFE is an Arabic form, read from right to left).
bool is_no_text(char32_t c) {
  return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xFB50 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFF) || (c & 0xFFFE) == 0xFFFE;
}

std::string escaped(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const Character character = character_at(text, at);
    if (character.value == '\r') {
      if (at + 1 >= text.size() || text[at + 1] != '\n') result += "\\r";  // before a line feed, it is part of a Windows line ending
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
