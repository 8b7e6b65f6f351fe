// A run as a sequence of steps, with everything that existed at each step: processes, mailslots with their messages, handles, output. Each
// of these has the span of steps during which it existed, so no other data are needed to show a step.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "trace/run.h"

namespace lab::replay {

// A step at which a viewer can stop. A call during which nothing else happened is one step; any other call is two.
struct Step {
  enum class Kind {
    kCall,    // a call was made and returned
    kBegin,   // a call was made; other things happen before it returns, or it never returns
    kReturn,  // a call that had begun earlier returned
    kEvent,
  };
  Kind kind = Kind::kCall;
  std::size_t index = 0;    // into Run::calls or Run::events
  std::uint64_t order = 0;  // the first order in this step; all orders up to the next step belong to it
  std::int64_t at_us = 0;
};

// The first step at which something existed, and the first at which it no longer did. The effect of a step is visible at that step.
struct Span {
  std::size_t from = 0;
  std::optional<std::size_t> to;

  bool covers(std::size_t step) const { return from <= step && (!to || step < *to); }
};

// A process object. It is non-Signaled during its span and Signaled after it.
struct Process {
  int program = 0;  // index into Run::programs
  Span life;
  std::uint32_t exit_code = 0;  // valid once it is Signaled
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

// An entry in a program's handle table.
struct Handle {
  int program = 0;       // the program that owns the table
  int number = 0;        // 1, 2, ... in the order in which the program obtained its handles
  trace::Object object;  // what it refers to
  Span life;
  bool inherited = false;
  bool leaked = false;  // it was still open when its program ended
};

// A wait for an object that the labs do not cover, such as an event, a timer or a semaphore. The recording does not distinguish them.
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
  std::vector<Mail> mail;         // in the order of arrival
  std::vector<Handle> handles;    // by program and number
  std::vector<OtherWait> others;  // in the order in which they began
  std::vector<Print> prints;

  // The step that a position in the run (an order) belongs to; the first step if the position is before all steps. There must be at least
  // one step.
  std::size_t step_at(std::uint64_t order) const;
};

// Returns an empty Replay for a run in which nothing happened.
Replay replay(const trace::Run& run);

// The call of a step, or null for an event.
const trace::Call* call_of(const trace::Run& run, const Step& step);

}  // namespace lab::replay
