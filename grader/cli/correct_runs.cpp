// Finds and saves the recordings of correct programs, and removes what students must not see in them.
#include "cli/correct_runs.h"

#include <fmt/core.h>

#include <algorithm>
#include <filesystem>
#include <random>
#include <sstream>

#include "cli/progress.h"
#include "cli/record.h"
#include "cli/run_files.h"
#include "cli/specimen.h"
#include "cli/work_folder.h"

namespace lab::cli {

namespace fs = std::filesystem;

namespace {

fs::path recordings_of(const Kit& kit, const rubric::Lab& lab) { return kit.root / "build" / "correct" / lab.number; }

// The earliest or latest time of the folder's files, or `none` if there are no files.
template <typename Pick>
fs::file_time_type time_of_files(const fs::path& folder, fs::file_time_type none, Pick pick) {
  if (!fs::is_directory(folder)) return none;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.is_regular_file()) none = pick(none, entry.last_write_time());
  return none;
}

bool has_recordings(const Kit& kit, const rubric::Lab& lab) {
  const fs::path folder = recordings_of(kit, lab);
  if (!fs::is_directory(folder) || fs::is_empty(folder)) return false;
  const auto earlier = [](fs::file_time_type a, fs::file_time_type b) { return std::min(a, b); };
  const auto later = [](fs::file_time_type a, fs::file_time_type b) { return std::max(a, b); };
  return time_of_files(folder, fs::file_time_type::max(), earlier) >=
         time_of_files(kit.solutions_folder() / lab.name, fs::file_time_type::min(), later);
}

// Replaces all of a lab's recordings at once, so that another process that packs the kit at the same time never sees only some of them.
void replace_recordings(const Kit& kit, const rubric::Lab& lab, const std::vector<trace::Run>& runs) {
  const fs::path kept = recordings_of(kit, lab);
  fs::create_directories(kept.parent_path());
  const WorkFolder fresh(kept.parent_path() / fmt::format("new-{:08x}", std::random_device()()));
  keep_runs(runs, fresh.path());
  std::error_code another_was_first;
  fs::remove_all(kept);
  fs::rename(fresh.path() / lab.number, kept, another_was_first);
}

}  // namespace

void record_correct_runs(const Kit& kit, const std::vector<const rubric::Lab*>& labs, text::Language language) {
  if (!fs::is_directory(kit.solutions_folder())) return;
  const int jobs = default_jobs();
  ProgressLine line(language);
  for (const rubric::Lab* const one : labs) {
    const rubric::Lab& lab = *one;
    if (has_recordings(kit, lab)) continue;
    const std::string what = text::sentence(language, "progress_correct", {{"lab", lab.number}});
    line.begin(what);
    const std::vector<trace::Run> runs =
        record(kit, {solution_specimen(kit, lab, jobs).entry}, jobs, [&](std::size_t played, std::size_t all, const std::string& which) {
          if (played == 1) line.begin(what, all);
          line.show(played, all, which);
        });
    line.clear();
    replace_recordings(kit, lab, runs);
  }
}

std::vector<trace::Run> correct_runs(const Kit& kit, const std::vector<const rubric::Lab*>& labs, text::Language language) {
  std::vector<fs::path> folders;
  for (const rubric::Lab* lab : labs)
    for (const fs::path& folder : {kit.root / "correct" / lab->number, recordings_of(kit, *lab)})
      if (fs::is_directory(folder) && !fs::is_empty(folder)) {
        folders.push_back(folder);
        break;
      }
  return folders.empty() ? std::vector<trace::Run>{} : read_runs(folders, false, language);
}

std::map<std::string, std::string> correct_run_files(const Kit& kit, text::Language language) {
  std::vector<const rubric::Lab*> labs;
  for (const rubric::Lab& lab : kit.labs) labs.push_back(&lab);
  std::map<std::string, std::string> files;
  for (trace::Run& run : correct_runs(kit, labs, language)) {
    if (run.outcome != trace::Run::Outcome::kRecorded) continue;
    const std::string name = "correct/" + run.lab + "/" + run.program + "." + run.scenario + ".jsonl";
    std::ostringstream out;
    trace::write(out, without_source(std::move(run)));
    files[name] = out.str();
  }
  return files;
}

trace::Run without_source(trace::Run run) {
  for (trace::Call& call : run.calls) {
    call.place = {};
    call.frames.clear();
    // The path from which the program was run is removed, too.
    if (const auto application = call.text.find("application"); application != call.text.end())
      application->second.erase(0, application->second.find_last_of("\\/") + 1);
  }
  run.todos.clear();
  run.submission.clear();
  run.facts.erase("show_output");
  return run;
}

}  // namespace lab::cli
