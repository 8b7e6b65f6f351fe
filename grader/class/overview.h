// A page with an overview of a class.
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
  bool zero = false;                         // as in gradebook.h
  std::map<std::string, double> seconds;     // how long grading a submission took, by HandIn::id, if known
  std::optional<std::vector<Alike>> copies;  // none: not searched for
  bool compared = true;                      // false: similarity-tester is not installed, so only identical source files were found
};

// One self-contained HTML file in both languages (`opens_in` first): the distribution of points, the checks that fail most, every
// student's checks, the students who need attention, and copies. Students' names link to
// units/NAME/page.html.
std::string overview_page(const std::vector<Unit>& units, const std::vector<rubric::Lab>& labs, const Overview& more,
                          text::Language opens_in);

}  // namespace lab::classes
