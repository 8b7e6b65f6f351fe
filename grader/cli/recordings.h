// What stages wrote, read back, beside what was planned.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "cli/run_layout.h"
#include "cli/staging.h"
#include "trace/run.h"

namespace lab::cli {

using Troubles = std::map<std::string, Trouble>;  // of stages that did not end well, by the keys of their runs

class Recordings {
 public:
  // Takes all that a stage wrote of a run, unless it has that run already.
  void take(const std::string& recording);

  // Whether the run has come back, readable or not.
  bool has(const PlannedRun& run) const { return came_back_.count(run.key()) > 0 || damage_.count(run.key()) > 0; }

  // Whether the run shows that a program reached for processes that are not its own.
  bool reached_out(const PlannedRun& run) const;

  // Forgets what came back of the run, so that it can be taken once more.
  void forget(const PlannedRun& run);

  // The runs that were taken, in the order of the plan, behind `others`. What was planned and did not come back is a grader error.
  // Hands the runs over: call it once.
  std::vector<trace::Run> complete(const std::vector<PlannedRun>& planned, const Troubles& troubles, std::vector<trace::Run> others);

 private:
  std::vector<trace::Run> runs_;
  std::set<std::string> came_back_;            // by their keys
  std::set<std::string> reached_out_;          // ... of those whose program reached for other processes
  std::map<std::string, std::string> damage_;  // why those cannot be read, by their keys
};

}  // namespace lab::cli
