// lab check, lab judge, lab show.
#include <fmt/core.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <set>
#include <stdexcept>

#include "checks/judge.h"
#include "cli/borrowed.h"
#include "cli/commands.h"
#include "cli/host.h"
#include "cli/progress.h"
#include "cli/record.h"
#include "cli/standings.h"
#include "cli/write_file.h"
#include "compile/source.h"
#include "report/report.h"
#include "text/problem.h"
#include "trace/run.h"

namespace lab::cli {
namespace {

namespace fs = std::filesystem;
using text::Language;
using text::sentence;

void require_known_check(const std::vector<const rubric::Lab*>& labs, const std::string& only, Language language) {
  std::string known;
  for (const rubric::Lab* lab : labs)
    for (const rubric::Check& check : lab->checks) {
      if (check.id.find(only) != std::string::npos) return;
      known += (known.empty() ? "" : ", ") + check.id;
    }
  throw std::invalid_argument(sentence(language, "unknown_check", {{"name", only}, {"checks", known}}));
}

void keep_runs(const std::vector<trace::Run>& runs, const fs::path& folder, Language language) {
  std::error_code error;
  std::set<std::string> labs;
  for (const trace::Run& run : runs) labs.insert(run.lab);
  for (const std::string& lab : labs)  // recordings of an earlier check would be judged together with these
    for (const auto& old : fs::directory_iterator(folder / lab, error))
      if (old.path().extension() == ".jsonl") fs::remove(old.path(), error);
  for (const trace::Run& run : runs) {
    const fs::path file = folder / run.lab / (run.program + "." + run.scenario + ".jsonl");
    fs::create_directories(file.parent_path(), error);
    std::ofstream out(file, std::ios::binary);
    trace::write(out, run);
    if (!out.flush()) throw std::runtime_error(sentence(language, "file_not_written", {{"file", file.string()}}));
  }
}

// The name under which a folder's programs stand in reports and recordings: the folder's own.
std::string name_of(const fs::path& folder) {
  const fs::path whole = fs::absolute(folder).lexically_normal();
  return compile::utf8((whole.has_filename() ? whole : whole.parent_path()).filename());
}

// `one_check`: they must be those of one check, no two of one scenario.
std::vector<trace::Run> read_runs(const std::vector<fs::path>& paths, bool one_check, Language language) {
  std::vector<fs::path> files;
  for (const fs::path& path : paths) {
    if (!fs::is_directory(path)) {
      files.push_back(path);
      continue;
    }
    for (const auto& entry : fs::recursive_directory_iterator(path))
      if (entry.path().extension() == ".jsonl") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<trace::Run> runs;
  for (const fs::path& file : files) try {
      for (trace::Run& run : trace::read(file)) runs.push_back(std::move(run));
    } catch (const std::runtime_error& error) {
      throw std::runtime_error(sentence(language, "run_file_broken", {{"detail", error.what()}}));
    }
  std::set<std::string> seen;
  for (const trace::Run& run : runs)
    if (one_check && !seen.insert(run.lab + "/" + run.program + "/" + run.scenario).second)
      throw text::Problem("mixed_recordings", {{"program", run.program}, {"scenario", run.scenario}});
  if (runs.empty())
    throw std::runtime_error(sentence(language, "no_recordings", {{"folder", paths.empty() ? "" : paths.front().string()}}));
  return runs;
}

}  // namespace

int report(const Kit& kit, const std::vector<trace::Run>& runs, const std::vector<const rubric::Lab*>& labs, const std::string& only,
           const Reports& reports) {
  checks::Submission submission;
  for (const trace::Run& run : runs) submission.runs.push_back(&run);
  if (!runs.empty()) submission.name = runs.front().submission;
  const auto judged = checks::judge({submission}, only);
  trace::Result result = checks::score(submission, judged.front(), labs, only);
  result.grader = LAB_VERSION;
  result.rubric = rubric::hash(kit.labs);
  report::Style style;
  style.language = reports.language;
  style.color = reports.color;
  style.command = kit_command();
  style.options = reports.options;
  style.again = reports.again;
  fmt::print("{}", report::console(result, kit.labs, runs, style));  // of Windows' consoles, too, fmt asks for UTF-8
  std::fflush(stdout);
  if (reports.on_result) reports.on_result(result);
  if (!reports.json.empty()) write_file(reports.json, report::json(result).dump(2) + "\n");
  if (!reports.junit.empty()) write_file(reports.junit, report::junit(result, reports.language));
  if (!reports.html.empty()) write_file(reports.html, report::html(result, kit.labs, runs, style));
  return result.grader_failed() ? 2 : result.all_passed() ? 0 : 1;
}

int check(const Kit& kit, const CheckOptions& options) {
  if (options.solutions) require_solutions(kit, "--solutions");
  const Language language = options.reports.language;
  const auto labs = kit.chosen(options.labs);
  if (!options.only.empty()) require_known_check(labs, options.only, language);
  if (fs::is_regular_file(options.from)) throw text::Problem("from_is_a_file", {{"file", compile::utf8(options.from)}});
  if (!options.from.empty() && !fs::is_directory(options.from))
    throw std::invalid_argument(sentence(language, "folder_missing", {{"folder", options.from.string()}}));
  for (const std::string& file : {options.reports.json, options.reports.junit, options.reports.html})  // told before the work, not after it
    if (!file.empty() && !std::ofstream(file, std::ios::app)) throw text::Problem("file_not_written", {{"file", file}});
  const bool own = options.from.empty() && !options.solutions;  // the student's labs/: what comes out is kept for `lab`
  ProgressLine line(language);
  std::vector<Entry> entries;
  std::map<std::string, loop::Fingerprints> sources;  // by lab
  for (const rubric::Lab* lab : labs) {
    line.begin(sentence(language, "progress_compiling", {{"lab", lab->number}}));
    const fs::path shelf = options.solutions ? kit.solutions_folder() : kit.labs_folder();
    const fs::path folder = options.from.empty() ? shelf / lab->name : options.from;
    if (own) sources[lab->number] = sources_of(kit, *lab);
    Entry entry;
    entry.submission = name_of(folder);
    entry.lab = lab->number;
    entry.programs = compile::build_programs(folder, lab->programs, kit.toolchain(), options.jobs);
    entry.borrowed = options.from.empty() ? borrowed_from_shelf(kit, *lab, shelf, options.jobs)
                                          : compile::build_programs(folder, lab->borrows, kit.toolchain(), options.jobs);
    for (compile::Built& built : entry.programs)
      if (built.reason == "missing") built.found = folder;  // where it was looked for
    entries.push_back(std::move(entry));
  }
  line.begin(sentence(language, "progress_starting"));
  const std::vector<trace::Run> runs =
      record(kit, entries, options.jobs, [&](std::size_t played, std::size_t all, const std::string& which) {
        if (played == 1) line.begin(sentence(language, "progress_playing"), all);
        line.show(played, all, which);
      });
  line.clear();
  if (!options.runs.empty()) keep_runs(runs, options.runs, language);
  Reports reports = options.reports;
  if (own)
    reports.on_result = [&](const trace::Result& result) {
      for (std::size_t i = 0; i < labs.size(); ++i) keep_verdicts(kit, *labs[i], result.labs[i].verdicts, sources[labs[i]->number], true);
    };
  return report(kit, runs, labs, options.only, reports);
}

int judge(const Kit& kit, const std::vector<fs::path>& paths, const std::string& only, const Reports& reports) {
  const std::vector<trace::Run> runs = read_runs(paths, true, reports.language);
  std::vector<std::string> labs;
  for (const trace::Run& run : runs) labs.push_back(run.lab);
  const auto chosen = kit.chosen(labs);
  if (!only.empty()) require_known_check(chosen, only, reports.language);
  return report(kit, runs, chosen, only, reports);
}

int show(const std::vector<fs::path>& paths, const std::string& trace, const Reports& reports) {
  report::Style style;
  style.language = reports.language;
  style.color = reports.color;
  const std::vector<trace::Run> runs = read_runs(paths, false, reports.language);
  const auto write = [&](const std::string& file, const std::string& text, const char* sentence_of_it) {
    write_file(file, text);
    fmt::print("{}\n", sentence(style.language, sentence_of_it, {{"file", file}}));
  };
  if (!reports.html.empty()) write(reports.html, report::html(runs, style), "show_page_written");
  if (!trace.empty())
    write(trace, report::trace_events(runs).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n", "show_trace_written");
  if (!reports.html.empty() || !trace.empty()) return 0;
  for (const trace::Run& run : runs) fmt::print("{}\n", report::show(run, style));
  return 0;
}

}  // namespace lab::cli
