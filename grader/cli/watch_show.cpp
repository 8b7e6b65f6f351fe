// Prints the results of a judgement in `lab watch`.
#include <fmt/chrono.h>
#include <fmt/core.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <chrono>
#include <ctime>

#include "cli/commands.h"
#include "cli/host.h"
#include "cli/standings.h"
#include "cli/watch.h"
#include "labs/labs.h"
#include "loop/changes.h"
#include "loop/hints.h"
#include "report/reason.h"
#include "report/report.h"
#include "text/path.h"
#include "trace/run.h"

namespace lab::cli {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using trace::Outcome;
using trace::Verdict;

std::vector<Verdict> verdicts_in(const json& result) {
  std::vector<Verdict> verdicts;
  for (const json& check : result.at("labs").at(0).at("checks")) {
    Verdict verdict;
    verdict.check = check.at("id");
    verdict.outcome = trace::outcome_of(check.at("outcome").get<std::string>()).value_or(Outcome::kGraderError);
    verdict.points = check.at("points");
    verdict.max_points = check.at("max_points");
    verdict.because = trace::because_in(check.at("because"), labs::reason).value_or(trace::Because());
    verdicts.push_back(std::move(verdict));
  }
  return verdicts;
}

bool is_not_built(const Verdict& verdict) { return verdict.outcome == Outcome::kNotBuilt; }
// ... or the check needs another program, which was not built.
bool lacks_a_program(const Verdict& verdict) { return is_not_built(verdict) || (verdict.because && verdict.because.reason->needs_program); }

// Identifies the same reason in two judgements, regardless of when in the run it was seen.
std::string mark_of(const Verdict& verdict) {
  trace::Because because = verdict.because;
  because.order.reset();
  because.args.erase("at_ms");
  return trace::id(verdict.outcome) + trace::as_json(because).dump(-1, ' ', false, json::error_handler_t::replace);
}

// The check to fix first; otherwise, one on which the grader itself failed, or one that depends on such a check.
const Verdict* next_to_explain(const std::vector<Verdict>& verdicts, const rubric::Lab& lab) {
  if (const auto failing = loop::to_fix(verdicts, lab); !failing.empty()) return failing.front();
  for (const Verdict& verdict : verdicts)
    if (verdict.outcome != Outcome::kPassed) return &verdict;
  return nullptr;
}

std::string seconds(std::int64_t ms) { return fmt::format("{:.2f}", static_cast<double>(ms) / 1000); }

}  // namespace

std::string clock_time() { return fmt::format("{:%H:%M:%S}", fmt::localtime(std::time(nullptr))); }

void Watch::judged(const json& what) {
  std::vector<Verdict> now = verdicts_in(what.at("result"));
  Judged& last = judged_;
  const bool first = last.verdicts.empty();
  last.runs = text::path_of(what.at("runs").get<std::string>());
  last.warnings = what.at("warnings").get<std::map<std::string, std::string>>();

  const std::int64_t build_ms = what.at("build_ms");
  std::int64_t judge_ms = what.at("play_ms").get<std::int64_t>() + what.at("judge_ms").get<std::int64_t>();
  if (saved_at_ticks_ != 0) {  // from the save on, including all overhead
    const auto saved = fs::file_time_type(fs::file_time_type::duration(saved_at_ticks_));
    const auto since = fs::file_time_type::clock::now() - saved;
    const std::int64_t since_ms = std::chrono::duration_cast<std::chrono::milliseconds>(since).count() - build_ms;
    if (since_ms >= judge_ms && since_ms < 60'000) judge_ms = since_ms;  // a saved file may also keep an older time
  }
  saved_at_ticks_ = 0;
  const std::string names = fmt::format("{}", fmt::join(changed_, ", "));
  const json args = {{"time", clock_time()}, {"files", names}, {"build", seconds(build_ms)}, {"judge", seconds(judge_ms)}};
  tell("\n" + (names.empty() ? say("watch_judged", args) : say("watch_saved", args)));

  // A program that was not built says nothing about its checks, so they keep their previous state.
  const auto found = std::find_if(now.begin(), now.end(), is_not_built);
  const bool broken = found != now.end();
  if (broken) {
    explain(*found);
    shown_check_.clear();
    for (Verdict& verdict : now) {
      const auto old =
          std::find_if(last.verdicts.begin(), last.verdicts.end(), [&](const Verdict& one) { return one.check == verdict.check; });
      if (lacks_a_program(verdict) && old != last.verdicts.end()) verdict = *old;
    }
  }
  const loop::Changes changes = loop::changes(last.verdicts, now);
  const bool any = changes.any();
  last.verdicts = std::move(now);
  if (broken && !any) return;
  screen_.print(loop::text_of(changes, style_of(reports_)));
  if (const Verdict* next = next_to_explain(last.verdicts, lab_)) {
    if (next->check == shown_check_ && mark_of(*next) == shown_reason_)
      tell(say("watch_still", json{{"check", next->check}}), 2);
    else
      explain(*next);
  } else if (first || any) {
    shown_check_.clear();
    screen_.print("\n" + solution_text(kit_, lab_, style_of(reports_)));
  }
}

void Watch::explain(const Verdict& verdict) {
  std::vector<trace::Run> runs;
  std::error_code error;
  if (const fs::path& file = judged_.runs; fs::exists(file, error)) runs = trace::read(file);
  report::Style style = style_of(reports_);
  style.warnings = judged_.warnings;
  style.hints = false;  // hints are shown on request
  std::string text = report::explanation(verdict, lab_.number, kit_.labs, runs, style);
  while (text.ends_with("\n\n")) text.pop_back();
  screen_.print("\n" + text);
  shown_check_ = verdict.check;
  shown_reason_ = mark_of(verdict);
}

void Watch::show_next_one() {
  const std::vector<Verdict>& all = judged_.verdicts;
  std::vector<const Verdict*> open = loop::to_fix(all, lab_);
  for (const Verdict& verdict : all)
    if (verdict.outcome == Outcome::kGraderError) open.push_back(&verdict);
  if (open.empty()) return tell("\n" + say(all.empty() ? "watch_not_yet" : "watch_nothing_fails"));
  const auto shown = std::find_if(open.begin(), open.end(), [&](const Verdict* one) { return one->check == shown_check_; });
  explain(shown == open.end() || shown + 1 == open.end() ? *open.front() : **(shown + 1));
}

void Watch::list() {
  const std::vector<Verdict>& all = judged_.verdicts;
  if (all.empty()) return screen_.print("\n" + say("watch_not_yet") + "\n");
  screen_.print("\n" + loop::list_of(all, style_of(reports_)));
}

void Watch::hint() {
  loop::Standing standing = standing_of(kit_, lab_);
  const rubric::Check* check = lab_.check(shown_check_);
  if (!check) check = loop::check_to_hint_at(lab_, standing);
  if (!check) return screen_.print("\n" + say("watch_nothing_fails") + "\n");
  const report::Style style = style_of(reports_);
  const std::string broken = broken_program(kit_, lab_, *check, standing, style);
  screen_.print("\n" + broken + loop::hint_text(lab_, *check, 0, standing, style, true));
  keep(kit_, standing);
}

}  // namespace lab::cli
