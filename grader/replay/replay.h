// A run as a sequence of moments, and what there was at each of them: processes, mailslots with their messages, handles, output. Of each
// thing it is told from which moment to which it was there, so that whoever shows a moment needs nothing else.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "trace/run.h"

namespace lab::replay {

// A moment of the run: one may stop there. A call during which nothing else happened is one moment, any other call two.
struct Step {
  enum class Kind {
    kCall,    // made, and returned
    kBegin,   // made; other things happen before it returns, or it never does
    kReturn,  // a call that had begun before
    kEvent,
  };
  Kind kind = Kind::kCall;
  std::size_t index = 0;    // into Run::calls or Run::events
  std::uint64_t order = 0;  // the first that belongs to it; those up to the next step's are its own
  std::int64_t at_us = 0;
};

// From which moment on something was there, and from which on no longer. What happens at a moment is seen there.
struct Span {
  std::size_t from = 0;
  std::optional<std::size_t> to;

  bool covers(std::size_t step) const { return from <= step && (!to || step < *to); }
};

// A process object. Non-Signaled over its span, Signaled after it.
struct Process {
  int program = 0;  // index into Run::programs
  Span life;
  std::uint32_t exit_code = 0;  // once it is Signaled
};

struct Mailslot {
  int slot = 0;  // index into Run::slots
  Span life;
};

// A message in a mailslot's queue.
struct Mail {
  int slot = 0;
  Span life;
  std::string text;  // UTF-8
  std::uint32_t times = 1;
};

// An entry of a program's handle table.
struct Handle {
  int program = 0;       // whose table
  int number = 0;        // 1, 2, ... in the order in which the program got them
  trace::Object object;  // what it refers to
  Span life;
  bool inherited = false;
  bool leaked = false;  // it was open when its program ended
};

// A wait for something that the labs do not teach: an event, a timer, a semaphore. The recording does not tell them apart.
struct OtherWait {
  std::size_t call = 0;  // index into Run::calls
  Span life;
};

struct Print {
  std::size_t step = 0;
  int program = 0;
  bool error = false;  // to stderr
  std::string bytes;
};

struct Replay {
  std::vector<Step> steps;
  std::vector<Process> processes;
  std::vector<Mailslot> mailslots;
  std::vector<Mail> mail;         // in the order in which they came
  std::vector<Handle> handles;    // by program and number
  std::vector<OtherWait> others;  // in the order in which they began
  std::vector<Print> prints;

  // The moment to which an order of the run belongs; the first one for what lies before it. There is at least one.
  std::size_t step_at(std::uint64_t order) const;
};

// Empty for a run in which nothing happened.
Replay replay(const trace::Run& run);

// The call of a moment, or null.
const trace::Call* call_of(const trace::Run& run, const Step& step);

}  // namespace lab::replay
