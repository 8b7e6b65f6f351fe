// Counts the callbacks that a thread pool still has to run for the program.
#include "probe/pool.h"

#include "probe/blocking.h"
#include "probe/recorder.h"

namespace lab::probe {
namespace {

std::atomic<PoolCallback*> newest{nullptr};

// Counts one callback less as due, if any is due.
bool take_due(PoolCallback& callback) {
  std::uint32_t due = callback.due.load();
  while (due && !callback.due.compare_exchange_weak(due, due - 1)) {
  }
  if (due) run->programs[self].callbacks_due.fetch_sub(1);
  return due != 0;
}

}  // namespace

PoolCallback* new_pool_callback(void* callback, void* context) {
  auto* made = static_cast<PoolCallback*>(HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, sizeof(PoolCallback)));
  if (!made) return nullptr;
  made->callback = callback;
  made->context = context;
  return made;
}

void register_pool_callback(PoolCallback& callback, void* object) {
  callback.object = object;
  callback.next = newest.load();
  while (!newest.compare_exchange_weak(callback.next, &callback)) {
  }
}

PoolCallback* pool_callback_of(void* object) {
  for (PoolCallback* callback = newest; callback; callback = callback->next)
    if (callback->object == object) return callback;
  return nullptr;
}

void expect_callback(PoolCallback& callback) {
  run->programs[self].callbacks_due.fetch_add(1);
  callback.due.fetch_add(1);
}

void withdraw_callbacks(PoolCallback& callback) {
  while (take_due(callback)) {
  }
  wake_stage();
}

void await_callbacks(PoolCallback* callback, wire::Api api) {
  if (!callback || !current_thread()) return;
  const LastErrorKept kept;
  auto over = [&] { return callback->due == 0 && callback->running == 0; };
  while (!over()) {
    const Woken woken = block_thread({.look = look_by(over)});
    if (woken.how == Wake::kFailed) record_failed(api);
  }
}

CallbackRun::CallbackRun(PoolCallback& callback) : callback_(callback) {
  callback_.running.fetch_add(1);
  take_due(callback_);
}

CallbackRun::~CallbackRun() {
  callback_.running.fetch_sub(1);
  wake_stage();
}

}  // namespace lab::probe
