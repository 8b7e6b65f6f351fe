// lab selftest: tests the grader with programs whose mistakes are known.
#include <fmt/core.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <set>
#include <stdexcept>

#include "cli/commands.h"
#include "cli/first_differences.h"
#include "cli/misplaced.h"
#include "cli/mutants.h"
#include "cli/paragraph.h"
#include "cli/progress.h"
#include "cli/run_files.h"
#include "cli/shared_options.h"
#include "cli/specimen.h"
#include "cli/trial.h"

namespace lab::cli {
namespace {

using checks::Judged;
using text::sentence;
using trace::Outcome;

struct SelftestOptions {
  bool mutants = false;
  int sample = 0;
  std::vector<std::string> labs;
  std::string only;  // programs whose name contains this
  int repeat = 1;
  bool busy = false;           // keep every core busy during the test
  std::filesystem::path runs;  // the folder to save the recordings in; empty: they are not saved
  std::filesystem::path kept;  // ... or in which they were saved earlier: nothing is run
  int jobs = default_jobs();
};

std::string listed(const std::vector<std::string>& names) { return names.empty() ? "-" : fmt::format("{}", fmt::join(names, " ")); }

// The parts of a verdict that must be the same in every repetition.
std::string fingerprint(const std::vector<Judged>& judged) {
  std::string out;
  for (const Judged& one : judged)
    out += one.check + "=" + trace::id(one.outcome) + (one.because ? ":" + std::string(one.because.id()) : "") + " ";
  return out;
}

struct Tally {
  std::size_t wrong = 0, killed = 0, right = 0, full = 0, differing = 0;
  std::set<std::string> killers;  // checks that caught any known-wrong program
};

// Compares one repetition of a specimen with its first line; prints any differences.
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

// Compares all repetitions of the specimen all[number] with its first line and with each other; prints any differences.
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

// Whether each recorded call has the right source line; prints those that do not.
bool every_line_is_right(const std::vector<trace::Run>& runs, text::Language language) {
  const LineTally lines = lines_of_calls(runs);
  for (const std::string& one : lines.misplaced) fmt::print("{}\n", one);
  fmt::print("{}\n", sentence(language, "selftest_lines", {{"placed", lines.placed}, {"misplaced", lines.misplaced.size()}}));
  return lines.misplaced.empty();
}

// Whether each check caught a known-wrong program; prints those that did not.
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

// Saves each specimen's recordings in a separate folder: FOLDER/wrong/no_wait/05.
void keep_all(const std::vector<Specimen>& all, const std::vector<trace::Run>& runs, const std::filesystem::path& folder) {
  for (std::size_t i = 0; i < all.size(); ++i) {
    std::vector<trace::Run> own;
    for (const trace::Run& run : runs)
      if (run.submission == std::to_string(i)) own.push_back(run);
    keep_runs(own, folder / all[i].name);
  }
}

std::vector<trace::Run> kept_runs(const std::vector<Specimen>& all, const std::filesystem::path& folder, text::Language language) {
  std::vector<trace::Run> runs;
  for (std::size_t i = 0; i < all.size(); ++i)
    for (trace::Run& run : read_runs({folder / all[i].name / all[i].entry.lab}, true, language)) {
      run.submission = std::to_string(i);
      runs.push_back(std::move(run));
    }
  return runs;
}

// Prints for how many known-wrong programs the first difference from a correct run is what the reason refers to, and lists the others. This
// is reported, but not required: some reasons refer to the clearest of several calls, not the first one.
void tell_differences(const FirstDifferences& found, text::Language language) {
  for (const std::string& one : found.of_another) fmt::print("{}\n", one);
  print_paragraph(sentence(language, "selftest_differences",
                           {{"same", found.same},
                            {"same_line", found.same_line},
                            {"all", found.same + found.same_line + found.another},
                            {"no_moment", found.no_moment}}));
}

int selftest(const Kit& kit, const SelftestOptions& options, const Reports& reports) {
  require_solutions(kit, "selftest");
  if (options.mutants) return judge_mutants(kit, kit.chosen(options.labs), {options.only, options.sample, options.jobs}, reports.language);
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
  line.begin(sentence(language, "progress_selftest"));
  const std::vector<trace::Run> runs =
      !options.kept.empty() ? kept_runs(all, options.kept, language)
                            : play(kit, all, {options.repeat, options.jobs, options.busy},
                                   [&](std::size_t done, std::size_t count, const std::string& which) { line.show(done, count, which); });
  line.clear();
  if (!options.runs.empty()) keep_all(all, runs, options.runs);
  const auto judged = judge(all, runs, options.repeat);

  Tally tally;
  bool good = true;
  for (std::size_t i = 0; i < all.size(); ++i) good = as_expected_every_time(all, i, judged, tally, language) && good;
  good = every_line_is_right(runs, language) && good;
  if (options.only.empty()) {
    good = every_check_catches(labs, tally, language) && good;
    tell_differences(first_differences(all, runs, judged), language);
  }
  print_paragraph(sentence(language, "selftest_score",
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
          {"judge the kit's known-wrong and also-right programs", "키트의 known-wrong, also-right 프로그램을 채점합니다"},
          [](Options& add) -> Command::Run {
            const auto options = std::make_shared<SelftestOptions>();
            add_labs(add, options->labs);
            add.option(
                "--only", options->only,
                {"only programs whose name contains this; for several: A,B,C", "이름에 이 문자열이 들어간 프로그램만. 여럿이면 A,B,C"});
            add.option("--repeat", options->repeat,
                       {"how many times to record each; all verdicts must agree", "각 프로그램을 기록할 횟수. 판정이 모두 같아야 합니다"})
                .between(1, 100000);
            add.flag("--busy", options->busy, {"keep every core busy during the run", "실행하는 동안 모든 코어에 부하를 줍니다"});
            const Option mutants = add.flag("--mutants", options->mutants,
                                            {"judge single-edit copies of the solutions instead",
                                             "키트의 프로그램 대신, 모범 답안을 한 곳씩 바꾼 변이 프로그램을 채점합니다"});
            add.option("--sample", options->sample,
                       {"only this many of the mutants, different ones each day", "변이 프로그램을 이만큼만. 날마다 다른 것을 고릅니다"})
                .between(1, 100000)
                .needs(mutants);
            add.option("--runs", options->runs, {"keep the recordings in this folder", "실행 기록을 이 폴더에 남깁니다"}).excludes(mutants);
            add.option("--kept", options->kept,
                       {"judge the recordings that --runs kept in this folder, without running anything",
                        "아무것도 실행하지 않고, --runs로 이 폴더에 남긴 실행 기록을 채점합니다"})
                .excludes(mutants);
            add_jobs(add, options->jobs);
            return [options](const Kit& kit, const Reports& reports) { return selftest(kit, *options, reports); };
          }};
}

}  // namespace lab::cli
