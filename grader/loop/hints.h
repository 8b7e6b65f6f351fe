// Hints in steps: one more each time, from a question to the name of the function.
#pragma once

#include <string>

#include "loop/standing.h"
#include "report/report.h"
#include "rubric/rubric.h"

namespace lab::loop {

// How many hints to show if `shown` of `all` have been shown before. `asked`: the requested number; 0: one more.
int hints_to_show(int shown, int all, int asked);

// The check that a hint is for: the one to fix first, which of a program that does not compile is the first that failed when it last did;
// where none fails, the first in that order that has not passed. nullptr: everything has passed.
const rubric::Check* check_to_hint_at(const rubric::Lab& lab, const Standing& standing);

// Shows the first hints for `check`, those of the reason it failed for last time before its own, as hints_to_show says, counts them in
// `standing`, and says how to get another one. `watching`: the reader is in `lab watch` and presses h. Where the verdict is about an
// earlier step, that is shown instead of a hint; of a check that has passed, the check to fix next, unless hints were asked for.
std::string hint_text(const rubric::Lab& lab, const rubric::Check& check, int asked, Standing& standing, const report::Style& style,
                      bool watching);

}  // namespace lab::loop
