// Markdown to HTML by md4c, and the headings of what comes out.
#pragma once

#include <string>
#include <vector>

namespace lab::handout {

// CommonMark with tables. Raw HTML comes out as text, so that every tag in the result is of md4c's making; comments on lines of their own
// are left out.
std::string html_of(const std::string& markdown);

// HTML without its tags.
std::string without_tags(const std::string& html);

struct Heading {
  int level = 1;
  std::string html;  // what stands in it, without links
};
std::vector<Heading> headings_in(const std::string& html);

// Anchors for headings, one each, all different: "step-3" for "Step 3: ...", else the letters and digits of the heading, which is HTML. A
// heading without any is "section-N", N counted from 1.
std::vector<std::string> anchors_of(const std::vector<Heading>& headings);

}  // namespace lab::handout
