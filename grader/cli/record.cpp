// The way to the stages and back.
#include "cli/record.h"

#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <future>
#include <map>
#include <mutex>
#include <optional>
#include <random>
#include <set>
#include <sstream>
#include <stdexcept>
#include <utility>

#include "cli/host.h"
#include "compile/process.h"
#include "labs/labs.h"
#include "loop/sources.h"
#include "scenario/scenario.h"
#include "text/problem.h"

namespace lab::cli {
namespace {

namespace fs = std::filesystem;
using scenario::Group;
using scenario::Scenario;
using trace::Run;

// What a run in the stage's input belongs to.
struct Planned {
  std::string submission, lab, program, scenario;
  bool may_be_left_out = false;
};

std::string key_of(const std::string& submission, const std::string& lab, const std::string& program, const std::string& scenario) {
  return submission + '\n' + lab + '\n' + program + '\n' + scenario;
}

// Which run it is the recording of, whatever follows its first line.
std::string key_in_header(const std::string& recording) {
  const auto run = nlohmann::json::parse(recording.substr(0, recording.find('\n')), nullptr, false);
  if (!run.is_object()) return "";
  return key_of(run.value("submission", ""), run.value("lab", ""), run.value("program", ""), run.value("scenario", ""));
}

// The same program gets the same random numbers every time: its verdict must not depend on luck.
std::uint64_t seed_of(const fs::path& exe) { return loop::content_hash(exe).value_or(0); }

// Whether every program that takes part in the scenario is one whose runs are known.
bool all_known(const Scenario& scenario, const Entry& entry) {
  const auto known = [&](const std::string& program) { return std::count(entry.known.begin(), entry.known.end(), program) > 0; };
  return known(scenario.program) && std::all_of(scenario.children.begin(), scenario.children.end(), known) &&
         std::all_of(scenario.peers.begin(), scenario.peers.end(), known);
}

// Whether it depends on what other runs of its group show.
bool may_be_left_out(const Scenario& scenario) { return scenario.only_after_finite_wait || scenario.only_after_finite_read; }

// Each has a Wine server of its own, of some 50 MB.
constexpr std::size_t kMostStages = 8;

// Has the runs played, by a stage for each processor where that is the fastest way.
class Staging {
 public:
  Staging(const Kit& kit, bool bare) : kit_(kit), bare_(bare), folder_(kit.work) {
    if (kit.windows_programs.empty()) throw text::Problem("stage_missing");
    bin_ = folder_.path() / "bin";
    fs::create_directory(bin_);
    for (const char* file : {"stage.exe", "probe.dll", "standin.exe"}) fs::copy_file(kit.windows_programs / file, bin_ / file);
    std::random_device random;
    key_ = fmt::format("{:08x}{:08x}", random(), random());  // no other grading on this machine may have it
  }

  void add(const Entry& entry) {
    Programs programs;
    std::vector<std::string> there;
    std::uint64_t seed = 0;
    for (const compile::Built& built : entry.programs) {
      if (!built.reason.empty()) continue;
      programs[built.program] = take(built);
      there.push_back(built.program);
      seed ^= seed_of(built.exe);
    }
    for (const compile::Built& built : entry.borrowed) {
      if (!built.reason.empty()) continue;
      programs[built.program] = take(built);
      there.push_back(built.program);
    }
    for (const Group& group : labs::groups_for(entry.lab, there, seed)) {
      const bool together = std::any_of(group.begin(), group.end(), may_be_left_out);
      Share share;
      for (const Scenario& scenario : group) {
        if (all_known(scenario, entry)) continue;
        share.line.push_back(lay_out(scenario, entry, programs));
        share.starts += starts_of(scenario);
        if (!together) shares_.push_back(std::exchange(share, {}));
      }
      if (!share.line.empty()) shares_.push_back(std::move(share));
    }
  }

  // Plays what was added, or, where there is a `prepare`, starts the stages first and plays what that adds. `on_run` gets each recording;
  // it and `progress` are called one at a time, but from other threads. Returns what a stage said when it did not end well, else "".
  std::string play(int jobs, const std::function<void()>& prepare, const Progress& progress, const std::function<void(Run)>& on_run) {
    if (!prepare && shares_.empty()) return "";
    std::vector<int> processors = processors_of_their_own();
    if (!processors.empty())  // other gradings at the same time should not all take the first ones
      std::rotate(processors.begin(), processors.begin() + static_cast<std::ptrdiff_t>(std::random_device()() % processors.size()),
                  processors.end());
    std::size_t stages = std::clamp<std::size_t>(std::min(processors.size(), static_cast<std::size_t>(jobs)), 1, kMostStages);
    if (!prepare) stages = std::min(stages, shares_.size());
    const int jobs_each = (jobs + static_cast<int>(stages) - 1) / static_cast<int>(stages);
    // Whichever stage comes first has it done, and the others wait for it.
    const std::shared_future<std::vector<std::string>> inputs = std::async(std::launch::deferred, [&] {
      if (prepare) prepare();
      return inputs_for(stages);
    });
    const auto on_played = [&](const std::string& recording) {
      const std::lock_guard<std::mutex> lock(mutex_);
      const std::string which = hand_on(recording, on_run);
      if (progress) progress(++played_, planned_.size(), which);
    };
    std::vector<std::future<std::string>> playing;
    for (std::size_t i = 0; i < stages; ++i) {
      const std::optional<int> processor = processors.empty() ? std::nullopt : std::optional(processors[i]);
      playing.push_back(std::async(std::launch::async, [this, inputs, i, jobs_each, processor, &on_played] {
        return play_on_stage([&] { return inputs.get()[i]; }, jobs_each, processor, on_played);
      }));
    }
    std::string trouble;
    for (std::future<std::string>& one : playing) {
      const std::string said = one.get();
      if (trouble.empty()) trouble = said;
    }
    return trouble;
  }

  const std::vector<Planned>& planned() const { return planned_; }
  // What is wrong with its recording, so that it cannot be read; "" where nothing is.
  std::string damage(const Planned& run) const {
    const auto found = damage_.find(key_of(run.submission, run.lab, run.program, run.scenario));
    return found == damage_.end() ? "" : found->second;
  }
  bool came_back(const Planned& run) const { return came_back_.count(key_of(run.submission, run.lab, run.program, run.scenario)) > 0; }

 private:
  // Runs that are played by one stage: the line that tells it of them, and how many programs they start at the most.
  struct Share {
    nlohmann::json line = nlohmann::json::array();
    std::size_t starts = 0;
  };

  static std::size_t starts_of(const Scenario& scenario) {
    return 1 + scenario.workers.size() + scenario.children.size() + scenario.peers.size();
  }

  // The shares, the largest first, each to the stage that has least to do.
  std::vector<std::string> inputs_for(std::size_t stages) {
    std::stable_sort(shares_.begin(), shares_.end(), [](const Share& a, const Share& b) { return a.starts > b.starts; });
    std::vector<std::string> inputs(stages);
    std::vector<std::size_t> starts(stages);
    for (const Share& share : shares_) {
      const auto least = static_cast<std::size_t>(std::min_element(starts.begin(), starts.end()) - starts.begin());
      inputs[least] += share.line.dump() + "\n";
      starts[least] += share.starts;
    }
    return inputs;
  }

  // `on_played` gets all that the stage wrote of a run.
  std::string play_on_stage(const std::function<std::string()>& input, int jobs, std::optional<int> processor,
                            const std::function<void(const std::string&)>& on_played) const {
    compile::Command command;
    command.argv = windows_command(kit_.root, bin_ / "stage.exe", processor);
    command.argv.insert(command.argv.end(), {"--jobs", std::to_string(jobs)});
    if (bare_) command.argv.push_back("--bare");
    command.folder = bin_;
    command.late_input = [&] {
      std::string lines = input();
      command.limit = std::chrono::seconds(60) + planned_.size() * std::chrono::seconds(15);
      return lines;
    };
    std::string lines;
    command.on_line = [&](std::string_view line) {
      if (line.find("{\"t\":\"played\"}") != std::string_view::npos)
        on_played(std::exchange(lines, ""));
      else
        lines.append(line).append("\n");
    };
    const compile::Finished finished = compile::run(command);
    if (finished.timed_out) return "the stage did not come to an end";
    return finished.exit_status == 0 ? "" : fmt::format("the stage ended with status {}: {}", finished.exit_status, finished.err);
  }

  // Hands on what a stage wrote of a run; returns which one it was.
  std::string hand_on(const std::string& lines, const std::function<void(Run)>& on_run) {
    std::istringstream recording(lines);
    std::string which;
    try {
      for (Run& run : trace::read(recording)) {
        which = run.program + " " + run.scenario;
        came_back_.insert(key_of(run.submission, run.lab, run.program, run.scenario));
        on_run(std::move(run));
      }
    } catch (const std::runtime_error& error) {  // a program can write nonsense into its own record; the others' runs go on
      damage_[key_in_header(lines)] = error.what();
    }
    return which;
  }

  struct Program {
    fs::path folder;  // holds it, and what must lie beside it
    bool from_source = false;
  };
  using Programs = std::map<std::string, Program>;

  Program take(const compile::Built& built) {
    const fs::path own = folder_.path() / fmt::format("programs.{}", programs_++);
    fs::create_directory(own);
    fs::copy_file(built.exe, own / (built.program + ".exe"));
    for (const fs::path& dll : built.beside) fs::copy_file(dll, own / dll.filename());
    return {own, built.from_source};
  }

  static void lay_beside(const Program& program, const fs::path& folder) {
    for (const auto& file : fs::directory_iterator(program.folder))
      fs::copy_file(file.path(), folder / file.path().filename(), fs::copy_options::skip_existing);
  }

  // Copies, never hard links: a program must not reach the student's file, and Wine takes two links to one file for one program, by the
  // name of either.
  nlohmann::json lay_out(Scenario scenario, const Entry& entry, const Programs& programs) {
    const fs::path folder = folder_.path() / fmt::format("{}.{}", key_, planned_.size());
    fs::create_directory(folder);
    const Program& actor = programs.at(scenario.program);
    lay_beside(actor, folder);
    for (const std::string& peer : scenario.peers) lay_beside(programs.at(peer), folder);
    for (const scenario::File& file : scenario.files) {
      const std::string real = file.as.substr(0, file.as.rfind('.'));
      const bool student = !file.program.empty() || (bare_ && programs.count(real) > 0);
      if (student)
        lay_beside(programs.at(real), folder);
      else
        fs::copy_file(bin_ / "standin.exe", folder / file.as);
    }
    planned_.push_back({entry.submission, entry.lab, scenario.program, scenario.name, may_be_left_out(scenario)});
    scenario.facts["built_from"] = actor.from_source ? "source" : "exe";
    return scenario::Assignment{std::move(scenario), entry.submission, entry.lab, windows_path(folder)};
  }

  const Kit& kit_;
  bool bare_;
  WorkFolder folder_;
  fs::path bin_;
  std::string key_;
  std::size_t programs_ = 0, played_ = 0;
  std::vector<Planned> planned_;
  std::vector<Share> shares_;
  std::set<std::string> came_back_;
  std::map<std::string, std::string> damage_;
  std::mutex mutex_;
};

Run without_recording(const Entry& entry, const compile::Built& built) {
  Run run;
  run.submission = entry.submission;
  run.lab = entry.lab;
  run.program = built.program;
  run.scenario = "build";
  const bool gradable_elsewhere = built.reason == "32_bit" || built.reason == "arm64" || built.reason == "dll" ||
                                  built.reason == "not_a_program" || built.reason == "unreadable";
  run.outcome = gradable_elsewhere ? Run::Outcome::kNotGradable : Run::Outcome::kNotBuilt;
  run.reason = built.reason;
  run.detail = built.log;
  if (built.reason == "missing") run.facts["folder"] = built.found.string();  // where it was looked for
  return run;
}

void add(Staging& staging, const std::vector<Entry>& entries, std::vector<Run>& runs) {
  for (const Entry& entry : entries) {
    staging.add(entry);
    for (const compile::Built& built : entry.programs)
      if (!built.reason.empty()) runs.push_back(without_recording(entry, built));
  }
}

// Every run that was planned comes back, in the order of the plan, as a grader error where the stage did not play it.
void play(Staging& staging, const std::function<void()>& prepare, int jobs, const Progress& progress, std::vector<Run>& runs) {
  const std::string trouble = staging.play(jobs, prepare, progress, [&](Run run) { runs.push_back(std::move(run)); });
  std::map<std::string, std::size_t> order;
  for (const Planned& run : staging.planned()) order.emplace(key_of(run.submission, run.lab, run.program, run.scenario), order.size() + 1);
  const auto place = [&](const Run& run) {  // programs that are not there come first
    const auto found = order.find(key_of(run.submission, run.lab, run.program, run.scenario));
    return found == order.end() ? 0 : found->second;
  };
  std::stable_sort(runs.begin(), runs.end(), [&](const Run& a, const Run& b) { return place(a) < place(b); });
  for (const Planned& planned : staging.planned()) {
    const std::string damage = staging.damage(planned);
    if (staging.came_back(planned) || (planned.may_be_left_out && trouble.empty() && damage.empty())) continue;
    Run run;
    run.submission = planned.submission;
    run.lab = planned.lab;
    run.program = planned.program;
    run.scenario = planned.scenario;
    run.outcome = Run::Outcome::kGraderError;
    run.reason = damage.empty() ? "not_played" : "record_damaged";
    run.detail = !damage.empty() ? damage : !trouble.empty() ? trouble : "the stage did not play " + planned.scenario;
    runs.push_back(std::move(run));
  }
}

}  // namespace

WorkFolder::WorkFolder(const fs::path& folder) : path_(folder.empty() ? make_work_folder() : folder) { fs::create_directories(path_); }

WorkFolder::~WorkFolder() {
  std::error_code error;
  fs::remove_all(path_, error);
}

std::vector<Run> record(const Kit& kit, const std::vector<Entry>& entries, int jobs, const Progress& progress) {
  Staging staging(kit, false);
  std::vector<Run> runs;
  add(staging, entries, runs);
  play(staging, nullptr, jobs, progress, runs);
  return runs;
}

std::vector<Run> record(const Kit& kit, const std::function<std::vector<Entry>()>& entries, int jobs, const Progress& progress) {
  Staging staging(kit, false);
  std::vector<Run> runs;
  play(
      staging, [&] { add(staging, entries(), runs); }, jobs, progress, runs);
  return runs;
}

Bare launch_bare(const Kit& kit, const std::vector<Entry>& entries, int jobs) {
  Staging staging(kit, true);
  for (const Entry& entry : entries) staging.add(entry);
  Bare bare;
  const auto began = std::chrono::steady_clock::now();
  const std::string trouble = staging.play(jobs, nullptr, nullptr, [](const Run&) {});
  bare.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  if (!trouble.empty()) throw std::runtime_error(trouble);
  bare.launches = staging.planned().size();
  return bare;
}

}  // namespace lab::cli
