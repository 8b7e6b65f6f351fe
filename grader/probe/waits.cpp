// The common implementation of all hooks for functions that wait for objects. https://learn.microsoft.com/windows/win32/sync/wait-functions
#include "probe/waits.h"

#include "probe/answers.h"
#include "probe/blocking.h"
#include "probe/handles.h"
#include "probe/imports.h"
#include "probe/recorder.h"
#include "probe/threads.h"

namespace lab::probe {
namespace {

using wire::Api;
using wire::Kind;
using wire::ObjectRef;

constexpr DWORD kShortMs = 10;  // waits with a shorter time-out can spin

bool all_of_run(const ObjectRef* objects, DWORD count) {
  for (DWORD i = 0; i < count; ++i)
    if (!is_of_run(objects[i])) return false;
  return count > 0;
}

bool any_of_run(const ObjectRef* objects, DWORD count) {
  for (DWORD i = 0; i < count; ++i)
    if (is_of_run(objects[i])) return true;
  return false;
}

// Counts the answers that waits for programs in the run return.
void count(const ObjectRef* objects, DWORD n, DWORD answer, DWORD ms) {
  for (DWORD i = 0; i < n; ++i)
    if (is_of_run(objects[i])) {
      if (answer == WAIT_TIMEOUT)
        count_not_yet(objects[i].program, ms < kShortMs);
      else
        count_answer(objects[i].program);
    }
}

DWORD answer_of(const Woken& woken) {
  switch (woken.how) {
    case Wake::kObject:
      return woken.index;
    case Wake::kApc:
      return WAIT_IO_COMPLETION;
    case Wake::kExpired:
    case Wake::kGoOn:
      return WAIT_TIMEOUT;
    case Wake::kFailed:
      break;
  }
  if (woken.index) SetLastError(ERROR_OPERATION_ABORTED);  // the stage's command, because this can never happen
  return WAIT_FAILED;
}

// Waits on the run's clock for what `block` specifies; `objects` are the objects of the wait.
DWORD block_on_run_clock(const Wait& call, const ObjectRef* objects, DWORD n, Block block) {
  const bool lab_objects = all_of_run(objects, n) && !call.input;
  if (call.ms != INFINITE && lab_objects && run->plan.hurried) {
    advance_clock(static_cast<std::int64_t>(call.ms) * 1000);
    return WAIT_TIMEOUT;
  }
  const bool never_expires = lab_objects || (!run->plan.hurried && any_of_run(objects, n));
  block.alertable = call.alertable;
  return answer_of(block_thread_for(never_expires ? INFINITE : call.ms, block));
}

bool has_input(const Wait& call) {
  const auto wait = system_function<decltype(MsgWaitForMultipleObjectsEx)>(L"user32.dll", "MsgWaitForMultipleObjectsEx");
  return call.input && wait && wait(0, nullptr, 0, call.input, call.seen_input ? MWMO_INPUTAVAILABLE : 0) == WAIT_OBJECT_0;
}

DWORD wait_for_any(const Wait& call, const ObjectRef* objects) {
  if (call.count <= kMostWatched)
    return block_on_run_clock(call, objects, call.count,
                              {.handles = call.handles,
                               .count = call.count,
                               .objects = objects,
                               .object_count = call.count,
                               .input = call.input,
                               .seen_input = call.seen_input});
  // This is the largest number of handles for a wait, so there is no room for the handle for the stage's command.
  DWORD found = WAIT_TIMEOUT;
  auto take = [&] {
    found = WaitForMultipleObjects(call.count, call.handles, FALSE, 0);
    if (found == WAIT_TIMEOUT && has_input(call)) found = WAIT_OBJECT_0 + call.count;
    return found != WAIT_TIMEOUT;
  };
  const DWORD answer =
      block_on_run_clock(call, objects, call.count, {.objects = objects, .object_count = call.count, .look = look_by(take)});
  return answer == WAIT_OBJECT_0 ? found : answer;
}

// Waits for all objects. If a wait does not change the objects (processes, threads), waits for one after the other, so that the stage sees
// which one is missing; then the system's own result is returned.
DWORD wait_for_all(const Wait& call, const ObjectRef* objects) {
  bool lasting = !call.input;
  for (DWORD i = 0; i < call.count; ++i) lasting = lasting && (objects[i].kind == Kind::kProcess || objects[i].kind == Kind::kThread);
  DWORD answer = WAIT_TIMEOUT;
  if (!lasting) {
    auto take = [&] {
      // "If this parameter is TRUE, the function returns when the states of all objects in the pHandles array have been set to signaled and
      // an input event has been received", https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-msgwaitformultipleobjects
      if (call.input && !has_input(call)) return false;
      answer = WaitForMultipleObjects(call.count, call.handles, TRUE, 0);
      return answer != WAIT_TIMEOUT;
    };
    const DWORD blocked = block_on_run_clock(call, objects, call.count, {.look = look_by(take)});
    return blocked == WAIT_OBJECT_0 ? answer : blocked;
  }
  for (DWORD i = 0; i < call.count; ++i) {
    if (WaitForSingleObject(call.handles[i], 0) != WAIT_TIMEOUT) continue;
    const Block one = {.handles = call.handles + i, .count = 1, .objects = objects + i, .object_count = 1};
    answer = block_on_run_clock(call, objects + i, 1, one);
    if (answer != WAIT_OBJECT_0) return answer;
  }
  return WaitForMultipleObjectsEx(call.count, call.handles, TRUE, 0, call.alertable);
}

bool repeats(const HANDLE* handles, DWORD n) {
  for (DWORD i = 0; i < n; ++i)
    for (DWORD j = i + 1; j < n; ++j)
      if (handles[i] == handles[j]) return true;
  return false;
}

// The error with which the scenario makes a wait for one of its programs fail, or 0. In a scenario, WaitForSingleObject and
// WaitForMultipleObjects stand for all functions that wait for one object or for several.
DWORD fault_for(Api api, const ObjectRef* objects, DWORD n) {
  const Api meant = trace::waits_for_several(api) ? Api::kWaitForMultipleObjects : Api::kWaitForSingleObject;
  for (DWORD i = 0; i < n; ++i)
    if (is_of_run(objects[i])) return ordered_fault(meant, run->programs[objects[i].program].name);
  return 0;
}

// Lets the system do the wait with a time-out of 0.
DWORD try_now(const Wait& call) {
  if (call.api == Api::kSignalObjectAndWait) return SignalObjectAndWait(call.signaled_first, call.handles[0], 0, call.alertable);
  if (call.input && call.all) return WAIT_TIMEOUT;
  DWORD answer = WAIT_TIMEOUT;
  if (!trace::waits_for_several(call.api))
    answer = WaitForSingleObjectEx(call.handles[0], 0, call.alertable);
  else if (call.count || !call.input)
    answer = WaitForMultipleObjectsEx(call.count, call.handles, call.all, 0, call.alertable);
  return answer == WAIT_TIMEOUT && has_input(call) ? WAIT_OBJECT_0 + call.count : answer;
}

void prepare(const Wait& call, const ObjectRef* objects) {
  for (DWORD i = 0; i < call.count; ++i) {
    await_main_thread_end(objects[i], call.handles[i]);
    if (!is_of_run(objects[i])) continue;
    count_deed();
    if (call.ms != 0 && call.ms != INFINITE) run->finite_wait = 1;
    if (call.ms != INFINITE) await_leave_to_ask(objects[i].program);
  }
}

}  // namespace

bool is_of_run(const ObjectRef& object) { return object.kind == Kind::kProcess && object.program >= 0 && object.program != self; }

DWORD wait(const Wait& call) {
  ObjectRef objects[wire::kMaxWaitObjects];
  const bool sound = call.count <= MAXIMUM_WAIT_OBJECTS && (call.count ? call.handles != nullptr : call.input != 0);
  for (DWORD i = 0; sound && i < call.count; ++i) objects[i] = identify(call.handles[i]);
  Recorded recorded(call.api);
  recorded.timeout(call.ms).call_flags(call.all ? 1 : 0);
  if (sound && call.count) recorded.on(objects, call.count);
  if (sound) prepare(call, objects);
  DWORD answer;
  if (const DWORD error = sound ? fault_for(call.api, objects, call.count) : 0) {
    SetLastError(error);
    recorded.flag(wire::kFaulted);
    answer = WAIT_FAILED;
  } else if (sound && call.count > 1 && call.all && repeats(call.handles, call.count)) {
    // The documentation of lpHandles says: "It may not contain multiple copies of the same handle." Wine 8 accepts copies if the wait is
    // for all objects.
    SetLastError(ERROR_INVALID_PARAMETER);
    answer = WAIT_FAILED;
  } else {
    answer = try_now(call);
    if (answer == WAIT_TIMEOUT && call.ms != 0)
      answer = call.all && (call.count > 1 || call.input) ? wait_for_all(call, objects) : wait_for_any(call, objects);
  }
  if (answer == WAIT_TIMEOUT && call.ms == 0 && run->programs[self].timer_due_us) count_look();
  if (answer == WAIT_FAILED && GetLastError() == ERROR_OPERATION_ABORTED) recorded.flag(wire::kFailedByStage);
  if (answer < WAIT_OBJECT_0 + call.count)
    for (DWORD i = 0; i < call.count; ++i)
      if (call.all || i == answer - WAIT_OBJECT_0) await_recorded_end(objects[i]);
  recorded.done(static_cast<std::int64_t>(answer), answer == WAIT_FAILED);
  const LastErrorKept kept;
  if (sound && call.ms != INFINITE) count(objects, call.count, answer, call.ms);
  return answer;
}

}  // namespace lab::probe
