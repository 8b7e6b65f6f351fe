// What a program did with handles that it had obtained, whatever their kind.
#pragma once

#include <map>

#include "checks/matchers.h"
#include "checks/reasons.h"

namespace lab::checks {

struct HandleUse {
  int closed = 0;
  bool in_use = false;  // by a call that has not returned
};

// Records what the call does with the handles in `lives`, whose keys are their serial numbers. `Life` has a member `use` of type HandleUse.
template <typename Life>
void take_use(const Call& call, std::map<int, Life>& lives) {
  constexpr std::uint32_t kCloseSource = 1;  // DUPLICATE_CLOSE_SOURCE
  const bool closes =
      (call.api == Api::kCloseHandle && call.result != 0) || (call.api == Api::kDuplicateHandle && (call.flags & kCloseSource) != 0);
  for (const trace::Object& object : call.on) {
    const auto life = lives.find(object.handle);
    if (life == lives.end()) continue;
    if (closes) ++life->second.use.closed;
    if (!call.end) life->second.use.in_use = true;
  }
}

// Why it cannot be judged how the program closes handles. None if the program ended by itself, and there were `handles` for it to close.
inline Because nothing_to_close(const Run& run, bool handles) {
  if (run.actor().end == trace::Program::End::kItself && handles) return {};
  const Because end = unfinished(run);
  return end ? end : because(kShared["nothing_to_close"], {{"program", run.program}});
}

}  // namespace lab::checks
