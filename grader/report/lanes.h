// A drawing of a run over time: the program under test and its calls at the top, below it the other programs with their states, then the
// mailslots with their messages.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "trace/run.h"

namespace lab::report {

// Lanes of equal length, one character per column, in the order of events and not to scale.
struct Lanes {
  struct Lane {
    std::string label;
    // Lane 0: text; '-' means running, '.' means in a call. Other programs: ' ' does not exist, '=' Non-Signaled, '_' Signaled, '|'
    // changes, '^' the change that released lane 0 from a wait. Mailslots: ' ' does not exist, '-' empty, '=' messages waiting, '|' created
    // or closed,
    // '>' a message arrives, followed by its text unless lane 0 already shows it, '<' a message is read.
    std::string cells;
    bool is_slot = false;
  };
  std::vector<Lane> lanes;
  std::optional<std::size_t> mark;  // the column after the marked moment
  int programs_left_out = 0;
  int slots_left_out = 0;
};

// Draws at most `most` calls and events: those around the moment `marked`, or the first ones. The run has at least one program.
Lanes draw(const trace::Run& run, std::optional<std::uint64_t> marked, std::size_t most);

// `length` columns of the lanes, starting at `begin`. Each lane is a line with an indent of `indent` blanks and a label, at most `width`
// columns wide in total.
std::string print(const Lanes& lanes, std::size_t begin, std::size_t length, int indent, int width);

// Whether nothing more happens from that column on.
bool is_over(const Lanes& lanes, std::size_t column);

// The number of columns of the lanes that fit on a line.
std::size_t room(const Lanes& lanes, int indent, int width);

}  // namespace lab::report
