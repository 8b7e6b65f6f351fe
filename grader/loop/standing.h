// Where a student stands in a lab: the last verdicts of the programs in labs/, kept beside what is built. It is advice and never a grade:
// a student's program can write this file too.
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
  std::string kit;                       // which grader and which rubric judged
  std::int64_t at = 0;                   // when, in seconds since 1970
  Fingerprints sources;                  // what was judged
  std::vector<trace::Verdict> verdicts;  // points are not kept: lab.toml has them
  std::map<std::string, int> hints;      // by check: how many hints were shown; none for one that passes

  bool judged() const { return !verdicts.empty(); }
  const trace::Verdict* verdict(const std::string& check) const;
};

// The file of lab `number` in the folder in which the kit keeps them.
std::filesystem::path standing_file(const std::filesystem::path& folder, const std::string& number);

// What a file says of lab `lab`, as far as it can be believed: checks that the lab does not have, strange types and absurd sizes are left
// out, points come from `lab`, and a verdict for a reason that `reasons` does not find was never given. A file that is absent, broken,
// foreign, or no file at all says nothing. Never throws.
Standing read_standing(const std::filesystem::path& file, const rubric::Lab& lab, trace::ReasonLookup reasons);

// No reader sees half of the file, and the last of two writers wins. Returns whether it could be written.
bool write_standing(const std::filesystem::path& file, const Standing& standing);

// New verdicts, all of the lab or some of it: those of other checks stay when they are of the same sources and the same kit, and are
// dropped else. Checks that pass forget how many hints were shown, and so do those that fail for a reason with other hints.
void take_verdicts(Standing& standing, const std::vector<trace::Verdict>& verdicts, const Fingerprints& sources, const std::string& kit,
                   std::int64_t at);

int score(const Standing& standing);
// Every check of the lab was judged and passed.
bool full_points(const Standing& standing, const rubric::Lab& lab);
// trace::to_fix, by the steps of `lab`.
std::vector<const trace::Verdict*> to_fix(const std::vector<trace::Verdict>& verdicts, const rubric::Lab& lab);

}  // namespace lab::loop
