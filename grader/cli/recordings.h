// What stages wrote, read back, beside what was planned.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "cli/run_layout.h"
#include "trace/run.h"

namespace lab::cli {

class Recordings {
 public:
  // Takes all that a stage wrote of a run. Returns which one it was, "AdderManager worker_1_first"; "" when it cannot be read.
  std::string take(const std::string& recording);

  // The runs that were taken, in the order of the plan, behind `others`. What was planned and did not come back is a grader error;
  // `trouble`: what a stage said that did not end well. Hands the runs over: call it once.
  std::vector<trace::Run> complete(const std::vector<PlannedRun>& planned, const std::string& trouble, std::vector<trace::Run> others);

 private:
  std::vector<trace::Run> runs_;
  std::set<std::string> came_back_;            // by their keys
  std::map<std::string, std::string> damage_;  // why those cannot be read, by their keys
};

}  // namespace lab::cli
