// Callbacks that the system's thread pool makes for the program. The stage does not know the pool's threads: while a callback runs its
// thread is counted like one of the program's own, and the stage knows how many callbacks are still due.
#pragma once

#include <windows.h>

#include <atomic>

#include "probe/threads.h"
#include "probe/wire.h"

namespace lab::probe {

// What the pool calls back, and how often it is doing so. Lives as long as the process: the pool may call back after its object was closed.
struct PoolCallback {
  void* callback;
  void* context;
  void* object;  // PTP_WORK, PTP_TIMER, ..., as the program knows it
  std::atomic<std::uint32_t> due, running;
  PoolCallback* next;
};

// Null when there is no memory.
PoolCallback* new_pool_callback(void* callback, void* context);
// Makes it known by its object.
void register_pool_callback(PoolCallback& callback, void* object);
// The one of that object; null when it is not known.
PoolCallback* pool_callback_of(void* object);

// The pool will call back once more.
void expect_callback(PoolCallback& callback);
// It will not do what is still due: it has been cancelled, or the call that asked for it failed.
void withdraw_callbacks(PoolCallback& callback);

// WaitForThreadpool...Callbacks, and functions that wait likewise: blocks until nothing is due or running. Calls of an object that is not
// known return at once, and the system's function then waits.
void await_callbacks(PoolCallback* callback, wire::Api api);

// The callback's run, in a thread of the pool.
class CallbackRun {
 public:
  explicit CallbackRun(PoolCallback& callback);
  ~CallbackRun();
  CallbackRun(const CallbackRun&) = delete;
  CallbackRun& operator=(const CallbackRun&) = delete;

 private:
  AdoptedThread adopted_;  // released last
  PoolCallback& callback_;
};

}  // namespace lab::probe
