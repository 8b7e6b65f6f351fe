// Generates pages from the saved data of each submission.
#include "cli/class_pages.h"

#include <algorithm>
#include <map>
#include <optional>

#include "class/feedback.h"
#include "class/mistakes_page.h"
#include "class/overview.h"
#include "cli/class_unit.h"
#include "cli/commands.h"
#include "cli/progress.h"
#include "cli/run_files.h"
#include "cli/work_folder.h"
#include "compile/process.h"
#include "labs/labs.h"
#include "report/report.h"
#include "text/files.h"
#include "text/path.h"

namespace lab::cli {
namespace {

namespace fs = std::filesystem;
using classes::Alike;
using classes::Unit;
using text::sentence;
using Json = nlohmann::ordered_json;
using Units = std::vector<Unit>;

constexpr const char* kCopiesFile = "copies.json";

// The recordings in a unit; empty if nothing was built.
std::vector<trace::Run> runs_of(const fs::path& unit, text::Language language) {
  const fs::path folder = unit / classes::kRunsFolder;
  std::error_code error;
  for (auto entry = fs::recursive_directory_iterator(folder, error); !error && entry != fs::recursive_directory_iterator();
       entry.increment(error))
    if (entry->path().extension() == ".jsonl") return read_runs({folder}, true, language);
  return {};
}

// Which limits the sandbox had: all recordings of a unit say the same. "" if there are none.
std::string sandbox_limits(const fs::path& unit) {
  std::error_code error;
  for (auto entry = fs::recursive_directory_iterator(unit / classes::kRunsFolder, error);
       !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    if (entry->path().extension() != ".jsonl") continue;
    const trace::Run run = trace::read(entry->path()).front();
    const auto limits = run.facts.find(trace::kLimitsFact);
    return limits == run.facts.end() ? "" : limits->second;
  }
  return "";
}

std::string page_of(const Kit& kit, const fs::path& folder, const Unit& unit, const std::string& detail, const Reports& reports) {
  trace::Result result = report::result_in(unit.result, labs::reason);
  result.sandbox_limits = sandbox_limits(folder);
  report::Style style = style_of(reports);
  style.hints = false;
  style.sources = read_sources(folder / classes::kRunsFolder);
  if (detail == "own") return report::html(result, kit.labs, runs_of(folder, reports.language), style);
  for (trace::LabResult& lab : result.labs)
    for (trace::Verdict& verdict : lab.verdicts) verdict.because = {};
  return report::html(result, kit.labs, {}, style);
}

// A picture of the moment of a failure, from its recording; for a failure without a moment, the whole run if it is short.
std::string picture_of(const classes::Results& results, const classes::Failure& failure, const std::string& name) {
  constexpr std::size_t kShort = 24;  // calls
  const trace::Because& because = failure.because;
  if (because.run.empty()) return "";
  const fs::path file = results.unit(failure.unit->hand_in) / classes::kRunsFolder / failure.lab /
                        text::path_of(because.program + "." + because.run + ".jsonl");
  try {
    for (const trace::Run& run : trace::read(file)) {
      if (run.outcome != trace::Run::Outcome::kRecorded || run.programs.empty()) continue;
      if (because.order)
        return report::picture(run, name, report::Flagged{*because.order, failure.check.substr(failure.check.find('.') + 1)});
      if (run.calls.size() <= kShort) return report::picture(run, name);
    }
  } catch (const std::runtime_error&) {  // the recording no longer exists: the sentence is shown without its picture
  }
  return "";
}

std::map<std::string, double> seconds_of(const classes::Results& results, const Units& units) {
  std::map<std::string, double> all;
  for (const Unit& unit : units) {
    const Json time = Json::parse(text::read_text(results.unit(unit.hand_in) / kTimeFile), nullptr, false);
    if (time.is_object() && time.contains("seconds") && time.at("seconds").is_number()) all[unit.hand_in.id] = time.at("seconds");
  }
  return all;
}

Json as_json(const Alike& one) {
  return {{"kind", classes::word(one.kind)}, {"lab", one.lab},         {"program", one.program},
          {"students", one.students},        {"percent", one.percent}, {"usual", one.usual}};
}

std::optional<Alike> alike_in(const Json& json) {
  for (const Alike::Kind kind : {Alike::Kind::kBytes, Alike::Kind::kLayout, Alike::Kind::kNames, Alike::Kind::kSimilar})
    if (json.at("kind") == classes::word(kind))
      return Alike{kind, json.at("lab"), json.at("program"), json.at("students"), json.at("percent"), json.at("usual")};
  return std::nullopt;
}

void read_copies(const classes::Results& results, classes::Overview& overview) try {
  const std::string bytes = text::read_text(results.folder() / kCopiesFile);
  if (bytes.empty()) return;
  const Json found = Json::parse(bytes);
  std::vector<Alike> all;
  for (const Json& one : found.at("alike"))
    if (std::optional<Alike> alike = alike_in(one)) all.push_back(std::move(*alike));
  overview.compared = found.at("compared");
  overview.copies = std::move(all);
} catch (const Json::exception&) {  // written by another version: treated as if the search had not been made
}

// Runs sim_c++ on these source files, with a minimum run of 12 tokens, which is half a line of Win32 code and less than the default.
classes::Similarities compare_by_tester(const fs::path& tester, const std::vector<std::string>& sources) {
  const WorkFolder folder;
  compile::Command command;
  command.argv = {text::utf8(tester), "-p", "-e", "-a", "-s", "-t", "1", "-r", "12", "-i"};
  command.folder = folder.path();
  for (std::size_t i = 0; i < sources.size(); ++i) {
    text::write_file(folder.path() / std::to_string(i), sources[i]);
    command.input += std::to_string(i) + "\n";
  }
  classes::Similarities all;
  command.on_line = [&](std::string_view line) { classes::read_similarity(std::string(line), all); };
  compile::run(command);
  return all;
}

}  // namespace

void write_feedback(const Kit& kit, const classes::Results& results, const Units& units, const std::string& detail,
                    const Reports& reports) {
  std::vector<std::pair<std::string, fs::path>> pages;
  for (const Unit& unit : units) {
    const fs::path folder = results.unit(unit.hand_in);
    fs::path page = folder / classes::kPageFile;
    if (detail != "full") {
      page = folder / ("page-" + detail + ".html");
      text::write_file(page, page_of(kit, folder, unit, detail, reports));
    }
    pages.emplace_back(classes::feedback_name(unit.hand_in), page);
  }
  classes::write_zip(results.folder() / "feedback.zip", pages);
}

void write_class_pages(const Kit& kit, const classes::Results& results, const Units& units, bool zero, const Reports& reports) {
  classes::Overview overview;
  overview.zero = zero;
  overview.seconds = seconds_of(results, units);
  read_copies(results, overview);
  text::write_file(results.folder() / "overview.html", classes::overview_page(units, kit.labs, overview, reports.language));
  const auto picture = [&](const classes::Failure& failure, const std::string& name) { return picture_of(results, failure, name); };
  text::write_file(results.folder() / "mistakes.html",
                   classes::mistakes_page(classes::mistakes(units, labs::reason), kit.labs, picture, reports.language));
}

void write_class_junit(const classes::Results& results, const Units& units, const Reports& reports) {
  std::vector<std::pair<std::string, trace::Result>> students;
  for (const Unit& unit : units) {
    const std::string& id = unit.hand_in.id;
    const std::string name = unit.hand_in.student == id ? id : unit.hand_in.student + " (" + id + ")";
    students.emplace_back(name, report::result_in(unit.result, labs::reason));
  }
  text::write_file(results.folder() / "junit.xml", report::junit(students, reports.language));
}

void find_copies(const Kit& kit, const classes::Results& results, const Units& units, const Reports& reports) {
  const fs::path tester = compile::find_on_path("sim_c++");
  classes::Compare compare;
  if (!tester.empty()) compare = [&](const std::vector<std::string>& sources) { return compare_by_tester(tester, sources); };
  Json all = Json::array();
  ProgressLine progress(reports.language);
  progress.begin(sentence(reports.language, "copies_comparing"));
  for (const rubric::Lab& lab : kit.labs)
    for (const std::string& program : lab.programs) {
      std::vector<classes::Source> sources;
      for (const Unit& unit : units) {
        std::string text = text::read_text(results.unit(unit.hand_in) / classes::kSourcesFolder / lab.number / (program + ".cpp"));
        if (!text.empty()) sources.push_back({unit.hand_in.id, std::move(text)});
      }
      if (sources.empty()) continue;
      for (Alike& one : classes::alike(sources, text::read_text(kit.labs_folder() / lab.name / (program + ".cpp")), compare)) {
        one.lab = lab.number;
        one.program = program;
        all.push_back(as_json(one));
      }
    }
  progress.clear();
  const Json found = {{"schema", "win-ipc-lab/copies/1"}, {"compared", !tester.empty()}, {"alike", std::move(all)}};
  text::write_file(results.folder() / kCopiesFile, found.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

}  // namespace lab::cli
