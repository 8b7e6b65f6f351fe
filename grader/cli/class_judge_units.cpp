// lab judge-units: one of the processes that judge units for `lab regrade` (class_judge.h).
#include <fmt/core.h>

#include <cstdio>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "checks/judge.h"
#include "class/results.h"
#include "cli/class_judge.h"
#include "cli/commands.h"
#include "cli/correct_runs.h"
#include "cli/run_files.h"
#include "cli/shared_options.h"
#include "labs/labs.h"
#include "report/belongs.h"
#include "text/files.h"
#include "text/path.h"

namespace lab::cli {
namespace {

namespace fs = std::filesystem;

struct ToJudge {
  std::size_t number = 0;
  fs::path unit;
  std::vector<trace::Run> runs;
  std::vector<const rubric::Lab*> labs;
};

void tell(const char* what, std::size_t number) {
  fmt::print("{} {}\n", what, number);
  std::fflush(stdout);
}

void tell_broken(std::size_t number, const std::exception& why) {
  std::string line = why.what();
  for (char& c : line)
    if (c == '\n') c = ' ';
  fmt::print("broken {} {}\n", number, line);
  std::fflush(stdout);
}

std::vector<ToJudge> read_units(const Kit& kit, const nlohmann::json& folders, text::Language language) {
  std::vector<ToJudge> all;
  for (std::size_t number = 0; number < folders.size(); ++number) try {
      tell("judging", number);
      ToJudge one;
      one.number = number;
      one.unit = text::path_of(folders[number].get<std::string>());
      one.runs = read_runs({one.unit / classes::kRunsFolder}, true, language);
      std::vector<std::string> names;
      for (const trace::Run& run : one.runs) names.push_back(run.lab);
      one.labs = kit.chosen(names);
      all.push_back(std::move(one));
    } catch (const std::exception& error) {
      tell_broken(number, error);
    }
  return all;
}

// The file with the verdicts is renamed last: only then does the unit have its new verdicts. `style` contains what is the same for all
// units.
void write(const Kit& kit, const ToJudge& one, const trace::Result& result, report::Style& style) {
  style.warnings = read_warnings(one.unit / classes::kRunsFolder);
  style.sources = read_sources(one.unit / classes::kRunsFolder);
  const fs::path new_result = one.unit / ".result.json", new_page = one.unit / ".page.html";
  text::write_file(new_result, report::json(result).dump(2) + "\n");
  text::write_file(new_page, report::html(result, kit.labs, one.runs, style));
  fs::rename(new_page, one.unit / classes::kPageFile);
  fs::rename(new_result, one.unit / classes::kResultFile);
}

int judge_all(const Kit& kit, bool no_compare, const Reports& reports) {
  const std::string input{std::istreambuf_iterator<char>(std::cin), {}};
  const std::vector<ToJudge> all = read_units(kit, nlohmann::json::parse(input), reports.language);
  std::vector<checks::Submission> submissions;
  std::vector<std::string> labs;
  for (const ToJudge& one : all) {
    checks::Submission& submission = submissions.emplace_back();
    submission.name = one.runs.front().submission;
    for (const trace::Run& run : one.runs) submission.runs.push_back(&run);
    for (const rubric::Lab* lab : one.labs) labs.push_back(lab->number);
  }
  report::Style style = style_of(reports);
  if (!no_compare) style.correct = correct_runs(kit, kit.chosen(labs), reports.language);
  const auto judged = checks::judge(submissions, labs::reason, [&](std::size_t at) { tell("judging", all[at].number); });
  for (std::size_t at = 0; at < all.size(); ++at) try {
      tell("judging", all[at].number);
      write(kit, all[at], verdicts_on(kit, all[at].runs, submissions[at], judged[at], all[at].labs, ""), style);
      tell("judged", all[at].number);
    } catch (const std::exception& error) {
      tell_broken(all[at].number, error);
    }
  return 0;
}

}  // namespace

Command judge_units_command() {
  return {kJudgeUnits,
          {"part of regrade", "part of regrade"},
          [](Options& add) -> Command::Run {
            const auto no_compare = std::make_shared<bool>(false);
            add_no_compare(add, *no_compare);
            return [no_compare](const Kit& kit, const Reports& reports) { return judge_all(kit, *no_compare, reports); };
          },
          false};
}

}  // namespace lab::cli
