// Finds out when each mailslot in a run existed by counting the handles to the receiver's end that each program has.
#include "replay/slot_lives.h"

#include <algorithm>
#include <functional>
#include <vector>

#include "replay/flows.h"

namespace lab::replay {
namespace {

using trace::Api;
using trace::Call;
using trace::Event;
using trace::Object;
using trace::Run;

class Lives {
 public:
  explicit Lives(const Run& run) : run_(run) {}

  std::map<int, SlotLife> of_all() {
    for (const Call& call : run_.calls) take(call);
    for (const Event& event : run_.events)
      if (event.kind == Event::Kind::kSlotCreated && event.slot >= 0)
        at(event.when.order, [this, slot = event.slot, order = event.when.order] { give(slot, kGrader, order); });
    const auto ends = ends_of(run_);
    for (std::size_t program = 0; program < ends.size(); ++program)
      if (ends[program])
        at(*ends[program], [this, program = static_cast<int>(program), order = *ends[program]] { take_all(program, order); });
    std::stable_sort(moves_.begin(), moves_.end(), [](const Move& a, const Move& b) { return a.order < b.order; });
    for (const Move& move : moves_) move.happen();
    return lives_;
  }

 private:
  static constexpr int kGrader = -1;

  struct Move {
    std::uint64_t order;
    std::function<void()> happen;
  };

  void at(std::uint64_t order, std::function<void()> happen) { moves_.push_back({order, std::move(happen)}); }

  void take(const Call& call) {
    if (!call.end || call.result == 0) return;
    const int program = call.program;
    if (call.api == Api::kCreateMailslot && call.slot)
      at(call.end->order, [this, slot = *call.slot, program, order = call.end->order] { give(slot, program, order); });
    for (const Object& object : call.on) {
      if (object.kind != Object::Kind::kMailslot || object.slot < 0) continue;
      const int slot = object.slot;
      // An heir may use its handle before the call that started it returns.
      if (call.api == Api::kCreateProcess && call.started)
        at(call.begin.order, [this, slot, heir = *call.started, order = call.begin.order] { give(slot, heir, order); });
      else
        at(call.end->order, [this, slot, program, api = call.api, order = call.end->order] { use(slot, program, api, order); });
    }
  }

  bool is_mailslot(int slot) const {
    return static_cast<std::size_t>(slot) < run_.slots.size() && !run_.slots[static_cast<std::size_t>(slot)].address;
  }

  void give(int slot, int program, std::uint64_t order) {
    if (!is_mailslot(slot)) return;
    lives_.try_emplace(slot, SlotLife{order, {}});
    ++handles_[slot][program];
  }

  // A program that uses a handle has one, no matter where it got it from.
  void use(int slot, int program, Api api, std::uint64_t order) {
    if (!is_mailslot(slot) || !lives_.contains(slot)) return;
    int& own = handles_[slot][program];
    own = std::max(own, 1);
    if (api == Api::kDuplicateHandle) ++own;
    if (api == Api::kCloseHandle) --own;
    end_unless_held(slot, order);
  }

  void take_all(int program, std::uint64_t order) {
    for (auto& [slot, handles] : handles_)
      if (handles.erase(program) > 0) end_unless_held(slot, order);
  }

  void end_unless_held(int slot, std::uint64_t order) {
    const auto& handles = handles_[slot];
    SlotLife& life = lives_.at(slot);
    if (!life.gone && std::ranges::none_of(handles, [](const auto& own) { return own.second > 0; })) life.gone = order;
  }

  const Run& run_;
  std::vector<Move> moves_;
  std::map<int, std::map<int, int>> handles_;  // by mailslot and program
  std::map<int, SlotLife> lives_;
};

}  // namespace

std::map<int, SlotLife> slot_lives_of(const Run& run) { return Lives(run).of_all(); }

}  // namespace lab::replay
