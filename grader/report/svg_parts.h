// Shared by the drawings of a timeline and of its lanes' names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/columns.h"
#include "report/markup.h"
#include "report/svg.h"
#include "report/timeline.h"

namespace lab::report {

// In pixels at zoom 1. Letters are 11 pixels high and monospaced.
inline constexpr double kLetter = 6.7;
inline constexpr int kSmallLetter = 10, kLargeLetter = 11;  // their heights
inline constexpr int kAround = 7;                           // the margin above and below the contents of a lane
inline constexpr int kLife = 15, kCallRow = 32, kRowGap = 3;

inline int pixels_of(std::string_view text) { return static_cast<int>(columns(text) * kLetter + 0.5); }

// Text in a picture, in the languages of that picture.
inline std::string said(const Look& look, std::string_view en, std::string_view ko) {
  if (!look.only) return both(en, ko, "tspan");
  return escaped(*look.only == text::Language::kKorean ? ko : en);
}

struct Names {
  int width = 0;
  std::string svg;
};

// Draws the names of the lanes, their kinds, and the thread of each row. `tops`: the top edges of the lanes.
Names lane_names(const Timeline& timeline, const trace::Run& run, const std::vector<int>& tops, const Look& look);

}  // namespace lab::report
