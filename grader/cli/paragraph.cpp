// Wraps text for human readers.
#include "cli/paragraph.h"

#include <fmt/core.h>

#include <algorithm>
#include <sstream>

#include "cli/host.h"
#include "report/columns.h"

namespace lab::cli {
namespace {

std::string for_stream(const std::string& text, int stream) {
  return is_terminal(stream) ? report::wrapped(text, 0, std::max(terminal_columns(), 20)) : text + "\n";
}

// The column at which the description begins in a line of help, after the blanks that follow a name; otherwise, the column at which the
// line begins.
std::size_t description_in(const std::string& line) {
  const std::size_t first = line.find_first_not_of(' ');
  const std::size_t gap = first == std::string::npos ? first : line.find("  ", first);
  const std::size_t begin = gap == std::string::npos ? gap : line.find_first_not_of(' ', gap);
  if (begin != std::string::npos) return begin;
  return first == std::string::npos ? 0 : first;
}

}  // namespace

void print_paragraph(const std::string& text) { fmt::print("{}", for_stream(text, 1)); }

void print_problem(const std::string& text) { fmt::print(stderr, "{}", for_stream("lab: " + text, 2)); }

std::string narrowed_help(const std::string& help, int width) {
  std::string text;
  std::istringstream lines(help);
  for (std::string line; std::getline(lines, line);) {
    line.erase(line.find_last_not_of(' ') + 1);
    if (report::columns(line) <= width) {
      text += line + "\n";
      continue;
    }
    const std::size_t begin = description_in(line);
    const int indent = report::columns(line.substr(0, begin));
    text += line.substr(0, begin) + report::wrapped(line.substr(begin), indent, width).substr(static_cast<std::size_t>(indent));
  }
  return text;
}

}  // namespace lab::cli
