// Reads and builds the known-wrong and also-right programs.
//
// Format of the first line:
//   // known-wrong: WHAT | caught by: CHECK CHECK...
//   // also-right: WHAT | build: dynamic          (the part after the bar is optional)
#include "cli/specimen.h"

#include <fmt/core.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>
#include <stdexcept>

#include "cli/borrowed.h"
#include "compile/parallel.h"
#include "compile/process.h"
#include "text/files.h"

namespace lab::cli {
namespace {

namespace fs = std::filesystem;

struct FirstLine {
  bool wrong = false;
  bool dynamic = false;
  std::string what;
  std::vector<std::string> caught_by;
};

std::string after(const std::string& text, const std::string& start, const fs::path& file) {
  if (text.rfind(start, 0) != 0) throw std::runtime_error(fmt::format("{}: the first line must begin with \"{}\"", file.string(), start));
  return text.substr(start.size());
}

FirstLine read_first_line(const fs::path& file, bool wrong, const rubric::Lab& lab) {
  std::ifstream in(file);
  std::string line;
  std::getline(in, line);
  FirstLine out;
  out.wrong = wrong;
  const std::string rest = after(line, wrong ? "// known-wrong: " : "// also-right: ", file);
  const std::size_t bar = rest.find(" | ");
  out.what = rest.substr(0, bar);
  if (!wrong) {
    if (bar != std::string::npos) out.dynamic = after(rest.substr(bar + 3), "build: ", file).rfind("dynamic", 0) == 0;
    return out;
  }
  if (bar == std::string::npos)
    throw std::runtime_error(fmt::format("{}: the first line must say \"| caught by: CHECK...\"", file.string()));
  std::istringstream checks(after(rest.substr(bar + 3), "caught by:", file));
  for (std::string check; checks >> check;) {
    if (!lab.check(check)) throw std::runtime_error(fmt::format("{}: lab {} has no check {}", file.string(), lab.number, check));
    out.caught_by.push_back(check);
  }
  if (out.caught_by.empty()) throw std::runtime_error(fmt::format("{}: no check is named that must catch it", file.string()));
  std::sort(out.caught_by.begin(), out.caught_by.end());
  return out;
}

// Builds a program that needs the compiler's own DLLs, as a student might hand it in: an .exe with the DLLs next to it.
fs::path build_dynamic(const Kit& kit, const fs::path& source, const std::string& name) {
  const fs::path folder = kit.root / "build" / "dynamic" / name;
  fs::create_directories(folder);
  const fs::path exe = folder / source.filename().replace_extension(".exe");
  if (fs::exists(exe) && fs::last_write_time(exe) > fs::last_write_time(source)) return folder;
  const std::string compiler = "x86_64-w64-mingw32-g++-posix";
  compile::Command compile;
  const std::string text = text::read_text(source);
  compile.argv = {compiler, "-std=c++20", "-O1", "-DUNICODE", "-D_UNICODE", source.string(), "-o", exe.string()};
  if (text.find("wmain") != std::string::npos || text.find("_tmain") != std::string::npos) compile.argv.push_back("-municode");
  const compile::Finished finished = compile::run(compile);
  if (finished.exit_status != 0) throw std::runtime_error(fmt::format("{} does not compile:\n{}", source.string(), finished.err));
  for (const char* dll : {"libstdc++-6.dll", "libgcc_s_seh-1.dll", "libwinpthread-1.dll"}) {
    compile::Command ask;
    ask.argv = {compiler, std::string("-print-file-name=") + dll};
    std::string found = compile::run(ask).out;
    while (!found.empty() && found.back() <= ' ') found.pop_back();
    if (found == dll) found = std::string("/usr/x86_64-w64-mingw32/lib/") + dll;
    fs::copy_file(found, folder / dll, fs::copy_options::overwrite_existing);
  }
  return folder;
}

std::vector<compile::Built> build_all(const Kit& kit, const fs::path& folder, const std::vector<std::string>& programs, int jobs) {
  std::vector<compile::Built> built = compile::build_programs(folder, programs, kit.toolchain(), jobs);
  for (const compile::Built& one : built)
    if (!one.reason.empty() && one.reason != "missing")
      throw std::runtime_error(fmt::format("{}: {} {}\n{}", folder.string(), one.program, one.reason, one.log));
  return built;
}

// Finds the source file whose first line says what is wrong or right about the folder. Other source files may be next to it, for the
// programs that it works with. Several source files may have such a line if the lines are identical.
fs::path source_of(const fs::path& folder) {
  std::vector<fs::path> all, speaking;
  std::set<std::string> said;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() != ".cpp") continue;
    all.push_back(entry.path());
    std::ifstream in(entry.path());
    std::string line;
    std::getline(in, line);
    if (line.rfind("// known-wrong:", 0) != 0 && line.rfind("// also-right:", 0) != 0) continue;
    speaking.push_back(entry.path());
    said.insert(line);
  }
  if (all.size() == 1) return all.front();
  if (said.size() != 1) throw std::runtime_error(fmt::format("{}: its sources must say in one first line what they are", folder.string()));
  return *std::min_element(speaking.begin(), speaking.end());
}

// Fills in programs that are missing in `programs` from `others`, which has the same order. Returns the names of those programs.
std::vector<std::string> take_missing_from(std::vector<compile::Built>& programs, const std::vector<compile::Built>& others) {
  std::vector<std::string> taken;
  for (std::size_t i = 0; i < programs.size(); ++i) {
    if (programs[i].reason != "missing") continue;
    programs[i] = others[i];
    taken.push_back(others[i].program);
  }
  return taken;
}

// The programs in a specimen's folder. Programs that it lacks are taken from the solution, and so are their runs if no other program takes
// part in them.
Entry entry_of(const Kit& kit, const rubric::Lab& lab, const fs::path& folder, const fs::path& dynamic, const Entry& solution) {
  Entry entry;
  entry.lab = lab.number;
  entry.programs = build_all(kit, dynamic.empty() ? folder : dynamic, lab.programs, 1);
  if (!dynamic.empty())
    for (compile::Built& built : entry.programs)
      if (built.reason == "missing") built = build_all(kit, folder, {built.program}, 1).front();
  entry.borrowed = build_all(kit, folder, lab.borrows, 1);
  entry.known = take_missing_from(entry.programs, solution.programs);
  for (const std::string& taken : take_missing_from(entry.borrowed, solution.borrowed)) entry.known.push_back(taken);
  return entry;
}

Entry from_shelf(const Kit& kit, const rubric::Lab& lab, const std::string& name, const fs::path& shelf, int jobs) {
  return {name, lab.number, build_all(kit, shelf / lab.name, lab.programs, jobs), borrowed_from_shelf(kit, lab, shelf, jobs), {}};
}

}  // namespace

Specimen solution_specimen(const Kit& kit, const rubric::Lab& lab, int jobs) {
  return {"solution", "the reference solution", false, false, {}, from_shelf(kit, lab, "solution", kit.solutions_folder(), jobs)};
}

std::vector<Specimen> specimens(const Kit& kit, const rubric::Lab& lab, const std::string& only, int jobs) {
  std::vector<Specimen> all;
  const auto wanted = [&](const std::string& name) {
    std::istringstream parts(only);
    bool any = only.empty();
    for (std::string part; std::getline(parts, part, ',');) any = any || name.find(part) != std::string::npos;
    return any;
  };
  all.push_back(solution_specimen(kit, lab, jobs));
  const Entry solution = all.front().entry;
  if (wanted("stub") && fs::exists(kit.labs_folder() / lab.name))
    all.push_back({"stub", "the starter as it is handed out", true, true, {}, from_shelf(kit, lab, "stub", kit.labs_folder(), jobs)});
  std::vector<std::pair<std::string, fs::path>> folders;  // a name such as "wrong/no_wait", and the path
  for (const char* shelf : {"wrong", "right"}) {
    const fs::path folder = kit.root / "grader" / "labs" / lab.name / "programs" / shelf;
    if (!fs::exists(folder)) continue;
    for (const auto& entry : fs::directory_iterator(folder)) {
      const std::string name = std::string(shelf) + "/" + entry.path().filename().string();
      if (wanted(name)) folders.emplace_back(name, entry.path());
    }
  }
  std::sort(folders.begin(), folders.end());
  std::vector<Specimen> read(folders.size());
  compile::in_parallel(folders.size(), jobs, [&](std::size_t i, int) {
    const auto& [name, own] = folders[i];
    const fs::path source = source_of(own);
    const FirstLine first = read_first_line(source, name.rfind("wrong/", 0) == 0, lab);
    const fs::path dynamic = first.dynamic ? build_dynamic(kit, source, lab.number + "_" + own.filename().string()) : fs::path();
    read[i] = {name, first.what, first.wrong, false, first.caught_by, entry_of(kit, lab, own, dynamic, solution)};
    read[i].entry.submission = name;
  });
  for (Specimen& specimen : read) all.push_back(std::move(specimen));
  return all;
}

}  // namespace lab::cli
