// Searches for readers, in turn.
#include "stage/readers.h"

#include <algorithm>
#include <iterator>

#include "probe/slots.h"

namespace lab::stage {
namespace {

constexpr std::uint64_t kMostHeldMs = 100;
constexpr std::uint64_t kMostPerLookMs = 40;  // two of the stage's ticks

}  // namespace

bool is_readable(const wire::Wire& run, const wire::Thread& thread) {
  const auto slot = static_cast<std::uint32_t>(thread.about);
  return slot >= wire::kMaxSlots || wire::waiting(run.slots[slot]) > 0 || !wire::is_open(run, thread.about);
}

Readers::Readers(wire::Wire& run) : run_(run) {}

wire::Thread* Readers::next() {
  held_ms_ = 0;
  for (std::uint32_t i = 0; i < wire::kMaxThreads; ++i) {
    const std::uint32_t number = (turn_ + i) % wire::kMaxThreads;
    if (!is_held(run_.threads[number])) continue;
    turn_ = number + 1;
    return &run_.threads[number];
  }
  return nullptr;
}

bool Readers::held_too_long(std::uint64_t now_ms) {
  const bool was_held = held_;
  held_ = std::any_of(std::begin(run_.threads), std::end(run_.threads), [&](const wire::Thread& thread) { return is_held(thread); });
  held_ms_ = held_ && was_held ? held_ms_ + std::min(now_ms - last_look_ms_, kMostPerLookMs) : 0;
  last_look_ms_ = now_ms;
  return held_ms_ >= kMostHeldMs;
}

bool Readers::is_held(const wire::Thread& thread) const {
  return wire::awaits_command(thread) && (thread.reason == wire::WaitReason::kRead || thread.reason == wire::WaitReason::kTimedRead) &&
         is_readable(run_, thread);
}

}  // namespace lab::stage
