// A submission: the runs of one student's programs. They are registered before GoogleTest is initialized, because tests are created from
// them.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "trace/run.h"

namespace lab::checks {

struct Submission {
  std::string name;
  std::vector<const trace::Run*> runs;
};

inline void PrintTo(const Submission& submission, std::ostream* out) { *out << '"' << submission.name << '"'; }

// The submissions that this process judges. The runs must outlive the judging.
std::vector<Submission>& registered();

}  // namespace lab::checks
