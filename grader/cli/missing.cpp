// Compares the files in a folder with the missing programs.
#include "cli/missing.h"

#include <algorithm>

#include "compile/handed_in.h"
#include "text/path.h"
#include "text/text.h"

namespace lab::cli {
namespace {

// Those of `files` that could be programs, but are none of those found.
std::vector<std::string> unrecognized(const std::vector<Entry>& entries, const std::filesystem::path& folder,
                                      const std::vector<std::string>& files) {
  const auto is_found = [&](const std::string& file) {
    const std::filesystem::path path = (std::filesystem::absolute(folder) / text::path_of(file)).lexically_normal();
    return std::any_of(entries.begin(), entries.end(), [&](const Entry& entry) {
      return std::any_of(entry.programs.begin(), entry.programs.end(), [&](const compile::Built& built) { return built.found == path; });
    });
  };
  std::vector<std::string> others;
  for (const std::string& file : files)
    if (compile::may_be_program(file) && !is_found(file)) others.push_back(file);
  return others;
}

// What is known about the folder in which programs are missing.
struct Searched {
  const std::filesystem::path& folder;
  const std::string shown;
  const std::vector<std::string> files;
  const compile::LeftOut& left_out;
  bool may_be_there = false;  // under a name that the grader does not recognize

  // Whether the program could be among what was left out. If there is nothing else, it could, whatever that is called.
  bool may_be_left_out(const std::string& program) const { return !left_out.empty() && (files.empty() || left_out.may_contain(program)); }
};

void explain(compile::Built& built, const Searched& searched) {
  const std::string like = compile::named_like(built.program, searched.files);
  const std::string archive = compile::archive_among(searched.files);
  const bool left_out = like.empty() && archive.empty() && searched.may_be_left_out(built.program);
  if (!like.empty())
    built.reason = "other_name";
  else if (!archive.empty())
    built.reason = "archive";
  else if (left_out)
    built.reason = "left_out";
  else if (searched.may_be_there)
    built.reason = searched.files.empty() ? "no_files" : "other_files";
  built.found = searched.folder;
  built.facts = {{"folder", searched.shown},
                 {"file", like.empty() ? archive : like},
                 {"files", text::listed(left_out ? searched.left_out.names : searched.files, 8)}};
}

// Whether the compiler did not find a file that may be among what was left out.
bool needs_left_out(const compile::Built& built, const compile::LeftOut& left_out) {
  const std::string& log = built.log;
  if (built.reason != "does_not_compile") return false;
  if (log.find("file not found") == std::string::npos && log.find("No such file") == std::string::npos) return false;
  return left_out.anything || std::any_of(left_out.names.begin(), left_out.names.end(), [&](const std::string& name) {
           return log.find(name.substr(name.find_last_of("/\\") + 1)) != std::string::npos;
         });
}

}  // namespace

std::vector<std::string> unrecognized_programs(const std::vector<Entry>& entries, const std::filesystem::path& folder) {
  return unrecognized(entries, folder, compile::files_below(folder));
}

void explain_missing(std::vector<Entry>& entries, const std::filesystem::path& folder, const std::string& shown,
                     const compile::LeftOut& left_out) {
  bool any_missing = false, any_there = false;
  for (Entry& entry : entries)
    for (compile::Built& built : entry.programs) {
      (built.reason == "missing" ? any_missing : any_there) = true;
      if (!needs_left_out(built, left_out)) continue;
      built.reason = "left_out";
      built.facts["files"] = text::listed(left_out.names, 8);
    }
  if (!any_missing) return;
  std::vector<std::string> files = compile::files_below(folder);
  std::erase(files, "lab.toml");  // the kit's own file in labs/
  Searched searched{folder, shown.empty() ? folder.string() : shown, std::move(files), left_out};
  searched.may_be_there = !any_there || !unrecognized(entries, folder, searched.files).empty();
  for (Entry& entry : entries)
    for (compile::Built& built : entry.programs)
      if (built.reason == "missing") explain(built, searched);
}

}  // namespace lab::cli
