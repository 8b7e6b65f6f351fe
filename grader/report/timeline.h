// A run as a picture made of plain data: lanes, bars, arrows and marked moments over columns in the order of events. svg.h draws it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "trace/run.h"

namespace lab::report {

struct Timeline {
  // A point of the run where something begins or ends; from left to right by order, not to scale.
  struct Column {
    std::uint64_t order = 0;
    std::int64_t at_us = 0;
    bool after_gap = false;  // columns before it are left out
    std::size_t moment = 0;  // which one of the run's moments it belongs to, from 1 on (replay/replay.h)
  };
  struct Lane {
    enum class Kind { kGrader, kProgram, kSlot };
    Kind kind = Kind::kProgram;
    int index = -1;     // into Run::programs or Run::slots; -1: the grader
    std::string label;  // "" for the grader, who has a name in each language
    int rows = 1;       // a program: one for each thread that called, so maybe none; a mailslot: as many as messages lay side by side
    std::vector<int> threads = {};  // a program's: the one of each row
  };
  struct Bar {
    enum class Kind {
      kNonSignaled,  // a process's life; on no row
      kSignaled,     // ... and what comes after it
      kSlot,         // a mailslot is there; on no row
      kMessage,      // a message lies in a mailslot
      kCall,
      kWait,   // a call that waits for other programs
      kEvent,  // begin and end are the same column
    };
    Kind kind = Kind::kCall;
    std::size_t lane = 0;
    int row = 0;
    std::size_t begin = 0, end = 0;    // columns
    bool cut_left = false;             // it began before the first column that is shown, or in a gap
    bool open = false;                 // it was not over at the last one
    bool failed = false;               // a call that told an error
    std::string name;                  // "WaitForSingleObject", "print"; a message: its text. Nothing in it is cut to a width
    std::string answer;                // "WAIT_OBJECT_0", "259", "error 2"
    std::optional<std::size_t> call;   // index into Run::calls
    std::optional<std::size_t> event;  // index into Run::events
  };
  struct Arrow {
    enum class Kind {
      kMessage,  // into a mailslot, and out of it
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
  std::vector<Mark> marks;  // those of the moments asked for that the run has, in their order
  int programs_left_out = 0;
  int slots_left_out = 0;
  std::size_t columns_left_out = 0;

  // Whether a moment lies in the part of the run that is shown.
  bool shows(std::uint64_t order) const;
};

// At most about `most` columns: those around the moments, or the first ones. A run without programs has no lanes.
Timeline timeline(const trace::Run& run, const std::vector<std::uint64_t>& moments, std::size_t most = 400);

}  // namespace lab::report
