// Converts Markdown to HTML with md4c, and makes anchors for the headings in the result.
#pragma once

#include <string>
#include <vector>

namespace lab::handout {

// CommonMark with tables. Raw HTML is output as text, so that every tag in the result comes from md4c; comments on separate lines are
// omitted.
std::string html_of(const std::string& markdown);

// Removes the tags from HTML.
std::string without_tags(const std::string& html);

struct Heading {
  int level = 1;
  std::string html;  // its contents, without links
};
std::vector<Heading> headings_in(const std::string& html);

// Unique anchors for headings: "step-3" for "Step 3: ...", otherwise the letters and digits of the heading, which is HTML. A heading
// that has neither gets "section-N", where N starts at 1.
std::vector<std::string> anchors_of(const std::vector<Heading>& headings);

}  // namespace lab::handout
