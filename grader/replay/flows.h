// How the calls in a run are connected: each message from its writer to its reader, and each wait with the exit that released it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "trace/run.h"

namespace lab::replay {

struct Message {
  int slot = -1;                       // index into Run::slots: the mailslot that it reached
  std::optional<std::size_t> written;  // index into Run::calls: the WriteFile that wrote it
  std::optional<std::size_t> event;    // index into Run::events: the grader posted it, or a LAN delivered it
  std::uint64_t arrived = 0;           // an order
  std::optional<std::size_t> read;     // index into Run::calls: the ReadFile that read it; absent: it was not read
  std::string text;                    // UTF-8
  std::uint32_t times = 1;             // this many identical messages in a row
};

// Every message that reached a mailslot, in the order of arrival. A message that was written to an address on the LAN appears once for each
// mailslot that it reached.
std::vector<Message> messages_of(const trace::Run& run);

// When each program was first seen to exist, as an order; empty for programs that were never seen.
std::vector<std::optional<std::uint64_t>> begins_of(const trace::Run& run);

// When each program's process object became Signaled, as an order; empty for programs that were never seen to end. The recording may notice
// an end a little later than a call that waited for it or read the exit code; in that case, the moment when that call returned counts.
std::vector<std::optional<std::uint64_t>> ends_of(const trace::Run& run);

// Whether the call's result shows that the program that is its `object`-th object has ended: a wait that it satisfied, or an exit code
// other than STILL_ACTIVE.
bool tells_of_end(const trace::Call& call, std::size_t object);

struct Release {
  std::size_t wait = 0;  // index into Run::calls
  int program = 0;       // the program whose exit released it; if it waited for several, the last one to exit
};

// The waits for processes that returned because a process ended or had already ended.
std::vector<Release> releases_of(const trace::Run& run);

}  // namespace lab::replay
