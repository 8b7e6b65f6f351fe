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

// Failures that differ only in details: which worker, which value, how often.
struct Variant {
  std::vector<Failure> failures;
};

struct Mistake {
  // kCause: the failures' reasons have the same cause (trace/reason.h). kCheck: the other failures of one check, which have only the check
  // in common. kSingle: a failure that only one student has.
  enum class Kind { kCause, kCheck, kSingle };
  Kind kind = Kind::kCause;
  std::string lab;
  std::vector<Variant> variants;      // the most frequent first
  std::vector<const Unit*> students;  // in the order of the units, each once
  std::vector<std::string> checks;    // in the order in which they first occur

  std::size_t failures() const;
  const Failure& example() const { return variants.front().failures.front(); }
};

// Groups the units' failed checks: first the groups, sorted by the number of students, then individual failures. The units must outlive the
// result. Each failed check is in exactly one. Failed means failed, crashed, timed out or not built; what was not handed in or not judged
// does not count. `reasons` finds the row of each reason.
std::vector<Mistake> mistakes(const std::vector<Unit>& units, trace::ReasonLookup reasons);

}  // namespace lab::classes
