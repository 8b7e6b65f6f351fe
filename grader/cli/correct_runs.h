// The recordings of correct programs that a kit has: pages compare students' runs with them.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "cli/kit.h"
#include "rubric/rubric.h"
#include "text/text.h"
#include "trace/run.h"

namespace lab::cli {

// Those of the labs: of a student's kit, correct/05/AdderManager.worker_1_first.jsonl; else what `lab check --solutions --runs
// build/correct` has kept. None where there is neither.
std::vector<trace::Run> correct_runs(const Kit& kit, const std::vector<const rubric::Lab*>& labs, text::Language language);

// Records the solutions of those of the labs of which build/correct has no recordings, or older ones than the solution. Does nothing in a
// student's kit, which has no solutions. Throws std::runtime_error where programs cannot be played.
void record_correct_runs(const Kit& kit, const std::vector<const rubric::Lab*>& labs, text::Language language);

// Those of all labs as files of a student's kit, by their names there. Nothing in them tells of a source.
std::map<std::string, std::string> correct_run_files(const Kit& kit, text::Language language);

// A recording as it may be given to students.
trace::Run without_source(trace::Run run);

}  // namespace lab::cli
