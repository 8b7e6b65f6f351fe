// Reads and rewrites the shown blocks.
#include "handout/page.h"

#include <sstream>

#include "text/problem.h"

namespace lab::handout {
namespace {

constexpr std::string_view kOpen = "<!-- shown: ", kClose = " -->", kFence = "```";

// The next line of the text, newline included.
std::string_view take_line(std::string_view& rest) {
  const std::size_t end = std::min(rest.find('\n'), rest.size() - 1) + 1;
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end);
  return line;
}

std::string_view without_end(std::string_view line) {
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
  return line;
}

std::vector<std::string> words_of(const std::string& what) {
  std::istringstream in(what);
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

}  // namespace

std::string with_blocks(std::string_view page, const std::string& file, const std::function<std::string(const Shown&)>& content_of) {
  std::string out;
  int number = 0;
  for (std::string_view rest = page; !rest.empty();) {
    std::string_view line = take_line(rest);
    ++number;
    out += line;
    line = without_end(line);
    if (!line.starts_with(kOpen)) continue;
    Shown shown;
    shown.line = number;
    if (line.ends_with(kClose)) shown.what = line.substr(kOpen.size(), line.size() - kOpen.size() - kClose.size());
    shown.words = words_of(shown.what);
    if (shown.is_figure()) {
      const std::string_view link = take_line(rest);
      ++number;
      const std::size_t target = link.find("](") + 2, end = link.find(')', target);
      if (!link.starts_with("![") || target < 5 || target > link.size() || end == std::string_view::npos)
        throw text::Problem("handout_no_figure", {{"file", file}, {"line", shown.line}});
      shown.content = link.substr(target, end - target);
      out.append(link.substr(0, target)).append(content_of(shown)).append(link.substr(end));
      continue;
    }
    if (shown.what.empty() || !rest.starts_with(kFence)) throw text::Problem("handout_no_block", {{"file", file}, {"line", number}});
    out += take_line(rest);
    ++number;
    while (!rest.starts_with(kFence)) {
      if (rest.empty()) throw text::Problem("handout_open_block", {{"file", file}, {"line", shown.line}});
      shown.content += take_line(rest);
      ++number;
    }
    out += content_of(shown);
    out += take_line(rest);
    ++number;
  }
  return out;
}

std::vector<Shown> shown_in(std::string_view page, const std::string& file) {
  std::vector<Shown> all;
  with_blocks(page, file, [&](const Shown& shown) {
    all.push_back(shown);
    return shown.content;
  });
  return all;
}

Difference first_difference(std::string_view before, std::string_view now) {
  while (!before.empty() || !now.empty()) {
    const std::string_view was = before.empty() ? before : take_line(before);
    const std::string_view is = now.empty() ? now : take_line(now);
    if (was != is) return {std::string(without_end(was)), std::string(without_end(is))};
  }
  return {};
}

}  // namespace lab::handout
