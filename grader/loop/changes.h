// The changes between a new judgement and the previous one.
#pragma once

#include <string>
#include <vector>

#include "report/report.h"
#include "trace/verdict.h"

namespace lab::loop {

struct Changes {
  std::vector<trace::Verdict> passed;  // now, but not before
  std::vector<trace::Verdict> lost;    // passed before, but not now
  std::vector<trace::Verdict> others;  // changed between two outcomes other than a pass
  int score = 0, score_before = 0, max_score = 0;

  bool any() const { return !passed.empty() || !lost.empty() || !others.empty(); }
};

// `before` may be empty: nothing was known, so nothing counts as a change.
Changes changes(const std::vector<trace::Verdict>& before, const std::vector<trace::Verdict>& after);

// A line for each change, with "+" for gains and "-" for losses, and the points.
std::string text_of(const Changes& changes, const report::Style& style);

// All checks, one per line, with outcome and points.
std::string list_of(const std::vector<trace::Verdict>& verdicts, const report::Style& style);

}  // namespace lab::loop
