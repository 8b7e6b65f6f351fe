// Separates the names of files that were read from messages.
#include "compile/compiler_output.h"

#include <algorithm>
#include <regex>

#include "text/path.h"
#include "text/text.h"

namespace lab::compile {
namespace {

// Removes the first line from the text, and returns it without its newline.
std::string_view take_line(std::string_view& text) {
  std::string_view line = text.substr(0, text.find('\n'));
  text.remove_prefix(std::min(text.size(), line.size() + 1));
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

}  // namespace

// -H prints each file it opens as a line of dots and the path, and then lists files without include guards; all other lines are messages.
CompilerOutput output_of_gcc(std::string_view text) {
  CompilerOutput output;
  bool guards = false;
  while (!text.empty()) {
    const std::string_view line = take_line(text);
    const std::size_t dots = line.find_first_not_of('.');
    if (dots != 0 && dots != line.npos && line[dots] == ' ') {
      output.read.insert(line.substr(dots + 1));
    } else if (line.substr(0, 23) == "Multiple include guards") {
      guards = true;
    } else if (!guards || line.find(": ") != line.npos) {
      guards = false;
      output.messages.append(line).append("\n");
    }
  }
  return output;
}

// "Note: including file:  C:\\x\\y.h" in Visual Studio's language. Nothing is known about the words, except that they do not contain the
// "(" of a message's place, and that the line ends with blanks, one for each level, and an absolute path.
CompilerOutput output_of_cl(std::string_view bytes) {
  static const std::regex kIncluding(R"([^(:]+: ?[^(:]+: +([A-Za-z]:[\\/].*|\\\\.*))");
  static const std::regex kSource(R"([^\s:\\/]+\.(cpp|cxx|cc|c))", std::regex::icase);
  CompilerOutput output;
  const std::string decoded = text::decode_output(bytes);
  bool first = true;
  for (std::string_view text = decoded; !text.empty();) {
    const std::string line(take_line(text));
    std::smatch found;
    if (std::regex_match(line, found, kIncluding)) {
      output.read.insert(text::path_of(found[1].str()));
    } else if (!first || !std::regex_match(line, kSource)) {
      output.messages.append(line).append("\n");
    }
    first = false;
  }
  return output;
}

}  // namespace lab::compile
