// What a new judgement changed since the one before.
#pragma once

#include <string>
#include <vector>

#include "report/report.h"
#include "trace/verdict.h"

namespace lab::loop {

struct Changes {
  std::vector<trace::Verdict> passed;  // now, and did not before
  std::vector<trace::Verdict> lost;    // passed before, and does not now
  std::vector<trace::Verdict> others;  // came out in another way, neither of them a pass
  int score = 0, score_before = 0, max_score = 0;

  bool any() const { return !passed.empty() || !lost.empty() || !others.empty(); }
};

// `before` may be empty: nothing was known, and nothing is a change then.
Changes changes(const std::vector<trace::Verdict>& before, const std::vector<trace::Verdict>& after);

// A line for each change, "+" and "-" before what was won and lost, and the points.
std::string text_of(const Changes& changes, const report::Style& style);

// All checks, a line each: outcome and points.
std::string list_of(const std::vector<trace::Verdict>& verdicts, const report::Style& style);

}  // namespace lab::loop
