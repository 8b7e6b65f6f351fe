// Threads that the program creates: the stage counts them, so it must know each one from the moment it is created.
#include <windows.h>

#include "probe/handles.h"
#include "probe/imports.h"
#include "probe/recorder.h"
#include "probe/threads.h"

namespace lab::probe {
namespace {

using wire::ThreadState;

struct Begin {
  LPTHREAD_START_ROUTINE routine;
  void* argument;
  wire::Thread* slot;
};
Begin begins[wire::kMaxThreads];

DWORD WINAPI begin_thread(void* argument) {
  const Begin begin = *static_cast<Begin*>(argument);
  enter_thread(begin.slot);
  return begin.routine(begin.argument);
}

HANDLE WINAPI hooked_CreateThread(LPSECURITY_ATTRIBUTES security, SIZE_T stack, LPTHREAD_START_ROUTINE routine, LPVOID argument,
                                  DWORD flags, LPDWORD tid) {
  wire::Thread* slot = new_thread(flags & CREATE_SUSPENDED ? ThreadState::kSuspended : ThreadState::kRunning);
  if (!slot) return CreateThread(security, stack, routine, argument, flags, tid);
  Begin& begin = begins[slot - run->threads];
  begin = {routine, argument, slot};
  DWORD id = 0;
  Recorded call(wire::Api::kCreateThread);
  const HANDLE thread = CreateThread(security, stack, &begin_thread, &begin, flags, &id);
  if (!thread) {
    slot->state = ThreadState::kFree;
  } else {
    slot->tid = id;
    if (tid) *tid = id;
  }
  call.call_flags(flags).value(static_cast<std::int64_t>(slot->number)).done(thread != nullptr, thread == nullptr);
  return thread;
}

DWORD WINAPI hooked_ResumeThread(HANDLE thread) {
  const wire::ObjectRef object = identify(thread);
  if (object.kind == wire::Kind::kThread && object.program >= 0 && object.program != self) {
    Recorded call(wire::Api::kResumeThread);
    call.on(object);
    run->programs[object.program].suspended = 0;
    const DWORD before = ResumeThread(thread);
    call.done(static_cast<std::int64_t>(before), before == static_cast<DWORD>(-1));
    return before;
  }
  if (wire::Thread* slot = thread_of(GetThreadId(thread))) {
    ThreadState suspended = ThreadState::kSuspended;
    slot->state.compare_exchange_strong(suspended, ThreadState::kRunning);
  }
  return ResumeThread(thread);
}

const Hook kHooks[] = {
    {"CreateThread", reinterpret_cast<void*>(&hooked_CreateThread)},
    {"ResumeThread", reinterpret_cast<void*>(&hooked_ResumeThread)},
};

}  // namespace

AdoptedThread::AdoptedThread() : adopted_(current_thread() == nullptr) {
  if (adopted_) enter_thread(new_thread(ThreadState::kRunning));
}

AdoptedThread::~AdoptedThread() {
  if (adopted_) release_thread();
}

wire::Thread* start_watched_thread(LPTHREAD_START_ROUTINE routine, void* argument) {
  wire::Thread* slot = new_thread(ThreadState::kRunning);
  if (!slot) return nullptr;
  Begin& begin = begins[slot - run->threads];
  begin = {routine, argument, slot};
  DWORD id = 0;
  const HANDLE thread = CreateThread(nullptr, 0, &begin_thread, &begin, 0, &id);
  if (!thread) {
    slot->state = ThreadState::kFree;
    return nullptr;
  }
  slot->tid = id;
  CloseHandle(thread);
  return slot;
}

Hooks thread_hooks() { return {kHooks, sizeof kHooks / sizeof *kHooks}; }

}  // namespace lab::probe
