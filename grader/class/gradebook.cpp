// Generates the table.
#include "class/gradebook.h"

#include <algorithm>
#include <map>

#include "class/csv.h"
#include "class/grades.h"

namespace lab::classes {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kRemoved = "no longer in the class";

// The columns for the labs, followed by the columns for their checks, in the order in which they appear in the results.
std::vector<std::string> columns(const std::vector<Unit>& units) {
  std::vector<std::string> labs, checks;
  const auto add = [](std::vector<std::string>& all, const std::string& name) {
    if (std::find(all.begin(), all.end(), name) == all.end()) all.push_back(name);
  };
  for (const Unit& unit : units)
    for (const Json& lab : unit.result.at("labs")) {
      add(labs, "lab " + lab.at("lab").get<std::string>());
      for (const Json& check : lab.at("checks")) add(checks, check.at("id"));
    }
  labs.insert(labs.end(), checks.begin(), checks.end());
  return labs;
}

std::map<std::string, std::string> points(const Unit& unit, const Grade& grade) {
  std::map<std::string, std::string> cells;
  for (std::size_t i = 0; i < grade.labs.size(); ++i) {
    const LabGrade& of_lab = grade.labs[i];
    cells["lab " + of_lab.lab] = cell_of(of_lab.points);
    if (!of_lab.points) continue;
    for (const Json& check : unit.result.at("labs").at(i).at("checks"))
      if (!is_open(check)) cells[check.at("id")] = std::to_string(check.at("points").get<int>());
  }
  return cells;
}

}  // namespace

std::string gradebook(const std::vector<Unit>& units, bool zero) {
  const std::vector<std::string> of_labs = columns(units);
  std::vector<std::string> heads{"id", "student", "given_as", "unit", "late", "attempt", "score", "max_score", "open_points", "status"};
  heads.insert(heads.end(), of_labs.begin(), of_labs.end());
  std::string table = kByteOrderMark + csv_line(heads);
  for (const Unit& unit : units) {
    const HandIn& who = unit.hand_in;
    const Grade grade = grade_of(unit, zero);
    std::vector<std::string> cells{who.id,
                                   who.student,
                                   who.given_as,
                                   folder_name(who.id),
                                   who.late ? "late" : "",
                                   std::to_string(who.attempt),
                                   cell_of(grade.points),
                                   std::to_string(grade.max_score),
                                   std::to_string(grade.open),
                                   unit.removed ? kRemoved : grade.status()};
    std::map<std::string, std::string> found = points(unit, grade);
    for (const std::string& column : of_labs) cells.push_back(found[column]);
    table += csv_line(cells);
  }
  return table;
}

}  // namespace lab::classes
