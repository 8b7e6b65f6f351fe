// Lays out the runs for the stages: a folder for each run, and the line of JSON that describes it to a stage.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/entry.h"
#include "cli/kit.h"
#include "cli/work_folder.h"
#include "scenario/scenario.h"

namespace lab::cli {

// Identifies a run, both in the plan and in its recording.
std::string key_of(const std::string& submission, const std::string& lab, const std::string& program, const std::string& scenario);

struct PlannedRun {
  std::string submission, lab, program, scenario;
  bool may_be_left_out = false;  // whether it takes place depends on the results of other runs in its group

  std::string key() const { return key_of(submission, lab, program, scenario); }
};

// Runs that a single stage must carry out: one line of the stage's input.
struct Share {
  nlohmann::json line = nlohmann::json::array();
  std::size_t starts = 0;               // the maximum number of programs that they start
  std::size_t first_run = 0, runs = 0;  // their range among the planned runs
};

class RunLayout {
 public:
  // `bare`: the runs are launched without probe and stage directions, and the student's own programs take the place of stand-ins. Uses the
  // folder kit.work, or a new one; the destructor deletes it. Throws text::Problem if the kit has no stage.
  RunLayout(const Kit& kit, bool bare);

  // Adds the runs of these programs, except those that were not built.
  void add(const Entry& entry);

  bool is_bare() const { return bare_; }
  bool is_boxed() const { return boxed_; }
  // Contains everything that is laid out, and nothing else.
  const std::filesystem::path& folder() const { return folder_.path(); }
  // The subfolder with stage.exe, probe.dll and standin.exe.
  const std::filesystem::path& bin() const { return bin_; }
  const std::vector<PlannedRun>& planned() const { return planned_; }
  const std::vector<Share>& shares() const { return shares_; }

 private:
  struct Program {
    std::filesystem::path folder;  // contains the program, and the files that must be next to it
    bool from_source = false;
  };
  using Programs = std::map<std::string, Program>;

  Program take(const compile::Built& built);
  nlohmann::json lay_out(scenario::Scenario scenario, const Entry& entry, const Programs& programs);

  bool bare_, boxed_, shared_;  // shared_: the folder is shared with the other user who runs the programs
  WorkFolder folder_;
  std::filesystem::path bin_;
  std::string key_;
  std::size_t programs_ = 0;
  std::vector<PlannedRun> planned_;
  std::vector<Share> shares_;
};

}  // namespace lab::cli
