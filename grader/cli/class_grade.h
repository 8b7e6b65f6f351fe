// Grades what a class handed in: each submission by a `lab check` of its own, some at a time, into a folder that an interrupted grading
// resumes.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "class/hand_in.h"
#include "cli/command.h"
#include "cli/kit.h"

namespace lab::cli {

// What `lab class` does with a class, once its hand-ins have been found.
struct Grading {
  std::filesystem::path out;      // the results' folder (class/results.h)
  std::vector<std::string> labs;  // their numbers
  int jobs = 1;                   // how many submissions at a time
  bool no_box = false;            // the programs are played without a sandbox
};

// Exit statuses of a worker: another attempt may do what was not done.
inline constexpr int kAllJudged = 0;
inline constexpr int kTryAgain = 75;

// Grades every hand-in that has no unit of the same files and the same grader yet, then writes the gradebook. Prints what could not be
// graded. Throws text::Problem when `out` cannot be written to, compile::Interrupted when the grader is asked to end; what was graded until
// then is kept.
int grade_class(const Kit& kit, const std::vector<classes::HandIn>& hand_ins, const Grading& grading, const Reports& reports);

}  // namespace lab::cli
