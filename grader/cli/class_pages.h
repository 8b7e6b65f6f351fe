// The pages of a graded class: one for each student, with as much detail as the instructor has chosen, and the pages for the whole class.
#pragma once

#include <string>
#include <vector>

#include "class/results.h"
#include "cli/command.h"
#include "cli/kit.h"

namespace lab::cli {

// Writes feedback.zip, with file names that can be matched to the students (class/feedback.h). `detail`: one of kDetails (class_choices.h).
// Pages other than the full one are kept next to it in the unit.
void write_feedback(const Kit& kit, const classes::Results& results, const std::vector<classes::Unit>& units, const std::string& detail,
                    const Reports& reports);

// Writes overview.html and mistakes.html.
void write_class_pages(const Kit& kit, const classes::Results& results, const std::vector<classes::Unit>& units, bool zero,
                       const Reports& reports);

// Writes junit.xml, with a suite for each student.
void write_class_junit(const classes::Results& results, const std::vector<classes::Unit>& units, const Reports& reports);

// Writes copies.json: source files that stand out, for the overview (class/copies.h). Uses sim_c++ if it is installed, which takes minutes
// for a large class.
void find_copies(const Kit& kit, const classes::Results& results, const std::vector<classes::Unit>& units, const Reports& reports);

}  // namespace lab::cli
