// Divides runs among stages, and starts these.
#include "cli/staging.h"

#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <filesystem>
#include <future>
#include <optional>
#include <random>
#include <string_view>
#include <utility>
#include <vector>

#include "box/stage_box.h"
#include "cli/host.h"
#include "compile/process.h"

namespace lab::cli {
namespace {

namespace fs = std::filesystem;

// Each has a Wine server of its own, of some 50 MB.
constexpr std::size_t kMostStages = 8;

// The stage itself limits each run and shows every second that it plays; a stage that is silent for so long is broken.
constexpr std::chrono::seconds kLongestSilence{120};

// The shares, the largest first, each to the stage that has least to do.
std::vector<std::string> inputs_for(std::vector<Share> shares, std::size_t stages) {
  std::stable_sort(shares.begin(), shares.end(), [](const Share& a, const Share& b) { return a.starts > b.starts; });
  std::vector<std::string> inputs(stages);
  std::vector<std::size_t> starts(stages);
  for (const Share& share : shares) {
    const auto least = static_cast<std::size_t>(std::min_element(starts.begin(), starts.end()) - starts.begin());
    inputs[least] += share.line.dump() + "\n";
    starts[least] += share.starts;
  }
  return inputs;
}

// `on_played` gets all that the stage wrote of a run.
std::string play_on_stage(const Kit& kit, const RunLayout& layout, const std::function<std::string()>& input, int jobs,
                          std::optional<int> processor, const std::function<void(const std::string&)>& on_played) {
  std::vector<std::string> options{"--jobs", std::to_string(jobs)};
  if (layout.is_bare()) options.push_back("--bare");
  const fs::path stage = layout.bin() / "stage.exe";
  std::optional<box::StageBox> box;
  compile::Command command;
  if (layout.is_boxed()) {
    command.input = input();  // before the sandbox takes its copy of what is laid out
    command.argv = box.emplace(kit.root, layout.folder()).command(stage, options, processor);
  } else {
    command.late_input = input;
    command.argv = windows_command(kit.root, stage, processor);
    command.argv.insert(command.argv.end(), options.begin(), options.end());
  }
  command.folder = layout.bin();
  command.limit = kLongestSilence;
  command.limit_from_last_line = true;
  std::string lines;
  command.on_line = [&](std::string_view line) {
    if (line.find("{\"t\":\"played\"}") != std::string_view::npos)
      on_played(std::exchange(lines, ""));
    else if (line != "{\"t\":\"pulse\"}")
      lines.append(line).append("\n");
  };
  const compile::Finished finished = compile::run(command);
  if (finished.timed_out) return "the stage stopped responding";
  return finished.exit_status == 0 ? "" : fmt::format("the stage ended with status {}: {}", finished.exit_status, finished.err);
}

}  // namespace

std::string play_on_stages(const Kit& kit, const RunLayout& layout, int jobs, const std::function<void()>& prepare,
                           const std::function<void(const std::string& recording)>& on_played) {
  if (!prepare && layout.shares().empty()) return "";
  std::vector<int> processors = processors_of_their_own();
  if (!processors.empty())  // other gradings at the same time should not all take the first ones
    std::rotate(processors.begin(), processors.begin() + static_cast<std::ptrdiff_t>(std::random_device()() % processors.size()),
                processors.end());
  std::size_t stages = std::clamp<std::size_t>(std::min(processors.size(), static_cast<std::size_t>(jobs)), 1, kMostStages);
  if (!prepare) stages = std::min(stages, layout.shares().size());
  const int jobs_each = (jobs + static_cast<int>(stages) - 1) / static_cast<int>(stages);
  // Whichever stage comes first has it done, and the others wait for it.
  const std::shared_future<std::vector<std::string>> inputs = std::async(std::launch::deferred, [&] {
    if (prepare) prepare();
    return inputs_for(layout.shares(), stages);
  });
  std::vector<std::future<std::string>> playing;
  for (std::size_t i = 0; i < stages; ++i) {
    const std::optional<int> processor = processors.empty() ? std::nullopt : std::optional(processors[i]);
    playing.push_back(std::async(std::launch::async, [&kit, &layout, inputs, i, jobs_each, processor, &on_played] {
      return play_on_stage(
          kit, layout, [&] { return inputs.get()[i]; }, jobs_each, processor, on_played);
    }));
  }
  std::string trouble;
  for (std::future<std::string>& one : playing) {
    const std::string said = one.get();
    if (trouble.empty()) trouble = said;
  }
  return trouble;
}

std::string play_alone(const Kit& kit, const RunLayout& layout, const Share& share, int jobs,
                       const std::function<void(const std::string& recording)>& on_played) {
  return play_on_stage(
      kit, layout, [&] { return share.line.dump() + "\n"; }, jobs, std::nullopt, on_played);
}

}  // namespace lab::cli
