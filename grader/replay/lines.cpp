// Finds a longest common subsequence of lines.
#include "replay/lines.h"

#include <algorithm>

namespace lab::replay {
namespace {

constexpr std::size_t kMostCells = 1'000'000;  // beyond this, lines are compared one by one

bool is_same(const PrintedLine& own, const PrintedLine& right) { return own.text.ends_with(right.text); }

// For each line of `own`, its equal in `right`.
std::vector<std::optional<std::size_t>> equals(const std::vector<PrintedLine>& own, const std::vector<PrintedLine>& right) {
  std::vector<std::optional<std::size_t>> found(own.size());
  const std::size_t width = right.size() + 1;
  if (own.size() * width > kMostCells) {
    for (std::size_t i = 0; i < std::min(own.size(), right.size()); ++i)
      if (is_same(own[i], right[i])) found[i] = i;
    return found;
  }
  std::vector<std::size_t> longest((own.size() + 1) * width);  // of the lines from i and j on
  for (std::size_t i = own.size(); i-- > 0;)
    for (std::size_t j = right.size(); j-- > 0;)
      longest[i * width + j] = is_same(own[i], right[j]) ? longest[(i + 1) * width + j + 1] + 1
                                                         : std::max(longest[(i + 1) * width + j], longest[i * width + j + 1]);
  for (std::size_t i = 0, j = 0; i < own.size() && j < right.size();) {
    if (is_same(own[i], right[j]) && longest[i * width + j] == longest[(i + 1) * width + j + 1] + 1)
      found[i++] = j++;
    else if (longest[(i + 1) * width + j] >= longest[i * width + j + 1])
      ++i;
    else
      ++j;
  }
  return found;
}

}  // namespace

std::vector<LinePair> paired_lines(const std::vector<PrintedLine>& own, const std::vector<PrintedLine>& right) {
  const std::vector<std::optional<std::size_t>> same = equals(own, right);
  std::vector<LinePair> pairs;
  std::size_t i = 0, j = 0;
  const auto pair_up_to = [&](std::size_t end, std::size_t right_end) {
    while (i < end || j < right_end) {
      LinePair pair;
      if (i < end) pair.own = i++;
      if (j < right_end) pair.right = j++;
      pairs.push_back(pair);
    }
  };
  for (std::size_t at = 0; at < own.size(); ++at) {
    if (!same[at]) continue;
    pair_up_to(at, *same[at]);
    pairs.push_back({i++, j++, true});
  }
  pair_up_to(own.size(), right.size());
  return pairs;
}

bool are_related(std::string own, std::string right) {
  for (std::string* text : {&own, &right}) std::erase_if(*text, [](char c) { return c == '\0' || c == '\r' || c == '\n'; });
  const std::string &shorter = own.size() < right.size() ? own : right, &longer = own.size() < right.size() ? right : own;
  if (shorter.empty()) return longer.empty();
  if (longer.find(shorter) != longer.npos) return true;
  const auto alike = std::mismatch(shorter.begin(), shorter.end(), longer.begin()).first - shorter.begin();
  return static_cast<std::size_t>(alike) * 2 >= shorter.size();
}

}  // namespace lab::replay
