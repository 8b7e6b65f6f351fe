// What of a run is drawn: its lanes, and the bars with the moments at which they begin and end. timeline.h places them on columns.
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
inline constexpr int kMostRows = 6;  // of a lane; what is more lies on the last

// A bar whose begin and end are still moments of the run, as orders; the end is kEver when it was never over.
struct Span {
  Timeline::Bar bar;
  std::uint64_t begin = 0, end = kEver;
  std::optional<std::size_t> message;  // index into Spans::messages, of a bar that is one
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

// What the grader did, but for a mailslot that it created: that has a lane of its own.
bool is_on_graders_lane(trace::EventKind kind);

Spans spans_of(const trace::Run& run);

}  // namespace lab::report
