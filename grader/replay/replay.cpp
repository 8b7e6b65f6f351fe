// Finds the steps of a run, and what existed at each step.
#include "replay/replay.h"

#include <algorithm>
#include <map>

#include "replay/flows.h"
#include "replay/handles.h"
#include "replay/slot_lives.h"

namespace lab::replay {
namespace {

using trace::Call;
using trace::Event;
using trace::Object;
using trace::Run;

// An event that says that every thread was blocked matters only to the grader: nothing changes then.
bool is_moment(const Event& event) { return event.kind != Event::Kind::kStill; }

std::vector<Step> steps_of(const Run& run) {
  struct Point {
    std::uint64_t order;
    std::int64_t at_us;
    Step::Kind kind;
    std::size_t index;
  };
  std::vector<Point> points;
  for (std::size_t i = 0; i < run.calls.size(); ++i) {
    const Call& call = run.calls[i];
    points.push_back({call.begin.order, call.begin.at_us, Step::Kind::kBegin, i});
    if (call.end) points.push_back({call.end->order, call.end->at_us, Step::Kind::kReturn, i});
  }
  for (std::size_t i = 0; i < run.events.size(); ++i)
    if (is_moment(run.events[i])) points.push_back({run.events[i].when.order, run.events[i].when.at_us, Step::Kind::kEvent, i});
  std::stable_sort(points.begin(), points.end(), [](const Point& a, const Point& b) { return a.order < b.order; });
  std::vector<Step> steps;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const Point& point = points[i];
    const bool whole = point.kind == Step::Kind::kBegin && i + 1 < points.size() && points[i + 1].kind == Step::Kind::kReturn &&
                       points[i + 1].index == point.index;
    steps.push_back({whole ? Step::Kind::kCall : point.kind, point.index, point.order, point.at_us});
    if (whole) ++i;
  }
  return steps;
}

class Player {
 public:
  explicit Player(const Run& run) : run_(run) { result_.steps = steps_of(run); }

  Replay play() {
    if (result_.steps.empty()) return {};
    processes();
    mailslots();
    mail();
    others();
    prints();
    result_.handles = handles_of(run_, result_);
    return std::move(result_);
  }

 private:
  Span span(std::uint64_t from, std::optional<std::uint64_t> to) const {
    Span span{result_.step_at(from), {}};
    if (to) span.to = result_.step_at(*to);
    return span;
  }

  void processes() {
    const auto begins = begins_of(run_), ends = ends_of(run_);
    for (std::size_t i = 0; i < run_.programs.size(); ++i) {
      if (!begins[i]) continue;
      Process process{static_cast<int>(i), span(*begins[i], ends[i]), run_.programs[i].exit_code};
      for (const Event& event : run_.events)
        if (event.kind == Event::Kind::kSignaled && event.program == process.program)
          process.exit_code = static_cast<std::uint32_t>(event.value);
      result_.processes.push_back(process);
    }
  }

  void mailslots() {
    for (const auto& [slot, life] : slot_lives_of(run_)) {
      const Span seen = span(life.made, life.gone);
      gone_[slot] = seen.to;
      result_.mailslots.push_back({slot, seen});
    }
  }

  void mail() {
    for (const Message& message : messages_of(run_)) {
      Mail mail{message.slot, {result_.step_at(message.arrived), {}}, message.text, message.times};
      if (message.read)
        mail.life.to = result_.step_at(run_.calls[*message.read].end->order);
      else if (const auto gone = gone_.find(message.slot); gone != gone_.end())
        mail.life.to = gone->second;
      result_.mail.push_back(std::move(mail));
    }
  }

  void others() {
    for (std::size_t i = 0; i < run_.calls.size(); ++i) {
      const Call& call = run_.calls[i];
      const bool other = is_wait(call.api) && std::any_of(call.on.begin(), call.on.end(),
                                                          [](const Object& object) { return object.kind == Object::Kind::kOther; });
      if (!other) continue;
      result_.others.push_back({i, span(call.begin.order, call.end ? std::optional(call.end->order) : std::nullopt)});
    }
  }

  void prints() {
    for (std::size_t i = 0; i < result_.steps.size(); ++i) {
      const Step& step = result_.steps[i];
      const Call* const call = call_of(run_, step);
      if (!call || step.kind == Step::Kind::kReturn) continue;
      const auto written = call->text.find("written");
      if (written == call->text.end()) continue;
      const bool error = text_of(*call, "stream") == "stderr";
      for (std::uint32_t times = 0; times < std::min<std::uint32_t>(call->times, kMostRepeats); ++times)
        result_.prints.push_back({i, call->program, error, written->second});
    }
  }

  static constexpr std::uint32_t kMostRepeats = 100;  // repetitions of one string; more would show nothing new

  const Run& run_;
  Replay result_;
  std::map<int, std::optional<std::size_t>> gone_;  // by mailslot
};

}  // namespace

std::size_t Replay::step_at(std::uint64_t order) const {
  const auto after = std::upper_bound(steps.begin(), steps.end(), order, [](std::uint64_t o, const Step& step) { return o < step.order; });
  return after == steps.begin() ? 0 : static_cast<std::size_t>(after - steps.begin()) - 1;
}

Replay replay(const Run& run) { return Player(run).play(); }

const Call* call_of(const Run& run, const Step& step) { return step.kind == Step::Kind::kEvent ? nullptr : &run.calls[step.index]; }

}  // namespace lab::replay
