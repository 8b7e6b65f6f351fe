// Waits: for one object, for several, by a registered callback.
//
// A wait that is satisfied at once is simply made. One that is not blocks where the stage can see it, and what becomes of its
// time-out is the run's clock's business: on the patient clock time-outs on programs of the run never expire, on the hurried clock they
// expire at once; all others expire when nothing else can run. https://learn.microsoft.com/windows/win32/sync/wait-functions
#include <windows.h>

#include "probe/answers.h"
#include "probe/handles.h"
#include "probe/imports.h"
#include "probe/recorder.h"
#include "probe/threads.h"

namespace lab::probe {
namespace {

using wire::Api;
using wire::Kind;
using wire::ObjectRef;
using Registered = wire::Wire::Registered;

constexpr DWORD kShortMs = 10;  // waits with a shorter time-out can spin

bool of_the_run(const ObjectRef& object) { return object.kind == Kind::kProcess && object.program >= 0 && object.program != self; }

bool all_of_the_run(const ObjectRef* objects, DWORD count) {
  for (DWORD i = 0; i < count; ++i)
    if (!of_the_run(objects[i])) return false;
  return count > 0;
}

bool any_of_the_run(const ObjectRef* objects, DWORD count) {
  for (DWORD i = 0; i < count; ++i)
    if (of_the_run(objects[i])) return true;
  return false;
}

// Book-keeping for waits that ask about programs of the run.
void count(const ObjectRef* objects, DWORD n, DWORD answer, DWORD ms) {
  for (DWORD i = 0; i < n; ++i)
    if (of_the_run(objects[i])) {
      if (answer == WAIT_TIMEOUT)
        count_not_yet(objects[i].program, ms < kShortMs);
      else
        count_answer(objects[i].program);
    }
}

// Waits for any of the objects as the run's clock has it; the caller has tried without time-out. 0 < ms.
DWORD wait_any_on_run_clock(const HANDLE* handles, const ObjectRef* objects, DWORD n, DWORD ms, bool alertable) {
  const bool lab_objects = all_of_the_run(objects, n);
  const std::int64_t us = static_cast<std::int64_t>(ms) * 1000;
  if (ms != INFINITE && lab_objects && run->plan.hurried) {
    advance_clock(us);
    return WAIT_TIMEOUT;
  }
  const bool never_expires = ms == INFINITE || lab_objects || (!run->plan.hurried && any_of_the_run(objects, n));
  const bool idle = !never_expires && current_thread() && ++current_thread()->sleeps > wire::kIdleSleeps;
  const std::int64_t deadline = clock_us() + us;
  const wire::WaitReason reason = never_expires ? wire::WaitReason::kWait
                                  : idle        ? wire::WaitReason::kSleptOften
                                                : wire::WaitReason::kTimedWait;
  const Woken woken = block_thread(reason, -1, deadline, handles, objects, n, alertable);
  switch (woken.how) {
    case Wake::kObject:
      return woken.index;
    case Wake::kApc:
      return WAIT_IO_COMPLETION;
    case Wake::kExpired:
    case Wake::kGoOn:
      advance_clock_to(deadline);
      return WAIT_TIMEOUT;
    case Wake::kFailed:
      break;
  }
  if (woken.index) SetLastError(ERROR_OPERATION_ABORTED);  // the stage's command: this can never come
  return WAIT_FAILED;
}

// Waits for all of the objects. Objects that a wait does not change (processes, threads) are waited for one after the other, so that the
// stage can reach the thread; the answer is then the system's own. Others are left to the system, and the thread counts as running.
DWORD wait_all_on_run_clock(const HANDLE* handles, const ObjectRef* objects, DWORD n, DWORD ms, bool alertable) {
  for (DWORD i = 0; i < n; ++i)
    if (objects[i].kind != Kind::kProcess && objects[i].kind != Kind::kThread)
      return WaitForMultipleObjectsEx(n, handles, TRUE, ms, alertable);
  for (DWORD i = 0; i < n; ++i) {
    if (WaitForSingleObject(handles[i], 0) != WAIT_TIMEOUT) continue;
    const DWORD answer = wait_any_on_run_clock(handles + i, objects + i, 1, ms, alertable);
    if (answer != WAIT_OBJECT_0) return answer;
  }
  return WaitForMultipleObjectsEx(n, handles, TRUE, 0, alertable);
}

bool repeats(const HANDLE* handles, DWORD n) {
  for (DWORD i = 0; i < n; ++i)
    for (DWORD j = i + 1; j < n; ++j)
      if (handles[i] == handles[j]) return true;
  return false;
}

// The error that the scenario orders for a wait on one of its programs, or 0.
DWORD fault_for(Api api, const ObjectRef* objects, DWORD n) {
  for (DWORD i = 0; i < n; ++i)
    if (of_the_run(objects[i])) return ordered_fault(api, run->programs[objects[i].program].name);
  return 0;
}

// One wait of either kind, from its record to its answer.
DWORD wait(Api api, const HANDLE* handles, DWORD n, bool all, DWORD ms, bool alertable) {
  ObjectRef objects[wire::kMaxWaitObjects];
  const bool sound = handles && n > 0 && n <= MAXIMUM_WAIT_OBJECTS;
  for (DWORD i = 0; sound && i < n; ++i) objects[i] = identify(handles[i]);
  Recorded call(api);
  call.timeout(ms).call_flags(all ? 1 : 0);
  if (sound) {
    call.on(objects, n);
    for (DWORD i = 0; i < n; ++i) {
      await_main_thread_end(objects[i], handles[i]);
      if (!of_the_run(objects[i])) continue;
      count_deed();
      if (ms != 0 && ms != INFINITE) run->finite_wait = 1;
      if (ms != INFINITE) await_leave_to_ask(objects[i].program);
    }
  }
  DWORD answer;
  if (const DWORD error = sound ? fault_for(api, objects, n) : 0) {
    SetLastError(error);
    call.flag(wire::kFaulted);
    answer = WAIT_FAILED;
  } else if (sound && n > 1 && all && repeats(handles, n)) {
    // Documented of lpHandles: "It may not contain multiple copies of the same handle." Wine 8 takes them when all are waited for.
    SetLastError(ERROR_INVALID_PARAMETER);
    answer = WAIT_FAILED;
  } else {
    answer = api == Api::kWaitForSingleObject ? WaitForSingleObjectEx(handles[0], 0, alertable)
                                              : WaitForMultipleObjectsEx(n, handles, all, 0, alertable);
    if (answer == WAIT_TIMEOUT && ms != 0) {
      if (all && n > 1) {
        answer = wait_all_on_run_clock(handles, objects, n, ms, alertable);
      } else if (n < MAXIMUM_WAIT_OBJECTS) {
        answer = wait_any_on_run_clock(handles, objects, n, ms, alertable);
      } else {
        const OpaqueWait opaque(objects, n);
        answer = WaitForMultipleObjectsEx(n, handles, all, ms, alertable);
      }
    }
  }
  if (answer == WAIT_FAILED && GetLastError() == ERROR_OPERATION_ABORTED) call.flag(wire::kFailedByStage);
  if (answer < WAIT_OBJECT_0 + n)
    for (DWORD i = 0; i < n; ++i)
      if (all || i == answer - WAIT_OBJECT_0) await_recorded_end(objects[i]);
  call.done(static_cast<std::int64_t>(answer), answer == WAIT_FAILED);
  const LastErrorKept kept;
  if (sound && ms != INFINITE) count(objects, n, answer, ms);
  return answer;
}

DWORD WINAPI hooked_WaitForSingleObjectEx(HANDLE handle, DWORD ms, BOOL alertable) {
  const HANDLE object = waitable(handle);
  return wait(Api::kWaitForSingleObject, &object, 1, false, ms, alertable != 0);
}

DWORD WINAPI hooked_WaitForSingleObject(HANDLE handle, DWORD ms) { return hooked_WaitForSingleObjectEx(handle, ms, FALSE); }

DWORD WINAPI hooked_WaitForMultipleObjectsEx(DWORD n, const HANDLE* handles, BOOL all, DWORD ms, BOOL alertable) {
  return wait(Api::kWaitForMultipleObjects, handles, n, all != 0, ms, alertable != 0);
}

DWORD WINAPI hooked_WaitForMultipleObjects(DWORD n, const HANDLE* handles, BOOL all, DWORD ms) {
  return hooked_WaitForMultipleObjectsEx(n, handles, all, ms, FALSE);
}

// A registered wait: its callback runs in a thread of the system's pool and shows that the wait was satisfied.
struct Registration {
  WAITORTIMERCALLBACK callback;
  void* context;
  ObjectRef object;
  DWORD ms;
  Registered* entry;
  HANDLE wait;
};
constexpr std::size_t kMaxRegistrations = 64;
Registration registrations[kMaxRegistrations];
std::atomic<std::uint32_t> registration_count{0};

// Nothing more is to be expected of it: the stage need not wait for its callback.
void over(Registration& registration) {
  if (!registration.entry) return;
  registration.entry->state = Registered::State::kOver;
  wake_stage();
}

void CALLBACK on_registered(void* context, BOOLEAN timed_out) {
  auto* registration = static_cast<Registration*>(context);
  Recorded call(Api::kWaitOrTimerCallback);
  call.on(registration->object).timeout(registration->ms);
  if (!timed_out) await_recorded_end(registration->object);
  call.done(timed_out ? WAIT_TIMEOUT : WAIT_OBJECT_0, false);  // recorded before the callback: what it reads was read after the wait
  registration->callback(registration->context, timed_out);
  over(*registration);
}

// On the hurried clock a time-out on a program of the run is over at once. A registration that is not for one callback only would call back
// again and again, as it does on Windows in real time: that one never expires.
bool expires_at_once(const ObjectRef& object, HANDLE handle, ULONG ms, ULONG flags) {
  const bool once = (flags & WT_EXECUTEONLYONCE) != 0;
  return run->plan.hurried && once && ms != INFINITE && of_the_run(object) && WaitForSingleObject(handle, 0) == WAIT_TIMEOUT;
}

BOOL WINAPI hooked_RegisterWaitForSingleObject(PHANDLE wait_handle, HANDLE handle, WAITORTIMERCALLBACK callback, PVOID context, ULONG ms,
                                               ULONG flags) {
  const ObjectRef object = identify(handle);
  Recorded call(Api::kRegisterWaitForSingleObject);
  call.on(object).timeout(ms).call_flags(flags);
  const std::uint32_t i = registration_count.fetch_add(1);
  if (!callback || i >= kMaxRegistrations) {
    const BOOL plain = RegisterWaitForSingleObject(wait_handle, handle, callback, context, ms, flags);
    call.done(plain, !plain);
    return plain;
  }
  Registration& registration = registrations[i];
  registration = {callback, context, object, ms, nullptr, nullptr};
  const bool expired = expires_at_once(object, handle, ms, flags);
  if (of_the_run(object) && ms != 0 && ms != INFINITE) run->finite_wait = 1;
  if (of_the_run(object))
    for (Registered& entry : run->registered) {
      auto free = Registered::State::kFree;
      if (!entry.state.compare_exchange_strong(free, Registered::State::kDue)) continue;
      entry.program = object.program;
      if (!expired) entry.state = Registered::State::kWaiting;
      registration.entry = &entry;
      break;
    }
  if (expired) advance_clock(static_cast<std::int64_t>(ms) * 1000);
  const BOOL ok = RegisterWaitForSingleObject(wait_handle, handle, &on_registered, &registration, expired ? 0 : INFINITE, flags);
  if (ok) registration.wait = *wait_handle;
  if (!ok) over(registration);
  call.done(ok, !ok);
  return ok;
}

// A registration that was taken back calls nobody any more.
void unregistered(HANDLE wait_handle) {
  const LastErrorKept kept;
  for (Registration& registration : registrations)
    if (registration.wait == wait_handle) over(registration);
}

BOOL WINAPI hooked_UnregisterWait(HANDLE wait_handle) {
  const BOOL ok = UnregisterWait(wait_handle);
  unregistered(wait_handle);
  return ok;
}

BOOL WINAPI hooked_UnregisterWaitEx(HANDLE wait_handle, HANDLE completion) {
  const BOOL ok = UnregisterWaitEx(wait_handle, completion);
  unregistered(wait_handle);
  return ok;
}

const Hook hooks[] = {
    {"WaitForSingleObject", reinterpret_cast<void*>(&hooked_WaitForSingleObject)},
    {"WaitForSingleObjectEx", reinterpret_cast<void*>(&hooked_WaitForSingleObjectEx)},
    {"WaitForMultipleObjects", reinterpret_cast<void*>(&hooked_WaitForMultipleObjects)},
    {"WaitForMultipleObjectsEx", reinterpret_cast<void*>(&hooked_WaitForMultipleObjectsEx)},
    {"RegisterWaitForSingleObject", reinterpret_cast<void*>(&hooked_RegisterWaitForSingleObject)},
    {"UnregisterWait", reinterpret_cast<void*>(&hooked_UnregisterWait)},
    {"UnregisterWaitEx", reinterpret_cast<void*>(&hooked_UnregisterWaitEx)},
};

}  // namespace

void wait_for(HANDLE handle) { hooked_WaitForSingleObject(handle, INFINITE); }

Hooks wait_hooks() { return {hooks, sizeof hooks / sizeof *hooks}; }

}  // namespace lab::probe
