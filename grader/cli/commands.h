// The commands, and the functions that they share.
#pragma once

#include <string>
#include <vector>

#include "checks/judge.h"
#include "cli/command.h"
#include "cli/kit.h"
#include "loop/standing.h"
#include "report/report.h"
#include "text/text.h"
#include "trace/run.h"

namespace lab::cli {

// Each is defined in the file of the same name.
Command check_command();
Command class_command();
Command regrade_command();
Command judge_units_command();
Command merge_command();
Command export_command();
Command judge_command();
Command show_command();
Command selftest_command();
Command bench_command();
Command hint_command();
Command reset_command();
Command watch_command();
Command judge_once_command();
Command lan_command();
Command cut_command();
Command handouts_command();
Command package_command();

// All commands, in the order in which --help lists them.
std::vector<Command> commands();

// Runs if no command is given: shows the student's progress, from the saved results of the last checks of labs/.
int stand(const Kit& kit, const Reports& reports);

// The style for text that the user reads: as wide as the terminal, but 60 to 80 columns.
report::Style style_of(const Reports& reports);

// Where a lab's solution is and which lab comes next, for a student who has all the points.
std::string solution_text(const Kit& kit, const rubric::Lab& lab, const report::Style& style);

// What to show before the hints for the check: if its program was not built and still does not compile, its first error in words, with a
// hint; otherwise "".
std::string broken_program(const Kit& kit, const rubric::Lab& lab, const rubric::Check& check, const loop::Standing& standing,
                           const report::Style& style);

// The next three functions are for commands that judge programs. This one throws std::invalid_argument if no check in these labs has a name
// that contains `only`.
void require_known_check(const std::vector<const rubric::Lab*>& labs, const std::string& only, text::Language language);
// Returns the verdicts on one submission in the form that reports use.
trace::Result verdicts_on(const Kit& kit, const std::vector<trace::Run>& runs, const checks::Submission& submission,
                          const std::vector<checks::Judged>& judged, const std::vector<const rubric::Lab*>& labs, const std::string& only);
// Reports verdicts on the console and in the requested files.
int report(const Kit& kit, const std::vector<trace::Run>& runs, const std::vector<const rubric::Lab*>& labs, const std::string& only,
           const Reports& reports);

}  // namespace lab::cli
