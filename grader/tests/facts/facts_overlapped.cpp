// Facts about reads with an OVERLAPPED structure, and about waiting for a mailslot.
// "The handle returned by this function is asynchronous, or overlapped" (CreateMailslot).
#include "tests/facts/facts.h"
#include "tests/facts/patience.h"
#include "tests/facts/slots.h"

namespace lab::facts {
namespace {

// If a call does not return in time, writes to the mailslot so that it can.
class Rescue {
 public:
  explicit Rescue(HANDLE writer) : writer_(writer), returned_(CreateEventW(nullptr, TRUE, FALSE, nullptr)), thread_(&Rescue::watch, this) {}
  Rescue(const Rescue&) = delete;
  Rescue& operator=(const Rescue&) = delete;
  ~Rescue() { needed(); }
  // Called after the call has returned. Returns whether it needed help to return.
  bool needed() {
    SetEvent(returned_.get());
    thread_.join();
    return written_;
  }

 private:
  static DWORD WINAPI watch(void* self) {
    auto& rescue = *static_cast<Rescue*>(self);
    if (!signaled_in_time(rescue.returned_.get())) rescue.written_ = write(rescue.writer_, "!").ok;
    return 0;
  }

  HANDLE writer_;
  win32::Handle returned_;
  bool written_ = false;
  Thread thread_;  // last, because it uses the others
};

// The state of an OVERLAPPED read after ReadFile has returned. Never freed: a read that was not seen to complete may still write to it.
struct Started {
  OVERLAPPED overlapped = {};
  win32::Handle done;
  char buffer[64] = {};
  bool ok = false, blocked = false;
  DWORD error = 0;
};

bool reads_block = false;  // determined once; the other facts need not wait for it again

Started& start(const Slot& slot, DWORD room = 64, bool with_event = true) {
  Started& started = *new Started;
  if (with_event) started.done.reset(CreateEventW(nullptr, TRUE, FALSE, nullptr));
  started.overlapped.hEvent = started.done.get();
  Rescue rescue(slot.writer.get());
  SetLastError(0);
  started.ok = ReadFile(slot.receiver.get(), started.buffer, room, nullptr, &started.overlapped) != FALSE;
  started.error = started.ok ? 0 : GetLastError();
  started.blocked = reads_block = rescue.needed();
  return started;
}

std::string in_words(const Started& started) {
  if (started.blocked) return "ReadFile does not return";
  return started.ok ? "TRUE" : "FALSE, error " + std::to_string(started.error);
}

Seen blocks() { return {false, "ReadFile does not return"}; }

bool pends(const Started& started) { return !started.ok && started.error == ERROR_IO_PENDING; }

Seen result_is(const Slot& slot, Started& started, std::string_view message) {
  DWORD size = 0;
  if (!GetOverlappedResult(slot.receiver.get(), &started.overlapped, &size, FALSE))
    return {false, "GetOverlappedResult fails with error " + std::to_string(GetLastError())};
  return {std::string_view(started.buffer, size) == message, bytes(size)};
}

Seen pending() {
  const Slot slot = new_slot(0, MAILSLOT_WAIT_FOREVER);
  const Started& started = start(slot);
  return {pends(started), in_words(started)};
}

Seen completed() {
  if (reads_block) return blocks();
  const Slot slot = new_slot(0, MAILSLOT_WAIT_FOREVER);
  Started& started = start(slot);
  if (!pends(started)) return {false, in_words(started)};
  must_write(slot.writer.get(), "data");
  if (!signaled_in_time(started.done.get())) return {false, "the event stays unsignaled"};
  return result_is(slot, started, "data");
}

Seen slot_signals() {
  if (reads_block) return blocks();
  const Slot slot = new_slot(0, MAILSLOT_WAIT_FOREVER);
  Started& started = start(slot, 64, false);
  if (!pends(started)) return {false, in_words(started)};
  const bool early = WaitForSingleObject(slot.receiver.get(), 0) != WAIT_TIMEOUT;
  must_write(slot.writer.get(), "data");
  const bool late = !signaled_in_time(slot.receiver.get());
  if (early || late) return {false, early ? "Signaled while the read is pending" : "Non-Signaled after it"};
  return result_is(slot, started, "data");
}

Seen cancelled() {
  if (reads_block) return blocks();
  const Slot slot = new_slot(0, MAILSLOT_WAIT_FOREVER);
  Started& started = start(slot);
  if (!pends(started)) return {false, in_words(started)};
  if (!CancelIoEx(slot.receiver.get(), &started.overlapped))
    return {false, "CancelIoEx fails with error " + std::to_string(GetLastError())};
  DWORD bytes = 0;
  if (GetOverlappedResult(slot.receiver.get(), &started.overlapped, &bytes, TRUE)) return {false, "the read succeeds"};
  const DWORD error = GetLastError();
  return {error == ERROR_OPERATION_ABORTED, "GetOverlappedResult fails with error " + std::to_string(error)};
}

Seen waiting_message() {
  const Slot slot = new_slot(0, MAILSLOT_WAIT_FOREVER);
  must_write(slot.writer.get(), "there already");
  Started& started = start(slot);
  if (!started.ok) return {false, in_words(started)};
  return result_is(slot, started, "there already");
}

Seen no_time() {
  const Slot slot = new_slot();
  const Started& started = start(slot);
  return {!started.ok && started.error == ERROR_SEM_TIMEOUT, in_words(started)};
}

Seen short_buffer() {
  const Slot slot = new_slot(0, MAILSLOT_WAIT_FOREVER);
  must_write(slot.writer.get(), "0123456789");
  const Started& started = start(slot, 4);
  if (started.ok || started.error != ERROR_INSUFFICIENT_BUFFER) return {false, in_words(started)};
  return reads(slot.receiver.get(), {"0123456789"});
}

Seen idle_slot() {
  const Slot slot = new_slot(0, MAILSLOT_WAIT_FOREVER);
  const bool signaled = WaitForSingleObject(slot.receiver.get(), 0) == WAIT_OBJECT_0;
  return {false, signaled ? "Signaled" : "Non-Signaled"};
}

Seen slot_with_a_message() {
  const Slot slot = new_slot(0, MAILSLOT_WAIT_FOREVER);
  must_write(slot.writer.get(), "hello");
  const bool signaled = WaitForSingleObject(slot.receiver.get(), 0) == WAIT_OBJECT_0;
  return {false, signaled ? "Signaled" : "Non-Signaled"};
}

}  // namespace

Group overlapped() {
  return {"overlapped",
          {
              {"overlapped_pends",
               "ReadFile with an OVERLAPPED structure, MAILSLOT_WAIT_FOREVER, no message",
               "FALSE, error 997 (ERROR_IO_PENDING)",
               {&kCreateMailslot, &kReadFile, &kNewerTest},
               pending},
              {"overlapped_completed",
               "... and a message arrives",
               "the event is Signaled, the result is the message",
               {&kReadFile, &kNewerTest},
               completed},
              {"overlapped_slot_signals",
               "... without an event: the state of the mailslot's handle",
               "Non-Signaled until the message arrives, then Signaled",
               {&kNewerTest},
               slot_signals},
              {"overlapped_cancelled", "... and CancelIoEx", "the result is error 995 (ERROR_OPERATION_ABORTED)", {&kReadFile}, cancelled},
              // The sample in the documentation treats FALSE as a failure.
              {"overlapped_waiting_message",
               "ReadFile with an OVERLAPPED structure while a message is waiting",
               "TRUE, the message",
               {&kReadingFromAMailslot},
               waiting_message},
              {"overlapped_no_time",
               "ReadFile with an OVERLAPPED structure, time-out 0, no message",
               "FALSE, error 121",
               {&kNewerTest},
               no_time},
              {"overlapped_short_buffer",
               "ReadFile with an OVERLAPPED structure, a message of 10 bytes, a buffer of 4 bytes",
               "FALSE, error 122, and the message stays",
               {&kReadFile, &kNewerTest},
               short_buffer},
              {"wait_for_idle_slot", "WaitForSingleObject on a mailslot's handle, no message", "", {}, idle_slot},
              {"wait_for_slot_with_message", "... with a message", "", {}, slot_with_a_message},
          }};
}

}  // namespace lab::facts
