// Writes each file for a class; also the command that writes them again.
#include "cli/class_outputs.h"

#include <algorithm>
#include <memory>

#include "class/gradebook.h"
#include "class/grades.h"
#include "class/platform_tables.h"
#include "class/roster.h"
#include "cli/class_changes.h"
#include "cli/class_pages.h"
#include "cli/commands.h"
#include "cli/host.h"
#include "cli/paragraph.h"
#include "text/files.h"
#include "text/path.h"
#include "text/problem.h"

namespace lab::cli {
namespace {

namespace fs = std::filesystem;
using classes::Unit;
using text::sentence;
using Units = std::vector<Unit>;

fs::path filled_roster(const OutputOptions& options, const fs::path& results) {
  fs::path name = options.roster.stem();
  name += "-filled";
  name += options.roster.extension();
  return results / name;
}

std::string bytes_of(const fs::path& file) {
  std::optional<std::string> bytes = text::read_file(file);
  if (!bytes) throw text::Problem("class_table_not_read", {{"file", text::utf8(file)}});
  const bool has_text = bytes->find_first_not_of(" \t\r\n\xEF\xBB\xBF") != std::string::npos;
  if (!has_text || bytes->find('\0') != std::string::npos) throw text::Problem("roster_no_table", {{"file", text::utf8(file)}});
  return *bytes;
}

void write_platform_tables(const classes::Results& results, const Units& units, bool zero, text::Language language) {
  classes::TableOptions of_table;
  of_table.zero = zero;
  of_table.graded = sentence(language, "table_graded");
  of_table.open = sentence(language, "table_open");
  of_table.language = language;
  for (const classes::PlatformTable& table : classes::platform_tables()) {
    const auto is_its = [&](const Unit& unit) { return unit.hand_in.platform == table.platform; };
    if (std::none_of(units.begin(), units.end(), is_its)) continue;
    const fs::path file = results.folder() / table.file;
    text::write_file(file, table.text(units, of_table));
    print_paragraph(sentence(language, "table_written", {{"platform", table.platform}, {"file", text::utf8(file)}}));
  }
  const auto anonymous = std::count_if(units.begin(), units.end(), [](const Unit& unit) {
    return unit.hand_in.platform == "canvas" && unit.hand_in.id.find_first_not_of("0123456789") != std::string::npos;
  });
  if (anonymous > 0) print_paragraph(sentence(language, "table_canvas_anonymous", {{"count", anonymous}}));
}

// Reports tables that were filled earlier and still contain the old grades.
void tell_of_old_rosters(const fs::path& results, text::Language language) {
  for (const auto& entry : fs::directory_iterator(results))
    if (const std::string name = text::utf8(entry.path().stem()); name.ends_with("-filled"))
      print_paragraph(sentence(language, "roster_old",
                               {{"file", text::utf8(entry.path())}, {"command", kit_command()}, {"results", text::utf8(results)}}));
}

// Fills in the roster. Prints an error and returns false if it belongs to another class.
bool write_roster(const classes::Results& results, const Units& units, const OutputOptions& options, bool zero, text::Language language) {
  if (options.roster.empty()) {
    tell_of_old_rosters(results.folder(), language);
    return true;
  }
  const classes::FilledRoster filled = classes::fill_roster(bytes_of(options.roster), units, {options.column, zero, language});
  if (filled.matches_nobody) {
    print_problem(sentence(language, "roster_matches_nobody",
                           {{"file", text::utf8(options.roster)},
                            {"lines", text::listed(filled.no_hand_in, 3)},
                            {"students", text::listed(filled.not_found, 3)}}));
    return false;
  }
  const fs::path file = filled_roster(options, results.folder());
  text::write_file(file, filled.bytes);
  print_paragraph(sentence(language, "roster_filled", {{"filled", filled.filled}, {"column", filled.column}, {"file", text::utf8(file)}}));
  const auto say = [&](const char* id, const std::vector<std::string>& names) {
    if (!names.empty()) print_paragraph(sentence(language, id, {{"names", text::listed(names)}}));
  };
  say("roster_open", filled.open);
  say("roster_not_found", filled.not_found);
  say("roster_no_hand_in", filled.no_hand_in);
  const int max = units.empty() ? 0 : classes::grade_of(units.front()).max_score;
  for (const std::string& total : filled.other_total)
    print_paragraph(sentence(language, "roster_other_total", {{"total", total}, {"max", max}}));
  return true;
}

// The labs that the class was graded for.
std::vector<const rubric::Lab*> labs_of(const Kit& kit, const classes::Results& results) {
  std::vector<std::string> numbers;
  if (const Units units = results.units(); !units.empty())
    for (const classes::LabGrade& lab : classes::grade_of(units.front()).labs) numbers.push_back(lab.lab);
  return numbers.empty() ? std::vector<const rubric::Lab*>() : kit.chosen(numbers);
}

}  // namespace

void add_output_options(Options& add, OutputOptions& options) {
  add_choices(add, options.chosen);
  const Option roster = add.option(
      "--roster", options.roster,
      {"fill in the grades in a copy of this table, which the platform exported", "플랫폼에서 내보낸 이 표의 사본에 점수를 채웁니다"});
  add.option("--column", options.column, {"the heading of the column to fill, or a part of it", "채울 열의 이름이나 그 일부"})
      .needs(roster);
  add.flag("--copies", options.copies,
           {"compare the students' sources, and list those that stand out in the overview",
            "학생들의 소스를 비교해서 유난히 비슷한 것을 overview.html에 보여 줍니다"});
}

void require_output_options(const OutputOptions& options, const fs::path& results, const std::vector<const rubric::Lab*>& labs) {
  if (options.roster.empty()) return;
  classes::RosterOptions column{options.column};
  for (const rubric::Lab* lab : labs) {
    column.labs.push_back(lab->number);
    for (const rubric::Check& check : lab->checks) column.max_score += check.points;
  }
  classes::fill_roster(bytes_of(options.roster), {}, column);
  std::error_code error;
  const fs::path filled = filled_roster(options, results);
  if (fs::equivalent(filled, options.roster, error)) throw text::Problem("roster_same_file", {{"file", text::utf8(filled)}});
}

int write_outputs(const Kit& kit, const classes::Results& results, const OutputOptions& options, const Reports& reports) {
  Units units = results.units();
  const Choices choices = keep_choices(results.folder(), options.chosen);
  text::write_file(results.folder() / "gradebook.csv", classes::gradebook(units, choices.zero));
  std::vector<std::string> removed;
  for (const Unit& unit : units)
    if (unit.removed) removed.push_back(unit.hand_in.student);
  std::erase_if(units, [](const Unit& unit) { return unit.removed; });
  write_platform_tables(results, units, choices.zero, reports.language);
  const bool roster_fits = write_roster(results, units, options, choices.zero, reports.language);
  write_feedback(kit, results, units, choices.detail, reports);
  print_choices(choices, reports.language);
  write_class_junit(results, units, reports);
  if (options.copies) find_copies(kit, results, units, reports);
  write_class_pages(kit, results, units, choices.zero, reports);
  const auto open =
      std::count_if(units.begin(), units.end(), [&](const Unit& unit) { return classes::grade_of(unit, choices.zero).is_undecided(); });
  if (open > 0) print_paragraph(sentence(reports.language, "class_open", {{"open", open}}));
  if (!removed.empty())
    print_paragraph(sentence(reports.language, "class_removed", {{"count", removed.size()}, {"names", text::listed(removed, kMostNames)}}));
  return roster_fits ? 0 : kWrongTable;
}

Command export_command() {
  struct ExportOptions {
    fs::path results;
    OutputOptions outputs;
  };
  return {
      "export",
      {"write the tables and pages of a graded class again, in a different form", "채점한 한 반의 표와 페이지를 다른 형식으로 다시 씁니다"},
      [](Options& add) -> Command::Run {
        const auto options = std::make_shared<ExportOptions>();
        add.option("RESULTS", options->results, {"the folder that lab class wrote", "lab class가 만든 폴더"}).required();
        add_output_options(add, options->outputs);
        return [options](const Kit& kit, const Reports& reports) {
          require_results(options->results);
          const classes::Results results(options->results);
          require_output_options(options->outputs, options->results, labs_of(kit, results));
          return write_outputs(kit, results, options->outputs, reports);
        };
      }};
}

}  // namespace lab::cli
