// lab selftest: the grader judged by programs of which it is known what is wrong with them.
#include <fmt/core.h>

#include <algorithm>
#include <atomic>
#include <iostream>
#include <set>
#include <stdexcept>
#include <thread>
#include <utility>

#include "checks/judge.h"
#include "cli/commands.h"
#include "cli/progress.h"
#include "cli/record.h"
#include "cli/specimen.h"
#include "labs/labs.h"

namespace lab::cli {
namespace {

using checks::Judged;
using text::sentence;
using trace::Outcome;

// Keeps every core busy as long as it lives.
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

bool caught(Outcome outcome) { return outcome == Outcome::kFailed || outcome == Outcome::kTimedOut || outcome == Outcome::kCrashed; }

std::string listed(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : " ") + name;
  return out.empty() ? "-" : out;
}

// Everything about a verdict that must be the same in every repetition.
std::string fingerprint(const std::vector<Judged>& judged) {
  std::string out;
  for (const Judged& one : judged)
    out += one.check + "=" + trace::id(one.outcome) + (one.because ? ":" + std::string(one.because.id()) : "") + " ";
  return out;
}

// Where the solution of the same lab and the same repetition stands among the submissions.
std::size_t solution_of(const std::vector<Specimen>& all, std::size_t submission) {
  const std::size_t repetition = submission / all.size();
  for (std::size_t i = 0; i < all.size(); ++i)
    if (all[i].name == "solution" && all[i].entry.lab == all[submission % all.size()].entry.lab) return repetition * all.size() + i;
  throw std::logic_error("a lab without a solution");
}

// A specimen that has a program from the solution has that program's runs from there, too.
void lend_runs(const Entry& entry, const checks::Submission& solution, checks::Submission& to) {
  std::set<std::pair<std::string, std::string>> own;
  for (const trace::Run* run : to.runs) own.emplace(run->program, run->scenario);
  for (const trace::Run* run : solution.runs)
    if (std::count(entry.known.begin(), entry.known.end(), run->program) && !own.count({run->program, run->scenario}))
      to.runs.push_back(run);
}

struct Tally {
  std::size_t wrong = 0, killed = 0, right = 0, full = 0, differing = 0;
  std::set<std::string> killers;  // checks that caught some known-wrong program
};

// One repetition of one specimen against its first line; says what is not as it should be.
bool as_expected(const Specimen& specimen, const std::vector<Judged>& judged, Tally& tally, text::Language language) {
  std::vector<std::string> catching, broken;
  for (const Judged& one : judged) {
    if (caught(one.outcome)) catching.push_back(one.check);
    if (one.outcome == Outcome::kGraderError) broken.push_back(one.check + " (" + one.because.args.value("detail", "") + ")");
  }
  std::sort(catching.begin(), catching.end());
  bool good = broken.empty();
  if (specimen.any_failure)
    good = good && !catching.empty();
  else
    good = good && catching == specimen.caught_by;
  const bool all_passed = std::all_of(judged.begin(), judged.end(), [](const Judged& one) { return one.outcome == Outcome::kPassed; });
  if (!specimen.wrong) good = good && all_passed;
  if (specimen.wrong && !specimen.any_failure && good) tally.killers.insert(catching.begin(), catching.end());
  if (!good) {
    fmt::print("{}: {}\n", specimen.name, specimen.what);
    fmt::print("  {}\n", sentence(language, "selftest_expected", {{"checks", listed(specimen.caught_by)}}));
    fmt::print("  {}\n", sentence(language, "selftest_caught", {{"checks", listed(catching)}}));
    if (!broken.empty()) fmt::print("  {}\n", sentence(language, "selftest_broken", {{"checks", listed(broken)}}));
    for (const Judged& one : judged)
      if (one.outcome != Outcome::kPassed && !specimen.any_failure)
        fmt::print("    {} {} {}\n", one.check, trace::id(one.outcome), one.because ? trace::as_json(one.because).dump() : "");
  }
  return good;
}

}  // namespace

int selftest(const Kit& kit, const SelftestOptions& options) {
  require_solutions(kit, "selftest");
  const auto labs = kit.chosen(options.labs);
  const auto say = [&](const char* id, const nlohmann::json& args = nlohmann::json::object()) {
    return sentence(options.reports.language, id, args);
  };
  ProgressLine line(options.reports.language);
  std::vector<Specimen> all;
  for (const rubric::Lab* lab : labs) {
    line.begin(say("progress_compiling", {{"lab", lab->number}}));
    for (Specimen& specimen : specimens(kit, *lab, options.only, options.jobs)) all.push_back(std::move(specimen));
  }
  if (all.size() == labs.size() && options.only != "solution")
    throw std::invalid_argument(sentence(options.reports.language, "no_specimens", {{"name", options.only}}));

  // Recorded in portions, so that the runs' folders do not fill the disk; judged all at once.
  constexpr std::size_t kPortion = 60;
  std::vector<trace::Run> runs;
  {
    const BusyCores busy(options.busy);
    const std::size_t count = all.size() * static_cast<std::size_t>(options.repeat);
    line.begin(say("progress_selftest"), count);
    for (std::size_t from = 0; from < count; from += kPortion) {
      std::vector<Entry> entries;
      for (std::size_t i = from; i < std::min(count, from + kPortion); ++i) {
        entries.push_back(all[i % all.size()].entry);
        entries.back().submission = std::to_string(i);
      }
      const auto played = [&](std::size_t done, std::size_t of, const std::string& which) {
        line.show(from + entries.size() * done / of, count, which);
      };
      for (trace::Run& run : record(kit, entries, options.jobs, played)) runs.push_back(std::move(run));
    }
    line.clear();
  }
  std::vector<checks::Submission> submissions(all.size() * static_cast<std::size_t>(options.repeat));
  for (std::size_t i = 0; i < submissions.size(); ++i) submissions[i].name = all[i % all.size()].name;
  for (const trace::Run& run : runs) submissions.at(std::stoul(run.submission)).runs.push_back(&run);
  for (std::size_t i = 0; i < submissions.size(); ++i)
    lend_runs(all[i % all.size()].entry, submissions[solution_of(all, i)], submissions[i]);
  const auto judged = checks::judge(submissions, "", labs::reason);

  Tally tally;
  bool good = true;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Specimen& specimen = all[i];
    bool as_it_should = true;
    std::set<std::string> fingerprints;
    for (std::size_t j = i; j < judged.size(); j += all.size()) {
      fingerprints.insert(fingerprint(judged[j]));
      if (as_it_should) as_it_should = as_expected(specimen, judged[j], tally, options.reports.language);
    }
    if (fingerprints.size() > 1) {
      ++tally.differing;
      fmt::print("{}: {}\n", specimen.name, say("selftest_differing", {{"count", fingerprints.size()}, {"repeat", options.repeat}}));
      for (const std::string& one : fingerprints) fmt::print("  {}\n", one);
    }
    good = good && as_it_should && fingerprints.size() == 1;
    (specimen.wrong ? tally.wrong : tally.right) += 1;
    if (as_it_should) (specimen.wrong ? tally.killed : tally.full) += 1;
  }
  if (options.only.empty())
    for (const rubric::Lab* lab : labs)
      for (const rubric::Check& check : lab->checks)
        if (!tally.killers.count(check.id)) {
          good = false;
          fmt::print("{}: {}\n", check.id, say("selftest_no_killer"));
        }
  fmt::print("{}\n", say("selftest_score", {{"killed", tally.killed},
                                            {"wrong", tally.wrong},
                                            {"full", tally.full},
                                            {"right", tally.right},
                                            {"repeat", options.repeat},
                                            {"differing", tally.differing}}));
  return good ? 0 : 1;
}

}  // namespace lab::cli
