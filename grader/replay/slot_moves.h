// What calls and events do to a run's mailslots, for the lanes and the page.
#pragma once

#include <optional>
#include <string>

#include "trace/run.h"

namespace lab::replay {

struct SlotMove {
  enum class Kind {
    kMade,     // there is one more handle to the receiver's end
    kIn,       // a message came in
    kOut,      // ... was read
    kReleased  // there is one handle less to the receiver's end
  };
  Kind kind = Kind::kMade;
  int slot = 0;         // index into Run::slots
  std::string message;  // kIn; UTF-8
  int times = 1;
};

// What the answer of a call did; nothing for most calls.
std::optional<SlotMove> move_of(const trace::Call& call);

std::optional<SlotMove> move_of(const trace::Event& event);

}  // namespace lab::replay
