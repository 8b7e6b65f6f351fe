// lab check: builds programs, records their runs, and judges the recordings.
#include <fmt/core.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <set>
#include <stdexcept>

#include "box/other_user.h"
#include "box/sandbox.h"
#include "checks/judge.h"
#include "cli/borrowed.h"
#include "cli/commands.h"
#include "cli/correct_runs.h"
#include "cli/host.h"
#include "cli/missing.h"
#include "cli/progress.h"
#include "cli/record.h"
#include "cli/report_files.h"
#include "cli/run_files.h"
#include "cli/shared_options.h"
#include "cli/source_lines.h"
#include "cli/standings.h"
#include "compile/left_out.h"
#include "compile/source.h"
#include "labs/labs.h"
#include "report/belongs.h"
#include "report/report.h"
#include "text/path.h"
#include "text/problem.h"
#include "trace/run.h"

namespace lab::cli {
namespace {

namespace fs = std::filesystem;
using text::Language;
using text::sentence;

// The name for a folder's programs in reports and recordings: the name of the folder itself.
std::string name_of(const fs::path& folder) {
  const fs::path whole = fs::absolute(folder).lexically_normal();
  return text::utf8((whole.has_filename() ? whole : whole.parent_path()).filename());
}

}  // namespace

void require_known_check(const std::vector<const rubric::Lab*>& labs, const std::string& only, Language language) {
  std::string known;
  for (const rubric::Lab* lab : labs)
    for (const rubric::Check& check : lab->checks) {
      if (check.id.find(only) != std::string::npos) return;
      known += (known.empty() ? "" : ", ") + check.id;
    }
  throw std::invalid_argument(sentence(language, "unknown_check", {{"name", only}, {"checks", known}}));
}

trace::Result verdicts_on(const Kit& kit, const std::vector<trace::Run>& runs, const checks::Submission& submission,
                          const std::vector<checks::Judged>& judged, const std::vector<const rubric::Lab*>& labs, const std::string& only) {
  trace::Result result = checks::score(submission, judged, labs, only);
  report::point_to_todos(result, kit.labs, runs);
  result.grader = LAB_VERSION;
  result.rubric = rubric::hash(kit.labs);
  return result;
}

int report(const Kit& kit, const std::vector<trace::Run>& runs, const std::vector<const rubric::Lab*>& labs, const std::string& only,
           const Reports& reports) {
  checks::Submission submission;
  for (const trace::Run& run : runs) submission.runs.push_back(&run);
  if (!runs.empty()) submission.name = runs.front().submission;
  const auto judged = checks::judge({submission}, labs::reason);
  const trace::Result result = verdicts_on(kit, runs, submission, judged.front(), labs, only);
  report::Style style = style_of(reports);
  style.again = reports.again;
  style.judged = reports.judged;
  style.warnings = reports.warnings;
  style.all_warnings = reports.all_warnings;
  style.sources = reports.sources;
  style.correct = reports.correct;
  fmt::print("{}", report::console(result, kit.labs, runs, style));  // fmt switches Windows consoles to UTF-8, too
  std::fflush(stdout);
  if (reports.on_result) reports.on_result(result);
  write_report_files(reports.files, result, kit.labs, runs, style);
  return result.exit_status();
}

namespace {

void explain_missing_in(const fs::path& folder, Entry& entry) {
  std::vector<Entry> one{std::move(entry)};
  explain_missing(one, folder);
  entry = std::move(one.front());
}

// The verdict has already been reported, so if the disk is full, only the recordings are lost. With `for_student` this is an error: the
// verdicts of a class are saved together with their evidence, or not at all.
void keep_evidence(const std::vector<trace::Run>& runs, const Reports& reports, const fs::path& folder, bool for_student) {
  try {
    keep_runs(runs, folder);
    keep_warnings(reports.warnings, folder);
    if (for_student) keep_sources(reports.sources, folder);
  } catch (const text::Problem& error) {
    if (for_student) throw;
    fmt::print(stderr, "{}\n{}\n", error.in(reports.language), sentence(reports.language, "runs_not_kept"));
  }
}

struct CheckOptions {
  std::vector<std::string> labs;
  fs::path from;  // empty: labs/ or solutions/
  bool solutions = false;
  std::string only;
  fs::path runs;  // the folder to save the recordings in; empty: they are not saved
  ReportFiles files;
  bool for_student = false;  // the readers of the reports do not have the folder given with --from
  bool no_box = false;       // run other people's programs without a sandbox
  std::string as;            // ... with this user's rights; empty: with the caller's
  bool no_compare = false;   // pages show no comparison with a correct program
  bool warnings = false;     // show all compiler warnings, not only those that point to a mistake
  int jobs = default_jobs();
};

// How to run the programs. Throws text::Problem if this requires a sandbox and none can be created.
Playing playing(const CheckOptions& options) {
  if (options.from.empty()) return Playing::kOwn;
  if (!options.as.empty()) box::require_user(options.as);
  if (options.no_box || !has_sandboxes()) return Playing::kUnboxed;
  box::require_sandbox();
  return Playing::kBoxed;
}

int check(Kit kit, const CheckOptions& options, const Reports& asked) {
  if (options.solutions) require_solutions(kit, "--solutions");
  const Language language = asked.language;
  const auto labs = kit.chosen(options.labs);
  if (!options.only.empty()) require_known_check(labs, options.only, language);
  if (fs::is_regular_file(options.from)) throw text::Problem("from_is_a_file", {{"file", text::utf8(options.from)}});
  if (!options.from.empty() && !fs::is_directory(options.from)) throw text::Problem("path_missing", {{"path", text::utf8(options.from)}});
  require_writable(options.files);
  report::Unfinished unfinished;
  const auto tell_files = [&] { write_unfinished_files(options.files, unfinished, labs, language); };
  tell_files();
  kit.playing = playing(options);
  kit.player = options.as;
  const bool own = options.from.empty() && !options.solutions;  // the student's labs/: the results are saved for `lab`
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
    entry.programs = compile::build_programs(folder, lab->programs, kit.toolchain(), options.jobs, lab->number);
    entry.borrowed = options.from.empty() ? borrowed_from_shelf(kit, *lab, shelf, options.jobs)
                                          : compile::build_programs(folder, lab->borrows, kit.toolchain(), options.jobs, lab->number);
    entries.push_back(std::move(entry));
    if (options.from.empty()) explain_missing_in(folder, entries.back());
  }
  if (options.for_student)
    explain_missing(entries, options.from, name_of(options.from), compile::read_left_out(options.from));
  else if (!options.from.empty())
    explain_missing(entries, options.from);
  for (const Entry& entry : entries)
    for (const compile::Built& built : entry.programs)
      if (built.reason == "does_not_compile") unfinished.not_built.insert(entry.lab + "/" + built.program);
  tell_files();
  line.begin(sentence(language, "progress_starting"));
  std::vector<trace::Run> runs = record(kit, entries, options.jobs, [&](std::size_t played, std::size_t all, const std::string& which) {
    if (played == 1) line.begin(sentence(language, "progress_playing"), all);
    line.show(played, all, which);
    unfinished.played = played;
    unfinished.all = all;
    tell_files();
  });
  if (options.for_student) sort_as_files(runs);  // so that a page rewritten from them later is the same
  line.clear();
  Reports reports = asked;
  reports.files = options.files;
  reports.all_warnings = options.warnings;
  for (const Entry& entry : entries) reports.warnings.merge(warnings_of(entry));
  reports.sources = whole_sources(entries, runs);
  if (!options.no_compare && has_page(options.files)) reports.correct = correct_runs(kit, labs, language);
  if (options.for_student)
    reports.again.clear();
  else if (!own)
    reports.judged = report::Judged::kElsewhere;
  if (own)
    reports.on_result = [&](const trace::Result& result) {
      for (std::size_t i = 0; i < labs.size(); ++i) keep_verdicts(kit, *labs[i], result.labs[i].verdicts, sources[labs[i]->number], true);
      const bool all_done = std::all_of(labs.begin(), labs.end(), [&](const rubric::Lab* lab) { return is_done(kit, *lab); });
      if (all_done) fmt::print("{}", next_lab_line(kit, *labs.back(), language));
    };
  const int status = report(kit, runs, labs, options.only, reports);
  if (!options.runs.empty()) keep_evidence(runs, reports, options.runs, options.for_student);
  return status;
}

}  // namespace

Command check_command() {
  return {"check",
          {"judge programs: yours in labs/, or those of a folder", "labs/에 있는 내 프로그램이나 지정한 폴더의 프로그램을 채점합니다"},
          [](Options& add) -> Command::Run {
            const auto options = std::make_shared<CheckOptions>();
            add_labs(add, options->labs);
            const Option from =
                add.option("--from", options->from, {"a folder with .cpp sources or .exe files", ".cpp 소스나 .exe 파일이 있는 폴더"});
            add.flag("--for-student", options->for_student,
                     {"write reports as for the student's own kit, without the path of --from",
                      "보고서를 학생이 자기 키트에서 볼 때와 같은 형태로, --from의 경로 없이 만듭니다"})
                .needs(from);
            const Option no_box = add_no_box(add, options->no_box).needs(from);
            add.option("--as", options->as,
                       {"if there is no sandbox: compile and run the programs as this user; requires root",
                        "샌드박스 없이 실행할 때 프로그램을 이 사용자의 권한으로 컴파일하고 실행합니다. 루트 권한이 필요합니다"})
                .needs(no_box);
            add.flag("--solutions", options->solutions, {"judge the reference solutions", "모범 답안을 채점합니다"}).excludes(from);
            add_only(add, options->only);
            add.flag("--warnings", options->warnings, {"show all warnings of the compiler", "컴파일러 경고를 모두 보여 줍니다"});
            add.option("--runs", options->runs, {"keep the recordings in this folder", "실행 기록을 이 폴더에 남깁니다"});
            add_no_compare(add, options->no_compare);
            add_report_files(add, options->files);
            add_jobs(add, options->jobs);
            return [options](const Kit& kit, const Reports& reports) { return check(kit, *options, reports); };
          }};
}

}  // namespace lab::cli
