// A thread's message queue: GetMessage, and the timers that post messages to the queue.
// https://learn.microsoft.com/windows/win32/winmsg/about-messages-and-message-queues
#include <windows.h>

#include "probe/blocking.h"
#include "probe/imports.h"
#include "probe/locked.h"
#include "probe/recorder.h"

namespace lab::probe {
namespace {

using wire::Api;

constexpr const wchar_t* kUser32 = L"user32.dll";

// Timers set by SetTimer, on the run's clock. The real timer is set to a time later than the end of any run, and to now when it is due.
struct MessageTimer {
  DWORD thread;  // 0: free
  HWND window;
  UINT_PTR id;
  TIMERPROC routine;
  std::int64_t due_us, period_us;
};
constexpr std::size_t kMaxTimers = 32;
MessageTimer message_timers[kMaxTimers];
SRWLOCK message_timers_lock = SRWLOCK_INIT;

MessageTimer* earliest_of_thread() {
  MessageTimer* first = nullptr;
  for (MessageTimer& timer : message_timers)
    if (timer.thread == GetCurrentThreadId() && (!first || timer.due_us < first->due_us)) first = &timer;
  return first;
}

UINT_PTR set_real(const MessageTimer& timer, UINT ms) {
  const auto set = system_function<decltype(SetTimer)>(kUser32, "SetTimer");
  return set ? set(timer.window, timer.id, ms, timer.routine) : 0;
}

// When the thread's earliest timer is due; negative if it has none.
std::int64_t first_due_us() {
  const Locked locked(message_timers_lock);
  const MessageTimer* first = earliest_of_thread();
  return first ? first->due_us : -1;
}

// Makes the thread's timers that are due post their messages to its queue.
void fire_due() {
  const Locked locked(message_timers_lock);
  const auto wait = system_function<decltype(MsgWaitForMultipleObjectsEx)>(kUser32, "MsgWaitForMultipleObjectsEx");
  constexpr DWORD kLongEnoughMs = 1000;
  for (MessageTimer* first = earliest_of_thread(); first && first->due_us <= clock_us(); first = earliest_of_thread()) {
    first->due_us = clock_us() + first->period_us;
    if (set_real(*first, USER_TIMER_MINIMUM) && wait) wait(0, nullptr, kLongEnoughMs, QS_TIMER, MWMO_INPUTAVAILABLE);
  }
}

// Called after a message has been removed. If a timer posted it, resets the real timer until it is due again.
void after_message(const MSG* message) {
  if (message->message != WM_TIMER) return;
  const Locked locked(message_timers_lock);
  for (const MessageTimer& timer : message_timers)
    if (timer.thread == GetCurrentThreadId() && timer.id == message->wParam && timer.window == message->hwnd)
      set_real(timer, USER_TIMER_MAXIMUM);
}

UINT_PTR WINAPI hooked_SetTimer(HWND window, UINT_PTR id, UINT ms, TIMERPROC routine) {
  MessageTimer made = {GetCurrentThreadId(), window, id, routine, 0, 0};
  made.period_us = static_cast<std::int64_t>(ms < USER_TIMER_MINIMUM ? USER_TIMER_MINIMUM : ms) * 1000;
  made.due_us = clock_us() + made.period_us;
  const UINT_PTR given = set_real(made, USER_TIMER_MAXIMUM);
  if (!given) return 0;
  if (!window) made.id = given;
  const LastErrorKept kept;
  const Locked locked(message_timers_lock);
  MessageTimer* entry = nullptr;
  for (MessageTimer& timer : message_timers) {
    if (timer.thread && timer.window == window && timer.id == made.id) entry = &timer;
    if (!timer.thread && !entry) entry = &timer;
  }
  if (entry)
    *entry = made;
  else
    set_real(made, ms);
  return given;
}

BOOL WINAPI hooked_KillTimer(HWND window, UINT_PTR id) {
  {
    const Locked locked(message_timers_lock);
    for (MessageTimer& timer : message_timers)
      if (timer.thread && timer.window == window && timer.id == id) timer = {};
  }
  const auto kill = system_function<decltype(KillTimer)>(kUser32, "KillTimer");
  return kill && kill(window, id);
}

// Blocks until there is input or one of the thread's timers is due. Returns false if the grader made the call fail.
bool await_input(Api api) {
  const std::int64_t due = first_due_us();
  constexpr std::int64_t kUsPerMs = 1000;
  const std::int64_t in_us = due - clock_us();
  const DWORD ms = due < 0 ? INFINITE : static_cast<DWORD>((in_us > 0 ? in_us + kUsPerMs - 1 : 0) / kUsPerMs);
  const Woken woken = block_thread_for(ms, {.input = QS_ALLINPUT});
  if (woken.how != Wake::kFailed) return true;
  record_failed(api);
  SetLastError(ERROR_OPERATION_ABORTED);
  return false;
}

using Peek = BOOL WINAPI(LPMSG, HWND, UINT, UINT, UINT);

BOOL get_message(const char* peek_name, LPMSG message, HWND window, UINT first, UINT last) {
  const auto peek = system_function<Peek>(kUser32, peek_name);
  const auto is_window = system_function<decltype(IsWindow)>(kUser32, "IsWindow");
  const bool any_window = !window || window == reinterpret_cast<HWND>(-1);
  if (!peek || !is_window || (!any_window && !is_window(window))) {
    SetLastError(ERROR_INVALID_WINDOW_HANDLE);
    return -1;
  }
  for (;;) {
    fire_due();
    if (peek(message, window, first, last, PM_REMOVE)) break;
    if (!await_input(Api::kGetMessage)) return -1;
  }
  after_message(message);
  return message->message != WM_QUIT;
}

BOOL WINAPI hooked_GetMessageA(LPMSG message, HWND window, UINT first, UINT last) {
  return get_message("PeekMessageA", message, window, first, last);
}

BOOL WINAPI hooked_GetMessageW(LPMSG message, HWND window, UINT first, UINT last) {
  return get_message("PeekMessageW", message, window, first, last);
}

BOOL peek_message(const char* name, LPMSG message, HWND window, UINT first, UINT last, UINT flags) {
  const auto peek = system_function<Peek>(kUser32, name);
  fire_due();
  const BOOL found = peek && peek(message, window, first, last, flags);
  if (found && (flags & PM_REMOVE)) after_message(message);
  return found;
}

BOOL WINAPI hooked_PeekMessageA(LPMSG message, HWND window, UINT first, UINT last, UINT flags) {
  return peek_message("PeekMessageA", message, window, first, last, flags);
}

BOOL WINAPI hooked_PeekMessageW(LPMSG message, HWND window, UINT first, UINT last, UINT flags) {
  return peek_message("PeekMessageW", message, window, first, last, flags);
}

BOOL WINAPI hooked_WaitMessage() {
  const bool ok = await_input(Api::kWaitMessage);
  fire_due();
  return ok;
}

const Hook kHooks[] = {
    {"GetMessageA", reinterpret_cast<void*>(&hooked_GetMessageA)},   {"GetMessageW", reinterpret_cast<void*>(&hooked_GetMessageW)},
    {"PeekMessageA", reinterpret_cast<void*>(&hooked_PeekMessageA)}, {"PeekMessageW", reinterpret_cast<void*>(&hooked_PeekMessageW)},
    {"WaitMessage", reinterpret_cast<void*>(&hooked_WaitMessage)},   {"SetTimer", reinterpret_cast<void*>(&hooked_SetTimer)},
    {"KillTimer", reinterpret_cast<void*>(&hooked_KillTimer)},
};

}  // namespace

Hooks message_hooks() { return {kHooks, sizeof kHooks / sizeof *kHooks}; }

}  // namespace lab::probe
