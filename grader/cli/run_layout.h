// Lays out what stages play: a folder for each run, and the line of JSON that tells a stage of it.
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

// Which run it is: the same in the plan and in the recording.
std::string key_of(const std::string& submission, const std::string& lab, const std::string& program, const std::string& scenario);

struct PlannedRun {
  std::string submission, lab, program, scenario;
  bool may_be_left_out = false;  // whether it is played depends on what other runs of its group show

  std::string key() const { return key_of(submission, lab, program, scenario); }
};

// Runs that one stage must play, one line of its input.
struct Share {
  nlohmann::json line = nlohmann::json::array();
  std::size_t starts = 0;               // how many programs they start at the most
  std::size_t first_run = 0, runs = 0;  // which of the planned runs they are
};

class RunLayout {
 public:
  // `bare`: to be launched without probe and stage directions, so that the student's own programs stand where stand-ins do otherwise.
  // Lays out in kit.work, or in a new folder; either is gone with this. Throws text::Problem when there is no stage.
  RunLayout(const Kit& kit, bool bare);

  // The runs of these programs, as far as they are built.
  void add(const Entry& entry);

  bool is_bare() const { return bare_; }
  bool is_boxed() const { return boxed_; }
  // Holds everything that is laid out, and nothing else.
  const std::filesystem::path& folder() const { return folder_.path(); }
  // In it: stage.exe, probe.dll and standin.exe.
  const std::filesystem::path& bin() const { return bin_; }
  const std::vector<PlannedRun>& planned() const { return planned_; }
  const std::vector<Share>& shares() const { return shares_; }

 private:
  struct Program {
    std::filesystem::path folder;  // holds it, and what must lie beside it
    bool from_source = false;
  };
  using Programs = std::map<std::string, Program>;

  Program take(const compile::Built& built);
  nlohmann::json lay_out(scenario::Scenario scenario, const Entry& entry, const Programs& programs);

  bool bare_, boxed_, shared_;  // with another user, who plays the programs
  WorkFolder folder_;
  std::filesystem::path bin_;
  std::string key_;
  std::size_t programs_ = 0;
  std::vector<PlannedRun> planned_;
  std::vector<Share> shares_;
};

}  // namespace lab::cli
