// Looks up addresses, and reads the source lines.
#include "cli/source_lines.h"

#include <functional>
#include <optional>
#include <sstream>

#include "compile/lines.h"
#include "compile/todos.h"
#include "cut/cut.h"
#include "text/files.h"
#include "text/path.h"
#include "text/text.h"

namespace lab::cli {
namespace {

namespace fs = std::filesystem;
using trace::Run;

std::string key_of(const std::string& submission, const std::string& lab, const std::string& program) {
  return submission + '\n' + lab + '\n' + program;
}

std::string trimmed(const std::string& line) {
  constexpr std::size_t kMost = 200;
  const std::size_t begin = line.find_first_not_of(" \t");
  const std::size_t end = line.find_last_not_of(" \t\r");
  return begin == line.npos ? "" : line.substr(begin, std::min(end + 1 - begin, kMost));
}

std::vector<std::string> trimmed_lines(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(trimmed(line));
  return lines;
}

// The lines of one program, with its source files, which are read when they are needed.
class Program {
 public:
  explicit Program(const compile::Built& built) : built_(built), lines_(compile::lines_of(built)) {}

  void find(trace::Call& call) {
    for (const int frame : call.frames)
      if (const auto place = lines_.of_call(static_cast<std::uint32_t>(frame))) {
        call.place = {place->file, place->line, code(*place)};
        return;
      }
  }

  // `stub`: returns the program's stub, or "".
  const std::vector<trace::Todo>& todos(const std::function<std::string()>& stub) {
    if (todos_) return *todos_;
    todos_.emplace();
    if (!built_.from_source) return *todos_;
    const std::string file = text::utf8(built_.found.filename());
    const std::map<int, int> lines = compile::todo_lines(source(file));
    const std::vector<std::string> original = lines.empty() ? std::vector<std::string>() : trimmed_lines(stub());
    for (const auto& [number, line] : lines)
      todos_->push_back({number, {file, line, code({file, line})}, compile::is_done(number, source(file), original)});
    return *todos_;
  }

 private:
  const std::vector<std::string>& source(const std::string& file) {
    const auto [source, is_new] = sources_.try_emplace(file);
    if (is_new) {
      source->second = trimmed_lines(text::decode_output(text::read_text(built_.found.parent_path() / text::path_of(file))));
    }
    return source->second;
  }

  std::string code(const compile::Place& place) {
    const std::vector<std::string>& lines = source(place.file);
    const auto index = static_cast<std::size_t>(place.line) - 1;
    return index < lines.size() ? lines[index] : "";
  }

  const compile::Built& built_;
  compile::Lines lines_;
  std::map<std::string, std::vector<std::string>> sources_;
  std::optional<std::vector<trace::Todo>> todos_;
};

}  // namespace

void SourceLines::learn(const Entry& entry) {
  for (const std::vector<compile::Built>* some : {&entry.programs, &entry.borrowed})
    for (const compile::Built& built : *some)
      if (built.reason.empty()) programs_.emplace(key_of(entry.submission, entry.lab, built.program), built);
}

void SourceLines::find(std::vector<Run>& runs) const {
  std::map<const compile::Built*, Program> known;
  const auto program = [&](const Run& run, const std::string& name) -> Program* {
    const auto found = programs_.find(key_of(run.submission, run.lab, name));
    return found == programs_.end() ? nullptr : &known.try_emplace(&found->second, found->second).first->second;
  };
  for (Run& run : runs) {
    const auto stub = [&] {
      const rubric::Lab* const lab = rubric::numbered(kit_.labs, run.lab);
      return lab ? cut::original_stub(kit_.root, fs::path(lab->name) / (run.program + ".cpp")).value_or("") : "";
    };
    if (Program* const actor = program(run, run.program)) run.todos = actor->todos(stub);
    for (trace::Call& call : run.calls) {
      if (Program* const caller = program(run, run.programs.at(static_cast<std::size_t>(call.program)).name)) caller->find(call);
      call.frames.clear();
    }
  }
}

report::Sources whole_sources(const std::vector<Entry>& entries, const std::vector<Run>& runs) {
  std::map<std::string, const compile::Built*> programs;  // by lab and name
  for (const Entry& entry : entries)
    for (const std::vector<compile::Built>* some : {&entry.programs, &entry.borrowed})
      for (const compile::Built& built : *some)
        if (built.from_source) programs.emplace(entry.lab + "/" + built.program, &built);
  report::Sources sources;
  const auto add = [&](const Run& run, const std::string& name, std::string file) {
    const auto program = programs.find(run.lab + "/" + name);
    if (program == programs.end()) return;
    if (file.empty()) file = text::utf8(program->second->found.filename());
    if (text::path_of(file).is_absolute() || file.find("..") != std::string::npos) return;
    const auto [source, is_new] = sources.try_emplace(program->first + "/" + file);
    if (is_new) source->second = text::read_text(program->second->found.parent_path() / text::path_of(file));
  };
  for (const Run& run : runs) {
    bool has_places = false;
    for (const trace::Call& call : run.calls) {
      if (!call.place) continue;
      has_places = true;
      add(run, run.programs.at(static_cast<std::size_t>(call.program)).name, call.place.file);
    }
    if (!has_places) add(run, run.program, "");  // a program that only computes
  }
  return sources;
}

}  // namespace lab::cli
