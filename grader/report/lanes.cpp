// A run drawn over time.
#include "report/lanes.h"

#include <algorithm>

#include "report/columns.h"
#include "report/describe.h"

namespace lab::report {
namespace {

using trace::Call;
using trace::Event;
using trace::Run;

constexpr std::size_t kMostLanes = 9;
constexpr int kWidestLabel = 24;
constexpr std::string_view kRunning = " Non-Signaled ";
constexpr std::string_view kEnded = " Signaled";

struct Step {
  std::uint64_t order = 0;
  const Call* begins = nullptr;
  const Call* ends = nullptr;
  const Event* event = nullptr;
};

bool is_drawn(const Event& event) { return event.kind == Event::Kind::kSignaled || event.kind == Event::Kind::kAttached || event.kind == Event::Kind::kEnded; }

// Everything that has a place in the drawing, in order, and which of it is the marked moment.
std::vector<Step> steps_of(const Run& run, std::optional<std::uint64_t> marked) {
  std::vector<Step> steps;
  for (const Call& call : run.calls) {
    if (call.program != 0) continue;
    steps.push_back({call.begin.order, &call, nullptr, nullptr});
    if (call.end) steps.push_back({call.end->order, nullptr, &call, nullptr});
  }
  for (const Event& event : run.events)
    if (is_drawn(event) || event.when.order == marked) steps.push_back({event.when.order, nullptr, nullptr, &event});
  std::stable_sort(steps.begin(), steps.end(), [](const Step& a, const Step& b) { return a.order < b.order; });
  return steps;
}

class Drawing {
 public:
  Drawing(const Run& run, std::optional<std::uint64_t> marked) : marked_(marked) {
    const std::size_t count = std::min(run.programs.size(), kMostLanes);
    for (std::size_t i = 0; i < count; ++i) result_.lanes.push_back({program_label(run, static_cast<int>(i)), ""});
    result_.programs_left_out = static_cast<int>(run.programs.size() - count);
    states_.assign(count, ' ');
    states_[0] = '-';
  }

  // What happened before the first step that is drawn leaves its states.
  void catch_up(const Step& step) {
    if (step.begins) pending_++;
    if (step.ends) pending_--;
    if (step.ends) learn(*step.ends, false);
    if (step.event) apply(*step.event, false);
  }

  void begin() { advance("|"); }

  void add(const Step& step) {
    if (step.begins) {
      advance("--" + short_name(*step.begins));
      pending_++;
    } else if (step.ends) {
      if (last_begun_ != step.ends) advance("..");
      if (!step.ends->started) learn(*step.ends, true);
      advance(short_result(*step.ends));
      pending_--;
      if (step.ends->started) learn(*step.ends, true);
    } else {
      apply(*step.event, true);
    }
    last_begun_ = step.begins;
    mark(step);
  }

  Lanes take(bool to_the_end) {
    if (to_the_end) advance(std::string(kEnded.size() + 2, filler()));
    return std::move(result_);
  }

 private:
  // What the answer of a call says about other programs. The grader notices an end a little later than a wait that was for it.
  void learn(const Call& call, bool drawn) {
    if (call.started) become(*call.started, '=', drawn);
    for (std::size_t i = 0; i < call.on.size(); ++i)
      if (call.on[i].kind == trace::Object::Kind::kProcess && tells_of_end(call, i)) become(call.on[i].program, '_', drawn);
  }

  static bool tells_of_end(const Call& call, std::size_t object) {
    constexpr std::int64_t kStillActive = 259, kMostObjects = 64;
    if (call.api == "GetExitCodeProcess") return call.result != 0 && call.value && *call.value != kStillActive;
    if (!call.api.starts_with("WaitFor") || call.result < 0 || call.result >= kMostObjects) return false;
    const bool all = call.flags == 1;
    return all || call.result == static_cast<std::int64_t>(object);
  }

  void apply(const Event& event, bool drawn) {
    if (event.kind == Event::Kind::kAttached && state(event.program) == ' ') become(event.program, '=', drawn);
    if (event.kind != Event::Kind::kSignaled) return;
    if (event.program == 0) {
      if (drawn) advance("--|");
      states_[0] = ' ';
    } else {
      become(event.program, '_', drawn);
    }
  }

  char state(int program) const { return program >= 0 && static_cast<std::size_t>(program) < states_.size() ? states_[static_cast<std::size_t>(program)] : '?'; }

  // A change of a program below: its bar stands under a column of its own.
  void become(int program, char state_after, bool drawn) {
    if (program <= 0 || state(program) == '?' || state(program) == state_after || state(program) == '_') return;
    const auto lane = static_cast<std::size_t>(program);
    if (drawn) {
      advance(std::string(1, filler()));
      result_.lanes[lane].cells.back() = '|';
    }
    states_[lane] = state_after;
  }

  void mark(const Step& step) {
    if (!marked_ || result_.mark) return;
    const Call* call = step.ends ? step.ends : step.begins;
    const bool here = step.order == *marked_ || (step.ends && call->begin.order == *marked_);
    const bool waits_for_its_end = step.begins && call->end;  // the sign stands behind the answer
    if (!here || waits_for_its_end) return;
    advance("!");
    result_.mark = result_.lanes[0].cells.size();
  }

  char filler() const { return states_[0] == ' ' ? ' ' : pending_ > 0 ? '.' : '-'; }

  void advance(const std::string& text) {
    result_.lanes[0].cells += text;
    for (std::size_t i = 1; i < result_.lanes.size(); ++i) result_.lanes[i].cells.append(text.size(), states_[i]);
  }

  std::optional<std::uint64_t> marked_;
  Lanes result_;
  std::vector<char> states_;
  const Call* last_begun_ = nullptr;
  int pending_ = 0;
};

// The states of a lane in words, where there is room for them.
std::string worded(std::string cells) {
  for (std::size_t at = 0; at < cells.size();) {
    const char state = cells[at];
    const std::size_t end = std::min(cells.find_first_not_of(state, at), cells.size());
    if (state == '=' && end - at >= kRunning.size() + 2) cells.replace(at + (end - at - kRunning.size()) / 2, kRunning.size(), kRunning);
    if (state == '_') {
      std::string text(end - at, ' ');
      if (text.size() >= kEnded.size()) text.replace(0, kEnded.size(), kEnded);
      cells.replace(at, end - at, text);
    }
    at = end;
  }
  return cells;
}

int label_width(const Lanes& lanes) {
  int widest = 0;
  for (const auto& lane : lanes.lanes) widest = std::max(widest, columns(lane.label));
  return std::min(widest, kWidestLabel);
}

}  // namespace

Lanes draw(const Run& run, std::optional<std::uint64_t> marked, std::size_t most) {
  const std::vector<Step> steps = steps_of(run, marked);
  std::size_t first = 0;
  if (marked && steps.size() > most) {
    const auto at = std::lower_bound(steps.begin(), steps.end(), *marked, [](const Step& step, std::uint64_t order) { return step.order < order; });
    const auto index = static_cast<std::size_t>(at - steps.begin());
    first = std::min(index - std::min(index, most / 2), steps.size() - most);
  }
  const std::size_t last = std::min(steps.size(), first + most);

  Drawing drawing(run, marked);
  for (std::size_t i = 0; i < first; ++i) drawing.catch_up(steps[i]);
  if (first == 0) drawing.begin();
  for (std::size_t i = first; i < last; ++i) drawing.add(steps[i]);
  return drawing.take(last == steps.size());
}

bool is_over(const Lanes& lanes, std::size_t column) {
  return std::all_of(lanes.lanes.begin(), lanes.lanes.end(), [column](const Lanes::Lane& lane) {
    return column >= lane.cells.size() || lane.cells.find_first_not_of(" _", column) == std::string::npos;
  });
}

std::size_t room(const Lanes& lanes, int indent, int width) { return static_cast<std::size_t>(std::max(width - indent - label_width(lanes) - 2, 20)); }

std::string print(const Lanes& lanes, std::size_t begin, std::size_t length, int indent, int width) {
  const std::string blanks(static_cast<std::size_t>(indent), ' ');
  length = std::min(length, room(lanes, indent, width));
  std::string text;
  for (std::size_t i = 0; i < lanes.lanes.size(); ++i) {
    const std::string& cells = lanes.lanes[i].cells;
    std::string part = begin < cells.size() ? cells.substr(begin, length) : "";
    if (i == 0) {
      if (begin > 0 && part.size() > 3) part.replace(0, 3, "...");
      if (part.size() > 3 && !is_over(lanes, begin + part.size())) part.replace(part.size() - 3, 3, "...");
    } else {
      part = worded(part);
    }
    std::string line = blanks + fitted(lanes.lanes[i].label, label_width(lanes)) + "  " + part;
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + "\n";
  }
  return text;
}

}  // namespace lab::report
