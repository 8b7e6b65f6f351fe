// What of a compiler's log is shown.
#include "report/compiler_log.h"

#include <algorithm>
#include <sstream>
#include <string_view>
#include <vector>

#include "report/columns.h"

namespace lab::report {
namespace {

// GCC's and Visual Studio's errors, and the linker's.
bool is_error(const std::string& line) {
  for (const char* word : {": error: ", ": fatal error: ", ": error C", ": error LNK", ": fatal error C", "undefined reference"})
    if (line.find(word) != std::string::npos) return true;
  return false;
}

// "In function 'int main()':" and the like, which belong to the message below.
bool leads_to_next(const std::string& line) { return line.ends_with(':') || line.starts_with("In file included") || line.ends_with(','); }

// Where the quoted source begins in "   33 |     *sum += numbr;"; 0: the line quotes none.
std::size_t quoted_from(const std::string& line) {
  const std::size_t bar = line.find(" |");
  const bool numbered = bar != std::string::npos && line.find_first_not_of(" 0123456789") == bar + 1;
  return numbered && line.size() > bar + 3 ? bar + 3 : 0;
}

bool is_ascii(const std::string& line) {
  return std::all_of(line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// How much must go from the left of the source quoted in lines[at] and of the mark below it, for the mark to be in sight.
std::size_t columns_to_drop(const std::vector<std::string>& lines, std::size_t at, std::size_t room) {
  const std::size_t from = quoted_from(lines[at]);
  if (from == 0 || lines[at].size() <= room || at + 1 >= lines.size() || quoted_from(lines[at + 1]) != from) return 0;
  const std::size_t caret = lines[at + 1].find('^');
  if (caret == std::string::npos || caret < room - room / 4 || !is_ascii(lines[at])) return 0;
  return caret - room / 2;
}

std::string without(const std::string& line, std::size_t from, std::size_t columns) {
  if (columns == 0 || from == 0) return line;
  const std::string rest = line.size() > from + columns ? line.substr(from + columns) : "";
  const bool mark = line.find_first_not_of(' ', from) == line.find_first_of("^~", from);
  return line.substr(0, from) + (mark ? "   " : "...") + rest.substr(std::min<std::size_t>(3, rest.size()));
}

}  // namespace

CompilerLog compiler_log(const std::string& log, int indent, int width, std::size_t most_lines) {
  std::vector<std::string> lines;
  std::istringstream in(log);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  const auto error = std::find_if(lines.begin(), lines.end(), is_error);
  std::size_t first = error == lines.end() ? 0 : static_cast<std::size_t>(error - lines.begin());
  while (first > 0 && leads_to_next(lines[first - 1])) --first;

  CompilerLog shown;
  const auto room = static_cast<std::size_t>(width - indent);
  const std::size_t end = std::min(lines.size(), first + most_lines);
  std::size_t dropped = 0, quoted = 0;  // of the quoted source that is being shown, to its end
  for (std::size_t at = first; at < end; ++at) {
    const bool is_long_text = error == lines.end() && lines[at].size() > room && quoted_from(lines[at]) == 0;  // the kit's own words, too
    if (is_long_text || (error != lines.end() && lines[at] == *error)) {
      shown.text += wrapped(lines[at], indent, width);
      continue;
    }
    const std::size_t from = quoted_from(lines[at]);
    if (from == 0 || from != quoted || lines[at].find_first_of("0123456789") < from) {
      quoted = from;
      dropped = from == 0 ? 0 : columns_to_drop(lines, at, room);
    }
    shown.text +=
        std::string(static_cast<std::size_t>(indent), ' ') + one_line(without(lines[at], from, dropped), static_cast<int>(room)) + "\n";
  }
  shown.left_out = lines.size() - (end - first);
  return shown;
}

}  // namespace lab::report
