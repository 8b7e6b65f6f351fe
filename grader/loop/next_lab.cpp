// Selects the next lab.
#include "loop/next_lab.h"

#include <algorithm>

namespace lab::loop {

const rubric::Lab* next_lab(const std::vector<rubric::Lab>& labs, const std::string& number,
                            const std::function<bool(const rubric::Lab&)>& is_done) {
  const auto is_next = [&](const rubric::Lab& lab) {
    return !is_done(lab) && std::all_of(lab.after.begin(), lab.after.end(), [&](const std::string& earlier) {
      const rubric::Lab* const other = rubric::numbered(labs, earlier);
      return !other || is_done(*other);
    });
  };
  const rubric::Lab* first = nullptr;
  for (const rubric::Lab& lab : labs) {
    if (!is_next(lab)) continue;
    if (lab.number > number) return &lab;
    if (!first) first = &lab;
  }
  return first;
}

}  // namespace lab::loop
