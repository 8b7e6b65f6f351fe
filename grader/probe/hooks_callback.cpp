// Waits that end with a callback in one of the system's pool threads: RegisterWaitForSingleObject and CreateThreadpoolWait. The callback
// shows that the wait was satisfied.
#include <windows.h>

#include "probe/answers.h"
#include "probe/blocking.h"
#include "probe/handles.h"
#include "probe/imports.h"
#include "probe/pool.h"
#include "probe/recorder.h"
#include "probe/timers.h"
#include "probe/waits.h"

namespace lab::probe {
namespace {

using wire::Api;
using wire::ObjectRef;
using Registered = wire::Wire::Registered;

// Tells the stage about the wait, so that it does not consider a run quiescent while a callback is due. Used only for waits for programs in
// the run.
Registered* show_wait(const ObjectRef& object, bool due) {
  if (!is_of_run(object)) return nullptr;
  for (Registered& entry : run->registered) {
    auto free = Registered::State::kFree;
    auto over = Registered::State::kOver;
    if (!entry.state.compare_exchange_strong(free, Registered::State::kDue) &&
        !entry.state.compare_exchange_strong(over, Registered::State::kDue))
      continue;
    entry.program = object.program;
    if (!due) entry.state = Registered::State::kWaiting;
    return &entry;
  }
  return nullptr;
}

// Tells the stage that it no longer needs to wait for the callback.
void end_wait(std::atomic<Registered*>& shown) {
  Registered* entry = shown.exchange(nullptr);
  if (!entry) return;
  entry->state = Registered::State::kOver;
  wake_stage();
}

// From here on, the thread is counted, so the stage no longer needs to wait for the callback. The call is recorded before the program's own
// function runs, so that what that function reads comes after the wait.
void begin_callback(Api api, const ObjectRef& object, DWORD ms, bool timed_out, std::atomic<Registered*>& shown) {
  Recorded call(api);
  call.on(object).timeout(ms);
  if (!timed_out) await_recorded_end(object);
  call.done(timed_out ? WAIT_TIMEOUT : WAIT_OBJECT_0, false);
  end_wait(shown);
}

// On the hurried clock, the time-out of a wait for a program in the run elapses at once.
bool expires_at_once(const ObjectRef& object, HANDLE handle, ULONG ms) {
  return run->plan.hurried && ms != INFINITE && is_of_run(object) && WaitForSingleObject(handle, 0) == WAIT_TIMEOUT;
}

void note_time_out(const ObjectRef& object, DWORD ms, bool expired) {
  if (is_of_run(object) && ms != 0 && ms != INFINITE) run->finite_wait = 1;
  if (expired) advance_clock(static_cast<std::int64_t>(ms) * 1000);
}

struct Registration {
  WAITORTIMERCALLBACK callback;
  void* context;
  ObjectRef object;
  DWORD ms;
  std::atomic<Registered*> shown;
  HANDLE wait;
};
constexpr std::size_t kMaxRegistrations = 64;
Registration registrations[kMaxRegistrations];
std::atomic<std::uint32_t> registration_count{0};

void CALLBACK on_registered(void* context, BOOLEAN timed_out) {
  auto* registration = static_cast<Registration*>(context);
  const AdoptedThread adopted;
  begin_callback(Api::kWaitOrTimerCallback, registration->object, registration->ms, timed_out, registration->shown);
  registration->callback(registration->context, timed_out);
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
  // A registration that is not limited to one callback would call back again and again, as it does on Windows in real time, so it never
  // expires here.
  const bool expired = (flags & WT_EXECUTEONLYONCE) != 0 && expires_at_once(object, handle, ms);
  note_time_out(object, ms, expired);
  Registration& registration = registrations[i];
  registration.callback = callback;
  registration.context = context;
  registration.object = object;
  registration.ms = ms;
  registration.shown = show_wait(object, expired);
  const BOOL ok = RegisterWaitForSingleObject(wait_handle, handle, &on_registered, &registration, expired ? 0 : INFINITE, flags);
  if (ok) registration.wait = *wait_handle;
  if (!ok) end_wait(registration.shown);
  call.done(ok, !ok);
  return ok;
}

// A wait that was unregistered no longer calls back.
void unregistered(HANDLE wait_handle) {
  const LastErrorKept kept;
  for (Registration& registration : registrations)
    if (registration.wait == wait_handle) end_wait(registration.shown);
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

// A thread pool's wait object, which waits again each time it is set.
struct PoolWait {
  ObjectRef object;
  DWORD ms;
  std::atomic<Registered*> shown;
  PTP_WAIT_CALLBACK callback;
  void* context;
};

void CALLBACK on_pool_wait(PTP_CALLBACK_INSTANCE instance, void* context, PTP_WAIT wait, TP_WAIT_RESULT result) {
  auto* callback = static_cast<PoolCallback*>(context);
  auto* own = static_cast<PoolWait*>(callback->context);
  const CallbackRun counted(*callback);
  begin_callback(Api::kWaitCallback, own->object, own->ms, result != WAIT_OBJECT_0, own->shown);
  own->callback(instance, own->context, wait, result);
}

PTP_WAIT WINAPI hooked_CreateThreadpoolWait(PTP_WAIT_CALLBACK routine, PVOID context, PTP_CALLBACK_ENVIRON environment) {
  auto* own = static_cast<PoolWait*>(HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, sizeof(PoolWait)));
  PoolCallback* callback = own ? new_pool_callback(nullptr, own) : nullptr;
  if (!callback || !routine) return CreateThreadpoolWait(routine, context, environment);
  own->callback = routine;
  own->context = context;
  const PTP_WAIT wait = CreateThreadpoolWait(&on_pool_wait, callback, environment);
  if (wait) register_pool_callback(*callback, wait);
  return wait;
}

void WINAPI hooked_SetThreadpoolWait(PTP_WAIT wait, HANDLE handle, PFILETIME timeout) {
  PoolCallback* callback = pool_callback_of(wait);
  if (!callback) return SetThreadpoolWait(wait, handle, timeout);
  auto* own = static_cast<PoolWait*>(callback->context);
  end_wait(own->shown);
  if (!handle) return SetThreadpoolWait(wait, handle, timeout);
  own->object = identify(handle);
  own->ms = timeout ? until_ms(units_of(*timeout)) : INFINITE;
  Recorded call(Api::kSetThreadpoolWait);
  call.on(own->object).timeout(own->ms);
  const bool expired = own->ms == 0 || expires_at_once(own->object, handle, own->ms);
  note_time_out(own->object, own->ms, expired);
  own->shown = show_wait(own->object, expired);
  FILETIME now = {};
  SetThreadpoolWait(wait, handle, expired ? &now : is_of_run(own->object) ? nullptr : timeout);
  call.done(0, false);
}

void WINAPI hooked_WaitForThreadpoolWaitCallbacks(PTP_WAIT wait, BOOL cancel) {
  PoolCallback* callback = pool_callback_of(wait);
  if (!cancel) await_callbacks(callback, Api::kWaitForThreadpoolCallbacks);
  WaitForThreadpoolWaitCallbacks(wait, cancel);
  if (callback && cancel) end_wait(static_cast<PoolWait*>(callback->context)->shown);
}

void WINAPI hooked_CloseThreadpoolWait(PTP_WAIT wait) {
  if (PoolCallback* callback = pool_callback_of(wait)) end_wait(static_cast<PoolWait*>(callback->context)->shown);
  CloseThreadpoolWait(wait);
}

const Hook kHooks[] = {
    {"RegisterWaitForSingleObject", reinterpret_cast<void*>(&hooked_RegisterWaitForSingleObject)},
    {"UnregisterWait", reinterpret_cast<void*>(&hooked_UnregisterWait)},
    {"UnregisterWaitEx", reinterpret_cast<void*>(&hooked_UnregisterWaitEx)},
    {"CreateThreadpoolWait", reinterpret_cast<void*>(&hooked_CreateThreadpoolWait)},
    {"SetThreadpoolWait", reinterpret_cast<void*>(&hooked_SetThreadpoolWait)},
    {"WaitForThreadpoolWaitCallbacks", reinterpret_cast<void*>(&hooked_WaitForThreadpoolWaitCallbacks)},
    {"CloseThreadpoolWait", reinterpret_cast<void*>(&hooked_CloseThreadpoolWait)},
};

}  // namespace

Hooks callback_hooks() { return {kHooks, sizeof kHooks / sizeof *kHooks}; }

}  // namespace lab::probe
