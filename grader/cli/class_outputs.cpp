// Writes each file of a class, and the command that writes them again.
#include "cli/class_outputs.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
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
  return *bytes;
}

void write_platform_tables(const classes::Results& results, const Units& units, const OutputOptions& options, text::Language language) {
  classes::TableOptions of_table;
  of_table.zero = options.zero;
  of_table.graded = sentence(language, "table_graded");
  of_table.open = sentence(language, "table_open");
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

// Tables that were filled before have the grades of that time.
void tell_of_old_rosters(const fs::path& results, text::Language language) {
  for (const auto& entry : fs::directory_iterator(results))
    if (const std::string name = text::utf8(entry.path().stem()); name.ends_with("-filled"))
      print_paragraph(sentence(language, "roster_old",
                               {{"file", text::utf8(entry.path())}, {"command", kit_command()}, {"results", text::utf8(results)}}));
}

void write_roster(const classes::Results& results, const Units& units, const OutputOptions& options, text::Language language) {
  if (options.roster.empty()) return tell_of_old_rosters(results.folder(), language);
  const classes::FilledRoster filled = classes::fill_roster(bytes_of(options.roster), units, {options.column, options.zero});
  const fs::path file = filled_roster(options, results.folder());
  text::write_file(file, filled.bytes);
  print_paragraph(sentence(language, "roster_filled", {{"filled", filled.filled}, {"column", filled.column}, {"file", text::utf8(file)}}));
  const auto say = [&](const char* id, const std::vector<std::string>& names) {
    if (!names.empty()) print_paragraph(sentence(language, id, {{"names", fmt::format("{}", fmt::join(names, ", "))}}));
  };
  say("roster_open", filled.open);
  say("roster_not_found", filled.not_found);
  say("roster_no_hand_in", filled.no_hand_in);
  const int max = units.empty() ? 0 : classes::grade_of(units.front()).max_score;
  for (const std::string& total : filled.other_total)
    print_paragraph(sentence(language, "roster_other_total", {{"total", total}, {"max", max}}));
}

// What feedback.zip tells: the choice holds for every later writing, too.
std::string kept_detail(const fs::path& results, const std::string& chosen) {
  const fs::path file = results / "outputs.json";
  if (!chosen.empty()) text::write_file(file, nlohmann::json{{"detail", chosen}}.dump() + "\n");
  const auto kept = nlohmann::json::parse(text::read_text(file), nullptr, false);
  const auto detail = kept.is_object() ? kept.find("detail") : kept.end();
  if (detail == kept.end() || !detail->is_string()) return "full";
  const auto name = detail->get<std::string>();
  return std::find(std::begin(kDetails), std::end(kDetails), name) != std::end(kDetails) ? name : "full";
}

}  // namespace

void add_output_options(Options& add, OutputOptions& options) {
  add.option("--detail", options.detail,
             {"what feedback.zip shows a student, now and later: full: everything; own: no hints; points: checks and points only",
              "feedback.zip이 지금부터 학생에게 알려 주는 것. full: 모두, own: 힌트 없이, points: 검사와 점수만"})
      .one_of({std::begin(kDetails), std::end(kDetails)});
  add.flag("--zero", options.zero,
           {"give 0 points for what was not handed in; without this option, these cells are empty",
            "제출하지 않은 실습에 0점을 줍니다. 없으면 칸을 비워 둡니다"});
  const Option roster = add.option(
      "--roster", options.roster,
      {"fill in the grades in a copy of this table, which the platform exported", "플랫폼에서 내보낸 이 표의 사본에 점수를 채웁니다"});
  add.option("--column", options.column, {"the heading of the column to fill, or a part of it", "채울 열의 이름이나 그 일부"})
      .needs(roster);
  add.flag("--copies", options.copies,
           {"compare the students' sources, and list those that stand out in the overview",
            "학생들의 소스를 비교해서 유난히 비슷한 것을 overview.html에 보여 줍니다"});
}

void require_output_options(const OutputOptions& options, const fs::path& results) {
  if (options.roster.empty()) return;
  bytes_of(options.roster);
  std::error_code error;
  const fs::path filled = filled_roster(options, results);
  if (fs::equivalent(filled, options.roster, error)) throw text::Problem("roster_same_file", {{"file", text::utf8(filled)}});
}

void write_outputs(const Kit& kit, const classes::Results& results, const OutputOptions& options, const Reports& reports) {
  Units units = results.units();
  text::write_file(results.folder() / "gradebook.csv", classes::gradebook(units, options.zero));
  std::vector<std::string> removed;
  for (const Unit& unit : units)
    if (unit.removed) removed.push_back(unit.hand_in.student);
  std::erase_if(units, [](const Unit& unit) { return unit.removed; });
  write_platform_tables(results, units, options, reports.language);
  write_roster(results, units, options, reports.language);
  const std::string detail = kept_detail(results.folder(), options.detail);
  write_feedback(kit, results, units, detail, reports);
  if (detail != "full") print_paragraph(sentence(reports.language, "class_detail", {{"detail", detail}}));
  write_class_junit(results, units, reports);
  if (options.copies) find_copies(kit, results, units, reports);
  write_class_pages(kit, results, units, options.zero, reports);
  const auto open =
      std::count_if(units.begin(), units.end(), [&](const Unit& unit) { return classes::grade_of(unit, options.zero).open > 0; });
  if (open > 0) print_paragraph(sentence(reports.language, "class_open", {{"open", open}}));
  if (!removed.empty())
    print_paragraph(sentence(reports.language, "class_removed", {{"count", removed.size()}, {"names", first_of(removed)}}));
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
          require_output_options(options->outputs, options->results);
          write_outputs(kit, classes::Results(options->results), options->outputs, reports);
          return 0;
        };
      }};
}

}  // namespace lab::cli
