// Starts the same programs without directing or recording a run: the baseline for `lab bench`.
#pragma once

#include <vector>

#include "scenario/scenario.h"
#include "win32/handle.h"

namespace lab::stage {

// Runs that belong together. A run can depend on what earlier runs in its group have shown.
using Group = std::vector<scenario::Assignment>;

// Creates mailslots under their plain names and keeps emptying them for as long as this object lives: senders find a receiver, while a
// receiver finds its name already taken and exits at once. What remains is the cost of starting the programs.
class BareSlots {
 public:
  explicit BareSlots(const std::vector<Group>& groups);

 private:
  std::vector<win32::FileHandle> slots_;
};

// Starts the program under test and its peers, one after the other, as a shell would: passes the typed lines to standard input, discards
// the output, and waits for each program to end (at most 10 s). Throws win32::Error.
void launch_bare(const scenario::Assignment& run);

}  // namespace lab::stage
