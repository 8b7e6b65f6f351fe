// From programs to recordings.
#include "cli/record.h"

#include <chrono>
#include <mutex>
#include <stdexcept>
#include <utility>

#include "cli/recordings.h"
#include "cli/run_layout.h"
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
  const bool gradable_elsewhere = built.reason == "32_bit" || built.reason == "arm64" || built.reason == "dll" ||
                                  built.reason == "not_a_program" || built.reason == "unreadable" || built.reason == "needs_visual_cpp";
  run.outcome = gradable_elsewhere ? Run::Outcome::kNotGradable : Run::Outcome::kNotBuilt;
  run.reason = built.reason;
  run.detail = built.log;
  if (!built.only_in_visual_cpp.empty()) run.facts["what"] = built.only_in_visual_cpp;
  if (built.reason == "missing") run.facts["folder"] = built.found.string();  // where it was looked for
  return run;
}

// Lays the entries out. Returns a run without recording for each program that is not there.
std::vector<Run> add(RunLayout& layout, const std::vector<Entry>& entries) {
  std::vector<Run> runs;
  for (const Entry& entry : entries) {
    layout.add(entry);
    for (const compile::Built& built : entry.programs)
      if (!built.reason.empty()) runs.push_back(without_recording(entry, built));
  }
  return runs;
}

// `prepare` as play_on_stages takes it. Returns what a stage said when it did not end well, else "".
std::string play(const Kit& kit, const RunLayout& layout, int jobs, const std::function<void()>& prepare, const Progress& progress,
                 Recordings& recordings) {
  std::mutex mutex;
  std::size_t played = 0;
  return play_on_stages(kit, layout, jobs, prepare, [&](const std::string& recording) {
    const std::lock_guard<std::mutex> lock(mutex);
    const std::string which = recordings.take(recording);
    if (progress) progress(++played, layout.planned().size(), which);
  });
}

}  // namespace

std::vector<Run> record(const Kit& kit, const std::vector<Entry>& entries, int jobs, const Progress& progress) {
  RunLayout layout(kit, false);
  Recordings recordings;
  std::vector<Run> not_built = add(layout, entries);
  const std::string trouble = play(kit, layout, jobs, nullptr, progress, recordings);
  return recordings.complete(layout.planned(), trouble, std::move(not_built));
}

std::vector<Run> record(const Kit& kit, const std::function<std::vector<Entry>()>& entries, int jobs, const Progress& progress) {
  RunLayout layout(kit, false);
  Recordings recordings;
  std::vector<Run> not_built;
  const std::string trouble = play(
      kit, layout, jobs, [&] { not_built = add(layout, entries()); }, progress, recordings);
  return recordings.complete(layout.planned(), trouble, std::move(not_built));
}

Bare launch_bare(const Kit& kit, const std::vector<Entry>& entries, int jobs) {
  RunLayout layout(kit, true);
  for (const Entry& entry : entries) layout.add(entry);
  Bare bare;
  const auto began = std::chrono::steady_clock::now();
  const std::string trouble = play_on_stages(kit, layout, jobs, nullptr, [](const std::string&) {});
  bare.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  if (!trouble.empty()) throw std::runtime_error(trouble);
  bare.launches = layout.planned().size();
  return bare;
}

}  // namespace lab::cli
