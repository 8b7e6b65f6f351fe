// Distinguishes work that was not handed in from work that could not be judged.
#include "class/grades.h"

#include <algorithm>
#include <set>

namespace lab::classes {
namespace {

using Json = nlohmann::ordered_json;
using Ids = std::set<std::string>;

// Reasons for a missing program: there are no files at all, or only files that are not recognized (checks/program_reasons.h).
const Ids& nothing_there() {
  static const Ids ids{"not_built_missing", "no_files"};
  return ids;
}
const Ids& nothing_recognised() {
  static const Ids ids{"not_built_missing", "no_files", "other_files", "other_name", "archive", "left_out"};
  return ids;
}

std::string reason_of(const Json& check) {
  return check.contains("because") && check.at("because").is_object() ? check.at("because").value("id", "") : "";
}

// Whether each check has one of these reasons, or was skipped because another check has.
bool all_for(const Json& checks, const Ids& reasons) {
  return !checks.empty() && std::all_of(checks.begin(), checks.end(), [&](const Json& check) {
    return check.at("outcome") == "skipped" || reasons.count(reason_of(check)) > 0;
  });
}

bool is_not_built(const Json& check) { return check.at("outcome") == "not_built"; }

bool none_built(const Json& checks) {
  return !checks.empty() && std::all_of(checks.begin(), checks.end(),
                                        [](const Json& check) { return check.at("outcome") == "skipped" || is_not_built(check); });
}

LabGrade grade_of(const Json& lab, bool zero) {
  const Json& checks = lab.at("checks");
  LabGrade grade;
  grade.lab = lab.at("lab");
  grade.max_score = lab.at("max_score");
  grade.open = lab.value("unjudged_points", 0);
  if (all_for(checks, nothing_there()))
    grade.status = Status::kNotHandedIn;
  else if (all_for(checks, nothing_recognised()))
    grade.status = Status::kNoProgram;
  else if (grade.open > 0)
    grade.status = Status::kOpen;
  else if (none_built(checks))
    grade.status = Status::kNotBuilt;
  else if (std::any_of(checks.begin(), checks.end(), is_not_built))
    grade.status = Status::kPartlyBuilt;
  if (grade.status == Status::kNotHandedIn || grade.status == Status::kNoProgram) grade.open = grade.max_score;
  if (grade.status == Status::kNotHandedIn && zero) {
    grade.open = 0;
    grade.points = 0;
  } else if (grade.open < grade.max_score || grade.max_score == 0) {
    grade.points = lab.at("score").get<int>();
  }
  return grade;
}

}  // namespace

const char* word(Status status) {
  switch (status) {
    case Status::kNotHandedIn:
      return "not handed in";
    case Status::kNoProgram:
      return "program not found";
    case Status::kOpen:
      return "open";
    case Status::kNotBuilt:
      return "not built";
    case Status::kPartlyBuilt:
      return "partly built";
    case Status::kGraded:
      break;
  }
  return "graded";
}

bool is_open(const Json& check) {
  return check.value("open", false) || check.at("outcome") == "not_gradable" || check.at("outcome") == "grader_error";
}

std::string cell_of(const std::optional<int>& points) { return points ? std::to_string(*points) : ""; }

bool Grade::is_undecided() const {
  return std::any_of(labs.begin(), labs.end(), [](const LabGrade& lab) { return lab.is_undecided(); });
}

std::optional<int> Grade::settled() const { return open > 0 ? std::nullopt : points; }

namespace {

// `words`: says what a status is.
template <class Words>
std::string status_of(const std::vector<LabGrade>& labs, const Words& words) {
  const auto is_first = [&](const LabGrade& lab) { return lab.status == labs.front().status; };
  if (labs.empty() || std::all_of(labs.begin(), labs.end(), is_first)) return words(labs.empty() ? Status::kGraded : labs.front().status);
  std::string all;
  for (const LabGrade& lab : labs)
    if (lab.status != Status::kGraded) all += (all.empty() ? "" : "; ") + lab.lab + ": " + words(lab.status);
  return all;
}

const char* sentence_of(Status status) {
  switch (status) {
    case Status::kNotHandedIn:
      return "status_not_handed_in";
    case Status::kNoProgram:
      return "status_no_program";
    case Status::kOpen:
      return "status_open";
    case Status::kNotBuilt:
      return "status_not_built";
    case Status::kPartlyBuilt:
      return "status_partly_built";
    case Status::kGraded:
      break;
  }
  return "status_graded";
}

}  // namespace

std::string Grade::status() const {
  return status_of(labs, [](Status status) { return word(status); });
}

std::string Grade::status_in(text::Language language) const {
  return status_of(labs, [language](Status status) { return text::sentence(language, sentence_of(status)); });
}

Grade grade_of(const Unit& unit, bool zero) {
  Grade grade;
  for (const Json& lab : unit.result.at("labs")) {
    grade.labs.push_back(grade_of(lab, zero));
    const LabGrade& added = grade.labs.back();
    grade.open += added.open;
    grade.max_score += added.max_score;
    if (added.points) grade.points = grade.points.value_or(0) + *added.points;
  }
  return grade;
}

}  // namespace lab::classes
