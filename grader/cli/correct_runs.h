// The recordings of correct programs in a kit; pages compare students' runs with them.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "cli/kit.h"
#include "rubric/rubric.h"
#include "text/text.h"
#include "trace/run.h"

namespace lab::cli {

// The recordings for these labs: in a student kit, correct/05/AdderManager.worker_1_first.jsonl; otherwise those saved by `lab check
// --solutions --runs build/correct`. Empty if there are neither.
std::vector<trace::Run> correct_runs(const Kit& kit, const std::vector<const rubric::Lab*>& labs, text::Language language);

// Records the solutions of those labs whose recordings in build/correct are missing or older than the solution. Does nothing in a student
// kit, which has no solutions. Throws std::runtime_error if programs cannot be run.
void record_correct_runs(const Kit& kit, const std::vector<const rubric::Lab*>& labs, text::Language language);

// The recordings for all labs as files of a student kit, by their names there. They reveal nothing about the solutions' sources.
std::map<std::string, std::string> correct_run_files(const Kit& kit, text::Language language);

// Returns the recording in a form that may be given to students.
trace::Run without_source(trace::Run run);

}  // namespace lab::cli
