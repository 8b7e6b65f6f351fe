// Collects the parts of a run to draw: its lanes, and the bars with the moments at which they begin and end.
#include "report/timeline_spans.h"

#include <algorithm>

#include "replay/slot_lives.h"
#include "report/describe.h"

namespace lab::report {
namespace {

using trace::Call;
using trace::Event;
using trace::Run;
using Bar = Timeline::Bar;

constexpr std::size_t kMostPrograms = 12;
constexpr std::size_t kMostSlots = 6;
constexpr int kWidestMessage = 24;

bool is_on_processes(const Call& call) {
  return is_wait(call.api) && std::any_of(call.on.begin(), call.on.end(), [](const trace::Object& object) {
           return object.kind == trace::Object::Kind::kProcess || object.kind == trace::Object::Kind::kThread;
         });
}

class Collector {
 public:
  explicit Collector(const Run& run) : run_(run) {}

  Spans collect() {
    lanes();
    lives();
    calls();
    events();
    slots();
    messages();
    return std::move(result_);
  }

 private:
  void lanes() {
    if (std::any_of(run_.events.begin(), run_.events.end(), [](const Event& event) { return is_on_graders_lane(event.kind); }))
      result_.lanes.push_back({Timeline::Lane::Kind::kGrader, -1, "", 1});
    for (std::size_t i = 0; i < run_.programs.size(); ++i) {
      if (i >= kMostPrograms) {
        result_.programs_left_out = static_cast<int>(run_.programs.size() - i);
        break;
      }
      const int program = static_cast<int>(i);
      result_.program_lanes[program] = result_.lanes.size();
      result_.lanes.push_back({Timeline::Lane::Kind::kProgram, program, program_label(run_, program), 0});
    }
    std::size_t slots = 0;
    for (std::size_t i = 0; i < run_.slots.size(); ++i) {
      if (run_.slots[i].address) continue;
      if (++slots > kMostSlots) {
        ++result_.slots_left_out;
        continue;
      }
      slot_lanes_[static_cast<int>(i)] = result_.lanes.size();
      result_.lanes.push_back({Timeline::Lane::Kind::kSlot, static_cast<int>(i), slot_label(run_, static_cast<int>(i)), 1});
    }
  }

  Span& add(Bar::Kind kind, std::size_t lane, std::uint64_t begin, std::uint64_t end) {
    Span span;
    span.bar.kind = kind;
    span.bar.lane = lane;
    span.begin = begin;
    span.end = end;
    result_.spans.push_back(std::move(span));
    return result_.spans.back();
  }

  void lives() {
    const auto begins = replay::begins_of(run_);
    const auto ends = replay::ends_of(run_);
    for (const auto& [program, lane] : result_.program_lanes) {
      const auto begin = begins[static_cast<std::size_t>(program)];
      if (!begin) continue;
      const auto end = ends[static_cast<std::size_t>(program)];
      add(Bar::Kind::kNonSignaled, lane, *begin, end.value_or(kEver));
      if (end) add(Bar::Kind::kSignaled, lane, *end, kEver);
    }
  }

  void calls() {
    std::map<std::pair<int, int>, int> rows;
    for (std::size_t i = 0; i < run_.calls.size(); ++i) {
      const Call& call = run_.calls[i];
      const auto lane = result_.program_lane(call.program);
      if (!lane) continue;
      int& row = rows.emplace(std::pair(call.program, call.thread), -1).first->second;
      Timeline::Lane& of = result_.lanes[*lane];
      if (row < 0) row = next_row_[call.program]++;
      row = std::min(row, kMostRows - 1);
      of.rows = std::max(of.rows, row + 1);
      if (of.threads.size() < static_cast<std::size_t>(of.rows)) of.threads.push_back(call.thread);
      Span& span =
          add(is_on_processes(call) ? Bar::Kind::kWait : Bar::Kind::kCall, *lane, call.begin.order, call.end ? call.end->order : kEver);
      span.bar.row = row;
      span.bar.failed = call.end && call.error != 0;
      span.bar.name = picture_name(call);
      span.bar.answer = picture_answer(run_, call);
      span.bar.call = i;
    }
  }

  void events() {
    for (std::size_t i = 0; i < run_.events.size(); ++i) {
      const Event& event = run_.events[i];
      const auto lane = is_on_graders_lane(event.kind)         ? std::optional<std::size_t>(0)
                        : event.kind == Event::Kind::kSpinning ? result_.program_lane(event.by)
                                                               : std::nullopt;
      if (!lane) continue;
      Span& span = add(Bar::Kind::kEvent, *lane, event.when.order, event.when.order);
      span.bar.event = i;
      if (event.kind == Event::Kind::kPosted || event.kind == Event::Kind::kRefused || event.kind == Event::Kind::kTyped)
        span.bar.answer = quoted_within(event.text, kWidestMessage);
      if (event.kind == Event::Kind::kReleased) span.bar.answer = program_label(run_, event.program);
      if (event.kind == Event::Kind::kEnded || event.kind == Event::Kind::kSpinning) span.bar.answer = program_label(run_, event.program);
    }
  }

  void slots() {
    const auto lives = replay::slot_lives_of(run_);
    for (const auto& [slot, lane] : slot_lanes_) {
      const auto life = lives.find(slot);
      const std::uint64_t gone = life == lives.end() ? kEver : life->second.gone.value_or(kEver);
      if (life != lives.end() && life->second.made <= gone) add(Bar::Kind::kSlot, lane, life->second.made, gone);
      slot_gone_[slot] = gone;
    }
  }

  void messages() {
    result_.messages = replay::messages_of(run_);
    for (std::size_t i = 0; i < result_.messages.size(); ++i) {
      const replay::Message& message = result_.messages[i];
      const auto lane = slot_lanes_.find(message.slot);
      if (lane == slot_lanes_.end()) continue;
      // The grader's own mailslots are never read during a run: messages written there are in the recording.
      const bool of_grader = run_.slots[static_cast<std::size_t>(message.slot)].owner < 0;
      const std::uint64_t end = message.read ? run_.calls[*message.read].end->order
                                : of_grader  ? message.arrived
                                             : slot_gone_[message.slot];
      Span& span = add(Bar::Kind::kMessage, lane->second, message.arrived, std::max(end, message.arrived));
      span.bar.name = quoted_within(message.text, kWidestMessage);
      if (message.times > 1) span.bar.name += " \xC3\x97" + std::to_string(message.times);
      span.bar.call = message.written;
      if (!message.written) span.bar.event = message.event;
      span.message = i;
    }
  }

  const Run& run_;
  Spans result_;
  std::map<int, std::size_t> slot_lanes_;
  std::map<int, int> next_row_;
  std::map<int, std::uint64_t> slot_gone_;
};

}  // namespace

bool is_on_graders_lane(trace::EventKind kind) { return is_of_grader(kind) && kind != trace::EventKind::kSlotCreated; }

Spans spans_of(const Run& run) { return Collector(run).collect(); }

}  // namespace lab::report
