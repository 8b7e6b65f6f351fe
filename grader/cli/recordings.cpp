// Reads recordings, and finds out what is missing.
#include "cli/recordings.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>
#include <utility>

namespace lab::cli {
namespace {

using trace::Run;

std::string key_of(const Run& run) { return cli::key_of(run.submission, run.lab, run.program, run.scenario); }

// Which run it is the recording of, whatever follows its first line.
std::string key_in_header(const std::string& recording) {
  const auto run = nlohmann::json::parse(recording.substr(0, recording.find('\n')), nullptr, false);
  if (!run.is_object()) return "";
  return cli::key_of(run.value("submission", ""), run.value("lab", ""), run.value("program", ""), run.value("scenario", ""));
}

Run not_recorded(const PlannedRun& planned, const std::string& damage, const std::string& trouble) {
  Run run;
  run.submission = planned.submission;
  run.lab = planned.lab;
  run.program = planned.program;
  run.scenario = planned.scenario;
  run.outcome = Run::Outcome::kGraderError;
  run.reason = damage.empty() ? "not_played" : "record_damaged";
  run.detail = !damage.empty() ? damage : !trouble.empty() ? trouble : "the stage did not play " + planned.scenario;
  return run;
}

}  // namespace

std::string Recordings::take(const std::string& recording) {
  std::istringstream lines(recording);
  std::string which;
  try {
    for (Run& run : trace::read(lines)) {
      which = run.program + " " + run.scenario;
      if (came_back_.insert(key_of(run)).second) runs_.push_back(std::move(run));
    }
  } catch (const std::runtime_error& error) {  // a program can write nonsense into its own record; the others' runs go on
    damage_[key_in_header(recording)] = error.what();
  }
  return which;
}

std::vector<Run> Recordings::complete(const std::vector<PlannedRun>& planned, const Troubles& troubles, std::vector<Run> others) {
  std::vector<Run> runs = std::move(others);
  std::move(runs_.begin(), runs_.end(), std::back_inserter(runs));
  runs_.clear();
  std::map<std::string, std::size_t> order;
  for (const PlannedRun& run : planned) order.emplace(run.key(), order.size() + 1);
  const auto place = [&](const Run& run) {  // programs that are not there come first
    const auto found = order.find(key_of(run));
    return found == order.end() ? 0 : found->second;
  };
  std::stable_sort(runs.begin(), runs.end(), [&](const Run& a, const Run& b) { return place(a) < place(b); });
  for (const PlannedRun& one : planned) {
    const auto damage = damage_.find(one.key());
    const bool damaged = damage != damage_.end();
    const auto said = troubles.find(one.key());
    const std::string trouble = said == troubles.end() ? "" : said->second;
    if (came_back_.count(one.key()) > 0 || (one.may_be_left_out && trouble.empty() && !damaged)) continue;
    runs.push_back(not_recorded(one, damaged ? damage->second : "", trouble));
  }
  return runs;
}

}  // namespace lab::cli
