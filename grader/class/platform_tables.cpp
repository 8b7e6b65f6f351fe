// The columns of each platform's table.
#include "class/platform_tables.h"

#include <algorithm>

#include "class/csv.h"
#include "class/grades.h"
#include "class/names.h"

namespace lab::classes {
namespace {

// The units that came from the platform, in their order.
std::vector<const Unit*> of(const std::string& platform, const std::vector<Unit>& units) {
  std::vector<const Unit*> own;
  for (const Unit& unit : units)
    if (unit.hand_in.platform == platform) own.push_back(&unit);
  return own;
}

bool is_number(const std::string& id) {
  return !id.empty() && std::all_of(id.begin(), id.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "lab 05" or "labs 05, 06": the name of the assignment, for tables that contain only one.
std::string assignment(const std::vector<Unit>& units) {
  std::vector<std::string> labs;
  for (const Unit& unit : units)
    for (const auto& lab : unit.result.at("labs"))
      if (std::find(labs.begin(), labs.end(), lab.at("lab").get<std::string>()) == labs.end()) labs.push_back(lab.at("lab"));
  std::string all = labs.size() == 1 ? "lab " : "labs ";
  for (const std::string& lab : labs) all += (&lab == &labs.front() ? "" : ", ") + lab;
  return all;
}

}  // namespace

std::string canvas_table(const std::vector<Unit>& units, const TableOptions& options) {
  const std::vector<const Unit*> own = of("canvas", units);
  std::vector<std::string> labs;
  std::vector<std::string> heads{"Student", "ID", "SIS User ID", "SIS Login ID", "Section"},
      possible{"    Points Possible", "", "", "", ""};
  if (!own.empty())
    for (const LabGrade& lab : grade_of(*own.front(), options.zero).labs) {
      labs.push_back(lab.lab);
      heads.push_back("lab " + lab.lab);
      possible.push_back(std::to_string(lab.max_score));
    }
  std::string table = kByteOrderMark + csv_line(heads) + csv_line(possible);
  for (const Unit* unit : own) {
    if (!is_number(unit->hand_in.id)) continue;  // a withheld name: "anon_x7b2q"
    std::vector<std::string> cells{unit->hand_in.student, unit->hand_in.id, "", "", ""};
    const Grade grade = grade_of(*unit, options.zero);
    for (const std::string& lab : labs) {
      const auto found = std::find_if(grade.labs.begin(), grade.labs.end(), [&](const LabGrade& one) { return one.lab == lab; });
      cells.push_back(found == grade.labs.end() ? "" : cell_of(found->settled()));
    }
    table += csv_line(cells);
  }
  return table;
}

std::string moodle_table(const std::vector<Unit>& units, const TableOptions& options) {
  std::string table = kByteOrderMark + csv_line({"Identifier", "Full name", "Email address", "Status", "Grade", "Maximum grade",
                                                 "Last modified (grade)", "Feedback comments"});
  for (const Unit* unit : of("moodle", units)) {
    const Grade grade = grade_of(*unit, options.zero);
    const bool settled = grade.settled().has_value();
    table +=
        csv_line({"Participant " + unit->hand_in.id, unit->hand_in.student, "", grade.status(), cell_of(grade.settled()),
                  std::to_string(grade.max_score), "", settled ? options.graded : options.open + ": " + grade.status_in(options.language)});
  }
  return table;
}

std::string github_table(const std::vector<Unit>& units, const TableOptions& options) {
  std::string table = kByteOrderMark + csv_line({"assignment_name", "github_username", "roster_identifier", "student_repository_name",
                                                 "points_awarded", "points_available", "status"});
  const std::vector<const Unit*> own = of("github", units);
  for (const Unit* unit : own) {
    const Grade grade = grade_of(*unit, options.zero);
    table += csv_line({assignment(units), unit->hand_in.id, "", without_archive_ending(unit->hand_in.given_as), cell_of(grade.settled()),
                       std::to_string(grade.max_score), grade.status()});
  }
  return table;
}

std::string classroom50_table(const std::vector<Unit>& units, const TableOptions& options) {
  std::string table = kByteOrderMark + csv_line({"username", "first_name", "last_name", "email", "section", "score", "max_score",
                                                 "datetime", "submission_tag", "submitted_by", "review_url", "late", "override", "status"});
  for (const Unit* unit : of("classroom50", units)) {
    const Grade grade = grade_of(*unit, options.zero);
    table += csv_line({unit->hand_in.id, "", "", "", "", cell_of(grade.settled()), std::to_string(grade.max_score), "", "",
                       unit->hand_in.id, "", unit->hand_in.late ? "true" : "false", "", grade.status()});
  }
  return table;
}

const std::vector<PlatformTable>& platform_tables() {
  static const std::vector<PlatformTable> kTables{{"canvas", "gradebook-canvas.csv", canvas_table},
                                                  {"moodle", "gradebook-moodle.csv", moodle_table},
                                                  {"github", "gradebook-github.csv", github_table},
                                                  {"classroom50", "gradebook-classroom50.csv", classroom50_table}};
  return kTables;
}

}  // namespace lab::classes
