// Draws a run over time.
#include "report/lanes.h"

#include <algorithm>
#include <map>
#include <set>

#include "replay/flows.h"
#include "replay/slot_lives.h"
#include "replay/slot_moves.h"
#include "report/columns.h"
#include "report/describe.h"

namespace lab::report {
namespace {

using replay::move_of;
using replay::SlotMove;
using trace::Call;
using trace::Event;
using trace::Run;

constexpr std::size_t kMostPrograms = 9;
constexpr std::size_t kMostSlots = 4;
constexpr int kWidestLabel = 24;
constexpr std::string_view kRunning = " Non-Signaled ";
constexpr std::string_view kEnded = " Signaled";

struct LaneStep {
  std::uint64_t order = 0;
  const Call* begins = nullptr;
  const Call* ends = nullptr;
  const Event* event = nullptr;
};

bool is_drawn(const Event& event) {
  if (move_of(event)) return true;
  return event.kind == Event::Kind::kSignaled || event.kind == Event::Kind::kAttached || event.kind == Event::Kind::kEnded;
}

// Everything that is drawn, in order, including the event at the marked moment.
std::vector<LaneStep> steps_of(const Run& run, std::optional<std::uint64_t> marked) {
  std::vector<LaneStep> steps;
  for (const Call& call : run.calls) {
    const bool of_actor = call.program == 0;
    if (of_actor) steps.push_back({call.begin.order, &call, nullptr, nullptr});
    if (call.end && (of_actor || move_of(call))) steps.push_back({call.end->order, nullptr, &call, nullptr});
  }
  for (const Event& event : run.events)
    if (is_drawn(event) || event.when.order == marked) steps.push_back({event.when.order, nullptr, nullptr, &event});
  std::stable_sort(steps.begin(), steps.end(), [](const LaneStep& a, const LaneStep& b) { return a.order < b.order; });
  return steps;
}

class LaneDrawing {
 public:
  // `mark_at_begin`: the return of the marked call is outside the drawing.
  LaneDrawing(const Run& run, std::optional<std::uint64_t> marked, bool mark_at_begin) : marked_(marked), mark_at_begin_(mark_at_begin) {
    const std::size_t programs = std::min(run.programs.size(), kMostPrograms);
    for (std::size_t i = 0; i < programs; ++i) result_.lanes.push_back({program_label(run, static_cast<int>(i)), "", false});
    result_.programs_left_out = static_cast<int>(run.programs.size() - programs);
    const auto lives = replay::slot_lives_of(run);
    for (std::size_t i = 0; i < run.slots.size(); ++i) {
      if (run.slots[i].address) continue;  // an address is not a mailslot: messages written to it appear in the mailslots that they reached
      if (slots_.size() == kMostSlots) {
        ++result_.slots_left_out;
        continue;
      }
      slot_numbers_[static_cast<int>(i)] = slots_.size();
      const auto life = lives.find(static_cast<int>(i));
      slots_.push_back({life == lives.end() ? std::nullopt : life->second.gone});
      result_.lanes.push_back({slot_label(run, static_cast<int>(i)), "", true});
    }
    states_.assign(result_.lanes.size(), ' ');
    states_[0] = '-';
    programs_ = programs;
    for (const replay::Message& message : replay::messages_of(run))
      if (message.event && message.written && run.calls[*message.written].program != 0)
        delivered_[&run.events[*message.event]] = message.text;
    const auto ends = replay::ends_of(run);
    for (const replay::Release& release : replay::releases_of(run)) {
      const Call& wait = run.calls[release.wait];
      if (wait.program == 0 && wait.begin.order < ends[static_cast<std::size_t>(release.program)]) releasing_.insert(release.program);
    }
  }

  // Applies what happened before the first drawn step to the states of the lanes.
  void catch_up(const LaneStep& step) {
    if (step.begins) pending_++;
    if (step.ends && step.ends->program == 0) pending_--;
    if (step.ends) learn(*step.ends, false);
    if (const auto move = move_in(step)) play(*move, {}, false);
    if (step.event) apply(*step.event, false);
    close_slots(step.order, false);
  }

  void begin() { advance("|"); }

  void add(const LaneStep& step) {
    if (step.begins) {
      advance("--" + short_name(*step.begins));
      pending_++;
    } else if (step.ends && step.ends->program == 0) {
      end(*step.ends);
    } else if (step.ends) {
      if (const auto move = move_of(*step.ends)) play(*move, {}, true);
    } else {
      if (const auto move = move_of(*step.event)) happen(*step.event, *move);
      apply(*step.event, true);
    }
    close_slots(step.order, true);
    last_begun_ = step.begins;
    mark(step);
  }

  Lanes take(bool to_the_end) {
    if (to_the_end) advance(std::string(kEnded.size() + 2, filler()));
    for (std::size_t i = slots_.size(); i-- > 0;)
      if (slots_[i].address) result_.lanes.erase(result_.lanes.begin() + static_cast<std::ptrdiff_t>(programs_ + i));
    return std::move(result_);
  }

 private:
  struct Slot {
    std::optional<std::uint64_t> gone;  // since when no program has a handle to the receiver's end
    bool address = false;               // no mailslot: it has no lane in the end
    int waiting = 0;                    // messages
  };

  static std::optional<SlotMove> move_in(const LaneStep& step) {
    return step.ends ? move_of(*step.ends) : step.event ? move_of(*step.event) : std::nullopt;
  }

  // Draws the return of a call by the program under test.
  void end(const Call& call) {
    if (last_begun_ != &call) advance("..");
    if (!call.started) learn(call, true);
    const std::size_t answer = result_.lanes[0].cells.size();
    advance(short_result(call));
    pending_--;
    if (call.started) learn(call, true);
    if (const auto move = move_of(call)) play(*move, answer, true);
  }

  // A message that the program under test sends over the LAN is shown in its own lane.
  void happen(const Event& event, SlotMove move) {
    const auto sent = delivered_.find(&event);
    if (sent != delivered_.end()) move.message = sent->second;
    play(move, {}, true, event.kind != Event::Kind::kDelivered || sent != delivered_.end());
  }

  // `answer`: the column of the call's return in lane 0, if it was a call by the program under test; that lane then shows the message.
  // `with_text`: whether to show the text of a message that arrives in another way.
  void play(const SlotMove& move, std::optional<std::size_t> answer, bool drawn, bool with_text = true) {
    const auto number = slot_numbers_.find(move.slot);
    if (number == slot_numbers_.end()) return;
    Slot& slot = slots_[number->second];
    const std::size_t lane = programs_ + number->second;
    if (move.kind != SlotMove::Kind::kReleased && states_[lane] == ' ') change(lane, '-', drawn);
    switch (move.kind) {
      case SlotMove::Kind::kMade:
      case SlotMove::Kind::kReleased:
        break;
      case SlotMove::Kind::kIn:
        slot.waiting += move.times;
        states_[lane] = '=';
        if (drawn) write(lane, answer, answer || !with_text ? ">" : ">" + short_text(move.message));
        break;
      case SlotMove::Kind::kOut:
        slot.waiting = std::max(slot.waiting - move.times, 0);
        states_[lane] = slot.waiting > 0 ? '=' : '-';
        if (drawn) write(lane, answer, "<");
        break;
    }
  }

  // Closes the mailslots that no longer exist at that moment.
  void close_slots(std::uint64_t order, bool drawn) {
    for (std::size_t i = 0; i < slots_.size(); ++i)
      if (slots_[i].gone && *slots_[i].gone <= order && states_[programs_ + i] != ' ') change(programs_ + i, ' ', drawn);
  }

  // Writes text into a lane, starting at that column of the drawing, or else in new columns.
  void write(std::size_t lane, std::optional<std::size_t> column, const std::string& text) {
    const std::size_t at = column ? *column : result_.lanes[lane].cells.size();
    if (!column) advance(std::string(text.size(), filler()));
    std::string& cells = result_.lanes[lane].cells;
    if (at + text.size() > cells.size()) return;
    cells.replace(at, text.size(), text);
    std::fill(cells.begin() + static_cast<std::ptrdiff_t>(at + text.size()), cells.end(), states_[lane]);
  }

  void change(std::size_t lane, char state, bool drawn, char sign = '|') {
    if (drawn) {
      advance(std::string(1, filler()));
      result_.lanes[lane].cells.back() = sign;
    }
    states_[lane] = state;
  }

  // Applies what the return of a call shows about other programs. The grader notices an exit slightly later than a wait for it.
  void learn(const Call& call, bool drawn) {
    if (call.started) become(*call.started, '=', drawn);
    for (std::size_t i = 0; i < call.on.size(); ++i)
      if (replay::tells_of_end(call, i)) become(call.on[i].program, '_', drawn);
  }

  void apply(const Event& event, bool drawn) {
    if (event.kind == Event::Kind::kAttached && state(event.program) == ' ') become(event.program, '=', drawn);
    if (event.kind != Event::Kind::kSignaled) return;
    close_slots(event.when.order, drawn);
    if (event.program == 0) {
      if (drawn) advance("--|");
      states_[0] = ' ';
    } else {
      become(event.program, '_', drawn);
    }
  }

  char state(int program) const {
    return program >= 0 && static_cast<std::size_t>(program) < programs_ ? states_[static_cast<std::size_t>(program)] : '?';
  }

  // A change of another program's state: its bar is drawn in a separate column.
  void become(int program, char state_after, bool drawn) {
    if (program <= 0 || state(program) == '?' || state(program) == state_after || state(program) == '_') return;
    change(static_cast<std::size_t>(program), state_after, drawn, state_after == '_' && releasing_.count(program) ? '^' : '|');
  }

  void mark(const LaneStep& step) {
    if (!marked_ || result_.mark) return;
    const Call* call = step.ends ? step.ends : step.begins;
    const bool here = step.order == *marked_ || (step.ends && call->begin.order == *marked_);
    const bool waits_for_its_end = step.begins && call->end && !mark_at_begin_;  // the mark comes after the return
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
  const bool mark_at_begin_;
  Lanes result_;
  std::vector<char> states_;  // by lane
  std::vector<Slot> slots_;
  std::map<int, std::size_t> slot_numbers_;        // index into Run::slots -> into slots_
  std::map<const Event*, std::string> delivered_;  // text that other programs sent over the LAN
  std::set<int> releasing_;                        // programs whose exit released the program under test from a wait
  std::size_t programs_ = 0;                       // the number of programs with a lane; the mailslots' lanes follow them
  const Call* last_begun_ = nullptr;
  int pending_ = 0;
};

// Adds the names of the states to a lane where they fit.
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
  const std::vector<LaneStep> steps = steps_of(run, marked);
  std::size_t first = 0;
  if (marked && steps.size() > most) {
    const auto at =
        std::lower_bound(steps.begin(), steps.end(), *marked, [](const LaneStep& step, std::uint64_t order) { return step.order < order; });
    const auto index = static_cast<std::size_t>(at - steps.begin());
    first = std::min(index - std::min(index, most / 2), steps.size() - most);
  }
  const std::size_t last = std::min(steps.size(), first + most);

  const auto ends_later = [&](const LaneStep& step) { return step.ends && marked && step.ends->begin.order == *marked; };
  LaneDrawing drawing(run, marked, std::any_of(steps.begin() + static_cast<std::ptrdiff_t>(last), steps.end(), ends_later));
  for (std::size_t i = 0; i < first; ++i) drawing.catch_up(steps[i]);
  if (first == 0) drawing.begin();
  for (std::size_t i = first; i < last; ++i) drawing.add(steps[i]);
  return drawing.take(last == steps.size());
}

bool is_over(const Lanes& lanes, std::size_t column) {
  return std::all_of(lanes.lanes.begin(), lanes.lanes.end(), [column](const Lanes::Lane& lane) {
    return column >= lane.cells.size() || lane.cells.find_first_not_of(lane.is_slot ? " -=" : " _", column) == std::string::npos;
  });
}

std::size_t room(const Lanes& lanes, int indent, int width) {
  return static_cast<std::size_t>(std::max(width - indent - label_width(lanes) - 2, 20));
}

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
    } else if (!lanes.lanes[i].is_slot) {
      part = worded(part);
    }
    std::string line = blanks + fitted(lanes.lanes[i].label, label_width(lanes)) + "  " + part;
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + "\n";
  }
  return text;
}

}  // namespace lab::report
