// Callbacks that the system's thread pool runs for the program. The stage does not know the pool's threads, so a thread is counted as one
// of the program's own while it runs a callback, and the stage knows how many callbacks are still due.
#pragma once

#include <windows.h>

#include <atomic>

#include "probe/threads.h"
#include "probe/wire.h"

namespace lab::probe {

// A function that the pool calls back, with the number of its calls that are due and running. If it has an object, it exists as long as the
// process, because the pool may call back after its object has been closed.
struct PoolCallback {
  void* callback;
  void* context;
  void* object;  // PTP_WORK, PTP_TIMER, ..., as the program knows it
  std::atomic<std::uint32_t> due, running;
  PoolCallback* next;
};

// Returns null if there is no memory.
PoolCallback* new_pool_callback(void* callback, void* context);
// Makes pool_callback_of() find the callback by its object.
void register_pool_callback(PoolCallback& callback, void* object);
// The callback registered for that object; null if there is none.
PoolCallback* pool_callback_of(void* object);

// Counts one more callback as due.
void expect_callback(PoolCallback& callback);
// Call this when callbacks that are due will not be called: they were cancelled, or the call that requested them failed.
void withdraw_callbacks(PoolCallback& callback);

// Implements the waiting in WaitForThreadpool...Callbacks and similar functions: blocks until no callback is due or running. Returns at
// once if `callback` is null; then the system's function does the waiting.
void await_callbacks(PoolCallback* callback, wire::Api api);

// Counts one call of the callback in a pool thread, from construction to destruction.
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
