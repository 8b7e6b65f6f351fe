// Looks for the earlier call.
#include "checks/earlier_cause.h"

#include <algorithm>

namespace lab::checks {
namespace {

using trace::Api;
using trace::Call;
using trace::Object;
using trace::Run;

// The last one of that program before the call that closed the handle.
const Call* closing_of(const Run& run, const Call& later, const Object& closed) {
  const Call* found = nullptr;
  for (const Call& call : run.calls)
    if (call.api == Api::kCloseHandle && call.program == later.program && call.result != 0 && call.begin.order < later.begin.order &&
        !call.on.empty() && call.on[0].handle == closed.handle)
      found = &call;
  return found;
}

// The call by which the first thread started another; null if there are several, because nothing shows which of those threads this one is.
const Call* only_start_of_thread(const Run& run, const Call& later) {
  const auto is_start = [&](const Call& call) {
    return call.api == Api::kCreateThread && call.program == later.program && call.begin.order < later.begin.order;
  };
  if (std::count_if(run.calls.begin(), run.calls.end(), is_start) != 1) return nullptr;
  return &*std::find_if(run.calls.begin(), run.calls.end(), is_start);
}

}  // namespace

void tell_cause(const Run& run, const Call& call, trace::Because& reason) {
  const auto tell = [&](trace::Cause cause, const Call* earlier) {
    if (!earlier || !earlier->place) return;
    reason.cause = cause;
    reason.cause_place = earlier->place;
  };
  for (const Object& object : call.on) {
    const bool is_none = object.kind == Object::Kind::kNull || object.kind == Object::Kind::kInvalid;
    if (object.kind == Object::Kind::kClosed && object.handle > 0) return tell(trace::Cause::kClosedEarlier, closing_of(run, call, object));
    if (is_none && call.thread > 1) return tell(trace::Cause::kPassedToThread, only_start_of_thread(run, call));
  }
}

}  // namespace lab::checks
