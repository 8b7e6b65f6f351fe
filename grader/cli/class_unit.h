// The processes that grade one submission of a class: `lab check`, which plays and judges it, and `lab judge`, which judges its recordings
// again. A process each: GoogleTest judges once in a process, and a submission that breaks one costs no other its grade.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "cli/kit.h"

namespace lab::cli {

// In a unit's folder: {"seconds": what playing and judging it took}.
inline constexpr const char* kTimeFile = "time.json";

// What `lab check` gets for every submission of a class.
struct UnitOptions {
  std::vector<std::string> labs;  // their numbers
  bool no_box = false;            // the programs are played without a sandbox
};

// Plays and judges the programs in `files`, and writes recordings, verdicts, page and time into the folder `unit` (class/results.h).
// Returns "", or why there are no verdicts. `processor`: as worker_command takes it. Throws compile::Interrupted.
std::string check_unit(const Kit& kit, const std::filesystem::path& files, const std::filesystem::path& unit, const UnitOptions& options,
                       std::optional<int> processor);

// Judges the recordings of a unit again; its verdicts and its page change when both are there. Returns and throws what check_unit does.
std::string judge_unit(const Kit& kit, const std::filesystem::path& unit, std::optional<int> processor);

}  // namespace lab::cli
