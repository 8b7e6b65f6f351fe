// Starts a check for each submission, keeps what it wrote as a unit, and writes the tables.
#include "cli/class_grade.h"

#include <fmt/core.h>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <future>
#include <iterator>
#include <mutex>
#include <optional>
#include <utility>

#include "class/gradebook.h"
#include "class/results.h"
#include "class/unpack.h"
#include "cli/host.h"
#include "cli/paragraph.h"
#include "cli/progress.h"
#include "cli/work_folder.h"
#include "cli/write_file.h"
#include "compile/process.h"
#include "rubric/rubric.h"
#include "text/hash.h"
#include "text/path.h"

namespace lab::cli {
namespace {

namespace fs = std::filesystem;
using classes::HandIn;
using text::sentence;

// A check limits each of its programs itself; one that takes longer than that is broken.
constexpr std::chrono::minutes kLongestCheck{30};

std::uint64_t hash_of_file(const fs::path& file, std::uint64_t before) {
  std::ifstream in(file, std::ios::binary);
  std::string block(1 << 16, '\0');
  while (in.read(block.data(), static_cast<std::streamsize>(block.size())) || in.gcount() > 0)
    before = text::hash(std::string_view(block).substr(0, static_cast<std::size_t>(in.gcount())), before);
  return before;
}

// All that verdicts depend on besides the submission.
std::string identity(const Kit& kit, const Grading& grading) {
  std::uint64_t programs = text::kHashOfNothing;
  for (const fs::path& file :
       {own_program(), kit.windows_programs / "stage.exe", kit.windows_programs / "probe.dll", kit.windows_programs / "standin.exe"})
    programs = hash_of_file(file, programs);
  std::string all = fmt::format("{} {:016x} {}", LAB_VERSION, programs, rubric::hash(kit.labs));
  for (const std::string& lab : grading.labs) all += " " + lab;
  return all + (grading.no_box ? " without a sandbox" : "");
}

// The end of what a check printed, on one line: why it did not finish.
std::string last_words(const std::string& printed) {
  constexpr std::size_t kMost = 300;
  std::string line = printed.size() > kMost ? "..." + printed.substr(printed.size() - kMost) : printed;
  for (char& c : line)
    if (static_cast<unsigned char>(c) < ' ') c = ' ';
  return line;
}

// What could not be graded, and what its check said of it.
struct Trouble {
  std::string student;
  std::string said;
};

class Class {
 public:
  Class(const Kit& kit, const std::vector<HandIn>& hand_ins, const Grading& grading, text::Language language)
      : kit_(kit), hand_ins_(hand_ins), grading_(grading), language_(language), results_(grading.out), grader_(identity(kit, grading)) {}

  void grade(ProgressLine& progress) {
    const std::vector<int> processors = processors_of_their_own();
    progress.begin(sentence(language_, "class_grading"), hand_ins_.size());
    std::vector<std::future<void>> workers;
    for (int i = 0; i < grading_.jobs; ++i) {
      const std::optional<int> processor =
          processors.empty() ? std::nullopt : std::optional(processors[static_cast<std::size_t>(i) % processors.size()]);
      workers.push_back(std::async(std::launch::async, [this, i, processor, &progress] {
        const StopsTheOthers stops{*this};
        const fs::path place = work_.path() / std::to_string(i);
        for (std::size_t next = next_++; next < hand_ins_.size(); next = next_++) {
          grade(hand_ins_[next], processor, place);
          progress.show(++done_, hand_ins_.size(), hand_ins_[next].student);
        }
      }));
    }
    for (std::future<void>& worker : workers) worker.get();
  }

  const classes::Results& results() const { return results_; }
  const std::vector<Trouble>& troubles() const { return troubles_; }
  std::size_t graded() const { return graded_; }
  std::size_t kept() const { return hand_ins_.size() - graded_ - troubles_.size(); }

 private:
  // A worker that ends by an exception leaves nothing for the others to begin.
  struct StopsTheOthers {
    Class& all;
    const int exceptions = std::uncaught_exceptions();
    ~StopsTheOthers() {
      if (std::uncaught_exceptions() > exceptions) all.next_ = all.hand_ins_.size();
    }
  };

  void grade(const HandIn& hand_in, std::optional<int> processor, const fs::path& place) {
    const WorkFolder folder(place);
    const fs::path files = folder.path() / classes::folder_name(hand_in.id);
    HandIn known = hand_in;
    for (classes::Finding& finding : classes::unpack(hand_in, files)) known.findings.push_back(std::move(finding));
    const std::string key = classes::key_of(files, grader_);
    if (results_.has(known, key)) return;
    const fs::path unit = results_.begin(known);
    const compile::Finished check = compile::run(check_of(files, unit, processor));
    const bool is_judged = check.exit_status == 0 || check.exit_status == 1 || check.exit_status == 3;
    if (is_judged && !check.timed_out && fs::exists(unit / classes::kResultFile)) {
      results_.finish(known, key);
      ++graded_;
      return;
    }
    const std::lock_guard<std::mutex> lock(mutex_);
    troubles_.push_back({hand_in.student, last_words(check.err.empty() ? check.out : check.err)});
  }

  compile::Command check_of(const fs::path& files, const fs::path& unit, std::optional<int> processor) const {
    compile::Command command;
    command.argv = worker_command(processor);
    command.argv.insert(command.argv.end(), {text::utf8(own_program()), "check"});
    command.argv.insert(command.argv.end(), grading_.labs.begin(), grading_.labs.end());
    const auto option = [&](const char* name, const fs::path& value) {
      command.argv.insert(command.argv.end(), {name, text::utf8(value)});
    };
    option("--from", files);
    option("--runs", unit / "runs");
    option("--json", unit / classes::kResultFile);
    option("--html", unit / "page.html");
    command.argv.insert(command.argv.end(), {"--jobs", "2"});  // the second starts while the first one ends
    if (grading_.no_box) command.argv.push_back("--no-box");
    command.environment["LAB_ROOT"] = text::utf8(kit_.root);
    command.limit = kLongestCheck;
    command.cleans_up = true;
    return command;
  }

  const Kit& kit_;
  const std::vector<HandIn>& hand_ins_;
  const Grading& grading_;
  const text::Language language_;
  const classes::Results results_;
  const std::string grader_;
  const WorkFolder work_;
  std::atomic<std::size_t> next_{0}, done_{0}, graded_{0};
  std::mutex mutex_;
  std::vector<Trouble> troubles_;
};

}  // namespace

int grade_class(const Kit& kit, const std::vector<HandIn>& hand_ins, const Grading& grading, const Reports& reports) {
  ProgressLine progress(reports.language);
  Class all(kit, hand_ins, grading, reports.language);
  all.grade(progress);
  progress.clear();
  const std::vector<classes::Unit> units = all.results().units();
  const fs::path gradebook = all.results().folder() / "gradebook.csv";
  write_file(gradebook, classes::gradebook(units));
  for (const Trouble& trouble : all.troubles())
    print_paragraph(sentence(reports.language, "class_not_graded", {{"student", trouble.student}, {"said", trouble.said}}));
  print_paragraph(
      sentence(reports.language, "class_graded",
               {{"graded", all.graded()}, {"kept", all.kept()}, {"left", all.troubles().size()}, {"file", text::utf8(gradebook)}}));
  return all.troubles().empty() ? kAllJudged : kTryAgain;
}

}  // namespace lab::cli
