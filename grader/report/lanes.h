// A run drawn over time: the program under test above with its calls, below it the other programs with their states, then the mailslots
// with their messages.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "trace/run.h"

namespace lab::report {

// Lanes of one length, a character a column, in the order of events and not to scale.
struct Lanes {
  struct Lane {
    std::string label;
    // Lane 0: text, '-' it runs, '.' it is in a call. Other programs: ' ' not there, '=' Non-Signaled, '_' Signaled, '|' the change, '^'
    // the change that released lane 0 from a wait. Mailslots: ' ' not there, '-' empty, '=' messages wait, '|' it comes or goes; '>' a
    // message comes in, followed by its text unless lane 0 says it, '<' one is read.
    std::string cells;
    bool is_slot = false;
  };
  std::vector<Lane> lanes;
  std::optional<std::size_t> mark;  // the column behind the marked moment
  int programs_left_out = 0;
  int slots_left_out = 0;
};

// At most `most` calls and events are drawn: those around the moment `marked`, or the first ones. The run has at least one program.
Lanes draw(const trace::Run& run, std::optional<std::uint64_t> marked, std::size_t most);

// `length` columns of the lanes from `begin` on, each lane on a line behind `indent` blanks and its label, the whole at most `width`
// columns wide.
std::string print(const Lanes& lanes, std::size_t begin, std::size_t length, int indent, int width);

// Whether nothing happens from that column on.
bool is_over(const Lanes& lanes, std::size_t column);

// How many columns of the lanes fit on a line.
std::size_t room(const Lanes& lanes, int indent, int width);

}  // namespace lab::report
