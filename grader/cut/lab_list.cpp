// Generates the list of labs.
#include "cut/lab_list.h"

#include <fmt/core.h>

#include "text/files.h"

namespace lab::cut {
namespace {

using std::filesystem::path;

constexpr const char* kFile = "cmake/labs.cmake";

std::string lines_of(const std::vector<std::string>& names) {
  std::string lines;
  for (const std::string& name : names) lines += "\n  " + name;
  return lines;
}

}  // namespace

std::string lab_list(const std::vector<rubric::Lab>& labs) {
  std::vector<std::string> folders;
  std::string each;
  for (const rubric::Lab& lab : labs) {
    folders.push_back(lab.name);
    std::string programs;
    for (const std::string& program : lab.programs) programs += " " + program;
    std::vector<std::string> checks;
    for (const rubric::Check& check : lab.checks) checks.push_back(check.id);
    each += fmt::format("\nset(programs_of_{}{})\nset(checks_of_{}{})\n", lab.name, programs, lab.name, lines_of(checks));
  }
  return "# The labs, their programs and their checks, for CMake and CTest. Written by `lab cut` from labs/*/lab.toml.\nset(labs" +
         lines_of(folders) + ")\n" + each;
}

State look_at_lab_list(const path& kit, const std::vector<rubric::Lab>& labs) {
  const auto text = text::read_file(kit / kFile);
  if (!text) return State::kMissing;
  return with_lf(*text) == lab_list(labs) ? State::kFresh : State::kStale;
}

State write_lab_list(const path& kit, const std::vector<rubric::Lab>& labs) {
  const State before = look_at_lab_list(kit, labs);
  if (before == State::kFresh) return before;
  std::filesystem::create_directories((kit / kFile).parent_path());
  text::write_file(kit / kFile, lab_list(labs));
  return before;
}

std::string describe_lab_list(State state, bool after_writing, text::Language language) {
  if (state == State::kStale && !after_writing) return text::sentence(language, "cut_list_stale", {{"file", kFile}});
  return describe({kFile, state}, after_writing, language);
}

}  // namespace lab::cut
