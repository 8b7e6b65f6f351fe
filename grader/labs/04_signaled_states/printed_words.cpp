// Finds out when StateWatcher and FirstAndAll printed which word.
#include <algorithm>
#include <cctype>
#include <functional>
#include <string_view>

#include "labs/04_signaled_states/asked.h"
#include "labs/04_signaled_states/matchers.h"
#include "text/text.h"

namespace lab::labs {
namespace {

bool part_of_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '-' || c == '_'; }

bool same_letters(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

// How often the text contains the word. Hyphens around a word are decoration; hyphens inside it are part of it.
int count_of_word(const std::string& text, const std::string& word) {
  int count = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (!part_of_word(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && part_of_word(text[end])) ++end;
    std::string_view seen = std::string_view(text).substr(at, end - at);
    while (seen.starts_with('-')) seen.remove_prefix(1);
    while (seen.ends_with('-')) seen.remove_suffix(1);
    if (same_letters(seen, word)) ++count;
    at = end;
  }
  return count;
}

// The moment from which the output so far satisfies `there`; kNever if only the whole output does, nothing if it never does.
std::optional<std::uint64_t> first_shown(const Run& run, const std::function<bool(const std::string& printed)>& there) {
  std::string so_far;  // decoded as a whole each time, because a character may arrive in two pieces
  for (const Call& call : run.calls) {
    const std::string stream = text_of(call, "stream"), written = text_of(call, "written");
    if (call.program != kUnderTest || stream.empty() || stream == "stdin" || written.empty()) continue;
    so_far += written;
    if (there(text::decode_output(so_far))) return call.begin.order;
  }
  const bool at_all = there(text::decode_output(run.output)) || there(text::decode_output(run.errors));
  return at_all ? std::optional(kNever) : std::nullopt;
}

}  // namespace

std::optional<std::uint64_t> said_at(const Run& run, const std::string& sentence) {
  return first_shown(run, [&](const std::string& printed) { return says(printed, sentence); });
}

std::optional<std::uint64_t> printed_at(const Run& run, const std::string& word) {
  return first_shown(run, [&](const std::string& printed) { return count_of_word(printed, word) > 0; });
}

bool says_signaled_twice(const Run& run) {
  const std::string printed = text::decode_output(run.output) + "\n" + text::decode_output(run.errors);
  return count_of_word(printed, "Signaled") > 1;
}

}  // namespace lab::labs
