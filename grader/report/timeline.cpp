// Converts a run to lanes, bars, arrows and marked moments.
#include "report/timeline.h"

#include <algorithm>
#include <map>
#include <set>

#include "replay/replay.h"
#include "report/timeline_spans.h"

namespace lab::report {
namespace {

using trace::Call;
using trace::Event;
using trace::Run;
using Bar = Timeline::Bar;

constexpr std::size_t kMostBars = 2000;

class Builder {
 public:
  Builder(const Run& run, const std::vector<std::uint64_t>& moments) : run_(run), moments_(moments), drawn_(spans_of(run)) {}

  Timeline build(std::size_t most) {
    result_.lanes = drawn_.lanes;
    result_.programs_left_out = drawn_.programs_left_out;
    result_.slots_left_out = drawn_.slots_left_out;
    columns(most);
    place();
    arrows();
    marks();
    return std::move(result_);
  }

 private:
  void columns(std::size_t most) {
    std::map<std::uint64_t, std::int64_t> times;
    for (const Call& call : run_.calls) {
      times[call.begin.order] = call.begin.at_us;
      if (call.end) times[call.end->order] = call.end->at_us;
    }
    for (const Event& event : run_.events) times[event.when.order] = event.when.at_us;
    std::set<std::uint64_t> orders;
    for (const Span& span : drawn_.spans) {
      orders.insert(span.begin);
      if (span.end != kEver) orders.insert(span.end);
    }
    for (const std::uint64_t moment : moments_)
      if (times.count(moment)) orders.insert(moment);
    const std::vector<std::uint64_t> all(orders.begin(), orders.end());
    const std::vector<bool> kept = chosen(all, most);
    const replay::Replay replayed = replay::replay(run_);
    bool gap = false;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (kept[i]) {
        result_.columns.push_back({all[i], times[all[i]], gap, replayed.step_at(all[i]) + 1});
        gap = false;
      } else {
        gap = true;
        ++result_.columns_left_out;
      }
    }
  }

  // All columns if there are not too many, otherwise a window around each moment, otherwise the first ones.
  std::vector<bool> chosen(const std::vector<std::uint64_t>& all, std::size_t most) const {
    std::vector<bool> kept(all.size(), all.size() <= most);
    if (all.size() <= most) return kept;
    std::vector<std::size_t> centres;
    for (const std::uint64_t moment : moments_) {
      const auto at = std::lower_bound(all.begin(), all.end(), moment);
      if (at != all.end() && *at == moment) centres.push_back(static_cast<std::size_t>(at - all.begin()));
    }
    const std::size_t share = std::max<std::size_t>(most / (centres.size() + 1), 2);
    std::fill_n(kept.begin(), std::min(centres.empty() ? most : share, all.size()), true);
    for (const std::size_t centre : centres)
      for (std::size_t i = centre - std::min(centre, share / 2); i < std::min(centre + share / 2 + 1, all.size()); ++i) kept[i] = true;
    return kept;
  }

  // The first column that is not before the moment.
  std::size_t column_from(std::uint64_t order) const {
    const auto at = std::lower_bound(result_.columns.begin(), result_.columns.end(), order,
                                     [](const Timeline::Column& column, std::uint64_t o) { return column.order < o; });
    return static_cast<std::size_t>(at - result_.columns.begin());
  }

  void place() {
    placed_.assign(drawn_.spans.size(), {});
    std::map<std::size_t, std::vector<std::size_t>> taken;  // for each mailslot's lane: the end of each row so far
    for (std::size_t i = 0; i < drawn_.spans.size(); ++i) {
      Span& span = drawn_.spans[i];
      const std::size_t begin = column_from(span.begin);
      const std::size_t behind = span.end == kEver ? result_.columns.size() : column_from(span.end + 1);
      if (begin >= behind) continue;  // in a gap
      span.bar.begin = begin;
      span.bar.end = behind - 1;
      span.bar.cut_left = result_.columns[begin].order != span.begin;
      span.bar.open = span.end == kEver || result_.columns[behind - 1].order != span.end;
      if (span.bar.kind == Bar::Kind::kEvent && (span.bar.cut_left || span.bar.open)) continue;
      // Any number of bars may have begun before the visible part; these are limited, so that there is room for the others.
      if (span.bar.cut_left && result_.bars.size() > kMostBars) continue;
      if (span.bar.kind == Bar::Kind::kMessage) {
        const std::size_t row = row_for(taken[span.bar.lane], span.bar);
        if (span.bar.cut_left && row >= static_cast<std::size_t>(kMostRows)) continue;
        span.bar.row = take_row(taken[span.bar.lane], std::min(row, static_cast<std::size_t>(kMostRows) - 1), span.bar);
      }
      placed_[i] = result_.bars.size();
      result_.bars.push_back(span.bar);
    }
  }

  static std::size_t row_for(const std::vector<std::size_t>& rows, const Bar& bar) {
    std::size_t row = 0;
    while (row < rows.size() && rows[row] > bar.begin) ++row;
    return row;
  }

  int take_row(std::vector<std::size_t>& rows, std::size_t row, const Bar& bar) {
    if (row == rows.size()) rows.push_back(0);
    rows[row] = std::max(bar.end, bar.begin + 1);
    Timeline::Lane& lane = result_.lanes[bar.lane];
    lane.rows = std::max(lane.rows, static_cast<int>(row) + 1);
    return static_cast<int>(row);
  }

  // The bar for a call, an event or a program's lifetime, if it is shown.
  template <class Predicate>
  std::optional<std::size_t> bar(Predicate is_it) const {
    for (std::size_t i = 0; i < result_.bars.size(); ++i)
      if (is_it(result_.bars[i])) return i;
    return {};
  }
  std::optional<std::size_t> bar_of_call(std::size_t call) const {
    const auto found = call_bars_.find(call);
    return found == call_bars_.end() ? std::nullopt : std::optional(found->second);
  }
  std::optional<std::size_t> life(int program, Bar::Kind kind) const {
    const auto lane = drawn_.program_lane(program);
    if (!lane) return {};
    return bar([&](const Bar& it) { return it.lane == *lane && it.kind == kind; });
  }

  void connect(Timeline::Arrow::Kind kind, std::optional<std::size_t> from, std::optional<std::size_t> to, std::uint64_t left,
               std::uint64_t came) {
    if (!from || !to) return;
    const std::size_t from_column = column_from(left), to_column = column_from(came);
    const auto is_at = [&](std::size_t column, std::uint64_t order) {
      return column < result_.columns.size() && result_.columns[column].order == order;
    };
    if (is_at(from_column, left) && is_at(to_column, came)) result_.arrows.push_back({kind, *from, *to, from_column, to_column});
  }

  void arrows() {
    std::map<std::size_t, std::size_t> event_bars;
    for (std::size_t i = 0; i < result_.bars.size(); ++i) {
      const Bar& it = result_.bars[i];
      if (it.call && (it.kind == Bar::Kind::kCall || it.kind == Bar::Kind::kWait)) call_bars_[*it.call] = i;
      if (it.event && it.kind == Bar::Kind::kEvent) event_bars[*it.event] = i;
    }
    for (std::size_t span = 0; span < drawn_.spans.size(); ++span) {
      if (!drawn_.spans[span].message) continue;
      const replay::Message& message = drawn_.messages[*drawn_.spans[span].message];
      std::optional<std::size_t> from = message.written ? bar_of_call(*message.written) : std::nullopt;
      if (!message.written && message.event && event_bars.count(*message.event)) from = event_bars[*message.event];
      connect(Timeline::Arrow::Kind::kMessage, from, placed_[span], message.arrived, message.arrived);
      if (message.read) {
        const std::uint64_t taken = run_.calls[*message.read].end->order;
        connect(Timeline::Arrow::Kind::kMessage, placed_[span], bar_of_call(*message.read), taken, taken);
      }
    }
    const auto ends = replay::ends_of(run_);
    for (const replay::Release& release : replay::releases_of(run_)) {
      const Call& wait = run_.calls[release.wait];
      const std::uint64_t ended = *ends[static_cast<std::size_t>(release.program)];
      connect(Timeline::Arrow::Kind::kRelease, life(release.program, Bar::Kind::kSignaled), bar_of_call(release.wait), ended,
              wait.end->order);
    }
    for (std::size_t i = 0; i < run_.calls.size(); ++i) {
      const Call& call = run_.calls[i];
      if (call.started && call.end)
        connect(Timeline::Arrow::Kind::kStart, bar_of_call(i), life(*call.started, Bar::Kind::kNonSignaled), call.end->order,
                call.end->order);
    }
  }

  void marks() {
    for (const std::uint64_t moment : moments_) {
      const std::size_t column = column_from(moment);
      if (column >= result_.columns.size() || result_.columns[column].order != moment) continue;
      Timeline::Mark mark{moment, column, {}};
      mark.bar = bar([&](const Bar& it) {
        const bool drawn_once = it.kind == Bar::Kind::kCall || it.kind == Bar::Kind::kWait || it.kind == Bar::Kind::kEvent;
        return drawn_once && (result_.columns[it.begin].order == moment || (!it.open && result_.columns[it.end].order == moment));
      });
      if (mark.bar) mark.column = result_.bars[*mark.bar].begin;
      result_.marks.push_back(mark);
    }
  }

  const Run& run_;
  const std::vector<std::uint64_t>& moments_;
  Timeline result_;
  Spans drawn_;
  std::vector<std::optional<std::size_t>> placed_;  // by span: the index of its bar
  std::map<std::size_t, std::size_t> call_bars_;
};

}  // namespace

bool Timeline::shows(std::uint64_t order) const {
  if (columns.empty()) return columns_left_out == 0;
  const auto at =
      std::lower_bound(columns.begin(), columns.end(), order, [](const Column& column, std::uint64_t o) { return column.order < o; });
  if (at == columns.end()) return columns_left_out == 0 || order == columns.back().order;
  return at->order == order || !at->after_gap;
}

Timeline timeline(const Run& run, const std::vector<std::uint64_t>& moments, std::size_t most) { return Builder(run, moments).build(most); }

}  // namespace lab::report
