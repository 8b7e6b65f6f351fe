// Reads the list of equivalent mutants.
#include "mutate/equivalent.h"

#include <fmt/core.h>

#include <sstream>
#include <stdexcept>

namespace lab::mutate {
namespace {

[[noreturn]] void refuse(std::size_t line, const char* why) { throw std::runtime_error(fmt::format("line {}: {}", line, why)); }

void check(const std::vector<Equivalent>& all) {
  if (!all.empty() && all.back().difference.removed.empty()) refuse(all.back().line, "the lines \"- ...\" of the mutant are missing");
}

}  // namespace

std::vector<Equivalent> read_equivalents(std::istream& in) {
  std::vector<Equivalent> all;
  std::string reason;
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.empty()) continue;
    const std::string text = line.size() > 2 ? line.substr(2) : "";
    if (line.starts_with("# ")) {
      check(all);
      reason = text;
    } else if (line.starts_with("- ") || line.starts_with("+ ")) {
      if (all.empty()) refuse(number, "a line of the form \"PROGRAM OPERATOR\" must come first");
      (line[0] == '-' ? all.back().difference.removed : all.back().difference.added).push_back(text);
    } else {
      check(all);
      if (reason.empty()) refuse(number, "no line \"# REASON\" stands above this entry");
      Equivalent entry{"", "", {}, reason, number};
      std::string rest;
      if (std::istringstream words(line); !(words >> entry.program >> entry.kind) || words >> rest)
        refuse(number, "an entry begins with \"PROGRAM OPERATOR\"");
      all.push_back(std::move(entry));
    }
  }
  check(all);
  return all;
}

std::string as_entry(const std::string& program, const std::string& kind, const Difference& difference) {
  std::string text = fmt::format("{} {}\n", program, kind);
  for (const std::string& line : difference.removed) text += "- " + line + "\n";
  for (const std::string& line : difference.added) text += "+ " + line + "\n";
  return text;
}

}  // namespace lab::mutate
