// Creates moments and events in a run's record; used by the stage and the probe.
#pragma once

#include <windows.h>

#include "probe/wire.h"

namespace lab::wire {

struct Now {
  std::uint64_t order;
  std::int64_t at_us, clock_us;
};

// The current moment in the run; each call returns a new one. The program under test can write to the record, and the stage must survive
// whatever it writes there.
inline Now now(Wire& run) {
  LARGE_INTEGER counter;
  QueryPerformanceCounter(&counter);
  const std::int64_t clock = run.clock_us.load();
  const std::int64_t frequency = run.frequency;
  const std::int64_t real = frequency > 0 ? (counter.QuadPart - run.began) * 1'000'000 / frequency : 0;
  return {run.order.fetch_add(1) + 1, real + clock, clock};
}

inline void add_event(Wire& run, EventKind kind, std::int32_t program, std::int32_t by = -1, std::int64_t value = 0, std::int32_t slot = -1,
                      std::int32_t step = -1) {
  const std::uint32_t i = run.event_count.fetch_add(1);
  if (i >= kMaxEvents) {
    run.overflow = 1;
    return;
  }
  const Now when = now(run);
  Event& entry = run.events[i];
  entry.kind = kind;
  entry.program = program;
  entry.by = by;
  entry.value = value;
  entry.slot = slot;
  entry.step = step;
  entry.order = when.order;
  entry.at_us = when.at_us;
  entry.clock_us = when.clock_us;
  entry.ready = 1;
}

}  // namespace lab::wire
