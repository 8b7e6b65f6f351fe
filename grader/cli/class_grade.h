// Grades what a class handed in, some submissions at a time, into a folder that an interrupted grading resumes.
#pragma once

#include <filesystem>
#include <vector>

#include "class/hand_in.h"
#include "class/shard.h"
#include "cli/class_outputs.h"
#include "cli/class_unit.h"
#include "cli/command.h"
#include "cli/kit.h"

namespace lab::cli {

// Exit statuses of a worker: another attempt may do what was not done.
inline constexpr int kAllJudged = 0;
inline constexpr int kTryAgain = 75;

// Grades every hand-in into the results' folder `out` (class/results.h) that has no unit of the same files and the same grader there,
// judges the recordings of those again that were scored by another rubric, then writes the tables and pages. `shard`: which of them this
// worker grades; `outputs`: how tables and pages are written; `jobs`: how many submissions at a time. Prints what could not be graded.
// Throws text::Problem when `out` cannot be written to, compile::Interrupted when the grader is asked to end; what was graded until then
// is kept.
int grade_class(const Kit& kit, const std::vector<classes::HandIn>& hand_ins, const std::filesystem::path& out, const UnitOptions& options,
                const classes::Shard& shard, const OutputOptions& outputs, int jobs, const Reports& reports);

// Judges the recordings of all units again, starting no program, and writes the gradebook and what has changed.
int regrade_class(const Kit& kit, const std::filesystem::path& out, const OutputOptions& outputs, int jobs, const Reports& reports);

}  // namespace lab::cli
