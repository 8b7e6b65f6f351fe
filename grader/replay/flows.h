// How the calls of a run hang together: each message from who wrote it to who read it, each wait with the exit that released it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "trace/run.h"

namespace lab::replay {

struct Message {
  int slot = -1;                       // index into Run::slots: where it lay
  std::optional<std::size_t> written;  // index into Run::calls: the WriteFile that wrote it
  std::optional<std::size_t> event;    // index into Run::events: the grader posted it, or a LAN delivered it
  std::uint64_t arrived = 0;           // an order
  std::optional<std::size_t> read;     // index into Run::calls: the ReadFile that took it; absent: nobody did
  std::string text;                    // UTF-8
  std::uint32_t times = 1;             // so many alike in a row
};

// Every message that reached a mailslot, in the order in which they came. One that was written to an address of the LAN is one for each
// mailslot that it reached.
std::vector<Message> messages_of(const trace::Run& run);

// When each program was first seen to be there, as an order; nothing for those that never were.
std::vector<std::optional<std::uint64_t>> begins_of(const trace::Run& run);

// When each program's process object became Signaled, as an order; nothing for those that were never seen to. The recording notices an end
// a little after a wait that was for it, or an exit code that was read; then the end is where that answer came.
std::vector<std::optional<std::uint64_t>> ends_of(const trace::Run& run);

// Whether the answer of a call says that the program which is its `object`-th has ended: a wait that returned for it, an exit code other
// than STILL_ACTIVE.
bool tells_of_end(const trace::Call& call, std::size_t object);

struct Release {
  std::size_t wait = 0;  // index into Run::calls
  int program = 0;       // whose exit released it; of several that were waited for, the last
};

// The waits on processes that returned because one ended, or had ended before.
std::vector<Release> releases_of(const trace::Run& run);

}  // namespace lab::replay
