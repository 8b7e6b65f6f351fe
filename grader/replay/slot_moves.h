// What calls and events do to a run's mailslots; used for the lanes and the page.
#pragma once

#include <optional>
#include <string>

#include "trace/run.h"

namespace lab::replay {

struct SlotMove {
  enum class Kind {
    kMade,     // a handle to the receiver's end was created
    kIn,       // a message arrived
    kOut,      // a message was read
    kReleased  // a handle to the receiver's end was closed
  };
  Kind kind = Kind::kMade;
  int slot = 0;         // index into Run::slots
  std::string message;  // kIn; UTF-8
  int times = 1;
};

// The effect of a call that has returned; nothing for most calls.
std::optional<SlotMove> move_of(const trace::Call& call);

std::optional<SlotMove> move_of(const trace::Event& event);

}  // namespace lab::replay
