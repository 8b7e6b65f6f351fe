// Facts about reading messages.
#include "tests/facts/facts.h"
#include "tests/facts/patience.h"
#include "tests/facts/slots.h"

namespace lab::facts {
namespace {

Seen empty() {
  const Slot slot = new_slot();
  const Read got = read(slot.receiver.get());
  return {!got.ok && got.error == ERROR_SEM_TIMEOUT && got.bytes == 0, in_words(got) + ", " + bytes(got.bytes)};
}

Seen empty_0_bytes() {
  const Slot slot = new_slot();
  return failed_with(read(slot.receiver.get(), 0), {ERROR_SEM_TIMEOUT});
}

Seen emptied() {
  const Slot slot = new_slot();
  must_write(slot.writer.get(), "hello");
  if (const Seen first = reads(slot.receiver.get(), {"hello"}); !first.as_windows) return first;
  return failed_with(read(slot.receiver.get()), {ERROR_SEM_TIMEOUT});
}

Seen finite_timeout() {
  const Slot slot = new_slot(0, 1000);
  const ULONGLONG began = GetTickCount64();
  const Read got = read(slot.receiver.get());
  const ULONGLONG took = GetTickCount64() - began;
  if (!got.ok && got.error == ERROR_SEM_TIMEOUT && took < 900) return {false, "FALSE, error 121, too early"};
  return failed_with(got, {ERROR_SEM_TIMEOUT});
}

struct ToRead {
  HANDLE receiver;
  Read got;
};

DWORD WINAPI read_now(void* what) {
  auto* to_read = static_cast<ToRead*>(what);
  to_read->got = read(to_read->receiver);
  return 0;
}

// The message arrives whether the reader or the writer comes first.
Seen waits_forever() {
  const Slot slot = new_slot(0, MAILSLOT_WAIT_FOREVER);
  ToRead to_read = {slot.receiver.get(), {}};
  const Thread reader(read_now, &to_read);
  must_write(slot.writer.get(), "at last");
  reader.join();
  if (!to_read.got.ok || to_read.got.message != "at last") return {false, in_words(to_read.got)};
  return {true, in_words(to_read.got)};
}

Seen short_buffer() {
  const Slot slot = new_slot();
  must_write(slot.writer.get(), "0123456789");
  return failed_with(read(slot.receiver.get(), 9), {ERROR_INSUFFICIENT_BUFFER});
}

Seen short_buffer_bytes() {
  const Slot slot = new_slot();
  must_write(slot.writer.get(), "0123456789");
  const Read got = read(slot.receiver.get(), 4);
  return {!got.ok && got.bytes == 0, in_words(got) + (got.ok ? "" : ", " + bytes(got.bytes))};
}

Seen short_buffer_keeps() {
  const Slot slot = new_slot();
  must_write(slot.writer.get(), "0123456789");
  must_write(slot.writer.get(), "next");
  for (int i = 0; i < 3; ++i) {
    const Read got = read(slot.receiver.get(), 4);
    if (got.ok) return {false, in_words(got)};
  }
  const Info asked = info(slot.receiver.get());
  if (asked.next != 10) return {false, in_words(asked)};
  return reads(slot.receiver.get(), {"0123456789", "next"});
}

Seen buffer_of_0_bytes() {
  const Slot slot = new_slot();
  must_write(slot.writer.get(), "hello");
  return failed_with(read(slot.receiver.get(), 0), {ERROR_INSUFFICIENT_BUFFER});
}

Seen exact_buffer() {
  const Slot slot = new_slot();
  must_write(slot.writer.get(), "0123456789");
  const Read got = read(slot.receiver.get(), 10);
  return {got.ok && got.message == "0123456789", in_words(got)};
}

Seen nothing_written() {
  const Slot slot = new_slot();
  must_write(slot.writer.get(), "");
  const Read got = read(slot.receiver.get());
  return {got.ok && got.bytes == 0, in_words(got)};
}

Seen nothing_between() {
  const Slot slot = new_slot();
  for (const char* message : {"before", "", "after"}) must_write(slot.writer.get(), message);
  return reads(slot.receiver.get(), {"before", "", "after"});
}

Seen order() {
  const Slot slot = new_slot();
  for (const char* message : {"a", "bc", "def", "a"}) must_write(slot.writer.get(), message);
  return reads(slot.receiver.get(), {"a", "bc", "def", "a"});
}

Seen any_bytes() {
  const Slot slot = new_slot();
  const std::string_view message("\0\r\n\x1A\xFF\0", 6);
  must_write(slot.writer.get(), message);
  return reads(slot.receiver.get(), {message});
}

Seen writer_closed() {
  Slot slot = new_slot();
  must_write(slot.writer.get(), "left behind");
  slot.writer.reset();
  return reads(slot.receiver.get(), {"left behind"});
}

}  // namespace

Group reading() {
  return {"reading",
          {
              {"empty_read",
               "ReadFile, time-out 0, no message",
               "FALSE, error 121 (ERROR_SEM_TIMEOUT), 0 bytes",
               {&kProductBehavior, &kWineTest},
               empty},
              {"empty_read_of_0_bytes", "... of 0 bytes", "FALSE, error 121", {&kNewerTest}, empty_0_bytes},
              {"emptied_read", "ReadFile, time-out 0, after the last message was read", "FALSE, error 121", {&kWineTest}, emptied},
              {"finite_timeout",
               "ReadFile, time-out 1,000 ms, no message",
               "FALSE, error 121, not before 900 ms",
               {&kWineTest},
               finite_timeout},
              {"waits_forever",
               "ReadFile, MAILSLOT_WAIT_FOREVER, and a message arrives",
               "TRUE, the message",
               {&kCreateMailslot},
               waits_forever},
              {"short_buffer",
               "a message of 10 bytes, a buffer of 9 bytes",
               "FALSE, error 122 (ERROR_INSUFFICIENT_BUFFER)",
               {&kReadFile, &kNewerTest},
               short_buffer},
              // "ReadFile sets this value to zero before doing any work or error checking."
              {"short_buffer_bytes", "... and the number of bytes read", "0", {&kReadFile}, short_buffer_bytes},
              {"short_buffer_keeps",
               "a message of 10 bytes, three reads with a buffer of 4 bytes, then one with a large enough buffer",
               "the message stays, and is then read completely",
               {&kNewerTest},
               short_buffer_keeps},
              {"buffer_of_0_bytes", "a message of 5 bytes, a buffer of 0 bytes", "FALSE, error 122", {&kReadFile}, buffer_of_0_bytes},
              {"exact_buffer", "a message of 10 bytes, a buffer of 10 bytes", "TRUE, 10 bytes", {&kReadingFromAMailslot}, exact_buffer},
              {"message_of_0_bytes", "a message of 0 bytes", "TRUE, 0 bytes", {&kWineTest}, nothing_written},
              {"message_of_0_bytes_between",
               "a message of 0 bytes between two others",
               "one read returns each message",
               {&kWineTest},
               nothing_between},
              {"order", "messages of 1, 2, 3 and 1 bytes", "one message per read, in order", {&kAboutMailslots, &kWineTest}, order},
              // "The data in a mailslot message can be in any form."
              {"any_bytes",
               "a message that consists of NUL, CR, LF, Ctrl-Z, 0xFF, NUL",
               "is read exactly as it was written",
               {&kAboutMailslots},
               any_bytes},
              // It is closing the receiver's handles that deletes messages.
              {"writer_closed", "a message whose writer has closed its handle", "is read", {&kReadingFromAMailslot}, writer_closed},
          }};
}

}  // namespace lab::facts
