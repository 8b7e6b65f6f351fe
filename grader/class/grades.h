// The grade of a submission, and the points in it that are still open.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "class/results.h"
#include "text/text.h"

namespace lab::classes {

// How far a student's lab has been graded, from worst to best.
enum class Status { kNotHandedIn, kNoProgram, kOpen, kNotBuilt, kPartlyBuilt, kGraded };

// "not handed in", "program not found", "open", "not built", "partly built", "graded": the same in every table and language, so that
// programs can compare them.
const char* word(Status status);

struct LabGrade {
  std::string lab;  // "05"
  Status status = Status::kGraded;
  std::optional<int> points;  // none: no check in the lab was judged
  int open = 0;               // points of checks that are not judged yet
  int max_score = 0;

  // Whether something was handed in and its points are not decided yet.
  bool is_undecided() const { return open > 0 && status != Status::kNotHandedIn; }
  // The grade to enter on a platform: none while points are open.
  std::optional<int> settled() const { return open > 0 ? std::nullopt : points; }
};

struct Grade {
  std::vector<LabGrade> labs;
  std::optional<int> points;  // the sum of the labs' points; none if no lab has any
  int open = 0;
  int max_score = 0;

  bool is_undecided() const;           // whether a lab is
  std::optional<int> settled() const;  // the sum of all labs; none if a lab has open points
  // "graded", or the status of the labs that are not graded: "not handed in"; for several labs, "05: open; 06: not handed in".
  std::string status() const;
  // The same in words of that language, for people.
  std::string status_in(text::Language language) const;
};

// Whether the points of a check in a result are open: it was not judged, or depends on one that was not.
bool is_open(const nlohmann::ordered_json& check);

// The points as a table cell: "18", or empty.
std::string cell_of(const std::optional<int>& points);

// `zero`: work that was not handed in gets 0 points; otherwise it is open, like anything that was handed in but could not be judged.
Grade grade_of(const Unit& unit, bool zero = false);

}  // namespace lab::classes
