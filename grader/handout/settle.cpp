// Takes the accidents of timing out of recordings.
#include "handout/settle.h"

#include <algorithm>

namespace lab::handout {
namespace {

using trace::Run;

// Whether a call that began behind that moment was told that the program still runs.
bool seen_running_after(const Run& run, int program, std::uint64_t order) {
  constexpr std::int64_t kStillActive = 259, kWaitTimeout = 258;
  return std::any_of(run.calls.begin(), run.calls.end(), [&](const trace::Call& call) {
    const bool about = std::any_of(call.on.begin(), call.on.end(), [&](const trace::Object& on) { return on.program == program; });
    return about && call.begin.order > order && (call.result == kWaitTimeout || call.value == kStillActive);
  });
}

// Calls that print one behind the other count as one, however many there were: an end that was noticed in between must not part them.
void join_prints(Run& run) {
  std::vector<trace::Call> calls;
  for (trace::Call& call : run.calls) {
    const bool prints = call.api == "WriteFile" && call.text.count("written") > 0;
    if (prints && !calls.empty() && calls.back().api == call.api && calls.back().text.count("written") > 0 &&
        calls.back().thread == call.thread && calls.back().program == call.program)
      calls.back().end = call.end;
    else
      calls.push_back(std::move(call));
  }
  run.calls = std::move(calls);
}

}  // namespace

void settle(Run& run) {
  join_prints(run);
  for (trace::Call& call : run.calls) {
    call.begin.order *= 2;
    if (call.end) call.end->order *= 2;
  }
  for (trace::Event& event : run.events) event.when.order *= 2;
  for (const trace::Event& told : run.events) {
    if (told.kind != trace::Event::Kind::kReleased || seen_running_after(run, told.program, told.when.order)) continue;
    for (trace::Event& end : run.events)
      if (end.kind == trace::Event::Kind::kSignaled && end.program == told.program) end.when.order = told.when.order + 1;
  }
  std::stable_sort(run.events.begin(), run.events.end(),
                   [](const trace::Event& a, const trace::Event& b) { return a.when.order < b.when.order; });
}

void settle(trace::Because& because) {
  if (!because.is_object()) return;
  if (because.contains("args") && because["args"].contains("at_ms")) because["args"]["at_ms"] = "...";
  if (because.contains("order")) because["order"] = because["order"].get<std::uint64_t>() * 2;
}

}  // namespace lab::handout
