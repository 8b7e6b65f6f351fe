// Selects hints and generates their texts.
#include "loop/hints.h"

#include <fmt/core.h>

#include <algorithm>

#include "report/columns.h"
#include "report/reason.h"

namespace lab::loop {

int hints_to_show(int shown, int all, int asked) { return std::clamp(asked > 0 ? asked : shown + 1, 0, all); }

const rubric::Check* check_to_hint_at(const rubric::Lab& lab, const Standing& standing) {
  if (const auto failing = to_fix(standing.verdicts, lab); !failing.empty()) {
    const auto failed_before = [&](const trace::Verdict* verdict) {
      return verdict->outcome == trace::Outcome::kNotBuilt && standing.hints.contains(verdict->check);
    };
    const auto next = std::find_if(failing.begin(), failing.end(), failed_before);
    const bool broke = failing.front()->outcome == trace::Outcome::kNotBuilt && next != failing.end();
    return lab.check((broke ? *next : failing.front())->check);
  }
  std::vector<trace::Verdict> open;  // no check fails: those that have not passed are treated as failing
  for (const rubric::Check& check : lab.checks) {
    const trace::Verdict* verdict = standing.verdict(check.id);
    if (!verdict || verdict->outcome != trace::Outcome::kPassed) open.push_back({check.id, trace::Outcome::kFailed, 0, check.points, {}});
  }
  const auto first = to_fix(open, lab);
  return first.empty() ? nullptr : lab.check(first.front()->check);
}

std::string hint_text(const rubric::Lab& lab, const rubric::Check& check, int asked, Standing& standing, const report::Style& style,
                      bool watching) {
  const text::Language language = style.language;
  const auto wrapped = [&](const std::string& text, int indent) { return report::wrapped(text, indent, style.width); };
  const auto say = [&](const char* id, const nlohmann::json& args = nlohmann::json::object()) {
    return text::sentence(language, id, args);
  };
  std::string out;
  const trace::Verdict* verdict = standing.verdict(check.id);
  const std::string outcome = verdict ? report::outcome_word(verdict->outcome, language) : say("loop_not_checked");
  const report::Hints hints = report::hints(lab, check, verdict ? verdict->because : trace::Because());
  const std::string where = hints.step > 0 ? "   " + say("report_step", {{"lab", lab.number}, {"step", hints.step}}) : "";
  out += wrapped(check.id + "   " + outcome + where, 0);
  out += wrapped(check.title.in(language), 2);
  if (verdict && report::about_an_earlier_step(verdict->because)) return out + wrapped(report::reason(verdict->because, language), 2);
  const std::string commands = fmt::format("    {} hint {}", style.command, lab.number);
  const bool passed = verdict && verdict->outcome == trace::Outcome::kPassed;
  if (passed && asked == 0) {
    const rubric::Check* const next = check_to_hint_at(lab, standing);
    if (!next) return out + wrapped(say("hint_passed"), 2);
    out += wrapped(say("hint_passed_next", {{"check", next->id}}), 2);
    return watching ? out : out + commands + style.options + "\n";
  }
  const int all = static_cast<int>(hints.texts.size());
  const auto before = standing.hints.find(check.id);
  const int shown = hints_to_show(before == standing.hints.end() ? 0 : before->second, all, asked);
  for (int i = 0; i < shown; ++i) out += wrapped(fmt::format("{}. {}", i + 1, hints.texts[static_cast<std::size_t>(i)].in(language)), 2);
  if (passed) return out;
  standing.hints[check.id] = std::max(shown, before == standing.hints.end() ? 0 : before->second);
  const nlohmann::json args = {{"left", all - shown}};
  const bool more = shown < all;
  if (watching) return out + wrapped(more ? say("hint_more_key", args) : say("hint_last_key"), 2);
  // Commands are on separate lines and never wrapped, so that they can be copied.
  out += wrapped(more ? say("hint_more", args) : say("hint_last"), 2);
  out += more ? fmt::format("{} {}{}\n", commands, check.id, style.options)
              : fmt::format("    {} check {} --runs my_runs{}\n", style.command, lab.number, style.options);
  return out;
}

}  // namespace lab::loop
