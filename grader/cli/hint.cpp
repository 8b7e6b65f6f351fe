// lab hint.
#include <fmt/core.h>

#include "cli/commands.h"
#include "cli/host.h"
#include "cli/standings.h"
#include "loop/changes.h"
#include "loop/hints.h"
#include "report/columns.h"
#include "report/reason.h"
#include "text/problem.h"

namespace lab::cli {
namespace {

namespace fs = std::filesystem;
using text::sentence;

// "AdderManager.WaitsForBothWorkers", or a part of it that fits one check, or several: then the first of them that has not passed.
const rubric::Check* named(const rubric::Lab& lab, const std::string& name, const loop::Standing& standing) {
  std::string known;
  const rubric::Check* first = nullptr;
  for (const rubric::Check& check : lab.checks) {
    known += (known.empty() ? "" : ", ") + check.id;
    if (check.id.find(name) == std::string::npos) continue;
    const trace::Verdict* verdict = standing.verdict(check.id);
    if (!verdict || verdict->outcome != trace::Outcome::kPassed) return &check;
    if (!first) first = &check;
  }
  if (!first) throw text::Problem("unknown_check", {{"name", name}, {"checks", known}});
  return first;
}

void list_checks(const rubric::Lab& lab, const loop::Standing& standing, text::Language language) {
  for (const rubric::Check& check : lab.checks) {
    const trace::Verdict* verdict = standing.verdict(check.id);
    const std::string outcome = verdict ? report::outcome_word(verdict->outcome, language) : sentence(language, "loop_not_checked");
    fmt::print("{}   {}\n{}", check.id, outcome, report::wrapped(check.title.in(language), 2, 80));
  }
}

}  // namespace

std::string solution_text(const Kit& kit, const rubric::Lab& lab, text::Language language) {
  const fs::path folder = kit.solutions_folder() / lab.name;
  if (!fs::is_directory(folder)) return report::wrapped(sentence(language, "hint_no_solution", {{"lab", lab.number}}), 0, 80);
  std::string out = sentence(language, "hint_solution", {{"lab", lab.number}}) + "\n";
  for (const auto& file : fs::directory_iterator(folder))
    if (file.path().extension() == ".cpp") out += fmt::format("  solutions/{}/{}\n", lab.name, file.path().filename().string());
  return out;
}

int hint(const Kit& kit, const std::string& lab_name, const HintOptions& options, const Reports& reports) {
  const rubric::Lab& lab = rubric::find_lab(kit.labs, lab_name);
  loop::Standing standing = standing_of(kit, lab);
  if (options.list) {
    list_checks(lab, standing, reports.language);
    return 0;
  }
  const std::string stale = stale_because(kit, lab, standing, reports.language);
  if (!stale.empty()) fmt::print("{}\n", report::wrapped(stale, 0, 80));
  const rubric::Check* check = options.check.empty() ? loop::check_to_hint_at(lab, standing) : named(lab, options.check, standing);
  if (!check) {
    fmt::print("{}", solution_text(kit, lab, reports.language));
    return 0;
  }
  fmt::print("{}", loop::hint_text(lab, *check, options.count, standing, kit_command(), reports.language, reports.options));
  keep(kit, standing);
  return 0;
}

}  // namespace lab::cli
