// A run as a picture in plain data: lanes, bars, arrows and marked moments over columns in the order of events. svg.h draws it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "trace/run.h"

namespace lab::report {

struct Timeline {
  // A point in the run at which something begins or ends; columns are ordered from left to right, not to scale.
  struct Column {
    std::uint64_t order = 0;
    std::int64_t at_us = 0;
    bool after_gap = false;  // columns before this one are omitted
    std::size_t moment = 0;  // the run's moment to which it belongs, from 1 (replay/replay.h)
  };
  struct Lane {
    enum class Kind { kGrader, kProgram, kSlot };
    Kind kind = Kind::kProgram;
    int index = -1;     // into Run::programs or Run::slots; -1: the grader
    std::string label;  // "" for the grader, whose name depends on the language
    int rows = 1;       // a program: one for each thread that made a call, so possibly none; a mailslot: the most messages waiting at once
    std::vector<int> threads = {};  // for a program: the thread of each row
  };
  struct Bar {
    enum class Kind {
      kNonSignaled,  // a process's lifetime; on no row
      kSignaled,     // ... and the time after it
      kSlot,         // the lifetime of a mailslot; on no row
      kMessage,      // a message is waiting in a mailslot
      kCall,
      kWait,   // a call that waits for other programs
      kEvent,  // begin and end are the same column
    };
    Kind kind = Kind::kCall;
    std::size_t lane = 0;
    int row = 0;
    std::size_t begin = 0, end = 0;    // columns
    bool cut_left = false;             // it began before the first visible column, or in a gap
    bool open = false;                 // it had not ended by the last column
    bool failed = false;               // a call that reported an error
    std::string name;                  // "WaitForSingleObject", "print"; a message: its text, not shortened
    std::string answer;                // "WAIT_OBJECT_0", "259", "error 2"
    std::optional<std::size_t> call;   // index into Run::calls
    std::optional<std::size_t> event;  // index into Run::events
  };
  struct Arrow {
    enum class Kind {
      kMessage,  // into a mailslot, and out of it again
      kRelease,  // from an exit to the wait that it released
      kStart,    // from CreateProcess to the process
    };
    Kind kind = Kind::kMessage;
    std::size_t from = 0, to = 0;  // bars
    std::size_t from_column = 0, to_column = 0;
  };
  struct Mark {
    std::uint64_t order = 0;
    std::size_t column = 0;
    std::optional<std::size_t> bar;
  };

  std::vector<Column> columns;
  std::vector<Lane> lanes;
  std::vector<Bar> bars;
  std::vector<Arrow> arrows;
  std::vector<Mark> marks;  // the requested moments that the run has, in order
  int programs_left_out = 0;
  int slots_left_out = 0;
  std::size_t columns_left_out = 0;

  // Whether a moment is in the visible part of the run.
  bool shows(std::uint64_t order) const;
};

// At most about `most` columns: those around `moments`, or the first ones. A run without programs has no lanes.
Timeline timeline(const trace::Run& run, const std::vector<std::uint64_t>& moments, std::size_t most = 400);

}  // namespace lab::report
