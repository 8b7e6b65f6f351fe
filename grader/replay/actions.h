// Describes what the calls in a run do, so that the equivalent calls in another run can be found.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "trace/run.h"

namespace lab::replay {

// A call, or the part of a wait for several objects that concerns one of them.
struct Action {
  enum class Kind { kCall, kClose, kPrint };
  Kind kind = Kind::kCall;
  std::size_t call = 0;  // index into Run::calls
  std::string does;      // the function and its object; the same text in both programs if they do the same
  std::string answer;    // the result, and the arguments that matter
};

inline constexpr char kSignaled[] = "signaled";  // the answer of a satisfied wait

// The actions of one program, in the order in which they began. Omits calls that make no difference: pauses, creating threads, queries
// about a mailslot. If a call is repeated until its result changes, only the last one is included.
std::vector<Action> actions_of(const trace::Run& run, int program);

// Whether the mailslot refused a message that is longer than it accepts.
bool refuses(const trace::Run& run, int slot);

// The complete lines of a printed text, without differences that do not matter: carriage returns, and the amount of white space.
std::vector<std::string> plain_lines(const std::string& printed);

}  // namespace lab::replay
