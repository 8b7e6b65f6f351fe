// Work that the program submits to the system's thread pool. https://learn.microsoft.com/windows/win32/procthread/thread-pool-api
#include <windows.h>

#include "probe/imports.h"
#include "probe/pool.h"
#include "probe/recorder.h"

namespace lab::probe {
namespace {

using wire::Api;

// Registers a callback that runs once and has no object.
PoolCallback* expect_once(void* callback, void* context) {
  PoolCallback* made = callback ? new_pool_callback(callback, context) : nullptr;
  if (made) expect_callback(*made);
  return made;
}

void forget_once(PoolCallback* callback) {
  const LastErrorKept kept;
  HeapFree(GetProcessHeap(), 0, callback);
}

DWORD WINAPI run_item(void* context) {
  auto* callback = static_cast<PoolCallback*>(context);
  DWORD result = 0;
  {
    const CallbackRun counted(*callback);
    result = reinterpret_cast<LPTHREAD_START_ROUTINE>(callback->callback)(callback->context);
  }
  forget_once(callback);
  return result;
}

BOOL WINAPI hooked_QueueUserWorkItem(LPTHREAD_START_ROUTINE routine, PVOID context, ULONG flags) {
  PoolCallback* callback = expect_once(reinterpret_cast<void*>(routine), context);
  if (!callback) return QueueUserWorkItem(routine, context, flags);
  const BOOL ok = QueueUserWorkItem(&run_item, callback, flags);
  if (!ok) {
    const LastErrorKept kept;
    withdraw_callbacks(*callback);
    forget_once(callback);
  }
  return ok;
}

void CALLBACK run_simple(PTP_CALLBACK_INSTANCE instance, void* context) {
  auto* callback = static_cast<PoolCallback*>(context);
  {
    const CallbackRun counted(*callback);
    reinterpret_cast<PTP_SIMPLE_CALLBACK>(callback->callback)(instance, callback->context);
  }
  forget_once(callback);
}

BOOL WINAPI hooked_TrySubmitThreadpoolCallback(PTP_SIMPLE_CALLBACK routine, PVOID context, PTP_CALLBACK_ENVIRON environment) {
  PoolCallback* callback = expect_once(reinterpret_cast<void*>(routine), context);
  if (!callback) return TrySubmitThreadpoolCallback(routine, context, environment);
  const BOOL ok = TrySubmitThreadpoolCallback(&run_simple, callback, environment);
  if (!ok) {
    const LastErrorKept kept;
    withdraw_callbacks(*callback);
    forget_once(callback);
  }
  return ok;
}

void CALLBACK run_work(PTP_CALLBACK_INSTANCE instance, void* context, PTP_WORK work) {
  auto* callback = static_cast<PoolCallback*>(context);
  const CallbackRun counted(*callback);
  reinterpret_cast<PTP_WORK_CALLBACK>(callback->callback)(instance, callback->context, work);
}

PTP_WORK WINAPI hooked_CreateThreadpoolWork(PTP_WORK_CALLBACK routine, PVOID context, PTP_CALLBACK_ENVIRON environment) {
  PoolCallback* callback = routine ? new_pool_callback(reinterpret_cast<void*>(routine), context) : nullptr;
  if (!callback) return CreateThreadpoolWork(routine, context, environment);
  const PTP_WORK work = CreateThreadpoolWork(&run_work, callback, environment);
  if (work) register_pool_callback(*callback, work);
  return work;
}

void WINAPI hooked_SubmitThreadpoolWork(PTP_WORK work) {
  if (PoolCallback* callback = pool_callback_of(work)) expect_callback(*callback);
  SubmitThreadpoolWork(work);
}

void WINAPI hooked_WaitForThreadpoolWorkCallbacks(PTP_WORK work, BOOL cancel) {
  PoolCallback* callback = pool_callback_of(work);
  if (!cancel) await_callbacks(callback, Api::kWaitForThreadpoolCallbacks);
  WaitForThreadpoolWorkCallbacks(work, cancel);
  if (callback && cancel) withdraw_callbacks(*callback);
}

const Hook kHooks[] = {
    {"QueueUserWorkItem", reinterpret_cast<void*>(&hooked_QueueUserWorkItem)},
    {"TrySubmitThreadpoolCallback", reinterpret_cast<void*>(&hooked_TrySubmitThreadpoolCallback)},
    {"CreateThreadpoolWork", reinterpret_cast<void*>(&hooked_CreateThreadpoolWork)},
    {"SubmitThreadpoolWork", reinterpret_cast<void*>(&hooked_SubmitThreadpoolWork)},
    {"WaitForThreadpoolWorkCallbacks", reinterpret_cast<void*>(&hooked_WaitForThreadpoolWorkCallbacks)},
};

}  // namespace

Hooks pool_hooks() { return {kHooks, sizeof kHooks / sizeof *kHooks}; }

}  // namespace lab::probe
