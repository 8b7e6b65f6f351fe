// The recordings of correct programs that a kit has.
#include "cli/correct_runs.h"

#include <filesystem>
#include <sstream>

#include "cli/run_files.h"

namespace lab::cli {

namespace fs = std::filesystem;

std::vector<trace::Run> correct_runs(const Kit& kit, const std::vector<const rubric::Lab*>& labs, text::Language language) {
  std::vector<fs::path> folders;
  for (const rubric::Lab* lab : labs)
    for (const fs::path& folder : {kit.root / "correct" / lab->number, kit.root / "build" / "correct" / lab->number})
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
    // Neither is it told where it was played.
    if (const auto application = call.text.find("application"); application != call.text.end())
      application->second.erase(0, application->second.find_last_of("\\/") + 1);
  }
  run.todos.clear();
  run.submission.clear();
  run.facts.erase("show_output");
  return run;
}

}  // namespace lab::cli
