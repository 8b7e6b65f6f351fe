// Draws the left part of a timeline: the names of the lanes.
#include <fmt/core.h>

#include <algorithm>

#include "report/svg_parts.h"

namespace lab::report {
namespace {

using text::Language;
using text::sentence;
using Lane = Timeline::Lane;

constexpr int kThreadName = 80;  // width in pixels
constexpr int kWidestName = 22;  // in columns

class LaneNames {
 public:
  LaneNames(const Timeline& timeline, const trace::Run& run, const std::vector<int>& tops, const Look& look)
      : timeline_(timeline), run_(run), tops_(tops), look_(look) {}

  Names draw() const {
    const int width = widest();
    std::string svg;
    for (std::size_t i = 0; i < timeline_.lanes.size(); ++i) {
      const Lane& lane = timeline_.lanes[i];
      svg += fmt::format("<g><title>{}</title>", escaped(lane.label));
      svg += fmt::format("<line class=\"line\" x1=\"0\" x2=\"{0}\" y1=\"{1}\" y2=\"{1}\"/>", width, tops_[i]);
      svg += fmt::format("<text class=\"lane\" x=\"4\" y=\"{}\">{}</text>", tops_[i] + kAround + 11, name_of(lane));
      if (const char* id = kind_of(lane))
        svg += fmt::format("<text class=\"what\" x=\"4\" y=\"{}\">{}</text>", tops_[i] + kAround + 24, in_words(id));
      svg += threads(lane, tops_[i] + kAround + kLife + kRowGap, width);
      svg += "</g>";
    }
    return {width, svg};
  }

 private:
  std::string in_words(const char* id, const nlohmann::json& args = nlohmann::json::object()) const {
    return said(look_, sentence(Language::kEnglish, id, args), sentence(Language::kKorean, id, args));
  }

  std::string name_of(const Lane& lane) const {
    return lane.kind == Lane::Kind::kGrader ? in_words("picture_grader") : escaped(clipped(lane.label, kWidestName));
  }

  int widest() const {
    int widest = 60;
    for (const Lane& lane : timeline_.lanes) {
      widest = std::max(widest, pixels_of(clipped(lane.label, kWidestName)));
      if (lane.threads.size() > 1) widest = std::max(widest, kThreadName);
      if (const char* id = kind_of(lane))
        for (const Language language : {Language::kEnglish, Language::kKorean})
          widest = std::max(widest, pixels_of(sentence(language, id)) * kSmallLetter / kLargeLetter);
    }
    return widest + 14;
  }

  // Labels next to the rows of a program with several threads: "main thread", "thread 2". Any additional threads share the last row.
  std::string threads(const Lane& lane, int top, int width) const {
    std::string svg;
    for (std::size_t row = 0; lane.threads.size() > 1 && row < lane.threads.size(); ++row)
      svg += fmt::format("<text class=\"what thread\" x=\"{}\" y=\"{}\">{}</text>", width - 6,
                         top + static_cast<int>(row) * (kCallRow + kRowGap) + 26,
                         in_words(lane.threads[row] == 1 ? "picture_main_thread" : "picture_thread", {{"number", lane.threads[row]}}));
    return svg;
  }

  // The description below a lane's name: the id of a sentence, or null.
  const char* kind_of(const Lane& lane) const {
    if (lane.kind == Lane::Kind::kGrader) return nullptr;
    if (lane.kind == Lane::Kind::kSlot) return "picture_mailslot";
    switch (run_.programs[static_cast<std::size_t>(lane.index)].role) {
      case trace::Program::Role::kStandin:
        return "picture_standin";
      case trace::Program::Role::kForeign:
        return "picture_foreign";
      default:
        return "picture_program";
    }
  }

  const Timeline& timeline_;
  const trace::Run& run_;
  const std::vector<int>& tops_;
  const Look& look_;
};

}  // namespace

Names lane_names(const Timeline& timeline, const trace::Run& run, const std::vector<int>& tops, const Look& look) {
  return LaneNames(timeline, run, tops, look).draw();
}

}  // namespace lab::report
