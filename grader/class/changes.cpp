// Compares two judgements check by check.
#include "class/changes.h"

#include <algorithm>

#include "class/csv.h"

namespace lab::classes {
namespace {

using Json = nlohmann::ordered_json;

std::vector<const Json*> checks_of(const Unit& unit) {
  std::vector<const Json*> all;
  for (const Json& lab : unit.result.at("labs"))
    for (const Json& check : lab.at("checks")) all.push_back(&check);
  return all;
}

const Json* find(const std::vector<const Json*>& all, const std::string& id) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const Json* check) { return check->at("id") == id; });
  return found == all.end() ? nullptr : *found;
}

Change change(const Unit& old, const Unit& now, const Json* before, const Json* after) {
  Change one;
  one.id = now.hand_in.id;
  one.student = now.hand_in.student;
  one.rubric_before = old.result.value("rubric", "");
  one.rubric_after = now.result.value("rubric", "");
  one.check = (after ? after : before)->at("id");
  if (before) one.outcome_before = before->at("outcome"), one.points_before = before->at("points");
  if (after) one.outcome_after = after->at("outcome"), one.points_after = after->at("points");
  if (after && after->contains("because") && after->at("because").is_object()) one.reason = after->at("because").value("id", "");
  return one;
}

}  // namespace

std::vector<Change> changes(const Unit& before, const Unit& after) {
  std::vector<Change> all;
  const std::vector<const Json*> old_checks = checks_of(before), new_checks = checks_of(after);
  for (const Json* check : new_checks) {
    const Json* const old = find(old_checks, check->at("id"));
    if (!old || old->at("outcome") != check->at("outcome") || old->at("points") != check->at("points"))
      all.push_back(change(before, after, old, check));
  }
  for (const Json* check : old_checks)
    if (!find(new_checks, check->at("id"))) all.push_back(change(before, after, check, nullptr));
  return all;
}

std::string change_table(const std::vector<Change>& all) {
  std::string table = kByteOrderMark + csv_line({"id", "student", "check", "points_before", "points_after", "outcome_before",
                                                 "outcome_after", "reason", "rubric_before", "rubric_after"});
  for (const Change& one : all)
    table += csv_line({one.id, one.student, one.check, std::to_string(one.points_before), std::to_string(one.points_after),
                       one.outcome_before, one.outcome_after, one.reason, one.rubric_before, one.rubric_after});
  return table;
}

}  // namespace lab::classes
