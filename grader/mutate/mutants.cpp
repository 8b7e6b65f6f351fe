// Makes the edits, and shows their differences.
#include "mutate/mutants.h"

#include <algorithm>
#include <set>

#include "mutate/operators.h"
#include "mutate/tokens.h"

namespace lab::mutate {
namespace {

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    const std::size_t first = line.find_first_not_of(" \t\r"), last = line.find_last_not_of(" \t\r");
    if (first != line.npos) lines.emplace_back(line.substr(first, last + 1 - first));
  }
  return lines;
}

}  // namespace

std::vector<Mutant> mutants_of(std::string_view source, const std::vector<std::size_t>& lines) {
  std::vector<Mutant> mutants;
  std::set<std::string> seen{std::string(source)};
  for (Mutant& edit : edits_of(source, tokens_of(source)))
    if (std::find(lines.begin(), lines.end(), edit.line) != lines.end() && seen.insert(mutated(source, edit)).second)
      mutants.push_back(std::move(edit));
  std::stable_sort(mutants.begin(), mutants.end(), [](const Mutant& a, const Mutant& b) { return a.at < b.at; });
  return mutants;
}

std::string mutated(std::string_view source, const Mutant& mutant) {
  std::string text(source);
  return text.replace(mutant.at, mutant.length, mutant.text);
}

Difference difference(std::string_view source, const Mutant& mutant) {
  std::size_t from = source.rfind('\n', mutant.at), to = source.find('\n', mutant.at + mutant.length);
  from = from == source.npos ? 0 : from + 1;
  to = std::min(to, source.size());
  const std::string before(source.substr(from, to - from));
  std::string after = before;
  after.replace(mutant.at - from, mutant.length, mutant.text);
  return {lines_of(before), lines_of(after)};
}

}  // namespace lab::mutate
