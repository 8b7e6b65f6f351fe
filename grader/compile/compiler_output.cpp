// Telling the names of files that were read from messages.
#include "compile/compiler_output.h"

#include <algorithm>
#include <regex>

#include "text/path.h"
#include "text/text.h"

namespace lab::compile {
namespace {

// Takes the first line off the text; without its end.
std::string_view take_line(std::string_view& text) {
  std::string_view line = text.substr(0, text.find('\n'));
  text.remove_prefix(std::min(text.size(), line.size() + 1));
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

}  // namespace

// -H names each file it opens on a line of dots and the path, then lists files without guards; the rest are messages.
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

// "Note: including file:  C:\\x\\y.h" in the language of Visual Studio: of the words nothing is known but that no "(" of a message's place
// is among them, and that blanks, one for each level, and a full path come last.
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
