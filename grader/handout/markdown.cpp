// Calls md4c, and extracts headings.
#include "handout/markdown.h"

#include <md4c-html.h>

#include <cctype>
#include <regex>
#include <set>
#include <sstream>
#include <stdexcept>

namespace lab::handout {
namespace {

std::string without_comments(const std::string& markdown) {
  std::istringstream lines(markdown);
  std::string out;
  bool in_block = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("```")) in_block = !in_block;
    const std::size_t end = line.find_last_not_of(" \r");
    const bool comment = line.starts_with("<!--") && line.find("-->") + 2 == end;
    if (in_block || !comment) out += line + "\n";
  }
  return out;
}

std::string slug_of(const std::string& heading) {
  static const std::regex kStep("Step ([0-9]+):.*"), kEntity("&[a-z]+;");
  std::smatch match;
  std::string text = std::regex_replace(without_tags(heading), kEntity, "");
  if (std::regex_match(text, match, kStep)) return "step-" + match[1].str();
  std::string slug;
  for (const char c : text) {
    const auto letter = static_cast<unsigned char>(c);
    if (letter < 0x80 && std::isalnum(letter))
      slug += static_cast<char>(std::tolower(letter));
    else if (c == ' ' && !slug.empty() && slug.back() != '-')
      slug += '-';
  }
  while (!slug.empty() && slug.back() == '-') slug.pop_back();
  return slug;
}

}  // namespace

std::string without_tags(const std::string& html) {
  static const std::regex kTag("<[^>]*>");
  return std::regex_replace(html, kTag, "");
}

std::string html_of(const std::string& markdown) {
  const std::string text = without_comments(markdown);
  std::string html;
  const auto take = [](const MD_CHAR* bytes, MD_SIZE size, void* to) { static_cast<std::string*>(to)->append(bytes, size); };
  if (md_html(text.data(), static_cast<MD_SIZE>(text.size()), take, &html, MD_FLAG_TABLES | MD_FLAG_NOHTML, MD_HTML_FLAG_SKIP_UTF8_BOM) !=
      0)
    throw std::runtime_error("md4c has no memory for a page");
  return html;
}

std::vector<Heading> headings_in(const std::string& html) {
  static const std::regex kLink("</?a[^>]*>");
  std::vector<Heading> headings;
  for (std::size_t at = html.find("<h"); at != std::string::npos; at = html.find("<h", at + 1)) {
    if (at + 4 > html.size() || html[at + 2] < '1' || html[at + 2] > '6' || html[at + 3] != '>') continue;  // <hr>
    const std::size_t end = html.find("</h", at);
    headings.push_back({html[at + 2] - '0', std::regex_replace(html.substr(at + 4, end - at - 4), kLink, "")});
  }
  return headings;
}

std::vector<std::string> anchors_of(const std::vector<Heading>& headings) {
  std::vector<std::string> anchors;
  std::set<std::string> taken{"main"};  // used by the page itself
  for (const Heading& heading : headings) {
    std::string slug = slug_of(heading.html);
    if (slug.empty()) slug = "section-" + std::to_string(anchors.size() + 1);
    std::string anchor = slug;
    for (int i = 2; !taken.insert(anchor).second; ++i) anchor = slug + "-" + std::to_string(i);
    anchors.push_back(anchor);
  }
  return anchors;
}

}  // namespace lab::handout
