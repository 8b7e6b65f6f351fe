// What the drawing of a timeline and that of its lanes' names have in common.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/columns.h"
#include "report/markup.h"
#include "report/svg.h"
#include "report/timeline.h"

namespace lab::report {

// Pixels at zoom 1. Letters are 11 high and monospaced.
inline constexpr double kLetter = 6.7;
inline constexpr int kSmallLetter = 10, kLargeLetter = 11;  // high
inline constexpr int kAround = 7;                           // above and below what is in a lane
inline constexpr int kLife = 15, kCallRow = 32, kRowGap = 3;

inline int pixels_of(std::string_view text) { return static_cast<int>(columns(text) * kLetter + 0.5); }

// Words of a picture, in the languages that it is drawn for.
inline std::string said(const Look& look, std::string_view en, std::string_view ko) {
  if (!look.only) return both(en, ko, "tspan");
  return escaped(*look.only == text::Language::kKorean ? ko : en);
}

struct Names {
  int width = 0;
  std::string svg;
};

// The names of the lanes, what each of them is, and which thread is on which row. `tops`: where the lanes begin.
Names lane_names(const Timeline& timeline, const trace::Run& run, const std::vector<int>& tops, const Look& look);

}  // namespace lab::report
