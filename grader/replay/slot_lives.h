// When each mailslot in a run existed.
#pragma once

#include <cstdint>
#include <map>
#include <optional>

#include "trace/run.h"

namespace lab::replay {

struct SlotLife {
  std::uint64_t made = 0;             // an order
  std::optional<std::uint64_t> gone;  // when the last handle to the receiver's end was closed, or the last program with one ended
};

// By index into Run::slots. Omits addresses, and mailslots whose creation was not recorded.
std::map<int, SlotLife> slot_lives_of(const trace::Run& run);

}  // namespace lab::replay
