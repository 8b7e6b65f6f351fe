// The processes that grade the submissions of a class. Each submission is recorded and judged by its own `lab check` process: GoogleTest
// judges only once per process, and a submission that breaks its process does not affect the grades of others.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "cli/kit.h"
#include "compile/process.h"

namespace lab::cli {

// A file in a unit's folder: {"seconds": the time that recording and judging took}.
inline constexpr const char* kTimeFile = "time.json";

// The options that `lab check` gets for every submission of a class.
struct UnitOptions {
  std::vector<std::string> labs;  // their numbers
  bool no_box = false;            // run the programs without a sandbox
  bool no_compare = false;        // the page shows no comparison with a correct program
};

// Runs and judges the programs in `files`, and writes recordings, verdicts, page and time into the folder `unit` (class/results.h). Returns
// "", or the reason there are no verdicts. `processor`: as for worker_command. Throws compile::Interrupted.
std::string check_unit(const Kit& kit, const std::filesystem::path& files, const std::filesystem::path& unit, const UnitOptions& options,
                       std::optional<int> processor);

// The grader as a process that works on units: a command line to which its command and arguments are appended.
compile::Command unit_worker(const Kit& kit, std::optional<int> processor);

// Why a process failed, on one line: the end of its output, or its exit status if it printed nothing.
std::string why_ended(const compile::Finished& finished);

}  // namespace lab::cli
