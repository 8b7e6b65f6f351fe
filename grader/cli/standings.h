// The verdicts that are kept of a student's own labs/, where they lie and how they come there.
#pragma once

#include <string>
#include <vector>

#include "cli/kit.h"
#include "loop/standing.h"
#include "text/text.h"
#include "trace/verdict.h"

namespace lab::cli {

// What a verdict about the lab in labs/ rests on: its folder, and the files of other labs' programs that it borrows.
loop::Fingerprints sources_of(const Kit& kit, const rubric::Lab& lab);

loop::Standing standing_of(const Kit& kit, const rubric::Lab& lab);
bool keep(const Kit& kit, const loop::Standing& standing);

// Takes what was judged just now into what is kept. `sources` are those from before the build: what was saved since is newer. `hinted`: the
// report showed the first hint of each check that failed, so the next one is another.
void keep_verdicts(const Kit& kit, const rubric::Lab& lab, const std::vector<trace::Verdict>& verdicts, const loop::Fingerprints& sources,
                   bool hinted);

// Why what is kept may no longer hold: the files that have changed, or that the kit has; "" when it holds, or nothing is kept.
std::string stale_because(const Kit& kit, const rubric::Lab& lab, const loop::Standing& standing, text::Language language);

}  // namespace lab::cli
