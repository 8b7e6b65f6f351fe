// Generates the content of a shown block.
#include "cli/shown.h"

#include <algorithm>
#include <charconv>
#include <regex>
#include <set>
#include <sstream>

#include "checks/judge.h"
#include "cli/correct_runs.h"
#include "cli/host.h"
#include "cli/record.h"
#include "cli/specimen.h"
#include "cli/work_folder.h"
#include "compile/process.h"
#include "handout/code.h"
#include "labs/labs.h"
#include "report/belongs.h"
#include "report/describe.h"
#include "report/reason.h"
#include "report/report.h"
#include "text/files.h"
#include "text/path.h"
#include "text/problem.h"

namespace lab::cli {
namespace {

namespace fs = std::filesystem;
using text::Language;
using text::Problem;
using trace::Run;

// The number of words for each kind, including the kind itself; `calls` accepts more.
const std::map<std::string, std::size_t> kKinds{{"output", 4},   {"errors", 4}, {"report", 3},  {"words", 3}, {"json", 3}, {"score", 2},
                                                {"timeline", 4}, {"figure", 4}, {"failure", 3}, {"calls", 5}, {"code", 3}, {"sample", 2}};
const std::set<std::string> kOfSubmissions{"output", "errors",   "report", "words",   "json",
                                           "score",  "timeline", "figure", "failure", "calls"};

nlohmann::json place_of(const Gallery::Wanted& wanted) { return {{"file", wanted.file}, {"line", wanted.shown.line}}; }

[[noreturn]] void refuse(const char* id, const Gallery::Wanted& wanted, const char* key, const std::string& value) {
  nlohmann::json args = place_of(wanted);
  args[key] = value;
  throw Problem(id, std::move(args));
}

[[noreturn]] void not_there(const Gallery::Wanted& wanted, const std::string& name) { refuse("handout_not_there", wanted, "name", name); }

const std::string& kind_of(const Gallery::Wanted& wanted) {
  const std::vector<std::string>& words = wanted.shown.words;
  const auto kind = words.empty() ? kKinds.end() : kKinds.find(words.front());
  if (kind == kKinds.end() || words.size() < kind->second || (words.size() > kind->second && words.front() != "calls"))
    refuse("handout_unknown_kind", wanted, "what", wanted.shown.what);
  return words.front();
}

// Hides the only part of a reason that differs between runs of the same program.
void leave_time_out(trace::Because& because) {
  if (because.args.contains("at_ms")) because.args["at_ms"] = "...";
}

// Hides the number of a handle that a program inherits, if it appears on its command line: it differs between machines.
void leave_handle_numbers_out(Run& run) {
  const auto hide = [](std::string& text) {
    static const std::regex kNumber("(^| )[0-9]+(?= |$)");
    text = std::regex_replace(text, kNumber, "$1...");
  };
  for (trace::Call& call : run.calls) {
    if (call.api != trace::Api::kCreateProcess || run.slots.empty() || !call.started) continue;
    hide(run.programs.at(static_cast<std::size_t>(*call.started)).arguments);
    if (const auto line = call.text.find("command_line"); line != call.text.end()) hide(line->second);
  }
}

std::string without_returns(std::string text) {
  std::erase(text, '\r');
  return text;
}

// Formats the text of a block: no blanks at the ends of lines, and no empty lines at its end.
std::string block(const std::string& text) {
  std::istringstream lines(text);
  std::string out;
  std::size_t end = 0;  // after the last line that is not empty
  for (std::string line; std::getline(lines, line);) {
    line.erase(line.find_last_not_of(" \t") + 1);
    out += line + "\n";
    if (!line.empty()) end = out.size();
  }
  return out.substr(0, end);
}

report::Style style_in(Language language) {
  report::Style style;
  style.run_in_words = labs::run_in_words;
  style.language = language;
  style.command = "./lab";
  style.code = false;  // students read this, and the programs that test the kit contain most of a solution
  return style;
}

// "05-wrong-no_wait-AdderManager-worker_1_first.en"
std::string figure_name(const std::vector<std::string>& words, Language language) {
  std::string name = words[1];
  for (std::size_t i = 2; i < words.size(); ++i) name += "-" + words[i];
  std::replace_if(
      name.begin(), name.end(), [](char c) { return c == '/' || c == '.'; }, '-');
  return name + (language == Language::kKorean ? ".ko" : ".en");
}

std::string calls_of(const Run& run, const std::vector<std::string>& words, Language language) {
  const std::set<std::string> apis(words.begin() + 4, words.end());
  std::map<int, std::string> by_program;  // the order of two programs differs from run to run
  for (const trace::Call& call : run.calls)
    if (apis.count(name(call.api)) && call.text.count("stream") == 0)
      by_program[call.program] +=
          (call.program == 0 ? "" : report::program_label(run, call.program) + ": ") + report::describe(run, call, language) + "\n";
  std::string text;
  for (const auto& [program, lines] : by_program) text += lines;
  return text;
}

}  // namespace

void Gallery::prepare(const std::vector<Wanted>& wanted) {
  std::map<std::string, Wanted> submissions;
  for (const Wanted& one : wanted) {
    const std::string& kind = kind_of(one);
    if (kOfSubmissions.count(kind)) submissions.emplace(one.shown.words[1], one);
    if (kind == "sample" && !samples_.count(one.shown.words[1])) {
      if (!fs::exists(kit_.root / "handouts" / "samples" / (one.shown.words[1] + ".cpp"))) not_there(one, one.shown.words[1]);
      run_sample(one.shown.words[1]);
    }
  }
  record_all(submissions);
}

void Gallery::record_all(const std::map<std::string, Wanted>& submissions) {
  std::map<std::string, std::string> names;  // of the specimens, by lab: "wrong/no_wait,wrong/sleep_50"
  std::map<std::string, const rubric::Lab*> labs;
  for (const auto& [name, wanted] : submissions) {
    const std::string number = name.substr(0, name.find('/'));
    const auto lab = std::find_if(kit_.labs.begin(), kit_.labs.end(), [&](const auto& one) { return one.number == number; });
    if (lab == kit_.labs.end() || name.find('/') == std::string::npos) not_there(wanted, name);
    labs[number] = &*lab;
    names[number] += name.substr(name.find('/') + 1) + ",";
  }
  std::vector<Entry> entries;
  std::map<std::string, std::vector<std::string>> known;
  for (const auto& [number, lab] : labs)
    for (Specimen& specimen : specimens(kit_, *lab, names[number], jobs_)) {
      const std::string name = number + "/" + specimen.name;
      if (specimen.name != "solution" && !submissions.count(name)) continue;  // its name only contains the name of a requested one
      specimen.entry.submission = name;
      known[name] = specimen.entry.known;
      entries.push_back(std::move(specimen.entry));
    }
  for (const auto& [name, wanted] : submissions)
    if (!known.count(name)) not_there(wanted, name);
  if (entries.empty()) return;
  for (Run& run : record(kit_, entries, jobs_)) {
    leave_handle_numbers_out(run);
    submissions_[run.submission].runs.push_back(std::move(run));
  }
  for (auto& [name, own] : submissions_) {  // for programs from the solution, a specimen also uses the solution's runs
    const Submission& solution = submissions_.at(name.substr(0, name.find('/')) + "/solution");
    std::set<std::string> scenarios;
    for (const Run& run : own.runs) scenarios.insert(run.program + "." + run.scenario);
    for (std::size_t i = 0; &solution != &own && i < solution.runs.size(); ++i) {
      const Run& run = solution.runs[i];
      if (std::count(known[name].begin(), known[name].end(), run.program) && !scenarios.count(run.program + "." + run.scenario))
        own.runs.push_back(run);
    }
  }
  std::vector<checks::Submission> judged;
  for (const auto& [name, own] : submissions_) {
    judged.push_back({name, {}});
    for (const Run& run : own.runs) judged.back().runs.push_back(&run);
  }
  const auto verdicts = checks::judge(judged, labs::reason);
  for (std::size_t i = 0; i < judged.size(); ++i) {
    trace::Result& result = submissions_.at(judged[i].name).result;
    result = checks::score(judged[i], verdicts[i], {labs.at(judged[i].name.substr(0, judged[i].name.find('/')))}, "");
    report::point_to_todos(result, kit_.labs, submissions_.at(judged[i].name).runs);
    result.platform.clear();
    for (trace::LabResult& lab : result.labs)
      for (trace::Verdict& verdict : lab.verdicts) leave_time_out(verdict.because);
  }
}

void Gallery::run_sample(const std::string& name) {
  const compile::Built built = compile::build_programs(kit_.root / "handouts" / "samples", {name}, kit_.toolchain(), 1).front();
  if (!built.reason.empty()) throw Problem("handout_sample_failed", {{"name", name}, {"detail", built.reason + "\n" + built.log}});
  compile::Command command;
  command.argv = windows_command(kit_.root, built.exe);
  const WorkFolder work;
  command.folder = work.path();
  command.limit = std::chrono::seconds(60);
  const compile::Finished finished = compile::run(command);
  if (finished.exit_status != 0 || finished.timed_out)
    throw Problem("handout_sample_failed", {{"name", name}, {"detail", std::to_string(finished.exit_status) + " " + finished.err}});
  samples_[name] = block(without_returns(finished.out));
}

const Gallery::Submission& Gallery::submission(const Wanted& wanted) const {
  const auto found = submissions_.find(wanted.shown.words[1]);
  if (found == submissions_.end()) not_there(wanted, wanted.shown.words[1]);
  return found->second;
}

const Run& Gallery::run(const Wanted& wanted) const {
  const std::vector<std::string>& words = wanted.shown.words;
  for (const Run& run : submission(wanted).runs)
    if (run.program == words[2] && run.scenario == words[3] && run.outcome == Run::Outcome::kRecorded) return run;
  not_there(wanted, words[2] + " " + words[3]);
}

// words[1] names one of the programs that the kit is tested with: "05/right/two_waits/AdderManager.cpp".
std::string Gallery::part(const Wanted& wanted) const {
  const std::vector<std::string>& words = wanted.shown.words;
  const std::size_t shelf = words[1].find('/');
  const rubric::Lab* const lab = rubric::numbered(kit_.labs, words[1].substr(0, shelf));
  if (!lab) not_there(wanted, words[1]);
  const fs::path file = kit_.root / "grader" / "labs" / lab->name / "programs" / words[1].substr(shelf + 1);
  const std::optional<std::string> program = text::read_file(file);
  if (!program) not_there(wanted, words[1]);
  return handout::part_of_program(*program, words[1], words[2]);
}

std::string Gallery::code(const Wanted& wanted, Language language) const {
  const std::vector<std::string>& words = wanted.shown.words;
  if (words[1].find("/right/") != std::string::npos) return part(wanted);
  const bool stub = words[1].starts_with("labs/");
  const std::size_t shelf = words[1].find('/');
  const fs::path file = kit_.solutions_folder() / words[1].substr(shelf == std::string::npos ? 0 : shelf + 1);
  const std::optional<std::string> source = text::read_file(file);
  if (!source || (!stub && !words[1].starts_with("solutions/"))) not_there(wanted, words[1]);
  int number = 0;
  std::from_chars(words[2].data(), words[2].data() + words[2].size(), number);
  if (!stub) return handout::step_in_solution(*source, words[1], number);
  const std::string todo = handout::todo_in_stub(*source, words[1], number);
  const std::string folder = text::generic_utf8(file.parent_path().filename());
  const rubric::Lab* const lab = rubric::numbered(kit_.labs, folder.substr(0, folder.find('_')));
  const std::string* const korean = lab && language == Language::kKorean ? lab->todo_in_korean(number) : nullptr;
  return korean ? handout::with_translation(todo, number, *korean) : todo;
}

std::string Gallery::figure(const Wanted& wanted, Language language) const {
  const std::string name = figure_name(wanted.shown.words, language);
  if (kind_of(wanted) == "figure") return report::figure_file(run(wanted), name, language);
  const Submission& own = submission(wanted);
  const trace::Verdict& failed = verdict(wanted);
  const Run* const run = report::run_of(failed, own.result.labs.front().lab, own.runs);
  if (!run || !failed.because.order) not_there(wanted, failed.check);
  return report::figure_file(*run, name, language, report::Flagged{*failed.because.order, failed.check});
}

std::string Gallery::recording(const Wanted& wanted, const std::string& kept) const {
  const std::string name = figure_name(wanted.shown.words, Language::kEnglish);
  try {
    std::istringstream in(kept);
    if (report::figure_file(trace::read(in).at(0), name, Language::kEnglish) == figure(wanted, Language::kEnglish)) return kept;
  } catch (const std::exception&) {  // no recording, or one from another version
  }
  std::ostringstream out;
  trace::write(out, without_source(run(wanted)));
  return out.str();
}

std::string Gallery::content(const Wanted& wanted, Language language) const {
  const std::string& kind = kind_of(wanted);
  const std::vector<std::string>& words = wanted.shown.words;
  if (kind == "code") return code(wanted, language);
  if (kind == "sample") return samples_.at(words[1]);
  if (kind == "output") return block(without_returns(text::decode_output(run(wanted).output, true)));
  if (kind == "errors") return block(without_returns(text::decode_output(run(wanted).errors, true)));
  if (kind == "timeline") return block(report::timeline(run(wanted), style_in(language)));
  if (wanted.shown.is_figure()) return "figures/" + figure_name(words, language) + ".svg";
  if (kind == "calls") return block(calls_of(run(wanted), words, language));
  const Submission& own = submission(wanted);
  if (kind == "score") return block(report::summary(own.result, kit_.labs, style_in(language)));
  if (kind == "json") {
    const nlohmann::ordered_json all = report::json(own.result);
    for (const nlohmann::ordered_json& check : all["labs"][0]["checks"])
      if (check["id"] == words[2]) return check.dump(2) + "\n";
  }
  return block(report::explanation(verdict(wanted), own.result.labs.front().lab, kit_.labs, kind == "words" ? std::vector<Run>{} : own.runs,
                                   style_in(language)));
}

const trace::Verdict& Gallery::verdict(const Wanted& wanted) const {
  for (const trace::Verdict& verdict : submission(wanted).result.labs.front().verdicts)
    if (verdict.check == wanted.shown.words[2]) return verdict;
  not_there(wanted, wanted.shown.words[2]);
}

}  // namespace lab::cli
