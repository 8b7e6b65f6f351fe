// The failed checks of a class, grouped by the mistake that they show.
#pragma once

#include <string>
#include <vector>

#include "class/results.h"
#include "trace/reason.h"

namespace lab::classes {

// A check that did not pass.
struct Failure {
  const Unit* unit = nullptr;
  std::string lab, check;
  trace::Outcome outcome = trace::Outcome::kFailed;
  trace::Because because;
};

// Failures that differ in numbers alone: in which worker, which value, how often.
struct Variant {
  std::vector<Failure> failures;
};

struct Mistake {
  // One mistake: the failures' reasons have one cause (trace/reason.h). kCheck: what remains of a check whose failures have nothing else in
  // common. kSingle: the only student whose check failed so.
  enum class Kind { kCause, kCheck, kSingle };
  Kind kind = Kind::kCause;
  std::string lab;
  std::vector<Variant> variants;      // the most frequent first
  std::vector<const Unit*> students;  // in the order of the units, each once
  std::vector<std::string> checks;    // in the order in which they were met

  std::size_t failures() const;
  const Failure& example() const { return variants.front().failures.front(); }
};

// Those of the units, which must outlive them: first the groups, by the number of students, then the single ones. Each failed check is in
// one of them. Counted are checks that failed, crashed, timed out or were not built; not what was not handed in or not judged. `reasons`
// finds the row of each reason.
std::vector<Mistake> mistakes(const std::vector<Unit>& units, trace::ReasonLookup reasons);

}  // namespace lab::classes
