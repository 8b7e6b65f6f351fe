// Text in terminal columns. Wide characters are those with Unicode's East Asian Width W or F.
#include "report/columns.h"

#include <fmt/core.h>

#include <algorithm>
#include <iterator>

#include "text/text.h"
#include "text/utf8.h"

namespace lab::report {
namespace {

struct Range {
  char32_t first, last;
};

constexpr Range kWide[] = {{0x1100, 0x115F}, {0x2E80, 0x303E}, {0x3041, 0x33FF},   {0x3400, 0x4DBF},   {0x4E00, 0x9FFF},
                           {0xA000, 0xA4CF}, {0xA960, 0xA97C}, {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},
                           {0xFF00, 0xFF60}, {0xFFE0, 0xFFE6}, {0x1F300, 0x1F64F}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD}};
constexpr Range kNothing[] = {{0x0300, 0x036F}, {0x1160, 0x11FF}, {0x200B, 0x200D}, {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}};

template <std::size_t kCount>
bool among(const Range (&ranges)[kCount], char32_t c) {
  return std::any_of(std::begin(ranges), std::end(ranges), [c](const Range& range) { return c >= range.first && c <= range.last; });
}

int columns_of(char32_t c) { return among(kNothing, c) ? 0 : among(kWide, c) ? 2 : 1; }

// The number of bytes of `text` that fit into `width` columns.
std::size_t bytes_within(std::string_view text, int width) {
  std::size_t at = 0;
  while (at < text.size()) {
    const text::Character character = text::character_at(text, at);
    width -= columns_of(character.value);
    if (width < 0) break;
    at += character.bytes;
  }
  return at;
}

void wrap_line(std::string& result, std::string_view line, const std::string& indent, int room) {
  do {
    std::size_t length = bytes_within(line, room);
    if (length == 0 && !line.empty()) length = text::character_at(line, 0).bytes;  // wider than the line, but it must go somewhere
    std::size_t next = length;
    if (length < line.size()) {
      const std::size_t blank = line.rfind(' ', length);
      if (blank != std::string_view::npos && line.find_first_not_of(' ') < blank) length = next = blank;
      while (next < line.size() && line[next] == ' ') ++next;
    }
    while (length > 0 && line[length - 1] == ' ') --length;
    if (length > 0) result.append(indent).append(line.substr(0, length));
    result += '\n';
    line.remove_prefix(next);
  } while (!line.empty());
}

}  // namespace

int columns(std::string_view text) {
  int sum = 0;
  for (std::size_t at = 0; at < text.size();) {
    const text::Character character = text::character_at(text, at);
    sum += columns_of(character.value);
    at += character.bytes;
  }
  return sum;
}

std::string clipped(std::string_view text, int width) {
  if (text.size() <= static_cast<std::size_t>(std::max(width, 0)) || bytes_within(text, width) == text.size()) return std::string(text);
  return std::string(text.substr(0, bytes_within(text, std::max(width - 3, 0)))) +
         std::string("...").substr(0, static_cast<std::size_t>(std::clamp(width, 0, 3)));
}

std::string fitted(std::string_view text, int width) {
  std::string result = clipped(text, width);
  result.append(static_cast<std::size_t>(std::max(width - columns(result), 0)), ' ');
  return result;
}

std::string wrapped(std::string_view text, int indent, int width) {
  const std::string blanks(static_cast<std::size_t>(indent), ' ');
  const int room = std::max(width - indent, 1);
  std::string result;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    wrap_line(result, text.substr(at, end - at), blanks, room);
    at = end + 1;
  }
  return result;
}

std::string visible(std::string_view text) {
  std::string shown;
  for (const char c : text) {
    if (c == '\r')
      shown += "\\r";
    else if (c == '\n')
      shown += "\\n";
    else if (c == '\t')
      shown += "\\t";
    else if (c == '\0')
      shown += "\\0";
    else if (static_cast<unsigned char>(c) < ' ')
      shown += fmt::format("\\x{:02x}", static_cast<int>(c));
    else
      shown += c;
  }
  return shown;
}

std::string one_line(std::string_view text, int width) {
  // No character is longer than four bytes, so anything beyond this limit is not visible, and it may be megabytes.
  std::size_t end = std::min(text.size(), static_cast<std::size_t>(width) * 4);
  while (end < text.size() && end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  const std::string harmless = text::decode_output(text.substr(0, end), true);
  std::string line;
  for (const char c : harmless) {
    if (c == '\n')
      line += "\\n";
    else if (c == '\t')
      line += "\\t";
    else
      line += c;
  }
  return clipped(line, width);
}

}  // namespace lab::report
