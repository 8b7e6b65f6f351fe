// Saves and finds standings.
#include "cli/standings.h"

#include <algorithm>
#include <chrono>

#include "labs/labs.h"
#include "loop/next_lab.h"

namespace lab::cli {
namespace {

std::string kit_of(const rubric::Lab& lab) { return std::string(LAB_VERSION) + " " + rubric::hash({lab}); }

}  // namespace

loop::Fingerprints sources_of(const Kit& kit, const rubric::Lab& lab) {
  loop::Fingerprints all = loop::fingerprints(kit.labs_folder() / lab.name);
  for (const std::string& program : lab.borrows) {
    const std::string home = rubric::home_of(kit.labs, program)->name;
    for (const auto& [file, print] : loop::fingerprints(kit.labs_folder() / home)) all[home + "/" + file] = print;
  }
  return all;
}

loop::Standing standing_of(const Kit& kit, const rubric::Lab& lab) {
  return loop::read_standing(loop::standing_file(kit.standings_folder(), lab.number), lab, labs::reason);
}

bool keep(const Kit& kit, const loop::Standing& standing) {
  return loop::write_standing(loop::standing_file(kit.standings_folder(), standing.lab), standing);
}

void keep_verdicts(const Kit& kit, const rubric::Lab& lab, const std::vector<trace::Verdict>& verdicts, const loop::Fingerprints& sources,
                   bool hinted) {
  loop::Standing standing = standing_of(kit, lab);
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  loop::take_verdicts(standing, verdicts, sources, kit_of(lab), std::chrono::duration_cast<std::chrono::seconds>(now).count());
  for (const trace::Verdict& verdict : verdicts)
    if (hinted && (verdict.outcome == trace::Outcome::kFailed || verdict.outcome == trace::Outcome::kTimedOut ||
                   verdict.outcome == trace::Outcome::kCrashed))
      standing.hints[verdict.check] = std::max(standing.hints[verdict.check], 1);
  keep(kit, standing);  // it is only advice: if it cannot be written, `lab` says that nothing was checked
}

std::string stale_because(const Kit& kit, const rubric::Lab& lab, const loop::Standing& standing, text::Language language) {
  if (!standing.judged()) return "";
  if (standing.kit != kit_of(lab)) return text::sentence(language, "stand_kit_changed");
  const std::vector<std::string> changed = loop::differing(standing.sources, sources_of(kit, lab));
  if (changed.empty()) return "";
  std::string names = changed.front();
  for (std::size_t i = 1; i < changed.size() && i < 3; ++i) names += ", " + changed[i];
  if (changed.size() > 3) names += ", ...";
  return text::sentence(language, "stand_changed", {{"files", names}});
}

std::string handout_of(const Kit& kit, const rubric::Lab& lab, text::Language language) {
  const std::string name = "handouts/" + lab.number + "." + text::code_of(language);
  std::error_code error;
  return std::filesystem::exists(kit.root / (name + ".html"), error) ? name + ".html" : name + ".md";
}

bool is_done(const Kit& kit, const rubric::Lab& lab) {
  const loop::Standing standing = standing_of(kit, lab);
  return loop::full_points(standing, lab) && stale_because(kit, lab, standing, text::Language::kEnglish).empty();
}

std::string next_lab_line(const Kit& kit, const rubric::Lab& lab, text::Language language) {
  if (!is_done(kit, lab)) return "";
  const rubric::Lab* const next = loop::next_lab(kit.labs, lab.number, [&](const rubric::Lab& one) { return is_done(kit, one); });
  return next ? text::sentence(language, "loop_next_lab", {{"lab", next->number}, {"handout", handout_of(kit, *next, language)}}) + "\n"
              : "";
}

}  // namespace lab::cli
