// Hints in steps: one more each time, from a question to the name of the function.
#pragma once

#include <string>

#include "loop/standing.h"
#include "report/report.h"
#include "rubric/rubric.h"

namespace lab::loop {

// How many hints to show if `shown` of `all` have been shown before. `asked`: the requested number; 0: one more.
int hints_to_show(int shown, int all, int asked);

// The check that a hint is for: the one to fix first or, if none fails, the first in the same order that has not passed. nullptr if
// everything has passed.
const rubric::Check* check_to_hint_at(const rubric::Lab& lab, const Standing& standing);

// Shows the first hints for `check`, as many as hints_to_show says: first those of the reason for its last failure, then its own. Counts
// them in `standing`, and says how to get another hint. `watching`: the reader is in `lab watch` and presses h. If the verdict is about an
// earlier step, shows that instead of a hint.
std::string hint_text(const rubric::Lab& lab, const rubric::Check& check, int asked, Standing& standing, const report::Style& style,
                      bool watching);

}  // namespace lab::loop
