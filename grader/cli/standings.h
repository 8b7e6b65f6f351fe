// Saves the verdicts on the programs in a student's own labs/ folder (loop/standing.h) to the kit's build folder, and reads them back. They
// are only advice: a failure to read or save them is reported in the result, never thrown.
//
//     const loop::Fingerprints sources = sources_of(kit, lab);  // before the build
//     ... build, record, judge ...
//     keep_verdicts(kit, lab, verdicts, sources, true);
//     fmt::print("{}", next_lab_line(kit, lab, language));
#pragma once

#include <string>
#include <vector>

#include "cli/kit.h"
#include "loop/standing.h"
#include "text/text.h"
#include "trace/verdict.h"

namespace lab::cli {

// The source files that a verdict on the lab depends on: the files in its folder in labs/, and those of other labs' programs that it
// borrows.
loop::Fingerprints sources_of(const Kit& kit, const rubric::Lab& lab);

// The saved results for the lab; without verdicts if nothing was saved or the file cannot be read.
loop::Standing standing_of(const Kit& kit, const rubric::Lab& lab);
// Saves the standing, replacing the previous one. Returns whether it could be written.
bool keep(const Kit& kit, const loop::Standing& standing);

// Merges new verdicts into the saved standing. `sources`: sources_of before the build, because a file that was edited since then was not
// judged. `hinted`: the report has shown the first hint of each failed check, so `lab hint` continues with the second.
void keep_verdicts(const Kit& kit, const rubric::Lab& lab, const std::vector<trace::Verdict>& verdicts, const loop::Fingerprints& sources,
                   bool hinted);

// Whether the saved verdicts give all the points to the lab's files in labs/ as they are now.
bool is_done(const Kit& kit, const rubric::Lab& lab);

// The lab's handout in the kit: "handouts/05.en.md", or a page in a student kit, "handouts/05.en.html".
std::string handout_of(const Kit& kit, const rubric::Lab& lab, text::Language language);

// One line that names the lab to do after `lab`, for a student who has finished it; "" if it is not done, or all labs are.
std::string next_lab_line(const Kit& kit, const rubric::Lab& lab, text::Language language);

// Why the saved verdicts may be out of date, as a sentence: files have changed, or the kit has. "" if they are not, or none are saved.
std::string stale_because(const Kit& kit, const rubric::Lab& lab, const loop::Standing& standing, text::Language language);

}  // namespace lab::cli
