// Grades what a class handed in, several submissions at a time, into a folder from which an interrupted grading can resume.
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

// Exit statuses of a worker; after kTryAgain, another attempt may grade what is missing.
inline constexpr int kAllJudged = 0;
inline constexpr int kTryAgain = 75;

// Grades every hand-in unless the results folder `out` (class/results.h) already has a unit for the same files from the same grader. Judges
// recordings again if their unit was scored with another rubric, and then writes the tables and pages. `shard`: the hand-ins that this
// worker grades; `outputs`: how to write tables and pages; `jobs`: the number of submissions to grade at a time. Prints what could not be
// graded. Throws text::Problem if `out` cannot be written to, and compile::Interrupted if the grader is asked to exit; what has been graded
// by then is kept.
int grade_class(const Kit& kit, const std::vector<classes::HandIn>& hand_ins, const std::filesystem::path& out, const UnitOptions& options,
                const classes::Shard& shard, const OutputOptions& outputs, int jobs, const Reports& reports);

// Judges the recordings of all units again without starting any programs, and writes the gradebook and a list of the changes.
int regrade_class(const Kit& kit, const std::filesystem::path& out, const OutputOptions& outputs, int jobs, const Reports& reports);

}  // namespace lab::cli
