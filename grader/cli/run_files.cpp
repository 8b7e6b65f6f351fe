// Saves and reads recordings.
#include "cli/run_files.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>

#include "text/files.h"
#include "text/path.h"
#include "text/problem.h"

namespace lab::cli {

namespace fs = std::filesystem;
using text::Language;
using text::sentence;

namespace {

constexpr const char* kWarningsFile = "warnings.json";
constexpr const char* kSourcesFile = "sources.cbor";  // its strings need not be UTF-8

void keep_text(const fs::path& file, const std::string& bytes) {
  std::error_code ignored;
  fs::remove(file, ignored);
  if (!bytes.empty()) text::write_file(file, bytes);
}

// The strings in such a file, by name; empty if it has another format.
std::map<std::string, std::string> texts_in(const nlohmann::json& json) {
  std::map<std::string, std::string> texts;
  if (!json.is_object()) return texts;
  for (const auto& [name, text] : json.items())
    if (text.is_string()) texts[name] = text.get<std::string>();
  return texts;
}

fs::path file_of(const trace::Run& run) { return fs::path(run.lab) / (run.program + "." + run.scenario + ".jsonl"); }

}  // namespace

void sort_as_files(std::vector<trace::Run>& runs) {
  std::stable_sort(runs.begin(), runs.end(), [](const trace::Run& a, const trace::Run& b) { return file_of(a) < file_of(b); });
}

void keep_warnings(const std::map<std::string, std::string>& warnings, const fs::path& folder) {
  const nlohmann::json json = warnings;
  keep_text(folder / kWarningsFile, warnings.empty() ? "" : json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
}

std::map<std::string, std::string> read_warnings(const fs::path& folder) {
  return texts_in(nlohmann::json::parse(text::read_text(folder / kWarningsFile), nullptr, false));
}

void keep_sources(const report::Sources& sources, const fs::path& folder) {
  std::string bytes;
  if (!sources.empty()) nlohmann::json::to_cbor(nlohmann::json(sources), bytes);
  keep_text(folder / kSourcesFile, bytes);
}

report::Sources read_sources(const fs::path& folder) {
  return texts_in(nlohmann::json::from_cbor(text::read_text(folder / kSourcesFile), true, false));
}

void keep_runs(const std::vector<trace::Run>& runs, const fs::path& folder) {
  std::error_code error;
  std::set<std::string> labs;
  for (const trace::Run& run : runs) labs.insert(run.lab);
  for (const std::string& lab : labs)  // recordings of an earlier check would be judged together with these
    for (const auto& old : fs::directory_iterator(folder / lab, error))
      if (old.path().extension() == ".jsonl") fs::remove(old.path(), error);
  for (const trace::Run& run : runs) {
    const fs::path file = folder / file_of(run);
    fs::create_directories(file.parent_path(), error);
    std::ostringstream recording;
    trace::write(recording, run);
    text::write_file(file, recording.str());  // a partial recording would be considered damaged
  }
}

std::vector<trace::Run> read_runs(const std::vector<fs::path>& paths, bool one_check, Language language) {
  std::vector<fs::path> files;
  for (const fs::path& path : paths) {
    if (!fs::is_directory(path)) {
      files.push_back(path);
      continue;
    }
    for (const auto& entry : fs::recursive_directory_iterator(path))
      if (entry.path().extension() == ".jsonl") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<trace::Run> runs;
  std::map<std::string, fs::path> seen;
  for (const fs::path& file : files) try {
      for (trace::Run& run : trace::read(file)) {
        const auto [first, is_new] = seen.emplace(run.lab + "/" + run.program + "/" + run.scenario, file);
        if (one_check && !is_new)
          throw text::Problem(
              "mixed_recordings",
              {{"program", run.program}, {"scenario", run.scenario}, {"first", text::utf8(first->second)}, {"second", text::utf8(file)}});
        runs.push_back(std::move(run));
      }
    } catch (const text::Problem&) {
      throw;
    } catch (const std::runtime_error& error) {
      throw std::runtime_error(sentence(language, "run_file_broken", {{"detail", error.what()}}));
    }
  if (runs.empty())
    throw std::runtime_error(sentence(language, "no_recordings", {{"folder", paths.empty() ? "" : paths.front().string()}}));
  return runs;
}

}  // namespace lab::cli
