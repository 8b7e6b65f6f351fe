// The processes that grade submissions of a class. `lab check` plays and judges one, in a process of its own: GoogleTest judges once in a
// process, and a submission that breaks one costs no other its grade.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "cli/kit.h"
#include "compile/process.h"

namespace lab::cli {

// In a unit's folder: {"seconds": what playing and judging it took}.
inline constexpr const char* kTimeFile = "time.json";

// What `lab check` gets for every submission of a class.
struct UnitOptions {
  std::vector<std::string> labs;  // their numbers
  bool no_box = false;            // the programs are played without a sandbox
  bool no_compare = false;        // the page does not compare with a correct program
};

// Plays and judges the programs in `files`, and writes recordings, verdicts, page and time into the folder `unit` (class/results.h).
// Returns "", or why there are no verdicts. `processor`: as worker_command takes it. Throws compile::Interrupted.
std::string check_unit(const Kit& kit, const std::filesystem::path& files, const std::filesystem::path& unit, const UnitOptions& options,
                       std::optional<int> processor);

// The grader as a process that works on units: a command line to put its command and arguments behind.
compile::Command unit_worker(const Kit& kit, std::optional<int> processor);

// How a process ended that did not do what it should, in a line: the end of what it printed, else its exit status.
std::string why_ended(const compile::Finished& finished);

}  // namespace lab::cli
