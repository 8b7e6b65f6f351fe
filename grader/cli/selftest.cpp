// lab selftest: the grader judged by programs of which it is known what is wrong with them.
#include <fmt/core.h>

#include <algorithm>
#include <atomic>
#include <iostream>
#include <memory>
#include <set>
#include <stdexcept>
#include <thread>
#include <utility>

#include "checks/judge.h"
#include "cli/commands.h"
#include "cli/progress.h"
#include "cli/record.h"
#include "cli/shared_options.h"
#include "cli/specimen.h"
#include "labs/labs.h"

namespace lab::cli {
namespace {

using checks::Judged;
using text::sentence;
using trace::Outcome;

struct SelftestOptions {
  std::vector<std::string> labs;
  std::string only;  // programs whose name contains this
  int repeat = 1;
  bool busy = false;  // keep every core busy meanwhile
  int jobs = default_jobs();
};

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

// Records every specimen as often as the options say; a run's submission is the number of its repetition among all.
std::vector<trace::Run> record_all(const Kit& kit, const std::vector<Specimen>& all, const SelftestOptions& options, ProgressLine& line,
                                   text::Language language) {
  constexpr std::size_t kPortion = 60;  // the runs' folders must not fill the disk
  std::vector<trace::Run> runs;
  const BusyCores busy(options.busy);
  const std::size_t count = all.size() * static_cast<std::size_t>(options.repeat);
  line.begin(sentence(language, "progress_selftest"), count);
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
  return runs;
}

// The verdicts of each repetition of each specimen, in the order of record_all; judged all at once (checks/judge.h).
std::vector<std::vector<Judged>> judge_all(const std::vector<Specimen>& all, const std::vector<trace::Run>& runs, int repeat) {
  std::vector<checks::Submission> submissions(all.size() * static_cast<std::size_t>(repeat));
  for (std::size_t i = 0; i < submissions.size(); ++i) submissions[i].name = all[i % all.size()].name;
  for (const trace::Run& run : runs) submissions.at(std::stoul(run.submission)).runs.push_back(&run);
  for (std::size_t i = 0; i < submissions.size(); ++i)
    lend_runs(all[i % all.size()].entry, submissions[solution_of(all, i)], submissions[i]);
  return checks::judge(submissions, "", labs::reason);
}

// All repetitions of the specimen all[number] against its first line and against each other; says what is not as it should be.
bool as_expected_every_time(const std::vector<Specimen>& all, std::size_t number, const std::vector<std::vector<Judged>>& judged,
                            Tally& tally, text::Language language) {
  const Specimen& specimen = all[number];
  bool as_it_should = true;
  std::set<std::string> fingerprints;
  for (std::size_t i = number; i < judged.size(); i += all.size()) {
    fingerprints.insert(fingerprint(judged[i]));
    if (as_it_should) as_it_should = as_expected(specimen, judged[i], tally, language);
  }
  if (fingerprints.size() > 1) {
    ++tally.differing;
    const std::size_t repeat = judged.size() / all.size();
    fmt::print("{}: {}\n", specimen.name, sentence(language, "selftest_differing", {{"count", fingerprints.size()}, {"repeat", repeat}}));
    for (const std::string& one : fingerprints) fmt::print("  {}\n", one);
  }
  (specimen.wrong ? tally.wrong : tally.right) += 1;
  if (as_it_should) (specimen.wrong ? tally.killed : tally.full) += 1;
  return as_it_should && fingerprints.size() == 1;
}

// Whether each check caught some known-wrong program; says which did not.
bool every_check_catches(const std::vector<const rubric::Lab*>& labs, const Tally& tally, text::Language language) {
  bool good = true;
  for (const rubric::Lab* lab : labs)
    for (const rubric::Check& check : lab->checks)
      if (!tally.killers.count(check.id)) {
        good = false;
        fmt::print("{}: {}\n", check.id, sentence(language, "selftest_no_killer"));
      }
  return good;
}

int selftest(const Kit& kit, const SelftestOptions& options, const Reports& reports) {
  require_solutions(kit, "selftest");
  const text::Language language = reports.language;
  const auto labs = kit.chosen(options.labs);
  ProgressLine line(language);
  std::vector<Specimen> all;
  for (const rubric::Lab* lab : labs) {
    line.begin(sentence(language, "progress_compiling", {{"lab", lab->number}}));
    for (Specimen& specimen : specimens(kit, *lab, options.only, options.jobs)) all.push_back(std::move(specimen));
  }
  if (all.size() == labs.size() && options.only != "solution")
    throw std::invalid_argument(sentence(language, "no_specimens", {{"name", options.only}}));
  const std::vector<trace::Run> runs = record_all(kit, all, options, line, language);
  const auto judged = judge_all(all, runs, options.repeat);

  Tally tally;
  bool good = true;
  for (std::size_t i = 0; i < all.size(); ++i) good = as_expected_every_time(all, i, judged, tally, language) && good;
  if (options.only.empty()) good = every_check_catches(labs, tally, language) && good;
  fmt::print("{}\n", sentence(language, "selftest_score",
                              {{"killed", tally.killed},
                               {"wrong", tally.wrong},
                               {"full", tally.full},
                               {"right", tally.right},
                               {"repeat", options.repeat},
                               {"differing", tally.differing}}));
  return good ? 0 : 1;
}

}  // namespace

Command selftest_command() {
  return {"selftest",
          {"judge the known-wrong and also-right programs of the kit", "키트의 known-wrong, also-right 프로그램을 채점합니다"},
          [](Options& add) -> Command::Run {
            const auto options = std::make_shared<SelftestOptions>();
            add_labs(add, options->labs);
            add.option("--only", options->only,
                       {"only programs whose name contains this; several: A,B,C", "이름에 이 글자가 들어간 프로그램만. 여럿이면 A,B,C"});
            add.option(
                   "--repeat", options->repeat,
                   {"record each so many times; all verdicts must agree", "하나를 이만큼 되풀이해 기록합니다. 판정이 모두 같아야 합니다"})
                .between(1, 100000);
            add.flag("--busy", options->busy, {"keep every core busy meanwhile", "그동안 모든 코어를 바쁘게 합니다"});
            add_jobs(add, options->jobs);
            return [options](const Kit& kit, const Reports& reports) { return selftest(kit, *options, reports); };
          }};
}

}  // namespace lab::cli
