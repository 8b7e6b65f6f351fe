// The same starts without everything that makes a run a run: what `lab bench` compares with.
#pragma once

#include <vector>

#include "scenario/scenario.h"
#include "win32/handle.h"

namespace lab::stage {

// Runs that are made one after the other; groups run side by side.
using Group = std::vector<scenario::Assignment>;

// Mailslots under their plain names, held and emptied for as long as this object lives: senders find a receiver, and a receiver, whose name
// is taken, ends at once. What is left is the cost of the starts.
class BareSlots {
 public:
  explicit BareSlots(const std::vector<Group>& groups);

 private:
  std::vector<win32::FileHandle> slots_;
};

// Starts the program under test as a shell would, typed lines in its standard input, its output thrown away, and waits for its end (10 s at
// the most). Throws win32::Error.
void launch_bare(const scenario::Assignment& run);

}  // namespace lab::stage
