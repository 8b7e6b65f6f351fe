// Finds the prefix that explains most lines, and the first message that it does not explain.
#include "checks/mail_lines.h"

#include <algorithm>
#include <set>

namespace lab::checks {
namespace {

using Lines = std::vector<std::string>;

bool shows(const std::string& line, const std::string& prefix, const std::string& message, Prompt prompt) {
  if (!line.ends_with(message)) return false;
  return prompt == Prompt::kNowAndThen || line.substr(0, line.size() - message.size()) == prefix;
}

// The number of messages, starting with the first, that are found one after the other. `line_after` is the line after the last one found.
std::size_t found_in_order(const Lines& lines, const Lines& messages, const std::string& prefix, Prompt prompt, std::size_t* line_after) {
  std::size_t line = 0;
  std::size_t found = 0;
  for (; found < messages.size(); ++found) {
    std::size_t at = line;
    while (at < lines.size() && !shows(lines[at], prefix, messages[found], prompt)) ++at;
    if (at == lines.size()) break;
    line = at + 1;
  }
  *line_after = line;
  return found;
}

std::size_t count_of(const Lines& lines, const std::string& prefix, const std::string& message, Prompt prompt) {
  return static_cast<std::size_t>(
      std::count_if(lines.begin(), lines.end(), [&](const std::string& line) { return shows(line, prefix, message, prompt); }));
}

// All texts before a message at the end of a line, starting with the longest message, because few lines end with it by chance.
std::set<std::string> prefixes_of(const Lines& lines, Lines messages) {
  constexpr std::size_t kMost = 200;  // limits the time for a program that prints endlessly
  std::sort(messages.begin(), messages.end(), [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
  std::set<std::string> prefixes;
  for (const std::string& message : messages)
    for (const std::string& line : lines)
      if (line.ends_with(message) && prefixes.size() < kMost) prefixes.insert(line.substr(0, line.size() - message.size()));
  return prefixes;
}

Comparison with_prefix(const Lines& lines, const Lines& messages, const std::string& prefix, Prompt prompt) {
  Comparison out;
  out.prefix = prefix;
  std::size_t line_after = 0;
  const std::size_t found = found_in_order(lines, messages, prefix, prompt, &line_after);
  if (found < messages.size()) {
    out.kind = count_of(lines, prefix, messages[found], prompt) == 0 ? Comparison::Kind::kMissing : Comparison::Kind::kOutOfOrder;
    out.message = found;
    if (line_after < lines.size()) out.next_line = lines[line_after];
    return out;
  }
  for (std::size_t i = 0; i < messages.size(); ++i) {
    const auto wanted = static_cast<std::size_t>(std::count(messages.begin(), messages.end(), messages[i]));
    const std::size_t times = count_of(lines, prefix, messages[i], prompt);
    if (times <= wanted) continue;
    out.kind = Comparison::Kind::kTwice;
    out.message = i;
    out.times = times;
    return out;
  }
  return out;
}

}  // namespace

Comparison compare(const Lines& lines, const Lines& messages, Prompt prompt) {
  Comparison best = with_prefix(lines, messages, "", prompt);
  if (prompt == Prompt::kNowAndThen) {
    constexpr std::size_t kWithPromptAndWithout = 2;
    if (best.kind != Comparison::Kind::kSame || prefixes_of(lines, messages).size() <= kWithPromptAndWithout) return best;
  }
  for (const std::string& prefix : prefixes_of(lines, messages)) {
    if (best.kind == Comparison::Kind::kSame && prompt == Prompt::kAlwaysTheSame) break;
    Comparison other = with_prefix(lines, messages, prefix, Prompt::kAlwaysTheSame);
    const bool better =
        other.kind == Comparison::Kind::kSame || best.kind == Comparison::Kind::kSame ||
        (best.kind == Comparison::Kind::kMissing && (other.kind != Comparison::Kind::kMissing || other.message > best.message));
    if (better) best = std::move(other);
  }
  return best;
}

}  // namespace lab::checks
