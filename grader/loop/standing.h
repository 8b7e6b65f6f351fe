// A student's progress in a lab: the last verdicts on the programs in labs/, saved in the build folder. It is advice and never a grade: a
// student's program can write this file, too.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "loop/sources.h"
#include "rubric/rubric.h"
#include "trace/verdict.h"

namespace lab::loop {

struct Standing {
  std::string lab;                       // "05"
  std::string kit;                       // version of the grader and hash of the rubric that judged
  std::int64_t at = 0;                   // seconds since 1970
  Fingerprints sources;                  // the files that were judged
  std::vector<trace::Verdict> verdicts;  // points are not kept: lab.toml has them
  // By check: the number of hints shown. None for a check that passed when it was last judged; what was not built was not judged.
  std::map<std::string, int> hints;

  bool judged() const { return !verdicts.empty(); }
  const trace::Verdict* verdict(const std::string& check) const;
};

// The file of lab `number` ("05") in `folder`.
std::filesystem::path standing_file(const std::filesystem::path& folder, const std::string& number);

// Reads what a file says about `lab`, as far as it is plausible: omits checks that the lab does not have, values of a wrong type, absurd
// sizes, and verdicts with a reason that `reasons` does not find; takes the points from `lab`. Returns a standing without verdicts if the
// file is missing, damaged or of another lab. Never throws.
Standing read_standing(const std::filesystem::path& file, const rubric::Lab& lab, trace::ReasonLookup reasons);

// Readers never see a partial file, and the last of two writers wins. Returns false if it could not be written.
bool write_standing(const std::filesystem::path& file, const Standing& standing);

// Merges new verdicts on all of the lab's checks, or on some of them. Keeps the other checks' verdicts only if they are on the same source
// files and from the same kit. Resets the number of hints of checks that passed, and of those that now fail for a reason with other hints,
// or that cannot be judged any more because the program does not compile. `at`: seconds since 1970.
void take_verdicts(Standing& standing, const std::vector<trace::Verdict>& verdicts, const Fingerprints& sources, const std::string& kit,
                   std::int64_t at);

// The sum of the verdicts' points.
int score(const Standing& standing);
// Whether every check in the lab was judged and passed.
bool full_points(const Standing& standing, const rubric::Lab& lab);
// trace::to_fix, in the order of the steps of `lab`. The pointers are valid as long as `verdicts` is.
std::vector<const trace::Verdict*> to_fix(const std::vector<trace::Verdict>& verdicts, const rubric::Lab& lab);

}  // namespace lab::loop
