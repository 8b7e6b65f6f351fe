// Compares two judgements.
#include "loop/changes.h"

#include <fmt/core.h>

#include <algorithm>

#include "report/columns.h"
#include "report/reason.h"

namespace lab::loop {
namespace {

using text::sentence;
using trace::Outcome;
using trace::Verdict;

constexpr int kBesideName = 26;  // columns for the mark, the outcome and the points

const char* colour_of(Outcome outcome) {
  if (outcome == Outcome::kPassed) return "32";
  return outcome == Outcome::kSkipped || outcome == Outcome::kNotGradable || outcome == Outcome::kGraderError ? "33" : "31";
}

std::string line(char mark, const Verdict& verdict, int name_width, const report::Style& style) {
  const std::string word = report::fitted(report::outcome_word(verdict.outcome, style.language), 12);
  const std::string toned = style.color ? fmt::format("\x1b[{}m{}\x1b[0m", colour_of(verdict.outcome), word) : word;
  return fmt::format("  {} {}  {} {:>3}/{}\n", mark, report::fitted(verdict.check, name_width), toned, verdict.points, verdict.max_points);
}

int widest(const std::vector<Verdict>& verdicts, int width, const report::Style& style) {
  for (const Verdict& verdict : verdicts) width = std::max(width, std::min(style.width - kBesideName, report::columns(verdict.check)));
  return width;
}

}  // namespace

Changes changes(const std::vector<Verdict>& before, const std::vector<Verdict>& after) {
  Changes found;
  for (const Verdict& verdict : before) found.score_before += verdict.points;
  for (const Verdict& verdict : after) {
    found.score += verdict.points;
    found.max_score += verdict.max_points;
    const auto old = std::find_if(before.begin(), before.end(), [&](const Verdict& one) { return one.check == verdict.check; });
    if (old == before.end() || old->outcome == verdict.outcome) continue;
    auto& list = verdict.outcome == Outcome::kPassed ? found.passed : old->outcome == Outcome::kPassed ? found.lost : found.others;
    list.push_back(verdict);
  }
  if (before.empty()) found.score_before = found.score;
  return found;
}

std::string text_of(const Changes& changes, const report::Style& style) {
  const int width = widest(changes.others, widest(changes.lost, widest(changes.passed, 0, style), style), style);
  std::string out;
  for (const Verdict& verdict : changes.passed) out += line('+', verdict, width, style);
  for (const Verdict& verdict : changes.lost) out += line('-', verdict, width, style);
  for (const Verdict& verdict : changes.others) out += line(' ', verdict, width, style);
  const int won = changes.score - changes.score_before;
  const nlohmann::json args = {{"score", changes.score}, {"max", changes.max_score}, {"won", fmt::format("{:+}", won)}};
  out += "  " + (won != 0 ? sentence(style.language, "loop_points_changed", args) : sentence(style.language, "loop_points", args)) + "\n";
  return out;
}

std::string list_of(const std::vector<Verdict>& verdicts, const report::Style& style) {
  std::string out;
  const int width = widest(verdicts, 0, style);
  for (const Verdict& verdict : verdicts) out += line(verdict.outcome == Outcome::kPassed ? '+' : ' ', verdict, width, style);
  return out;
}

}  // namespace lab::loop
