// Finds out when each mailslot in a run existed by counting the handles to the receiver's end.
#include "replay/slot_lives.h"

#include <algorithm>
#include <vector>

#include "replay/flows.h"
#include "replay/slot_moves.h"

namespace lab::replay {

std::map<int, SlotLife> slot_lives_of(const trace::Run& run) {
  struct HandleMove {
    std::uint64_t order;
    SlotMove move;
  };
  std::vector<HandleMove> moves;
  for (const trace::Call& call : run.calls)
    if (const auto move = move_of(call)) moves.push_back({call.end->order, *move});
  for (const trace::Event& event : run.events)
    if (const auto move = move_of(event)) moves.push_back({event.when.order, *move});
  std::stable_sort(moves.begin(), moves.end(), [](const HandleMove& a, const HandleMove& b) { return a.order < b.order; });
  std::map<int, SlotLife> lives;
  std::map<int, int> handles;
  for (const auto& [order, move] : moves) {
    const bool is_slot =
        move.slot >= 0 && static_cast<std::size_t>(move.slot) < run.slots.size() && !run.slots[static_cast<std::size_t>(move.slot)].address;
    if (!is_slot) continue;
    const bool releases = move.kind == SlotMove::Kind::kReleased;
    if (!releases) lives.try_emplace(move.slot, SlotLife{order, {}});
    if (move.kind == SlotMove::Kind::kMade) ++handles[move.slot];
    const auto life = lives.find(move.slot);
    if (releases && --handles[move.slot] <= 0 && life != lives.end() && !life->second.gone) life->second.gone = order;
  }
  const auto ends = ends_of(run);
  for (auto& [slot, life] : lives) {
    const int owner = run.slots[static_cast<std::size_t>(slot)].owner;
    if (owner < 0 || static_cast<std::size_t>(owner) >= ends.size() || !ends[static_cast<std::size_t>(owner)]) continue;
    life.gone = std::min(life.gone.value_or(*ends[static_cast<std::size_t>(owner)]), *ends[static_cast<std::size_t>(owner)]);
  }
  return lives;
}

}  // namespace lab::replay
