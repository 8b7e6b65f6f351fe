// Climbs the ladder, caches the results, and makes the compiler's log presentable.
#include "compile/compile.h"

#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <set>
#include <sstream>
#include <string_view>

#include "compile/attempt.h"
#include "compile/libraries.h"
#include "compile/lines.h"
#include "compile/process.h"
#include "compile/store.h"
#include "compile/visual_cpp.h"
#include "text/files.h"
#include "text/hash.h"
#include "text/path.h"

namespace lab::compile {
namespace {

namespace fs = std::filesystem;
using text::generic_utf8;
using text::utf8;

constexpr std::size_t kLogKept = 64 * 1024;
constexpr std::chrono::seconds kToolLimit{60};
constexpr std::string_view kTookTooLong =
    "The compiler was stopped: this source takes more than 60 seconds of CPU time, 2 GB of memory or 64 MB of output to compile. Look for "
    "an #include or a template that never ends.\n컴파일을 중단했습니다. 이 소스는 컴파일에 CPU 시간 60초, 메모리 2GB 또는 출력 64MB를 넘게 "
    "사용합니다. 끝나지 않는 #include나 템플릿이 있는지 확인하세요.\n";

// A header was not found. It may exist the next time, so this result is not cached.
struct NotFound {
  Compiled result;
};

void replace_all(std::string& text, const std::string& what, const std::string& by) {
  for (std::size_t at = 0; (at = text.find(what, at)) != text.npos; at += by.size()) text.replace(at, what.size(), by);
}

std::string presentable(std::string log, const fs::path& submission, const fs::path& work) {
  for (const fs::path& folder : {work, submission})
    for (const std::string& name : {utf8(folder) + "/", utf8(folder) + "\\"}) replace_all(log, name, "");
  replace_all(log, "lab_void_main", "main");  // student/first.h
  if (log.size() > kLogKept) log.resize(log.rfind('\n', kLogKept) + 1);
  return log;
}

bool is_source(const fs::path& file) {
  const std::string ending = lower(utf8(file.extension()));
  return ending == ".cpp" || ending == ".c" || ending == ".cc" || ending == ".cxx";
}

// The program's other source files: those listed in the project or, without a project, all source files in the same folder. Omits links and
// files that were not handed in.
std::vector<fs::path> others_of(const Source& source, const Project& project, const fs::path& submission) {
  const fs::path folder = source.file.parent_path();
  std::vector<fs::path> candidates;
  std::error_code error;
  for (const std::string& name : project.sources)
    if (const auto found = find_as_windows(folder, name)) candidates.push_back(found->lexically_normal());
  if (project.sources.empty()) {
    for (auto entry = fs::directory_iterator(folder, error); !error && entry != fs::directory_iterator(); entry.increment(error))
      candidates.push_back(entry->path());
    std::sort(candidates.begin(), candidates.end());
  }
  std::vector<fs::path> others;
  for (const fs::path& file : candidates) {
    const bool theirs = is_source(file) && fs::is_regular_file(fs::symlink_status(file, error)) &&
                        lies_in(fs::weakly_canonical(file, error), fs::weakly_canonical(submission, error));
    if (theirs && file != source.file) others.push_back(file);
  }
  return others;
}

// The student's own files among the files read by the compiler.
std::vector<fs::path> own_files(const std::set<fs::path>& read, const Job& job) {
  std::vector<fs::path> own;
  for (const fs::path& name : read) {
    const fs::path file = (name.is_absolute() ? name : job.work / name).lexically_normal();
    if (lies_in(file, job.submission) && !lies_in(file, job.work)) own.push_back(file);
  }
  return own;
}

// The student's own files that were read, each with a hash of its content, so that a later change is detected. Their names are relative to
// the source, so that a cached result is also valid for the same files in another place.
std::string note_of(const std::set<fs::path>& read, const Job& job) {
  std::string note;
  for (const fs::path& file : own_files(read, job))
    note += fmt::format("{:016x} {}\n", text::hash(text::read_text(file)), utf8(file.lexically_relative(job.source.file.parent_path())));
  return note;
}

bool still_holds(const std::string& note, const fs::path& folder) {
  std::istringstream lines(note);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t end = line.find(' ');
    if (end == line.npos || fmt::format("{:016x}", text::hash(text::read_text(folder / line.substr(end + 1)))) != line.substr(0, end))
      return false;
  }
  return true;
}

std::string sentence_of_foreign(const std::string& program, const fs::path& file) {
  return fmt::format(
      "{0}.cpp includes {1}, which was not handed in. Include only your own files and the compiler's.\n{0}.cpp가 제출하지 않은 파일을 "
      "포함합니다: {1}. 직접 만든 파일과 컴파일러의 파일만 포함하세요.\n",
      program, utf8(file));
}

// Moves the line table out of the program. Without a table, reports name no lines; this costs no points.
std::string lines_in(const Job& job, const std::set<fs::path>& read) {
  const fs::path folder = job.source.file.parent_path();
  OwnFiles own;
  const auto add = [&](const fs::path& file, const std::string& name) { own.emplace(name, generic_utf8(file.lexically_relative(folder))); };
  for (const char* ending : {".cpp", ".c"}) add(job.source.file, job.program + ending);
  for (const fs::path& file : job.others) add(file, utf8(file.filename()));
  for (const fs::path& file : own_files(read, job)) add(file, utf8(file.filename()));
  if (job.compiler.read_lines) return line_table(job.compiler.read_lines(job.work / (job.program + ".exe"), own), own);
  if (!job.compiler.list_lines) return "";
  const auto run_tool = [&](const Arguments& arguments) {
    Command command;
    command.argv = job.compiler.confine ? job.compiler.confine(arguments, job.submission, job.work) : arguments;
    command.folder = job.work;
    command.environment = {{"LC_ALL", "C"}};
    command.limit = kToolLimit;
    return run(command).out;
  };
  const std::string table = line_table(run_tool(job.compiler.list_lines(job.program)), own);
  run_tool(job.compiler.strip(job.program));
  return table;
}

// Leaves these files in the work folder: program.exe and its "lines" if it was built, "log", "read", and "only_in_visual_cpp".
void make(const Job& job, const Project& project) {
  std::string log;
  std::set<fs::path> read;
  bool built = false, foreign = false;
  for (const Settings& settings : ladder(project, job.source.in_c)) {
    Outcome outcome = attempt(job, settings);
    built = outcome.ok;
    foreign = !outcome.foreign.empty();
    read.merge(outcome.read);
    if (foreign) log = sentence_of_foreign(job.program, outcome.foreign);
    if (!foreign && (log.empty() || built)) log = std::move(outcome.messages);
    if (built || foreign) break;
    std::error_code error;
    fs::remove(job.work / (job.program + ".exe"), error);
  }
  if (built) text::write_file(job.work / "lines", lines_in(job, read));
  log = presentable(std::move(log), job.submission, job.work);
  const std::string only = built || foreign ? "" : only_in_visual_cpp(job.source, log);
  if (!built && (log.find("No such file or directory") != log.npos || log.find("fatal error C1083") != log.npos))
    throw NotFound{{{}, log, only}};
  text::write_file(job.work / "log", log);
  text::write_file(job.work / "only_in_visual_cpp", only);
  text::write_file(job.work / "read", note_of(read, job));
}

}  // namespace

Compiled compile(const std::string& program, const Source& source, const fs::path& submission, const fs::path& cache,
                 const Compiler& compiler) {
  const fs::path folder = source.file.parent_path(), whole = fs::absolute(submission);
  const Project project = project_of(source.file);
  const std::vector<fs::path> others = others_of(source, project, whole);

  std::string inputs = compiler.identity;
  const auto add = [&](const std::string& name, const std::string& bytes) {
    inputs += fmt::format("\n{} {}\n{}", name, bytes.size(), bytes);
  };
  add(program, source.bytes);
  add(source.in_c ? "in C" : "in C++", project.bytes);
  for (const fs::path& other : others) add(utf8(other.lexically_relative(folder)), "");
  for (const Header& header : source.headers) add(utf8(header.file.lexically_relative(folder)), header.bytes);

  const auto make_in = [&](const fs::path& work) {
    make({program, source, others, !project.sources.empty(), libraries_of_windows(project.libraries), whole, work, compiler}, project);
  };
  const auto holds = [&](const fs::path& kept) { return still_holds(text::read_text(kept / "read"), folder); };
  try {
    const fs::path found = kept(fs::absolute(cache), inputs, make_in, holds);
    const fs::path exe = found / (program + ".exe");
    return {fs::exists(exe) ? exe : fs::path(), text::read_text(found / "log"), text::read_text(found / "only_in_visual_cpp")};
  } catch (const NotFound& unfinished) {
    return unfinished.result;
  } catch (const TookTooLong&) {
    return {{}, std::string(kTookTooLong), {}};
  }
}

}  // namespace lab::compile
