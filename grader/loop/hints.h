// Hints, revealed one at a time: from a question to the name of the function.
#pragma once

#include <string>

#include "loop/standing.h"
#include "report/report.h"
#include "rubric/rubric.h"

namespace lab::loop {

// How many hints to show if `shown` of `all` have been shown before. `asked`: the requested number; 0: one more.
int hints_to_show(int shown, int all, int asked);

// The check that a hint is for: the one to fix first. If its program does not compile, the first check that failed when a program last
// compiled, if there is one. If no check fails, the first one in the same order that has not passed; nullptr if all have passed.
const rubric::Check* check_to_hint_at(const rubric::Lab& lab, const Standing& standing);

// Shows the first hints for `check`, starting with those for the reason it last failed for, and how to get another one. hints_to_show
// determines their number, which is saved in `standing`. `watching`: the reader is in `lab watch` and has pressed h. If the verdict is
// about an earlier step, shows its reason instead of hints. If the check has passed, names the check to fix next, unless `asked` requests
// hints.
std::string hint_text(const rubric::Lab& lab, const rubric::Check& check, int asked, Standing& standing, const report::Style& style,
                      bool watching);

}  // namespace lab::loop
