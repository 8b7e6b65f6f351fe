// Compares the files in a folder with the missing programs.
#include "cli/missing.h"

#include <algorithm>

#include "compile/handed_in.h"
#include "text/path.h"
#include "text/text.h"

namespace lab::cli {
namespace {

// Whether there is another file that could be a program and is not one of those found: one with a misspelled name, for example.
bool has_another_program(const std::vector<Entry>& entries, const std::filesystem::path& folder, const std::vector<std::string>& files) {
  const auto is_found = [&](const std::string& file) {
    const std::filesystem::path path = (std::filesystem::absolute(folder) / text::path_of(file)).lexically_normal();
    return std::any_of(entries.begin(), entries.end(), [&](const Entry& entry) {
      return std::any_of(entry.programs.begin(), entry.programs.end(), [&](const compile::Built& built) { return built.found == path; });
    });
  };
  return std::any_of(files.begin(), files.end(), [&](const std::string& file) { return compile::may_be_program(file) && !is_found(file); });
}

void explain(compile::Built& built, const std::filesystem::path& folder, const std::string& shown, const std::vector<std::string>& files,
             bool may_be_there) {
  const std::string like = compile::named_like(built.program, files);
  const std::string archive = compile::archive_among(files);
  if (!like.empty())
    built.reason = "other_name";
  else if (!archive.empty())
    built.reason = "archive";
  else if (may_be_there)
    built.reason = files.empty() ? "no_files" : "other_files";
  built.found = folder;
  built.facts = {{"folder", shown}, {"file", like.empty() ? archive : like}, {"files", text::listed(files, 8)}};
}

}  // namespace

void explain_missing(std::vector<Entry>& entries, const std::filesystem::path& folder, const std::string& shown) {
  bool any_missing = false, any_there = false;
  for (const Entry& entry : entries)
    for (const compile::Built& built : entry.programs) (built.reason == "missing" ? any_missing : any_there) = true;
  if (!any_missing) return;
  const std::vector<std::string> files = compile::files_below(folder);
  const bool may_be_there = !any_there || has_another_program(entries, folder, files);
  for (Entry& entry : entries)
    for (compile::Built& built : entry.programs)
      if (built.reason == "missing") explain(built, folder, shown.empty() ? folder.string() : shown, files, may_be_there);
}

}  // namespace lab::cli
