// Graded submissions for testing the tables and pages.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "class/results.h"

namespace lab::classes {

inline nlohmann::ordered_json check(const char* id, const char* outcome, int points, int max_points = 4, const char* reason = nullptr) {
  nlohmann::ordered_json one = {{"id", id}, {"outcome", outcome}, {"points", points}, {"max_points", max_points}, {"because", nullptr}};
  if (reason) one["because"] = {{"id", reason}, {"args", nlohmann::ordered_json::object()}};
  return one;
}

// Not JSON itself: braces around a single JSON value would make a copy of it.
using Checks = std::vector<nlohmann::ordered_json>;
using Labs = std::vector<nlohmann::ordered_json>;

inline nlohmann::ordered_json lab_of(const char* number, const Checks& checks, int score, int max_score = 20, int open = 0) {
  return {{"lab", number}, {"score", score}, {"max_score", max_score}, {"unjudged_points", open}, {"checks", checks}};
}

inline Unit unit_with(const std::string& id, const std::string& student, const Labs& labs) {
  Unit one;
  one.hand_in.id = id;
  one.hand_in.student = student;
  one.hand_in.given_as = id + "_assignsubmission_file";
  int score = 0, max_score = 0, open = 0;
  for (const auto& lab : labs) {
    score += lab.at("score").get<int>();
    max_score += lab.at("max_score").get<int>();
    open += lab.at("unjudged_points").get<int>();
  }
  one.result = {{"score", score}, {"max_score", max_score}, {"unjudged_points", open}, {"labs", labs}};
  return one;
}

// A student with this score in lab 05.
inline Unit graded(const std::string& platform, const std::string& id, const std::string& student, int score, int open = 0) {
  Unit one = unit_with(id, student, {lab_of("05", {check("AdderManager.WaitsForBothWorkers", "passed", score)}, score, 20, open)});
  one.hand_in.platform = platform;
  return one;
}

// A student who handed in nothing for lab 05.
inline Unit absent(const std::string& platform, const std::string& id, const std::string& student) {
  Unit one =
      unit_with(id, student, {lab_of("05", {check("AdderManager.WaitsForBothWorkers", "not_built", 0, 20, "not_built_missing")}, 0)});
  one.hand_in.platform = platform;
  return one;
}

}  // namespace lab::classes
