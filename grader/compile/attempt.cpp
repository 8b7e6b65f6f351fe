// Runs the compiler's commands, and applies the remedies that its messages call for.
#include "compile/attempt.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <map>
#include <stdexcept>
#include <string_view>

#include "compile/process.h"
#include "text/files.h"
#include "text/path.h"
#include "text/problem.h"

namespace lab::compile {
namespace {

namespace fs = std::filesystem;
using text::utf8;

// A limit for a compiler that is waiting. One that is computing reaches the limit on processor time (compiler_mingw.cpp) first, even with
// only a tenth of a processor.
constexpr std::chrono::seconds kLimit{600};
constexpr std::size_t kMostOthers = 20;

bool says(std::string_view messages, const std::vector<std::string>& any) {
  return std::any_of(any.begin(), any.end(), [&](const std::string& words) { return messages.find(words) != messages.npos; });
}

bool reached_limits(const Finished& finished) {
  if (finished.timed_out || finished.exit_status >= 128) return true;
  return says(finished.out + finished.err, {"signal terminated program", "virtual memory exhausted", "out of memory allocating",
                                            "fatal error C1060", "fatal error C1002", "fatal error LNK1102"});
}

// A full disk is not the program's mistake. The messages alone do not prove it: a source file may contain `#error No space left on device`.
bool met_a_full_disk(const Finished& finished, const fs::path& folder) {
  constexpr std::uintmax_t kAlmostFull = std::uintmax_t{1} << 30;  // some space may have been freed since
  std::error_code error;
  return finished.exit_status != 0 && says(finished.out + finished.err, {"No space left on device", "Disk quota exceeded"}) &&
         fs::space(folder, error).available < kAlmostFull && !error;
}

void write_spellings(const Source& source, const fs::path& folder) {
  for (const auto& [name, line] : source.spellings) {
    const fs::path file = (folder / name).lexically_normal();
    if (!lies_in(file, folder) || name.size() > 200) continue;
    std::error_code error;
    fs::create_directories(file.parent_path(), error);
    if (!error) text::write_file(file, line);
  }
}

class Attempt {
 public:
  explicit Attempt(const Job& job) : job_(job) {}

  Outcome make(Settings settings) const {
    Outcome made = compile(job_.program, job_.source, settings);
    if (!made.ok) return made;
    const std::string object = file_of(job_.program, job_.source) + ".o";
    Outcome linked = link(object, "", job_.source.libraries, settings);
    const bool alone = !says(linked.messages, job_.compiler.lacks_function) || job_.others.empty() ||
                       (says(linked.messages, job_.compiler.lacks_main) && !job_.main_elsewhere);
    if (!linked.ok && !alone) linked = link_with_others(object, settings);
    linked.messages.insert(0, made.messages);
    linked.read.merge(made.read);
    return linked;
  }

 private:
  static std::string file_of(const std::string& name, const Source& source) { return name + (source.in_c ? ".c" : ".cpp"); }

  Outcome run_one(const Arguments& arguments) const {
    Command command;
    command.argv = job_.compiler.confine ? job_.compiler.confine(arguments, job_.submission, job_.work) : arguments;
    command.folder = job_.work;
    command.environment = {{"LC_ALL", "C"}, {"TMPDIR", utf8(job_.work)}, {"TMP", utf8(job_.work)}, {"TEMP", utf8(job_.work)}};
    command.limit = kLimit;
    command.bounds = job_.compiler.bounds;
    const Finished finished = run(command);
    if (met_a_full_disk(finished, job_.work)) throw text::Problem("compile_disk_full", {{"folder", utf8(job_.submission)}});
    if (reached_limits(finished)) throw TookTooLong();
    CompilerOutput output = job_.compiler.understand(finished.out + finished.err);
    Outcome outcome;
    outcome.messages = std::move(output.messages);
    outcome.read = std::move(output.read);
    outcome.ok = finished.exit_status == 0;
    return outcome;
  }

  // Compiles the source, and repeats this with each option that its messages call for; adds these options to `settings`.
  Outcome compile(const std::string& name, const Source& source, Settings& settings) const {
    text::write_file(job_.work / file_of(name, source), source.bytes);
    write_spellings(source, job_.work / "spellings");
    for (;;) {
      Outcome outcome = run_one(job_.compiler.compile(file_of(name, source), source, settings));
      outcome.foreign = foreign_file(outcome.read);
      const bool refused = job_.compiler.refuse(outcome.messages);
      if (!outcome.foreign.empty() || !apply_remedies(outcome, settings)) {
        outcome.ok = outcome.ok && !refused && outcome.foreign.empty();
        return outcome;
      }
    }
  }

  // Returns whether the settings have changed.
  bool apply_remedies(const Outcome& outcome, Settings& settings) const {
    std::vector<std::string>& applied = settings.remedies;
    const std::size_t before = applied.size();
    for (const Remedy& remedy : job_.compiler.remedies) {
      const bool known = std::find(applied.begin(), applied.end(), remedy.option) != applied.end();
      const bool fits = std::any_of(outcome.read.begin(), outcome.read.end(),
                                    [&](const fs::path& file) { return utf8(file).find(remedy.only_with) != std::string::npos; });
      if (!known && (fits || remedy.only_with.empty()) && says(outcome.messages, remedy.messages)) applied.push_back(remedy.option);
    }
    return applied.size() > before;
  }

  Outcome link(const std::string& object, const std::string& archive, std::vector<std::string> libraries, const Settings& settings) const {
    libraries.insert(libraries.end(), job_.libraries.begin(), job_.libraries.end());
    return run_one(job_.compiler.link(job_.program, {object}, archive, libraries, settings));
  }

  // Links with the other source files that define what is missing. If this fails, the messages for source files that did not compile come
  // first.
  Outcome link_with_others(const std::string& object, const Settings& settings) const {
    Arguments objects;
    std::vector<std::string> libraries = job_.source.libraries;
    std::string broken;
    std::set<fs::path> read;
    for (std::size_t i = 0; i < std::min(job_.others.size(), kMostOthers); ++i) {
      Source source;
      try {
        source = read_source(job_.others[i]);
      } catch (const std::runtime_error&) {
        continue;
      }
      read.insert(source.file);
      const std::string name = name_of(source.file);
      Settings own{settings.standard, settings.unicode, settings.bare, settings.lenient, {}, {}};
      Outcome made = compile(name, source, own);
      if (!made.foreign.empty()) return made;
      read.merge(made.read);
      libraries.insert(libraries.end(), source.libraries.begin(), source.libraries.end());
      if (made.ok)
        objects.push_back(file_of(name, source) + ".o");
      else
        broken += made.messages;
    }
    const std::string archive = "others.a";
    if (!objects.empty()) run_one(job_.compiler.archive(archive, objects));
    Outcome linked = link(object, objects.empty() ? "" : archive, libraries, settings);
    if (!linked.ok) linked.messages.insert(0, broken);
    linked.read.merge(read);
    return linked;
  }

  // A file name for the copy of another source. It differs from the names of the program's own files, but contains the original name for
  // messages.
  std::string name_of(const fs::path& file) const {
    const std::string stem = utf8(file.stem());
    return lower(stem) == lower(job_.program) ? stem + "_" : stem;
  }

  fs::path foreign_file(const std::set<fs::path>& read) const {
    std::error_code error;
    std::vector<fs::path> allowed = job_.compiler.folders;
    allowed.insert(allowed.end(), {job_.submission, job_.work});
    for (fs::path& folder : allowed) folder = fs::weakly_canonical(folder, error);
    for (const fs::path& name : read) {
      const fs::path file = fs::weakly_canonical(name.is_absolute() ? name : job_.work / name, error);
      const bool fine = std::any_of(allowed.begin(), allowed.end(), [&](const fs::path& folder) { return lies_in(file, folder); });
      if (error || !fine) return name;
    }
    return {};
  }

  const Job& job_;
};

}  // namespace

Outcome attempt(const Job& job, Settings settings) { return Attempt(job).make(std::move(settings)); }

}  // namespace lab::compile
