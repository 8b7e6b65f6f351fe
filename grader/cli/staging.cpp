// Distributes runs among stages, and starts the stages.
#include "cli/staging.h"

#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <filesystem>
#include <future>
#include <iterator>
#include <optional>
#include <random>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "box/other_user.h"
#include "box/stage_box.h"
#include "cli/host.h"
#include "cli/stage_report.h"
#include "compile/process.h"

namespace lab::cli {
namespace {

namespace fs = std::filesystem;

// Each stage has a separate Wine server that uses about 50 MB.
constexpr std::size_t kMostStages = 8;

// The stage limits each run itself, and prints something every second while it works; a stage that is silent for this long is broken.
constexpr std::chrono::seconds kLongestSilence{120};

// The input of a stage, and the keys of its runs.
struct Input {
  std::string lines;
  std::set<std::string> runs;

  void add(const Share& share, const RunLayout& layout) {
    lines += share.line.dump() + "\n";
    for (std::size_t i = 0; i < share.runs; ++i) runs.insert(layout.planned().at(share.first_run + i).key());
  }
};

// Distributes the shares, the largest first, each to the stage that has the least to do.
std::vector<Input> inputs_for(const RunLayout& layout, std::size_t stages) {
  std::vector<Share> shares = layout.shares();
  std::stable_sort(shares.begin(), shares.end(), [](const Share& a, const Share& b) { return a.starts > b.starts; });
  std::vector<Input> inputs(stages);
  std::vector<std::size_t> starts(stages);
  for (const Share& share : shares) {
    const auto least = static_cast<std::size_t>(std::min_element(starts.begin(), starts.end()) - starts.begin());
    inputs[least].add(share, layout);
    starts[least] += share.starts;
  }
  return inputs;
}

// Whether the stage, or the program that starts it, has reported why it cannot continue. A stage that was killed by a program reports
// nothing.
bool says_why(const std::string& errors) {
  for (const char* who : {"stage: ", "wine: ", "bwrap: "})
    if (errors.find(who) != std::string::npos) return true;
  return false;
}

// Returns what is wrong with a stage that has exited, if anything.
Trouble trouble_of(const compile::Finished& finished, const StageReport& report, bool bare) {
  if (report.is_forged()) return {"more runs were reported than the stage was given", true};
  if (finished.timed_out) return {"the stage stopped responding", false};
  if (finished.exit_status != 0)
    return {fmt::format("the stage ended with status {}: {}", finished.exit_status, finished.err), !says_why(finished.err)};
  if (!bare && !report.is_whole()) return {"the stage ended before it had carried out every run", true};
  return {};
}

Played play_on_stage(const Kit& kit, const RunLayout& layout, const std::function<Input()>& input, int jobs, std::optional<int> processor,
                     const OnPlayed& on_played) {
  std::vector<std::string> options{"--jobs", std::to_string(jobs)};
  if (layout.is_bare()) options.push_back("--bare");
  const fs::path stage = layout.bin() / "stage.exe";
  std::optional<box::StageBox> box;
  std::optional<StageReport> report;
  const auto lines = [&] {
    Input given = input();
    report.emplace(std::move(given.runs));
    return given.lines;
  };
  compile::Command command;
  if (layout.is_boxed()) {
    command.input = lines();  // before the sandbox copies the laid-out files
    command.argv = box.emplace(kit.root, layout.folder()).command(stage, options, processor);
  } else {
    command.late_input = lines;
    command.argv = windows_command(kit.root, stage, processor);
    command.argv.insert(command.argv.end(), options.begin(), options.end());
    if (!kit.player.empty()) command.argv = box::as_user(kit.player, command.argv);
  }
  command.folder = layout.bin();
  command.limit = kLongestSilence;
  command.limit_from_last_line = true;
  std::string recording;
  command.on_line = [&](std::string_view line) {
    if (line == "{\"t\":\"pulse\"}") return;
    if (line.find("{\"t\":\"played\"}") == std::string_view::npos) {
      recording.append(line).append("\n");
      return;
    }
    on_played(header_of(recording).name);
    if (report) report->take(std::exchange(recording, ""));
  };
  const compile::Finished finished = compile::run(command);
  Played played;
  played.trouble = trouble_of(finished, *report, layout.is_bare());
  if (played.trouble.what.empty()) played.recordings = report->recordings();
  return played;
}

}  // namespace

Played play_on_stages(const Kit& kit, const RunLayout& layout, int jobs, const std::function<void()>& prepare, const OnPlayed& on_played) {
  if (!prepare && layout.shares().empty()) return {};
  std::vector<int> processors = processors_of_their_own();
  if (!processors.empty())  // so that several gradings at a time do not all choose the first ones
    std::rotate(processors.begin(), processors.begin() + static_cast<std::ptrdiff_t>(std::random_device()() % processors.size()),
                processors.end());
  std::size_t stages = std::clamp<std::size_t>(std::min(processors.size(), static_cast<std::size_t>(jobs)), 1, kMostStages);
  if (!prepare) stages = std::min(stages, layout.shares().size());
  const int jobs_each = (jobs + static_cast<int>(stages) - 1) / static_cast<int>(stages);
  // The first stage that needs the inputs computes them; the others wait.
  const std::shared_future<std::vector<Input>> inputs = std::async(std::launch::deferred, [&] {
    if (prepare) prepare();
    return inputs_for(layout, stages);
  });
  std::vector<std::future<Played>> playing;
  for (std::size_t i = 0; i < stages; ++i) {
    const std::optional<int> processor = processors.empty() ? std::nullopt : std::optional(processors[i]);
    playing.push_back(std::async(std::launch::async, [&kit, &layout, inputs, i, jobs_each, processor, &on_played] {
      return play_on_stage(
          kit, layout, [&] { return inputs.get()[i]; }, jobs_each, processor, on_played);
    }));
  }
  Played all;
  for (std::future<Played>& one : playing) {
    Played played = one.get();
    std::move(played.recordings.begin(), played.recordings.end(), std::back_inserter(all.recordings));
    if (all.trouble.what.empty()) all.trouble = played.trouble;
  }
  return all;
}

Played play_alone(const Kit& kit, const RunLayout& layout, const Share& share, int jobs, const OnPlayed& on_played) {
  Input input;
  input.add(share, layout);
  return play_on_stage(
      kit, layout, [&] { return input; }, jobs, std::nullopt, on_played);
}

}  // namespace lab::cli
