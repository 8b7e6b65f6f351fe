// A class on one page.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "class/copies.h"
#include "class/results.h"
#include "rubric/rubric.h"
#include "text/text.h"

namespace lab::classes {

struct Overview {
  bool zero = false;                         // as gradebook.h has it
  std::map<std::string, double> seconds;     // what grading a submission took, by HandIn::id, where that is known
  std::optional<std::vector<Alike>> copies;  // none: they were not looked for
  bool compared = true;                      // false: similarity-tester is not installed, so only sources that are the same were found
};

// One HTML file that loads nothing, in both languages (`opens_in` first): the distribution of points, the checks that fail most, every
// student's checks, who needs a look, and copies. Students' names lead to units/NAME/page.html.
std::string overview_page(const std::vector<Unit>& units, const std::vector<rubric::Lab>& labs, const Overview& more,
                          text::Language opens_in);

}  // namespace lab::classes
