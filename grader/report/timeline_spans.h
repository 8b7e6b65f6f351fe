// The parts of a run to draw: its lanes, and the bars with the moments at which they begin and end. timeline.h maps them to columns.
#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <vector>

#include "replay/flows.h"
#include "report/timeline.h"

namespace lab::report {

inline constexpr std::uint64_t kEver = std::numeric_limits<std::uint64_t>::max();
inline constexpr int kMostRows = 6;  // the maximum number of rows in a lane; any more share the last one

// A bar whose begin and end are still positions in the run's order; the end is kEver if it never ended.
struct Span {
  Timeline::Bar bar;
  std::uint64_t begin = 0, end = kEver;
  std::optional<std::size_t> message;  // for a message's bar: index into Spans::messages
};

struct Spans {
  std::vector<Timeline::Lane> lanes;
  int programs_left_out = 0, slots_left_out = 0;
  std::vector<Span> spans;
  std::vector<replay::Message> messages;
  std::map<int, std::size_t> program_lanes;  // index into Run::programs -> its lane

  std::optional<std::size_t> program_lane(int program) const {
    const auto found = program_lanes.find(program);
    return found == program_lanes.end() ? std::nullopt : std::optional(found->second);
  }
};

// Whether the event was caused by the grader. Excludes creating a mailslot, which has a separate lane.
bool is_on_graders_lane(trace::EventKind kind);

Spans spans_of(const trace::Run& run);

}  // namespace lab::report
