// Finds out what calls and events do to a run's mailslots.
#include "replay/slot_moves.h"

#include <algorithm>

namespace lab::replay {

using trace::Api;
using trace::Call;
using trace::Event;
using trace::Object;

std::optional<SlotMove> move_of(const Call& call) {
  constexpr std::uint32_t kMostTimes = 1'000'000;  // no run has more messages, but a recording may contain any number
  if (!call.end || call.result == 0) return {};
  SlotMove move;
  move.times = static_cast<int>(std::min(call.times, kMostTimes));
  if (call.api == Api::kCreateMailslot && call.slot) {
    move.slot = *call.slot;
    return move;
  }
  if (call.on.empty() || call.on[0].slot < 0) return {};
  move.slot = call.on[0].slot;
  const bool receiver = call.on[0].kind == Object::Kind::kMailslot;
  const bool writer = call.on[0].kind == Object::Kind::kMailslotClient;
  if (receiver && (call.api == Api::kDuplicateHandle || call.api == Api::kCreateProcess))
    return move;  // one more handle, in this program or in an heir
  if (receiver && call.api == Api::kCloseHandle) {
    move.kind = SlotMove::Kind::kReleased;
  } else if (receiver && call.api == Api::kReadFile) {
    move.kind = SlotMove::Kind::kOut;
  } else if (writer && call.api == Api::kWriteFile) {
    move.kind = SlotMove::Kind::kIn;
    move.message = text_of(call, "message");
  } else {
    return {};
  }
  return move;
}

std::optional<SlotMove> move_of(const Event& event) {
  if (event.slot < 0) return {};
  if (event.kind == Event::Kind::kPosted) return SlotMove{SlotMove::Kind::kIn, event.slot, event.text, 1};
  if (event.kind == Event::Kind::kDelivered) return SlotMove{SlotMove::Kind::kIn, event.slot, "", 1};
  if (event.kind == Event::Kind::kSlotCreated) return SlotMove{SlotMove::Kind::kMade, event.slot, "", 1};
  return {};
}

}  // namespace lab::replay
