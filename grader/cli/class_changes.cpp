// The table of changes and its summary.
#include "cli/class_changes.h"

#include <fmt/ranges.h>

#include <set>
#include <string>

#include "class/changes.h"
#include "cli/paragraph.h"
#include "text/files.h"
#include "text/path.h"
#include "text/problem.h"

namespace lab::cli {
namespace {

namespace fs = std::filesystem;
using classes::Unit;
using text::Language;
using text::sentence;

std::string rubrics_of(const std::vector<Unit>& units) {
  std::set<std::string> all;
  for (const Unit& unit : units) all.insert(unit.result.value("rubric", ""));
  return fmt::format("{}", fmt::join(all, ", "));
}

void print_checks(const std::vector<classes::Change>& all, Language language) {
  for (const classes::CheckChanges& check : classes::by_check(all)) {
    const char* const id = check.most_before == check.most_after ? "class_check_changed" : "class_check_worth_changed";
    print_paragraph(sentence(language, id,
                             {{"check", check.check},
                              {"gained", check.gained},
                              {"lost", check.lost},
                              {"same", check.same},
                              {"before", check.most_before},
                              {"after", check.most_after}}));
  }
}

}  // namespace

void require_results(const fs::path& folder) {
  if (!fs::is_directory(folder / "units")) throw text::Problem("class_no_results", {{"folder", text::utf8(folder)}});
}

void tell_changes(const std::vector<Unit>& before, const std::vector<Unit>& after, const fs::path& table, Language language) {
  classes::Unmatched unmatched;
  const std::vector<classes::Change> all = classes::changes(before, after, unmatched);
  text::write_file(table, classes::change_table(all));
  print_checks(all, language);
  const std::string old_rubric = rubrics_of(before), new_rubric = rubrics_of(after);
  if (old_rubric != new_rubric) print_paragraph(sentence(language, "class_rubrics", {{"before", old_rubric}, {"after", new_rubric}}));
  const auto print_unmatched = [&](const char* id, const std::vector<std::string>& names) {
    if (!names.empty()) print_paragraph(sentence(language, id, {{"count", names.size()}, {"names", text::listed(names, kMostNames)}}));
  };
  print_unmatched("class_only_before", unmatched.only_before);
  print_unmatched("class_only_after", unmatched.only_after);
  print_paragraph(sentence(language, "class_changes", {{"changes", all.size()}, {"file", text::utf8(table)}}));
}

void compare_classes(const fs::path& out, const fs::path& against, Language language) {
  require_results(out);
  require_results(against);
  tell_changes(classes::Results(against).units(), classes::Results(out).units(), out / "changes.csv", language);
}

}  // namespace lab::cli
