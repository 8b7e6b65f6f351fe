// Computes sums over verdicts.
#include "trace/verdict.h"

#include <algorithm>
#include <limits>

namespace lab::trace {
namespace {

bool is_unjudged(const Verdict& verdict) { return verdict.outcome == Outcome::kNotGradable || verdict.outcome == Outcome::kGraderError; }

// Whether the check was skipped because it needs a program with an unjudged check, or depends on an unjudged check.
bool waits_for_open(const Verdict& skipped, const std::vector<LabResult>& labs) {
  const Because& because = skipped.because;
  if (skipped.outcome != Outcome::kSkipped || !because) return false;
  const std::string checks = because.reason->needs_program ? because.args.at("program").get<std::string>() + "." : "";
  const std::string premise = because.args.value("check", "");
  return std::any_of(labs.begin(), labs.end(), [&](const LabResult& lab) {
    return std::any_of(lab.verdicts.begin(), lab.verdicts.end(), [&](const Verdict& verdict) {
      return is_unjudged(verdict) && (verdict.check == premise || (!checks.empty() && verdict.check.starts_with(checks)));
    });
  });
}

}  // namespace

std::vector<const Verdict*> to_fix(const std::vector<Verdict>& verdicts, const std::function<int(const std::string& check)>& step_of) {
  std::vector<const Verdict*> failing;
  for (const Verdict& verdict : verdicts)
    if (verdict.outcome != Outcome::kPassed && verdict.outcome != Outcome::kSkipped && verdict.outcome != Outcome::kGraderError)
      failing.push_back(&verdict);
  const auto place = [&](const Verdict* verdict) {
    const int step = step_of(verdict->check);
    return step > 0 ? step : std::numeric_limits<int>::max();
  };
  std::stable_sort(failing.begin(), failing.end(), [&](const Verdict* a, const Verdict* b) { return place(a) < place(b); });
  return failing;
}

int Result::score() const {
  int sum = 0;
  for (const LabResult& lab : labs) sum += lab.score;
  return sum;
}

int Result::max_score() const {
  int sum = 0;
  for (const LabResult& lab : labs) sum += lab.max_score;
  return sum;
}

int Result::unjudged_points() const {
  int points = 0;
  for (const LabResult& lab : labs) points += unjudged_points(lab);
  return points;
}

bool Result::is_open(const Verdict& verdict) const { return is_unjudged(verdict) || waits_for_open(verdict, labs); }

int Result::unjudged_points(const LabResult& lab) const {
  int points = 0;
  for (const Verdict& verdict : lab.verdicts)
    if (is_open(verdict)) points += verdict.max_points;
  return points;
}

bool Result::all_passed() const {
  return std::all_of(labs.begin(), labs.end(), [](const LabResult& lab) {
    return std::all_of(lab.verdicts.begin(), lab.verdicts.end(),
                       [](const Verdict& verdict) { return verdict.outcome == Outcome::kPassed; });
  });
}

int Result::exit_status() const {
  if (grader_failed()) return 2;
  if (all_passed()) return 0;
  const bool lost = std::any_of(labs.begin(), labs.end(), [](const LabResult& lab) {
    return std::any_of(lab.verdicts.begin(), lab.verdicts.end(), [](const Verdict& verdict) {
      return !is_unjudged(verdict) && verdict.outcome != Outcome::kPassed && verdict.outcome != Outcome::kSkipped;
    });
  });
  return !lost && unjudged_points() > 0 ? 3 : 1;
}

bool Result::grader_failed() const {
  return std::any_of(labs.begin(), labs.end(), [](const LabResult& lab) {
    return std::any_of(lab.verdicts.begin(), lab.verdicts.end(),
                       [](const Verdict& verdict) { return verdict.outcome == Outcome::kGraderError; });
  });
}

}  // namespace lab::trace
