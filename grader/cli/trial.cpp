// Runs specimens in portions, and judges them all at once.
#include "cli/trial.h"

#include <algorithm>
#include <atomic>
#include <set>
#include <stdexcept>
#include <thread>
#include <utility>

#include "labs/labs.h"

namespace lab::cli {
namespace {

// Keeps every core busy during its lifetime.
class BusyCores {
 public:
  explicit BusyCores(bool wanted) {
    for (int i = 0; wanted && i < default_jobs(); ++i)
      threads_.emplace_back([this] {
        while (!stop_) {
        }
      });
  }
  ~BusyCores() {
    stop_ = true;
    for (std::thread& thread : threads_) thread.join();
  }
  BusyCores(const BusyCores&) = delete;
  BusyCores& operator=(const BusyCores&) = delete;

 private:
  std::atomic<bool> stop_{false};
  std::vector<std::thread> threads_;
};

// The index, among the submissions, of the solution for the same lab and repetition.
std::size_t solution_of(const std::vector<Specimen>& all, std::size_t submission) {
  const std::size_t repetition = submission / all.size();
  for (std::size_t i = 0; i < all.size(); ++i)
    if (all[i].name == "solution" && all[i].entry.lab == all[submission % all.size()].entry.lab) return repetition * all.size() + i;
  throw std::logic_error("a lab without a solution");
}

// A specimen with a program from the solution also gets the solution's runs of that program.
void lend_runs(const Entry& entry, const checks::Submission& solution, checks::Submission& to) {
  std::set<std::pair<std::string, std::string>> own;
  for (const trace::Run* run : to.runs) own.emplace(run->program, run->scenario);
  for (const trace::Run* run : solution.runs)
    if (std::count(entry.known.begin(), entry.known.end(), run->program) && !own.count({run->program, run->scenario}))
      to.runs.push_back(run);
}

}  // namespace

bool caught(trace::Outcome outcome) {
  using trace::Outcome;
  return outcome == Outcome::kFailed || outcome == Outcome::kTimedOut || outcome == Outcome::kCrashed;
}

std::vector<trace::Run> play(const Kit& kit, const std::vector<Specimen>& all, const Trial& trial, const Progress& progress) {
  constexpr std::size_t kPortion = 60;  // limits the disk space that the runs' folders use
  std::vector<trace::Run> runs;
  const BusyCores busy(trial.busy);
  const std::size_t count = all.size() * static_cast<std::size_t>(trial.repeat);
  for (std::size_t from = 0; from < count; from += kPortion) {
    std::vector<Entry> entries;
    for (std::size_t i = from; i < std::min(count, from + kPortion); ++i) {
      entries.push_back(all[i % all.size()].entry);
      entries.back().submission = std::to_string(i);
    }
    const auto played = [&](std::size_t done, std::size_t of, const std::string& which) {
      progress(from + entries.size() * done / of, count, which);
    };
    for (trace::Run& run : record(kit, entries, trial.jobs, played)) runs.push_back(std::move(run));
  }
  return runs;
}

std::vector<std::vector<checks::Judged>> judge(const std::vector<Specimen>& all, const std::vector<trace::Run>& runs, int repeat) {
  std::vector<checks::Submission> submissions(all.size() * static_cast<std::size_t>(repeat));
  for (std::size_t i = 0; i < submissions.size(); ++i) submissions[i].name = all[i % all.size()].name;
  for (const trace::Run& run : runs) submissions.at(std::stoul(run.submission)).runs.push_back(&run);
  for (std::size_t i = 0; i < submissions.size(); ++i)
    lend_runs(all[i % all.size()].entry, submissions[solution_of(all, i)], submissions[i]);
  return checks::judge(submissions, labs::reason);
}

}  // namespace lab::cli
