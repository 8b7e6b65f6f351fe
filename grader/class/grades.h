// What of a graded submission is a grade, and what is still open.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "class/results.h"

namespace lab::classes {

// How far a lab of a student is judged, from the worst to the best.
enum class Status { kNotHandedIn, kNoProgram, kOpen, kNotBuilt, kGraded };

// "not handed in", "program not found", "open", "not built", "graded": the same in every table and language, for programs to compare.
const char* word(Status status);

struct LabGrade {
  std::string lab;  // "05"
  Status status = Status::kGraded;
  std::optional<int> points;  // none: nothing of the lab was judged
  int open = 0;               // points that nobody decided yet
  int max_score = 0;

  // What a platform may be told: no grade while points of it are open.
  std::optional<int> settled() const { return open > 0 ? std::nullopt : points; }
};

struct Grade {
  std::vector<LabGrade> labs;
  std::optional<int> points;  // of the labs that have some; none: no lab has
  int open = 0;
  int max_score = 0;

  std::optional<int> settled() const;  // of all labs; none where one of them is not settled
  // "graded", or what is not graded: "not handed in"; with several labs, "05: open; 06: not handed in".
  std::string status() const;
};

// The points as a cell of a table: "18", or nothing.
std::string cell_of(const std::optional<int>& points);

// `zero`: what was not handed in gets 0 points. Otherwise it is open, as is whatever was handed in and could not be judged.
Grade grade_of(const Unit& unit, bool zero = false);

}  // namespace lab::classes
