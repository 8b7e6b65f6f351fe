// Distributes submissions among workers, saves their output as units, and writes the tables.
#include "cli/class_grade.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include "class/copies.h"
#include "class/names.h"
#include "class/results.h"
#include "class/unpack.h"
#include "cli/class_changes.h"
#include "cli/class_judge.h"
#include "cli/host.h"
#include "cli/paragraph.h"
#include "cli/progress.h"
#include "cli/work_folder.h"
#include "compile/left_out.h"
#include "compile/parallel.h"
#include "compile/process.h"
#include "loop/sources.h"
#include "rubric/rubric.h"
#include "text/hash.h"
#include "text/path.h"
#include "text/problem.h"

namespace lab::cli {
namespace {

namespace fs = std::filesystem;
using classes::HandIn;
using classes::Unit;
using text::sentence;

// Everything that recordings depend on, apart from the submission.
std::string identity(const Kit& kit, const UnitOptions& options) {
  std::string all = LAB_VERSION;
  for (const fs::path& program :
       {own_program(), kit.windows_programs / "stage.exe", kit.windows_programs / "probe.dll", kit.windows_programs / "standin.exe"})
    all += " " + loop::fingerprint(program);
  for (const std::string& lab : options.labs) all += " " + lab;
  return fmt::format("{:016x}", text::hash(all + (options.no_box ? " without a sandbox" : "")));
}

// The outcomes of the submissions, counted by several workers at once.
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

  // Writes the outputs of all units (class_outputs.h), and reports the state of the grading. Returns the exit status.
  int tell(const Kit& kit, std::size_t all, const classes::Results& results, const OutputOptions& outputs, const Reports& reports) const {
    const text::Language language = reports.language;
    bool written = true;
    int status = kAllJudged;
    try {
      status = write_outputs(kit, results, outputs, reports);
    } catch (const text::Problem& problem) {  // a full disk: the units are there, and the next call writes the rest
      print_problem(problem.in(language));
      written = false;
    } catch (const std::exception& error) {
      print_problem(error.what());
      written = false;
    }
    for (const auto& [student, said] : troubles_)
      print_paragraph(sentence(language, "class_not_graded", {{"student", student}, {"said", said}}));
    print_paragraph(sentence(language, "class_graded",
                             {{"graded", graded_.load()},
                              {"again", judged_again_.load()},
                              {"kept", kept_.load()},
                              {"left", all - graded_ - judged_again_ - kept_},
                              {"file", text::utf8(results.folder() / "gradebook.csv")}}));
    return troubles_.empty() && written ? status : kTryAgain;
  }

 private:
  std::atomic<std::size_t> graded_{0}, judged_again_{0}, kept_{0};
  std::mutex mutex_;
  std::vector<std::pair<std::string, std::string>> troubles_;
};

// A worker's number, and the processor that it is pinned to.
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

// The submissions that are being graded, for the progress line.
class InWork {
 public:
  InWork(ProgressLine& progress, std::size_t all) : progress_(progress), all_(all) {}

  void begin(const std::string& student) {
    const std::lock_guard<std::mutex> lock(mutex_);
    names_.push_back(student);
    show();
  }
  void end(const std::string& student) {
    const std::lock_guard<std::mutex> lock(mutex_);
    names_.erase(std::find(names_.begin(), names_.end(), student));
    ++done_;
    show();
  }

 private:
  void show() { progress_.show(done_, all_, text::listed(names_)); }

  ProgressLine& progress_;
  const std::size_t all_;
  std::mutex mutex_;
  std::size_t done_ = 0;
  std::vector<std::string> names_;
};

// The units whose recordings must be judged again, found by several workers at once.
class ToJudgeAgain {
 public:
  void add(const HandIn& hand_in) {
    const std::lock_guard<std::mutex> lock(mutex_);
    found_.push_back(hand_in);
  }
  std::vector<HandIn> in_order() {
    std::sort(found_.begin(), found_.end(), [](const HandIn& a, const HandIn& b) { return a.id < b.id; });
    return found_;
  }

 private:
  std::mutex mutex_;
  std::vector<HandIn> found_;
};

void judge_again(const Kit& kit, const classes::Results& results, const std::vector<HandIn>& hand_ins, bool no_compare, int jobs,
                 ProgressLine& progress, Tally& tally, text::Language language) {
  if (hand_ins.empty()) return;
  progress.begin(sentence(language, "class_judging"), hand_ins.size());
  std::vector<fs::path> units;
  for (const HandIn& hand_in : hand_ins) units.push_back(results.unit(hand_in));
  std::atomic<std::size_t> done{0};
  judge_units(kit, units, no_compare, jobs, [&](std::size_t at, const std::string& trouble) {
    if (trouble.empty())
      tally.add_judged_again();
    else
      tally.add_trouble(hand_ins[at].student, trouble);
    progress.show(++done, units.size(), hand_ins[at].student);
  });
}

}  // namespace

int grade_class(const Kit& kit, const std::vector<HandIn>& everybody, const fs::path& out, const UnitOptions& options,
                const classes::Shard& shard, const OutputOptions& outputs, int jobs, const Reports& reports) {
  const classes::Results results(out);
  classes::Class whole{options.labs, identity(kit, options), {}, shard};
  std::vector<HandIn> hand_ins;
  for (std::size_t at = 0; at < everybody.size(); ++at) {
    whole.students.push_back(everybody[at].id);
    if (shard.has(at)) hand_ins.push_back(everybody[at]);
  }
  results.require_same_people(everybody);
  results.keep_for(whole);
  const std::string rubric = rubric::hash(kit.labs);
  std::map<std::string, std::vector<std::string>> programs;
  for (const std::string& number : options.labs) programs[number] = rubric::numbered(kit.labs, number)->programs;
  const WorkFolder work;
  Tally tally;
  ToJudgeAgain again;
  const auto grade = [&](const HandIn& hand_in, const Worker& worker) {
    const WorkFolder folder(work.path() / std::to_string(worker.number));
    // The student's page shows this name.
    const fs::path files = folder.path() / text::path_of(classes::safe_name(hand_in.student));
    HandIn known = hand_in;
    for (classes::Finding& finding : classes::unpack(hand_in, files)) known.findings.push_back(std::move(finding));
    const compile::LeftOut left_out = classes::left_out(known.findings);
    compile::keep_left_out(left_out, files);
    const std::string key = classes::key_of(files, fmt::format("{} {}", whole.grader, fmt::join(left_out.names, "\n")));
    if (const std::optional<Unit> unit = results.find(known, key)) {
      if (unit->result.value("rubric", "") != rubric) return again.add(known);
      return tally.add_kept();
    }
    const fs::path begun = results.begin(known);
    const std::string trouble = check_unit(kit, files, begun, options, worker.processor);
    if (!trouble.empty()) return tally.add_trouble(hand_in.student, trouble);
    classes::keep_sources(files, programs, begun);
    results.finish(known, key);
    tally.add_graded();
  };
  ProgressLine progress(reports.language);
  progress.begin(sentence(reports.language, "class_grading"), hand_ins.size());
  InWork in_work(progress, hand_ins.size());
  const auto tell = [&] {
    progress.clear();
    return tally.tell(kit, hand_ins.size(), results, outputs, reports);
  };
  try {
    divide(hand_ins.size(), jobs, [&](std::size_t at, const Worker& worker) {
      const HandIn& hand_in = hand_ins[at];
      in_work.begin(hand_in.student);
      try {
        grade(hand_in, worker);
      } catch (const text::Problem& problem) {  // a full disk, an unreadable file: others may still be graded
        tally.add_trouble(hand_in.student, problem.in(reports.language));
      } catch (const std::exception& error) {
        tally.add_trouble(hand_in.student, std::string(error.what()) + ".");
      }
      in_work.end(hand_in.student);
    });
    judge_again(kit, results, again.in_order(), options.no_compare, jobs, progress, tally, reports.language);
  } catch (const compile::Interrupted&) {
    tell();
    print_paragraph(sentence(reports.language, "class_interrupted"));
    std::fflush(stdout);
    throw;
  }
  return tell();
}

int regrade_class(const Kit& kit, const fs::path& out, const OutputOptions& outputs, int jobs, const Reports& reports) {
  require_results(out);
  const classes::Results results(out);
  const std::vector<Unit> before = results.units();
  Tally tally;
  ProgressLine progress(reports.language);
  std::vector<HandIn> all;
  for (const Unit& unit : before) all.push_back(unit.hand_in);
  judge_again(kit, results, all, choices_in(out, outputs.chosen).no_compare, jobs, progress, tally, reports.language);
  progress.clear();
  tell_changes(before, results.units(), out / "changes.csv", reports.language);
  return tally.tell(kit, before.size(), results, outputs, reports);
}

}  // namespace lab::cli
