// What the calls of a run do, so that those of another run can be found that do the same.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "trace/run.h"

namespace lab::replay {

// A call, or the part of a wait that is for one object.
struct Action {
  enum class Kind { kCall, kClose, kPrint };
  Kind kind = Kind::kCall;
  std::size_t call = 0;  // index into Run::calls
  std::string does;      // the function and its object: the same of two programs that do the same
  std::string answer;    // what came of it, and arguments that matter
};

inline constexpr char kSignaled[] = "signaled";  // a wait's answer

// The actions of one program, in the order in which they began. What every program may do as it likes is not among them: pauses, threads of
// its own, questions about a mailslot. Of a question that is asked again and again until the answer is another one, the last time is.
std::vector<Action> actions_of(const trace::Run& run, int program);

// The whole lines of a printed text without what may differ: carriage returns, and how many blanks there are.
std::vector<std::string> plain_lines(const std::string& printed);

}  // namespace lab::replay
