// From programs to recordings: lays out the runs' folders, has the stage play the scenarios, takes the recordings.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/kit.h"
#include "compile/programs.h"
#include "trace/run.h"

namespace lab::cli {

// One student's programs of one lab. Recordings say under the fact "built_from" whether the program under test came as "source" or "exe".
struct Entry {
  std::string submission;
  std::string lab;
  std::vector<compile::Built> programs;
  std::vector<compile::Built>
      borrowed;                    // other labs' programs that scenarios of this one use; one that is not there has no run and no outcome
  std::vector<std::string> known;  // programs whose runs the caller has already: scenarios in which no other takes part are left out
};

// Told after each run that was played: how many of how many, and which one.
using Progress = std::function<void(std::size_t played, std::size_t all, const std::string& which)>;

// All runs of all entries: recordings, and a run without recording for each program that is not there. What the stage could not do comes
// back as runs with the outcome "grader error"; only what keeps the grader from working at all throws std::runtime_error.
std::vector<trace::Run> record(const Kit& kit, const std::vector<Entry>& entries, int jobs, const Progress& progress = nullptr);

// The same for entries that are made meanwhile: `entries` is called once the stage has been started, which takes a while.
std::vector<trace::Run> record(const Kit& kit, const std::function<std::vector<Entry>()>& entries, int jobs,
                               const Progress& progress = nullptr);

// A folder that is gone when it is no longer needed: a new one in the system's place for such, or the one that is named.
class WorkFolder {
 public:
  explicit WorkFolder(const std::filesystem::path& folder = {});
  ~WorkFolder();
  WorkFolder(const WorkFolder&) = delete;
  WorkFolder& operator=(const WorkFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// The scenarios of all entries, launched bare, without probe and stage directions; wall time in seconds. For `lab bench`.
struct Bare {
  double seconds = 0;
  std::size_t launches = 0;
};
Bare launch_bare(const Kit& kit, const std::vector<Entry>& entries, int jobs);

}  // namespace lab::cli
