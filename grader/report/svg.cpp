// Draws a timeline as SVG.
#include "report/svg.h"

#include <fmt/core.h>

#include <algorithm>
#include <map>

#include "report/columns.h"
#include "report/markup.h"
#include "report/svg_parts.h"
#include "text/text.h"

namespace lab::report {
namespace {

using text::Language;
using text::sentence;
using Bar = Timeline::Bar;
using Lane = Timeline::Lane;

constexpr int kInside = 5;  // between a bar's edge and its text
constexpr int kStep = 11, kGapStep = 34, kNumberedGapStep = 60, kBetween = 4;
constexpr int kFlags = 20, kAxis = 20;
constexpr int kTip = 6;  // the height of an arrow's tip
constexpr int kMessageRow = 19;
constexpr int kTwoLines = 24;                 // the height of a lane's name and its description
constexpr int kBesideTick = 3;                // from a tick mark to its number
constexpr int kBeforeGap = 26;                // from the dots of a gap to the next element
constexpr std::int64_t kLongPause = 500'000;  // microseconds; longer pauses are labelled as shortened
constexpr int kCutBefore = 3;                 // the distance from a cut to the column after it, for the edge of a bar that begins there
constexpr int kWordEvery = 560;               // a state's name is repeated at this distance

struct Box {
  int left = 0, right = 0, top = 0, bottom = 0;
};

// An arrow's line, up to the base of its tip.
struct Line {
  int x1 = 0, y1 = 0, x2 = 0, y2 = 0;
  int tip = 0;  // from the base to the point of the tip, downwards

  // The x coordinate at a height between its ends.
  double x_at(int y) const { return y1 == y2 ? x1 : x1 + static_cast<double>(x2 - x1) * (y - y1) / (y2 - y1); }
};

class Picture {
 public:
  Picture(const Timeline& timeline, const trace::Run& run, const std::string& id, const std::vector<std::string>& flags, const Look& look)
      : timeline_(timeline), run_(run), id_(id), flags_(flags), look_(look) {}

  Drawing draw() {
    rows();
    spread();
    boxes();
    Drawing drawing;
    drawing.width = width_;
    drawing.height = height_;
    const Names names = lane_names(timeline_, run_, tops_, look_);
    drawing.names_width = names.width;
    drawing.names = names.svg;
    drawing.rows = cut_into_rows();
    lanes();
    axis();
    // Marks and arrows are drawn behind the bars that they cross, so that the text stays readable.
    marks();
    for (std::size_t i = 0; i < timeline_.bars.size(); ++i)
      if (!has_text(timeline_.bars[i])) background(timeline_.bars[i], boxes_[i]);
    for (std::size_t i = 0; i < lines_.size(); ++i) arrow(timeline_.arrows[i], lines_[i]);
    for (std::size_t i = 0; i < timeline_.bars.size(); ++i)
      if (has_text(timeline_.bars[i])) item(timeline_.bars[i], boxes_[i], is_marked(i));
    drawing.chart = std::move(chart_);
    return drawing;
  }

 private:
  // ---- layout

  void rows() {
    int y = (timeline_.marks.empty() ? 0 : kFlags) + (look_.times ? kAxis : 0);
    for (const Lane& lane : timeline_.lanes) {
      tops_.push_back(y);
      const int row = lane.kind == Lane::Kind::kSlot ? kMessageRow : kCallRow;
      const int inside = lane.rows * (row + kRowGap) - kRowGap + (lane.kind == Lane::Kind::kProgram ? kLife + kRowGap : 0);
      y += 2 * kAround + std::max(inside, kTwoLines);
    }
    tops_.push_back(y);
    height_ = y + 1;
  }

  // The text for an event in both languages.
  std::pair<std::string, std::string> words(const Bar& bar) const {
    if (bar.kind != Bar::Kind::kEvent) return {bar.name, bar.name};
    const std::string id = std::string("picture_") + id_of(trace::kEventKinds, run_.events[*bar.event].kind);
    return {sentence(Language::kEnglish, id), sentence(Language::kKorean, id)};
  }

  bool has_text(const Bar& bar) const {
    return bar.kind != Bar::Kind::kNonSignaled && bar.kind != Bar::Kind::kSignaled && bar.kind != Bar::Kind::kSlot;
  }

  int least_width(const Bar& bar) const {
    const auto [en, ko] = words(bar);
    return std::max({pixels_of(en), pixels_of(ko), pixels_of(bar.answer)}) + 2 * kInside;
  }

  // Places the columns far enough apart for every text to fit into its bar, and for bars on the same row not to touch.
  void spread() {
    std::map<std::size_t, std::vector<const Bar*>> beginning, ending;
    for (const Bar& bar : timeline_.bars) {
      if (!has_text(bar)) continue;
      beginning[bar.begin].push_back(&bar);
      if (bar.end > bar.begin) ending[bar.end].push_back(&bar);
    }
    std::map<std::pair<std::size_t, int>, int> free;  // by lane and row: the first free position
    std::map<std::size_t, int> flags_at;
    for (std::size_t i = 0; i < timeline_.marks.size(); ++i) flags_at[timeline_.marks[i].column] += pixels_of(flag(i)) + 24;
    int x = 0, flags_free = 0;
    for (std::size_t i = 0; i < timeline_.columns.size(); ++i) {
      x += !timeline_.columns[i].after_gap ? kStep : look_.times ? kNumberedGapStep : kGapStep;
      for (const Bar* bar : ending[i]) x = std::max(x, xs_[bar->begin] + least_width(*bar));
      for (const Bar* bar : ending[i]) free[{bar->lane, bar->row}] = x + (bar->kind == Bar::Kind::kMessage ? 0 : kBetween);
      for (const Bar* bar : beginning[i]) x = std::max(x, free[{bar->lane, bar->row}]);
      if (flags_at.count(i)) x = std::max(x, flags_free), flags_free = x + flags_at[i];
      xs_.push_back(x);
      for (const Bar* bar : beginning[i])
        free[{bar->lane, bar->row}] = std::max(free[{bar->lane, bar->row}], x + least_width(*bar) + kBetween);
    }
    width_ = std::max(x + 70, flags_free);
    for (const auto& [row, right] : free) width_ = std::max(width_, right + kStep);
  }

  void boxes() {
    for (const Bar& bar : timeline_.bars) {
      const Lane& lane = timeline_.lanes[bar.lane];
      Box box;
      box.left = bar.cut_left ? std::max(xs_[bar.begin] - kStep, 0) : xs_[bar.begin];
      box.right = bar.open && bar.end + 1 == xs_.size() ? width_ : xs_[bar.end];
      box.top = tops_[bar.lane] + kAround;
      if (has_text(bar)) {
        box.right = std::max(box.right, box.left + least_width(bar));
        const int row = lane.kind == Lane::Kind::kSlot ? kMessageRow : kCallRow;
        box.top += (lane.kind == Lane::Kind::kProgram ? kLife + kRowGap : 0) + bar.row * (row + kRowGap);
        box.bottom = box.top + row;
      } else if (lane.kind == Lane::Kind::kSlot) {
        box.top -= 2;
        box.bottom = tops_[bar.lane + 1] - kAround + 2;
      } else {
        box.bottom = box.top + kLife;
      }
      boxes_.push_back(box);
    }
    for (const Timeline::Arrow& arrow : timeline_.arrows) lines_.push_back(line_of(arrow));
  }

  Line line_of(const Timeline::Arrow& arrow) const {
    const Box &from = boxes_[arrow.from], &to = boxes_[arrow.to];
    const bool down = to.top >= from.bottom;
    const int tip = down ? kTip : -kTip;
    return {std::clamp(xs_[arrow.from_column], from.left + 1, std::max(from.right - 1, from.left + 1)), down ? from.bottom : from.top,
            std::clamp(xs_[arrow.to_column], to.left + 1, std::max(to.right - 1, to.left + 1)), (down ? to.top : to.bottom) - tip, tip};
  }

  bool is_marked(std::size_t bar) const {
    return std::any_of(timeline_.marks.begin(), timeline_.marks.end(), [&](const Timeline::Mark& mark) { return mark.bar == bar; });
  }

  // The label of a mark; the first mark in a column gets the labels of all marks in that column.
  std::string flag(std::size_t mark) const {
    const std::size_t column = timeline_.marks[mark].column;
    std::string words;
    for (std::size_t i = 0; i < std::min(flags_.size(), timeline_.marks.size()); ++i) {
      if (timeline_.marks[i].column != column) continue;
      if (i < mark) return "";
      words += (words.empty() ? "" : ", ") + one_line(flags_[i], 40);
    }
    return words;
  }

  // Avoids splitting a bar's text at the end of a row, if possible.
  std::vector<Drawing::Row> cut_into_rows() const {
    std::vector<Drawing::Row> rows;
    int left = 0;
    while (look_.row_width > 0 && width_ - left > look_.row_width) {
      const int limit = left + look_.row_width;
      int cut = limit;
      for (const int x : xs_)
        if (x - kCutBefore > left + look_.row_width / 2 && x <= limit && !tears(x - kCutBefore)) cut = x - kCutBefore;
      rows.push_back({left, cut, ""});
      left = cut;
    }
    rows.push_back({left, width_, ""});
    for (Drawing::Row& row : rows)
      for (std::size_t i = 0; i < boxes_.size(); ++i) row.again += again(timeline_.bars[i], boxes_[i], row);
    return rows;
  }

  bool tears(int x) const {
    for (std::size_t i = 0; i < boxes_.size(); ++i)
      if (has_text(timeline_.bars[i]) && boxes_[i].left < x && x < boxes_[i].left + least_width(timeline_.bars[i])) return true;
    return false;
  }

  // Repeats the text of a bar that continues in this row, if it fits.
  std::string again(const Bar& bar, const Box& box, const Drawing::Row& row) const {
    if (box.left >= row.left || bar.kind == Bar::Kind::kSlot) return "";
    const int right = std::min(box.right, row.right), x = row.left + kInside;
    if (has_text(bar)) {
      if (right - row.left < least_width(bar)) return "";
      return fmt::format("<g class=\"{}\">{}</g>", class_in_lane(bar), words_in(bar, x, box.top));
    }
    const auto free = free_for_state(bar, box, x, right - kInside);
    return free ? fmt::format("<g class=\"{}\">{}</g>", class_in_lane(bar), state_in(bar, *free, box.top)) : "";
  }

  // The first position between `left` and `right` at which the name of a process's state fits and no arrow crosses it.
  std::optional<int> free_for_state(const Bar& bar, const Box& box, int left, int right) const {
    constexpr int kBesideArrow = 4;
    const int width = pixels_of(state_of(bar));
    while (left + width <= right) {
      int behind = left;
      for (const Line& line : lines_) {
        if (std::max(line.y1, line.y2) <= box.top || std::min(line.y1, line.y2) >= box.bottom) continue;
        const auto [low, high] = std::minmax(line.y1, line.y2);
        const auto [from, to] = std::minmax({line.x_at(std::max(low, box.top)), line.x_at(std::min(high, box.bottom))});
        if (from - kBesideArrow < left + width && to + kBesideArrow > left)
          behind = std::max(behind, static_cast<int>(to) + kBesideArrow + 1);
      }
      if (behind == left) return left;
      left = behind;
    }
    return {};
  }

  // ---- drawing

  static const char* state_of(const Bar& bar) { return bar.kind == Bar::Kind::kSignaled ? "Signaled" : "Non-Signaled"; }

  static std::string class_of(const Bar& bar) {
    switch (bar.kind) {
      case Bar::Kind::kNonSignaled:
        return "life nonsignaled";
      case Bar::Kind::kSignaled:
        return "life signaled";
      case Bar::Kind::kSlot:
        return "slot";
      case Bar::Kind::kMessage:
        return "item message";
      case Bar::Kind::kWait:
        return "item wait";
      case Bar::Kind::kEvent:
        return "item event";
      default:
        return "item call";
    }
  }

  // The state of the program under test is drawn least prominently: it must be running, or there would be nothing to see.
  std::string class_in_lane(const Bar& bar) const {
    const Lane& lane = timeline_.lanes[bar.lane];
    return class_of(bar) + (lane.kind == Lane::Kind::kProgram && lane.index == 0 && !has_text(bar) ? " own" : "");
  }

  static std::string state_in(const Bar& bar, int x, int top) {
    return fmt::format("<text x=\"{}\" y=\"{}\">{}</text>", x, top + 11, state_of(bar));
  }

  std::string words_in(const Bar& bar, int x, int top) const {
    const auto [en, ko] = words(bar);
    std::string svg = fmt::format("<text class=\"name\" x=\"{}\" y=\"{}\">{}</text>", x, top + 13, said(look_, en, ko));
    if (!bar.answer.empty()) svg += fmt::format("<text x=\"{}\" y=\"{}\">{}</text>", x, top + 26, escaped(bar.answer));
    return svg;
  }

  void lanes() {
    for (std::size_t i = 0; i < timeline_.lanes.size(); ++i)
      chart_ += fmt::format("<line class=\"line\" x1=\"0\" x2=\"{0}\" y1=\"{1}\" y2=\"{1}\"/>", width_, tops_[i]);
  }

  // The numbers of the moments, where they fit and no mark is in the way. Each has its time as a title, and the page shows the times
  // instead of the numbers on request.
  void axis() {
    const int y = tops_.front() - 6;
    int free = 0;  // the first free position
    for (std::size_t i = 0; i < xs_.size(); ++i) {
      const int x = xs_[i];
      const Timeline::Column& column = timeline_.columns[i];
      if (column.after_gap) gap(x - kBeforeGap, y, x - kBeforeGap >= free);
      if (!look_.times) continue;
      const std::int64_t pause = i > 0 ? column.at_us - timeline_.columns[i - 1].at_us : 0;
      const std::string later =
          pause >= kLongPause && !column.after_gap ? fmt::format("+{:.1f} s", static_cast<double>(pause) / 1'000'000) : "";
      if (!later.empty())
        chart_ +=
            fmt::format("<path class=\"cut\" d=\"M{0} {1}l3 -10M{2} {1}l3 -10\"><title>{3}</title></path>", x - 9, y + 1, x - 5, later);
      const int room = kBesideTick + pixels_of(std::to_string(column.moment));
      const bool again = i > 0 && timeline_.columns[i - 1].moment == column.moment;
      if (again || x < free + kStep || x + room > width_ || is_passed(x, x + room)) continue;
      chart_ += fmt::format(
          "<line class=\"tick\" x1=\"{0}\" x2=\"{0}\" y1=\"{1}\" y2=\"{2}\"/><text class=\"time\" x=\"{3}\" y=\"{4}\"><title>{5} "
          "ms{6}</title>{7}</text>",
          x, y - 8, height_, x + kBesideTick, y, text::in_milliseconds(column.at_us), later.empty() ? "" : " (" + later + ")",
          column.moment);
      free = x + room;
    }
  }

  // Shows that columns were omitted.
  void gap(int x, int y, bool has_room) {
    chart_ +=
        fmt::format("<rect class=\"gap\" x=\"{}\" y=\"{}\" width=\"10\" height=\"{}\"/>", x + 4, y - kAxis + 6, height_ - y + kAxis - 6);
    const int right = x + pixels_of("...");
    if (has_room && !is_passed(x, right)) chart_ += fmt::format("<text class=\"time\" x=\"{}\" y=\"{}\">...</text>", x, y);
  }

  // Whether a mark's line crosses the area; one at the left edge does not matter.
  bool is_passed(int left, int right) const {
    return std::any_of(timeline_.marks.begin(), timeline_.marks.end(),
                       [&](const Timeline::Mark& mark) { return left < xs_[mark.column] && xs_[mark.column] <= right; });
  }

  static std::string rect(const Box& box, const char* more) {
    return fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"{}/>", box.left, box.top, std::max(box.right - box.left, 2),
                       box.bottom - box.top, more);
  }

  // The background of a process's state, or of an existing mailslot.
  void background(const Bar& bar, const Box& box) {
    if (bar.kind == Bar::Kind::kSlot) {
      chart_ += "<g class=\"" + class_of(bar) + "\">" + rect(box, " rx=\"3\"") + "</g>";
      return;
    }
    chart_ += fmt::format("<g class=\"{}\">{}", class_in_lane(bar), rect(box, ""));
    const int every = look_.row_width > 0 ? width_ : kWordEvery;  // each row begins with the name
    for (auto x = free_for_state(bar, box, box.left + kInside, box.right); x; x = free_for_state(bar, box, *x + every, box.right))
      chart_ += state_in(bar, *x, box.top);
    chart_ += "</g>";
  }

  void item(const Bar& bar, const Box& box, bool marked) {
    chart_ += fmt::format("<g class=\"{}{}{}{}\" data-r=\"{}{}\">{}{}</g>", class_of(bar), bar.failed ? " error" : "",
                          bar.open ? " open" : "", marked ? " marked" : "", bar.call ? 'c' : 'e',
                          bar.call ? *bar.call : bar.event.value_or(0), rect(box, " rx=\"3\""), words_in(bar, box.left + kInside, box.top));
  }

  void arrow(const Timeline::Arrow& arrow, const Line& line) {
    const char* kind = arrow.kind == Timeline::Arrow::Kind::kMessage   ? "message"
                       : arrow.kind == Timeline::Arrow::Kind::kRelease ? "release"
                                                                       : "start";
    chart_ += fmt::format("<g class=\"arrow {}\"><path d=\"M{} {}L{} {}\"/><path class=\"tip\" d=\"M{} {}l-4 {}h8z\"/></g>", kind, line.x1,
                          line.y1, line.x2, line.y2, line.x2, line.y2 + line.tip, -line.tip);
  }

  void marks() {
    for (std::size_t i = 0; i < timeline_.marks.size(); ++i) {
      const Timeline::Mark& mark = timeline_.marks[i];
      const int x = xs_[mark.column];
      chart_ += fmt::format(
          "<g class=\"mark\" id=\"{}-o{}\"><line x1=\"{}\" x2=\"{}\" y1=\"4\" y2=\"{}\"/><path d=\"M{} 3h12l-3 5 3 5h-12z\"/><text "
          "x=\"{}\" y=\"13\">{}</text></g>",
          id_, mark.order, x, x, height_, x, x + 16, escaped(flag(i)));
    }
  }

  const Timeline& timeline_;
  const trace::Run& run_;
  const std::string id_;
  const std::vector<std::string>& flags_;
  const Look& look_;
  std::vector<int> tops_;  // of the lanes, followed by the bottom of the last one
  std::vector<int> xs_;    // of the columns
  std::vector<Box> boxes_;
  std::vector<Line> lines_;  // of the arrows
  int width_ = 0, height_ = 0;
  std::string chart_;
};

}  // namespace

Drawing svg(const Timeline& timeline, const trace::Run& run, const std::string& id, const std::vector<std::string>& flags,
            const Look& look) {
  return Picture(timeline, run, id, flags, look).draw();
}

}  // namespace lab::report
