// Reads back the recordings that stages wrote, and compares them with the plan.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "cli/run_layout.h"
#include "cli/staging.h"
#include "trace/run.h"

namespace lab::cli {

using Troubles = std::map<std::string, Trouble>;  // of stages that failed, by the keys of their runs

class Recordings {
 public:
  // Adds everything that a stage wrote about a run, unless that run is already here.
  void take(const std::string& recording);

  // Whether the run has come back, readable or not.
  bool has(const PlannedRun& run) const { return came_back_.count(run.key()) > 0 || damage_.count(run.key()) > 0; }

  // Whether the run shows that a program tried to access processes other than its own.
  bool reached_out(const PlannedRun& run) const;

  // Discards what came back for the run, so that it can be added again.
  void forget(const PlannedRun& run);

  // Returns `others`, followed by the recorded runs in planned order. A planned run that did not come back becomes a grader error. The runs
  // are moved out, so call this only once.
  std::vector<trace::Run> complete(const std::vector<PlannedRun>& planned, const Troubles& troubles, std::vector<trace::Run> others);

 private:
  std::vector<trace::Run> runs_;
  std::set<std::string> came_back_;            // by their keys
  std::set<std::string> reached_out_;          // ... of the runs whose program tried to access other processes
  std::map<std::string, std::string> damage_;  // why a run's recording is unreadable, by its key
};

}  // namespace lab::cli
