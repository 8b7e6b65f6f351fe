// From when to when each mailslot of a run was there.
#pragma once

#include <cstdint>
#include <map>
#include <optional>

#include "trace/run.h"

namespace lab::replay {

struct SlotLife {
  std::uint64_t made = 0;             // an order
  std::optional<std::uint64_t> gone;  // the last handle to the receiver's end was closed, or its program ended
};

// By index into Run::slots; those that are mailslots and that the run saw.
std::map<int, SlotLife> slot_lives_of(const trace::Run& run);

}  // namespace lab::replay
