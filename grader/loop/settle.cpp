// Decides when a change has settled.
#include "loop/settle.h"

#include <algorithm>

namespace lab::loop {
namespace {

bool half_saved(const Snapshot& known, const Snapshot& now) {
  return std::any_of(known.begin(), known.end(), [&](const auto& file) { return !now.contains(file.first); }) ||
         std::any_of(now.begin(), now.end(), [&](const auto& file) {
           const auto before = known.find(file.first);
           return file.second.bytes == 0 && (before == known.end() || before->second != file.second);
         });
}

}  // namespace

Settling::Decision Settling::seen(const Snapshot& now, std::int64_t at_ms) {
  if (now == known_) {
    moving_.reset();
    return {};
  }
  const std::int64_t patience = half_saved(known_, now) ? kHalfSavedMs : kQuietMs;
  if (moving_ != now) {
    moving_ = now;
    since_ms_ = at_ms;
  }
  if (const std::int64_t left = since_ms_ + patience - at_ms; left > 0) return {left, {}};
  Decision decision;
  decision.judge = differing(known_, now);
  known_ = now;
  moving_.reset();
  return decision;
}

}  // namespace lab::loop
