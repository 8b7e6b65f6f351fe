// Runs programs and returns their recordings.
#include "cli/record.h"

#include <algorithm>
#include <chrono>
#include <mutex>
#include <span>
#include <stdexcept>
#include <utility>

#include "box/stage_box.h"
#include "checks/program_reasons.h"
#include "cli/recordings.h"
#include "cli/run_layout.h"
#include "cli/source_lines.h"
#include "cli/staging.h"

namespace lab::cli {
namespace {

using trace::Run;

Run without_recording(const Entry& entry, const compile::Built& built) {
  Run run;
  run.submission = entry.submission;
  run.lab = entry.lab;
  run.program = built.program;
  run.scenario = "build";
  const trace::Reason* const reason = checks::program_reason(built.reason);
  run.outcome = reason && reason->outcome == trace::Outcome::kNotGradable ? Run::Outcome::kNotGradable : Run::Outcome::kNotBuilt;
  run.reason = built.reason;
  run.detail = built.log;
  run.facts = built.facts;
  if (!built.only_in_visual_cpp.empty()) run.facts["what"] = built.only_in_visual_cpp;
  return run;
}

// Lays the entries out. Returns a run without a recording for each missing program.
std::vector<Run> add(RunLayout& layout, SourceLines& lines, const std::vector<Entry>& entries) {
  std::vector<Run> runs;
  for (const Entry& entry : entries) {
    layout.add(entry);
    lines.learn(entry);
    for (const compile::Built& built : entry.programs)
      if (!built.reason.empty()) runs.push_back(without_recording(entry, built));
  }
  return runs;
}

std::span<const PlannedRun> runs_of(const Share& share, const RunLayout& layout) {
  return std::span(layout.planned()).subspan(share.first_run, share.runs);
}

// Runs that shared a stage with a program that tried to access other programs may have been disturbed: discards them, so that they are
// repeated. The run of that program itself is kept.
void forget_what_was_disturbed(const RunLayout& layout, Recordings& recordings) {
  std::vector<const Share*> undisturbed;
  const auto reached_out = [&](const PlannedRun& run) { return recordings.reached_out(run); };
  for (const Share& share : layout.shares())
    if (std::ranges::none_of(runs_of(share, layout), reached_out)) undisturbed.push_back(&share);
  if (undisturbed.size() == layout.shares().size()) return;
  for (const Share* share : undisturbed)
    for (const PlannedRun& run : runs_of(*share, layout)) recordings.forget(run);
}

// `prepare`: as for play_on_stages. If a program harms a stage, or another program there, only its own runs are lost: the runs that do not
// count are repeated, each share on its own.
Troubles play(const Kit& kit, const RunLayout& layout, int jobs, const std::function<void()>& prepare, const Progress& progress,
              Recordings& recordings) {
  std::mutex mutex;
  std::size_t count = 0;
  const auto show = [&](const std::string& which) {
    const std::lock_guard<std::mutex> lock(mutex);
    if (progress) progress(std::min(++count, layout.planned().size()), layout.planned().size(), which);
  };
  const auto take = [&](const Played& played) {
    for (const std::string& recording : played.recordings) recordings.take(recording);
    return played.trouble;
  };
  Troubles troubles;
  const bool ended_well = take(play_on_stages(kit, layout, jobs, prepare, show)).what.empty();
  forget_what_was_disturbed(layout, recordings);
  for (const Share& share : layout.shares()) {
    const std::span<const PlannedRun> runs = runs_of(share, layout);
    const auto came_back = [&](const PlannedRun& run) { return recordings.has(run) || (ended_well && run.may_be_left_out); };
    if (std::ranges::all_of(runs, came_back)) continue;
    const Trouble trouble = take(play_alone(kit, layout, share, jobs, show));
    if (trouble.what.empty()) continue;
    for (const PlannedRun& run : runs) troubles[run.key()] = trouble;
  }
  return troubles;
}

void say_how_played(std::vector<Run>& runs, const Kit& kit) {
  const bool boxed = kit.playing == Playing::kBoxed;
  const char* const limits = boxed && box::has_shared_limits() ? trace::kSharedLimits : trace::kOwnLimits;
  const char* const without = kit.player.empty() ? trace::kNotSandboxed : trace::kOtherUser;
  for (Run& run : runs) {
    run.facts[trace::kSandboxFact] = boxed ? trace::kSandboxed : without;
    if (boxed) run.facts[trace::kLimitsFact] = limits;
  }
}

std::vector<Run> complete(Recordings& recordings, const RunLayout& layout, const Troubles& troubles, const SourceLines& lines,
                          std::vector<Run> others, const Kit& kit) {
  std::vector<Run> runs = recordings.complete(layout.planned(), troubles, std::move(others));
  lines.find(runs);
  if (kit.playing != Playing::kOwn) say_how_played(runs, kit);
  return runs;
}

}  // namespace

std::vector<Run> record(const Kit& kit, const std::vector<Entry>& entries, int jobs, const Progress& progress) {
  RunLayout layout(kit, false);
  SourceLines lines(kit);
  Recordings recordings;
  std::vector<Run> not_built = add(layout, lines, entries);
  const Troubles troubles = play(kit, layout, jobs, nullptr, progress, recordings);
  return complete(recordings, layout, troubles, lines, std::move(not_built), kit);
}

std::vector<Run> record(const Kit& kit, const std::function<std::vector<Entry>()>& entries, int jobs, const Progress& progress) {
  RunLayout layout(kit, false);
  SourceLines lines(kit);
  Recordings recordings;
  std::vector<Run> not_built;
  const Troubles troubles = play(
      kit, layout, jobs, [&] { not_built = add(layout, lines, entries()); }, progress, recordings);
  return complete(recordings, layout, troubles, lines, std::move(not_built), kit);
}

Bare launch_bare(const Kit& kit, const std::vector<Entry>& entries, int jobs) {
  RunLayout layout(kit, true);
  for (const Entry& entry : entries) layout.add(entry);
  Bare bare;
  const auto began = std::chrono::steady_clock::now();
  const std::string trouble = play_on_stages(kit, layout, jobs, nullptr, [](const std::string&) {}).trouble.what;
  bare.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  if (!trouble.empty()) throw std::runtime_error(trouble);
  bare.launches = layout.planned().size();
  return bare;
}

}  // namespace lab::cli
