// Selects the part of a compiler's log to show.
#include "report/compiler_log.h"

#include <algorithm>
#include <sstream>
#include <string_view>
#include <vector>

#include "report/columns.h"
#include "report/compiler_message.h"
#include "report/quoted_source.h"

namespace lab::report {
namespace {

using Lines = std::vector<std::string>;

Lines lines_of(const std::string& log) {
  Lines lines;
  std::istringstream in(log);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// Recognizes errors from GCC, Visual Studio and the linkers.
bool is_error(const std::string& line) {
  for (const char* word : {": error: ", ": fatal error: ", ": error C", ": error LNK", ": fatal error C", "undefined reference"})
    if (line.find(word) != std::string::npos) return true;
  return false;
}

// Lines such as "In function 'int main()':", which belong to the next message.
bool leads_to_next(const std::string& line) {
  if (quoted_from(line) > 0) return false;
  return line.ends_with(':') || line.starts_with("In file included") || line.ends_with(',') || line.find("   required ") != line.npos;
}

// The student's files are named by paths relative to the student's folder.
bool is_students(std::string_view file) {
  return !file.starts_with('/') && !file.starts_with('\\') && !file.starts_with('<') && file.substr(1, 1) != ":";
}

Lines of_the_students(const Lines& lines) {
  const auto error = std::find_if(lines.begin(), lines.end(), is_error);
  if (error == lines.end()) return lines;
  Lines kept, leading;
  bool keep = true;
  for (auto line = lines.begin(); line != lines.end(); ++line) {
    if (leads_to_next(*line)) {
      leading.push_back(*line);
      continue;
    }
    if (const std::string file = file_in(*line); !file.empty())
      keep = is_students(file) || line == error;
    else
      keep = keep || is_error(*line);
    if (keep) {
      kept.insert(kept.end(), leading.begin(), leading.end());
      kept.push_back(*line);
    }
    leading.clear();
  }
  return kept;
}

// The end of the quoted source line that begins at `at`, including its marks; `at` if none begins there.
std::size_t end_of_quoted(const Lines& lines, std::size_t at, std::size_t end) {
  const std::size_t from = quoted_from(lines[at]);
  if (from == 0) return at;
  const auto is_mark = [&](const std::string& line) { return quoted_from(line) == from && line.find_first_of("0123456789") >= from; };
  for (++at; at < end && is_mark(lines[at]);) ++at;
  return at;
}

}  // namespace

std::string students_messages(const std::string& log) {
  std::string text;
  for (const std::string& line : of_the_students(lines_of(log))) text += line + "\n";
  return text;
}

CompilerLog compiler_log(const std::string& log, int indent, int width, std::size_t most_lines) {
  const Lines lines = of_the_students(lines_of(log));
  const auto error = std::find_if(lines.begin(), lines.end(), is_error);
  std::size_t first = error == lines.end() ? 0 : static_cast<std::size_t>(error - lines.begin());
  while (first > 0 && leads_to_next(lines[first - 1])) --first;

  CompilerLog shown;
  const auto room = static_cast<std::size_t>(width - indent);
  const std::string blanks(static_cast<std::size_t>(indent), ' ');
  const std::size_t end = std::min(lines.size(), first + most_lines);
  for (std::size_t at = first; at < end;) {
    if (const std::size_t next = end_of_quoted(lines, at, end); next > at) {
      for (const std::string& line : quoted_source({lines.begin() + at, lines.begin() + next}, room))
        shown.text += blanks + one_line(line, static_cast<int>(room)) + "\n";
      at = next;
      continue;
    }
    const bool is_long_text = error == lines.end() && lines[at].size() > room;  // also for messages written by the kit
    if (is_long_text || (error != lines.end() && lines[at] == *error))
      shown.text += wrapped(lines[at], indent, width);
    else
      shown.text += blanks + one_line(lines[at], static_cast<int>(room)) + "\n";
    ++at;
  }
  shown.left_out = lines.size() - (end - first);
  return shown;
}

}  // namespace lab::report
