// Compares two judgements, check by check.
#include "class/changes.h"

#include <algorithm>
#include <map>

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
  if (before) {
    one.outcome_before = before->at("outcome");
    one.points_before = before->at("points");
    one.most_before = before->at("max_points");
  }
  if (after) {
    one.outcome_after = after->at("outcome");
    one.points_after = after->at("points");
    one.most_after = after->at("max_points");
  }
  one.cause = !before || !after || one.outcome_before == one.outcome_after ? "rubric" : "verdict";
  if (after && after->contains("because") && after->at("because").is_object()) one.reason = after->at("because").value("id", "");
  return one;
}

}  // namespace

std::vector<Change> changes(const Unit& before, const Unit& after) {
  std::vector<Change> all;
  const std::vector<const Json*> old_checks = checks_of(before), new_checks = checks_of(after);
  for (const Json* check : new_checks) {
    const Json* const old = find(old_checks, check->at("id"));
    if (!old || old->at("outcome") != check->at("outcome") || old->at("points") != check->at("points") ||
        old->at("max_points") != check->at("max_points"))
      all.push_back(change(before, after, old, check));
  }
  for (const Json* check : old_checks)
    if (!find(new_checks, check->at("id"))) all.push_back(change(before, after, check, nullptr));
  return all;
}

std::string change_table(const std::vector<Change>& all) {
  std::string table = kByteOrderMark + csv_line({"id", "student", "check", "points_before", "points_after", "max_before", "max_after",
                                                 "outcome_before", "outcome_after", "cause", "reason", "rubric_before", "rubric_after"});
  for (const Change& one : all)
    table += csv_line({one.id, one.student, one.check, std::to_string(one.points_before), std::to_string(one.points_after),
                       std::to_string(one.most_before), std::to_string(one.most_after), one.outcome_before, one.outcome_after, one.cause,
                       one.reason, one.rubric_before, one.rubric_after});
  return table;
}

std::vector<CheckChanges> by_check(const std::vector<Change>& all) {
  std::vector<CheckChanges> checks;
  for (const Change& one : all) {
    auto found = std::find_if(checks.begin(), checks.end(), [&](const CheckChanges& check) { return check.check == one.check; });
    if (found == checks.end()) found = checks.insert(found, {one.check, one.most_before, one.most_after});
    (one.points_after > one.points_before ? found->gained : one.points_after < one.points_before ? found->lost : found->same)++;
  }
  return checks;
}

std::vector<Change> changes(const std::vector<Unit>& before, const std::vector<Unit>& after, Unmatched& unmatched) {
  std::map<std::string, const Unit*> old;  // by id; those left at the end have no counterpart
  for (const Unit& unit : before) old[unit.hand_in.id] = &unit;
  std::vector<Change> all;
  for (const Unit& unit : after) {
    const auto found = old.find(unit.hand_in.id);
    if (found == old.end()) {
      unmatched.only_after.push_back(unit.hand_in.student);
      continue;
    }
    for (Change& one : changes(*found->second, unit)) all.push_back(std::move(one));
    old.erase(found);
  }
  for (const auto& [id, unit] : old) unmatched.only_before.push_back(unit->hand_in.student);
  return all;
}

}  // namespace lab::classes
