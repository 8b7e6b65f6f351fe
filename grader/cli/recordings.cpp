// Parses recordings, and finds out which ones are missing.
#include "cli/recordings.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <utility>

#include "cli/stage_report.h"

namespace lab::cli {
namespace {

using trace::Run;

std::string key_of(const Run& run) { return cli::key_of(run.submission, run.lab, run.program, run.scenario); }

Run not_recorded(const PlannedRun& planned, const std::string& damage, const Trouble& trouble) {
  Run run;
  run.submission = planned.submission;
  run.lab = planned.lab;
  run.program = planned.program;
  run.scenario = planned.scenario;
  run.outcome = trouble.by_program || !damage.empty() ? Run::Outcome::kNotGradable : Run::Outcome::kGraderError;
  run.reason = !damage.empty() ? "record_damaged" : trouble.by_program ? "stage_disturbed" : "not_played";
  run.detail = !damage.empty() ? damage : !trouble.what.empty() ? trouble.what : "the stage did not play " + planned.scenario;
  return run;
}

}  // namespace

void Recordings::take(const std::string& recording) {
  std::istringstream lines(recording);
  const std::string key = header_of(recording).key;
  try {
    std::vector<Run> runs = trace::read(lines);
    if (runs.size() != 1) throw std::runtime_error("several runs in one recording");
    if (!came_back_.insert(key).second) return;
    if (runs.front().reason == "reached_out") reached_out_.insert(key);
    runs_.push_back(std::move(runs.front()));
  } catch (const std::runtime_error& error) {  // a program can write nonsense into its own recording; this must not affect the others
    damage_[key] = error.what();
  }
}

bool Recordings::reached_out(const PlannedRun& run) const { return reached_out_.count(run.key()) > 0; }

void Recordings::forget(const PlannedRun& run) {
  std::erase_if(runs_, [&](const Run& one) { return key_of(one) == run.key(); });
  came_back_.erase(run.key());
  reached_out_.erase(run.key());
  damage_.erase(run.key());
}

std::vector<Run> Recordings::complete(const std::vector<PlannedRun>& planned, const Troubles& troubles, std::vector<Run> others) {
  std::vector<Run> runs = std::move(others);
  std::move(runs_.begin(), runs_.end(), std::back_inserter(runs));
  runs_.clear();
  std::map<std::string, std::size_t> order;
  for (const PlannedRun& run : planned) order.emplace(run.key(), order.size() + 1);
  const auto place = [&](const Run& run) {  // missing programs come first
    const auto found = order.find(key_of(run));
    return found == order.end() ? 0 : found->second;
  };
  std::stable_sort(runs.begin(), runs.end(), [&](const Run& a, const Run& b) { return place(a) < place(b); });
  for (const PlannedRun& one : planned) {
    const auto damage = damage_.find(one.key());
    const bool damaged = damage != damage_.end();
    const auto said = troubles.find(one.key());
    const Trouble trouble = said == troubles.end() ? Trouble() : said->second;
    if (came_back_.count(one.key()) > 0 || (one.may_be_left_out && trouble.what.empty() && !damaged)) continue;
    runs.push_back(not_recorded(one, damaged ? damage->second : "", trouble));
  }
  return runs;
}

}  // namespace lab::cli
