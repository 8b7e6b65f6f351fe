// Divides submissions among workers, keeps what they wrote as units, and writes the tables.
#include "cli/class_grade.h"

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include "class/changes.h"
#include "class/copies.h"
#include "class/results.h"
#include "class/unpack.h"
#include "cli/host.h"
#include "cli/paragraph.h"
#include "cli/progress.h"
#include "cli/work_folder.h"
#include "cli/write_file.h"
#include "compile/parallel.h"
#include "compile/process.h"
#include "loop/sources.h"
#include "rubric/rubric.h"
#include "text/path.h"
#include "text/problem.h"

namespace lab::cli {
namespace {

namespace fs = std::filesystem;
using classes::HandIn;
using classes::Unit;
using text::sentence;

// All that recordings depend on besides the submission.
std::string identity(const Kit& kit, const UnitOptions& options) {
  std::string all = LAB_VERSION;
  for (const fs::path& program :
       {own_program(), kit.windows_programs / "stage.exe", kit.windows_programs / "probe.dll", kit.windows_programs / "standin.exe"})
    all += " " + loop::fingerprint(program);
  for (const std::string& lab : options.labs) all += " " + lab;
  return all + (options.no_box ? " without a sandbox" : "");
}

// What became of the submissions, counted by several workers at once.
class Tally {
 public:
  void add_graded() { ++graded_; }
  void add_judged_again() { ++judged_again_; }
  void add_kept() { ++kept_; }
  // `said`: why it was not graded.
  void add_trouble(const std::string& student, const std::string& said) {
    const std::lock_guard<std::mutex> lock(mutex_);
    troubles_.push_back({student, said});
  }

  // Writes what is made of all units (class_outputs.h), and says how things stand. Returns the exit status.
  int tell(const Kit& kit, std::size_t all, const classes::Results& results, const OutputOptions& outputs, const Reports& reports) const {
    const text::Language language = reports.language;
    const fs::path gradebook = results.folder() / "gradebook.csv";
    const int open = write_outputs(kit, results, outputs, reports);
    for (const auto& [student, said] : troubles_)
      print_paragraph(sentence(language, "class_not_graded", {{"student", student}, {"said", said}}));
    print_paragraph(sentence(language, "class_graded",
                             {{"graded", graded_.load()},
                              {"again", judged_again_.load()},
                              {"kept", kept_.load()},
                              {"left", all - graded_ - judged_again_ - kept_},
                              {"file", text::utf8(gradebook)}}));
    if (open > 0) print_paragraph(sentence(language, "class_open", {{"open", open}}));
    return troubles_.empty() ? kAllJudged : kTryAgain;
  }

 private:
  std::atomic<std::size_t> graded_{0}, judged_again_{0}, kept_{0};
  std::mutex mutex_;
  std::vector<std::pair<std::string, std::string>> troubles_;
};

// Which worker does something, and the processor that is its own.
struct Worker {
  int number = 0;
  std::optional<int> processor;
};

void divide(std::size_t count, int jobs, const std::function<void(std::size_t, const Worker&)>& work) {
  const std::vector<int> processors = processors_of_their_own();
  compile::in_parallel(count, jobs, [&](std::size_t at, int number) {
    Worker worker{number, {}};
    if (!processors.empty()) worker.processor = processors[static_cast<std::size_t>(number) % processors.size()];
    work(at, worker);
  });
}

}  // namespace

int grade_class(const Kit& kit, const std::vector<HandIn>& hand_ins, const fs::path& out, const UnitOptions& options,
                const OutputOptions& outputs, int jobs, const Reports& reports) {
  const classes::Results results(out);
  results.keep_for(options.labs);
  const std::string grader = identity(kit, options), rubric = rubric::hash(kit.labs);
  std::map<std::string, std::vector<std::string>> programs;
  for (const std::string& number : options.labs) programs[number] = rubric::numbered(kit.labs, number)->programs;
  const WorkFolder work;
  Tally tally;
  const auto grade = [&](const HandIn& hand_in, const Worker& worker) {
    const WorkFolder folder(work.path() / std::to_string(worker.number));
    const fs::path files = folder.path() / classes::folder_name(hand_in.id);
    HandIn known = hand_in;
    for (classes::Finding& finding : classes::unpack(hand_in, files)) known.findings.push_back(std::move(finding));
    const std::string key = classes::key_of(files, grader);
    const std::optional<Unit> unit = results.find(known, key);
    if (unit && unit->result.value("rubric", "") == rubric) return tally.add_kept();
    const fs::path begun = unit ? fs::path() : results.begin(known);
    const std::string trouble =
        unit ? judge_unit(kit, results.unit(known), worker.processor) : check_unit(kit, files, begun, options, worker.processor);
    if (!trouble.empty()) return tally.add_trouble(hand_in.student, trouble);
    if (unit) return tally.add_judged_again();
    classes::keep_sources(files, programs, begun);
    results.finish(known, key);
    tally.add_graded();
  };
  ProgressLine progress(reports.language);
  progress.begin(sentence(reports.language, "class_grading"), hand_ins.size());
  std::atomic<std::size_t> done{0};
  const auto tell = [&] {
    progress.clear();
    return tally.tell(kit, hand_ins.size(), results, outputs, reports);
  };
  try {
    divide(hand_ins.size(), jobs, [&](std::size_t at, const Worker& worker) {
      grade(hand_ins[at], worker);
      progress.show(++done, hand_ins.size(), hand_ins[at].student);
    });
  } catch (const compile::Interrupted&) {
    tell();
    std::fflush(stdout);
    throw;
  }
  return tell();
}

int regrade_class(const Kit& kit, const fs::path& out, int jobs, const Reports& reports) {
  if (!fs::is_directory(out / "units")) throw text::Problem("class_no_results", {{"folder", text::utf8(out)}});
  const classes::Results results(out);
  const std::vector<Unit> before = results.units();
  Tally tally;
  ProgressLine progress(reports.language);
  progress.begin(sentence(reports.language, "class_judging"), before.size());
  std::atomic<std::size_t> done{0};
  divide(before.size(), jobs, [&](std::size_t at, const Worker& worker) {
    const HandIn& hand_in = before[at].hand_in;
    const std::string trouble = judge_unit(kit, results.unit(hand_in), worker.processor);
    if (trouble.empty())
      tally.add_judged_again();
    else
      tally.add_trouble(hand_in.student, trouble);
    progress.show(++done, before.size(), hand_in.student);
  });
  progress.clear();
  std::vector<classes::Change> changes;
  for (const Unit& old : before)
    if (const std::optional<Unit> now = results.find(old.hand_in, old.key))
      for (classes::Change& change : classes::changes(old, *now)) changes.push_back(std::move(change));
  const fs::path table = out / "changes.csv";
  write_file(table, classes::change_table(changes));
  print_paragraph(sentence(reports.language, "class_changes", {{"changes", changes.size()}, {"file", text::utf8(table)}}));
  return tally.tell(kit, before.size(), results, {}, reports);
}

}  // namespace lab::cli
