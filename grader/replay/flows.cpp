// Finds out how the calls in a run are connected.
#include "replay/flows.h"

#include <algorithm>
#include <deque>
#include <map>

#include "replay/slot_moves.h"

namespace lab::replay {
namespace {

using trace::Api;
using trace::Call;
using trace::Event;
using trace::Object;
using trace::Run;

constexpr std::int64_t kStillActive = 259, kMostObjects = 64;
constexpr std::size_t kMostLooked = 64;  // limits searches through earlier entries, because a recording may be long

// Something that moves a message: an event, or a call, which counts from its beginning (for a read, from its end).
struct Transfer {
  std::uint64_t order = 0;
  SlotMove move;
  std::optional<std::size_t> call, event;
};

bool is_address(const Run& run, int slot) {
  return slot < 0 || static_cast<std::size_t>(slot) >= run.slots.size() || run.slots[static_cast<std::size_t>(slot)].address;
}

// Finds the call that caused a delivery: the one during which it happened. Searches a limited number of calls, which is enough for the
// largest number of threads.
class Writers {
 public:
  explicit Writers(const Run& run) : run_(run) {
    for (std::size_t i = 0; i < run.calls.size(); ++i)
      if (run.calls[i].api == Api::kWriteFile && run.calls[i].text.count("message")) by_program_[run.calls[i].program].push_back(i);
  }

  std::optional<std::size_t> of(const Event& event) const {
    const auto found = by_program_.find(event.by);
    if (found == by_program_.end()) return {};
    const std::vector<std::size_t>& calls = found->second;
    auto call =
        std::partition_point(calls.begin(), calls.end(), [&](std::size_t i) { return run_.calls[i].begin.order < event.when.order; });
    for (std::size_t looked = 0; call != calls.begin() && looked < kMostLooked; ++looked) {
      const Call& before = run_.calls[*--call];
      if (!before.end || event.when.order < before.end->order) return *call;
    }
    return {};
  }

 private:
  const Run& run_;
  std::map<int, std::vector<std::size_t>> by_program_;
};

std::vector<Transfer> transfers_of(const Run& run) {
  std::vector<Transfer> steps;
  const Writers writers(run);
  for (std::size_t i = 0; i < run.calls.size(); ++i) {
    const Call& call = run.calls[i];
    const auto move = move_of(call);
    if (!move || is_address(run, move->slot)) continue;
    // A waiting reader may receive the message before the call that wrote it returns.
    if (move->kind == SlotMove::Kind::kIn) steps.push_back({call.begin.order, *move, i, {}});
    if (move->kind == SlotMove::Kind::kOut) steps.push_back({call.end->order, *move, i, {}});
  }
  for (std::size_t i = 0; i < run.events.size(); ++i) {
    auto move = move_of(run.events[i]);
    if (!move || move->kind != SlotMove::Kind::kIn || is_address(run, move->slot)) continue;
    Transfer step{run.events[i].when.order, *move, {}, i};
    if (run.events[i].kind == Event::Kind::kDelivered) {
      step.call = writers.of(run.events[i]);
      if (step.call) step.move.message = run.calls[*step.call].text.at("message");
    }
    steps.push_back(std::move(step));
  }
  std::stable_sort(steps.begin(), steps.end(), [](const Transfer& a, const Transfer& b) { return a.order < b.order; });
  return steps;
}

// For each program, the first moment that shows something.
struct Firsts {
  explicit Firsts(std::size_t programs) : by_program(programs) {}
  void learn(int program, std::uint64_t order) {
    if (program < 0 || static_cast<std::size_t>(program) >= by_program.size()) return;
    auto& first = by_program[static_cast<std::size_t>(program)];
    first = first ? std::min(*first, order) : order;
  }
  std::vector<std::optional<std::uint64_t>> by_program;
};

}  // namespace

std::vector<Message> messages_of(const Run& run) {
  std::vector<Message> messages;
  std::vector<std::deque<std::size_t>> waiting(run.slots.size());
  for (const Transfer& step : transfers_of(run)) {
    auto& queue = waiting[static_cast<std::size_t>(step.move.slot)];
    if (step.move.kind == SlotMove::Kind::kIn) {
      const bool by_call = step.call && !step.event;
      queue.push_back(messages.size());
      messages.push_back({step.move.slot,
                          step.call,
                          step.event,
                          by_call ? run.calls[*step.call].end->order : step.order,
                          {},
                          step.move.message,
                          static_cast<std::uint32_t>(step.move.times)});
      continue;
    }
    const Call& read = run.calls[*step.call];
    const auto text = read.text.find("message");
    // If several programs write at the same time, the order of their calls in the recording may differ from the order in the mailslot.
    const auto last = queue.begin() + static_cast<std::ptrdiff_t>(std::min(queue.size(), kMostLooked));
    auto found =
        std::find_if(queue.begin(), last, [&](std::size_t i) { return text != read.text.end() && messages[i].text == text->second; });
    if (found == last) found = queue.begin();
    for (auto left = static_cast<std::uint32_t>(step.move.times); left > 0 && !queue.empty();) {
      Message& message = messages[*found];
      message.read = step.call;
      message.arrived = std::min(message.arrived, step.order);
      left -= std::min(left, message.times);
      found = queue.erase(found);
      if (found == queue.end()) found = queue.begin();
    }
  }
  return messages;
}

std::vector<std::optional<std::uint64_t>> begins_of(const Run& run) {
  Firsts firsts(run.programs.size());
  for (const Event& event : run.events)
    if (event.kind == Event::Kind::kAttached) firsts.learn(event.program, event.when.order);
  for (const Call& call : run.calls) {
    firsts.learn(call.program, call.begin.order);
    if (call.started && call.end) firsts.learn(*call.started, call.end->order);
  }
  return firsts.by_program;
}

bool tells_of_end(const Call& call, std::size_t object) {
  if (!call.end || call.on[object].kind != Object::Kind::kProcess) return false;
  if (call.api == Api::kGetExitCodeProcess) return call.result != 0 && call.value && *call.value != kStillActive;
  if (!is_wait(call.api) || call.result < 0 || call.result >= kMostObjects) return false;
  return call.flags == 1 || call.result == static_cast<std::int64_t>(object);
}

std::vector<std::optional<std::uint64_t>> ends_of(const Run& run) {
  Firsts firsts(run.programs.size());
  for (const Event& event : run.events)
    if (event.kind == Event::Kind::kSignaled) firsts.learn(event.program, event.when.order);
  for (const Call& call : run.calls)
    for (std::size_t i = 0; i < call.on.size(); ++i)
      if (tells_of_end(call, i)) firsts.learn(call.on[i].program, call.end->order);
  return firsts.by_program;
}

std::vector<Release> releases_of(const Run& run) {
  const auto ends = ends_of(run);
  std::vector<Release> releases;
  for (std::size_t i = 0; i < run.calls.size(); ++i) {
    const Call& call = run.calls[i];
    if (!is_wait(call.api)) continue;
    std::optional<Release> last;
    for (std::size_t object = 0; object < call.on.size(); ++object) {
      if (!tells_of_end(call, object)) continue;
      const int program = call.on[object].program;
      if (program < 0 || static_cast<std::size_t>(program) >= ends.size()) continue;
      if (!last || ends[static_cast<std::size_t>(last->program)] < ends[static_cast<std::size_t>(program)]) last = {i, program};
    }
    if (last) releases.push_back(*last);
  }
  return releases;
}

}  // namespace lab::replay
