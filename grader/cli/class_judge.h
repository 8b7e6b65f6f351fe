// Judges the recordings of many units (class/results.h) at a time without starting any student program. Each of several processes judges
// some of the units: GoogleTest judges only once per process, and starting a process costs more than judging a unit.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "cli/kit.h"
#include "compile/process.h"

namespace lab::cli {

// The command that judges units in a separate process. Its stdin is a JSON list of their folders. On stdout it reports its progress, one
// line at a time:
//   judging N      it is reading or judging unit N, or writing the results
//   judged N       the unit has new verdicts and a new page
//   broken N WHY   the unit has neither
inline constexpr const char* kJudgeUnits = "judge-units";

// Called once for each unit, from several threads. `at` is its index in the list; `trouble` is "", or the reason its verdicts are still the
// old ones.
using OnJudged = std::function<void(std::size_t at, const std::string& trouble)>;

// `judge`: a process that implements the protocol above. It is started for a few units at a time, with `jobs` processes in parallel. If it
// fails on a unit, that unit is reported as trouble, and the others are still judged. Throws compile::Interrupted.
void judge_in_batches(const compile::Command& judge, const std::vector<std::filesystem::path>& units, int jobs, const OnJudged& on_judged);

// The same with this kit's own judge. `no_compare`: the new pages show no comparison with a correct program.
void judge_units(const Kit& kit, const std::vector<std::filesystem::path>& units, bool no_compare, int jobs, const OnJudged& on_judged);

}  // namespace lab::cli
