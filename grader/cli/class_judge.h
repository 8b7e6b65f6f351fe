// Judges the recordings of many units (class/results.h) at a time, starting nobody's program: some units in each of several processes,
// since GoogleTest judges once in a process, and a process costs more than a unit.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "cli/kit.h"
#include "compile/process.h"

namespace lab::cli {

// The command that judges units in a process of its own. Its stdin is a JSON list of their folders. On stdout it says how it goes, a line
// each:
//   judging N      it reads or judges the N-th of them, or writes what came out
//   judged N       the unit has its new verdicts and its new page
//   broken N WHY   it has neither
inline constexpr const char* kJudgeUnits = "judge-units";

// Told of each unit once, from several threads: `at` is its place among them; `trouble` is "", or why its verdicts are still the old ones.
using OnJudged = std::function<void(std::size_t at, const std::string& trouble)>;

// `judge`: a process that understands the above; it is started for some units at a time, `jobs` of them side by side. A unit with which it
// breaks down is in trouble, and the others are judged in spite of it. Throws compile::Interrupted.
void judge_in_batches(const compile::Command& judge, const std::vector<std::filesystem::path>& units, int jobs, const OnJudged& on_judged);

// The same with this kit's own judge. `no_compare`: the new pages do not compare with a correct program.
void judge_units(const Kit& kit, const std::vector<std::filesystem::path>& units, bool no_compare, int jobs, const OnJudged& on_judged);

}  // namespace lab::cli
