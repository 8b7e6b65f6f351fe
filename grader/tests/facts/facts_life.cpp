// Facts about the lifetime of a mailslot.
#include "tests/facts/facts.h"
#include "tests/facts/slots.h"

namespace lab::facts {
namespace {

win32::Handle twin_of(HANDLE handle) {
  win32::Handle twin;
  if (!DuplicateHandle(GetCurrentProcess(), handle, GetCurrentProcess(), twin.put(), 0, FALSE, DUPLICATE_SAME_ACCESS))
    throw Unexpected{"DuplicateHandle fails with error " + std::to_string(GetLastError())};
  return twin;
}

Seen open_after_close() {
  Slot slot = new_slot();
  slot.writer.reset();
  slot.receiver.reset();
  return failed_with(open(slot.name), {ERROR_FILE_NOT_FOUND});
}

Seen open_after_close_with_a_writer_left() {
  Slot slot = new_slot();
  slot.receiver.reset();
  return failed_with(open(slot.name), {ERROR_FILE_NOT_FOUND});
}

Seen write_after_close() {
  Slot slot = new_slot();
  slot.receiver.reset();
  return failed_with(write(slot.writer.get(), "hello?"));
}

Seen made_again() {
  Slot slot = new_slot();
  slot.writer.reset();
  slot.receiver.reset();
  const Opened again = create(slot.name);
  return {static_cast<bool>(again.handle), in_words(again)};
}

Seen made_again_with_a_writer_left() {
  Slot slot = new_slot();
  slot.receiver.reset();
  const Opened again = create(slot.name);
  return {static_cast<bool>(again.handle), in_words(again)};
}

Seen old_writer_after_made_again() {
  Slot slot = new_slot();
  slot.receiver.reset();
  const Opened again = create(slot.name);
  if (!again.handle) return {false, "CreateMailslot " + in_words(again)};
  const Written written = write(slot.writer.get(), "for the old one");
  const Info asked = info(again.handle.get());
  return {!written.ok && asked.next == MAILSLOT_NO_MESSAGE, "WriteFile " + in_words(written) + "; " + in_words(asked)};
}

Seen unread_messages() {
  Slot slot = new_slot();
  must_write(slot.writer.get(), "never read");
  slot.writer.reset();
  slot.receiver.reset();
  const Opened again = create(slot.name);
  if (!again.handle) throw Unexpected{"CreateMailslot " + in_words(again)};
  const Info asked = info(again.handle.get());
  return {asked.ok && asked.next == MAILSLOT_NO_MESSAGE, in_words(asked)};
}

Seen twin_keeps_it() {
  Slot slot = new_slot();
  const win32::Handle twin = twin_of(slot.receiver.get());
  slot.receiver.reset();
  const Written written = write(slot.writer.get(), "still there?");
  if (!written.ok) return {false, "WriteFile " + in_words(written)};
  return reads(twin.get(), {"still there?"});
}

Seen twin_keeps_its_name() {
  Slot slot = new_slot();
  const win32::Handle twin = twin_of(slot.receiver.get());
  slot.receiver.reset();
  return failed_with(create(slot.name));
}

Seen twin_shares_messages() {
  const Slot slot = new_slot();
  const win32::Handle twin = twin_of(slot.receiver.get());
  must_write(slot.writer.get(), "one");
  must_write(slot.writer.get(), "two");
  if (const Seen first = reads(slot.receiver.get(), {"one"}); !first.as_windows) return first;
  return reads(twin.get(), {"two"});
}

Seen twin_shares_timeout() {
  const Slot slot = new_slot(0, MAILSLOT_WAIT_FOREVER);
  const win32::Handle twin = twin_of(slot.receiver.get());
  if (!SetMailslotInfo(slot.receiver.get(), 70)) return {false, "SetMailslotInfo fails with error " + std::to_string(GetLastError())};
  const Info asked = info(twin.get());
  return {asked.ok && asked.read_timeout == 70, "time-out " + std::to_string(static_cast<int>(asked.read_timeout))};
}

Seen both_closed() {
  Slot slot = new_slot();
  win32::Handle twin = twin_of(slot.receiver.get());
  slot.writer.reset();
  slot.receiver.reset();
  twin.reset();
  return failed_with(open(slot.name), {ERROR_FILE_NOT_FOUND});
}

// Closing the first of two writers does not affect the other.
Seen other_writer_closed() {
  const Slot slot = new_slot();
  win32::FileHandle other = open_writer(slot.name);
  must_write(other.get(), "from the other");
  other.reset();
  must_write(slot.writer.get(), "from the first");
  return reads(slot.receiver.get(), {"from the other", "from the first"});
}

}  // namespace

Group life() {
  // "A mailslot exists until the CloseHandle function is called for all open server handles [...]. In both cases, any unread messages are
  // deleted from the mailslot, all client handles to the mailslot are closed, and the mailslot itself is deleted from memory."
  return {"life",
          {
              {"open_after_close",
               "CreateFile after the receiver was closed",
               "fails with error 2",
               {&kReadingFromAMailslot, &kCreateMailslot},
               open_after_close},
              {"open_after_close_writer_left",
               "... while a writer's handle is still open",
               "fails with error 2",
               {&kReadingFromAMailslot, &kCreateMailslot},
               open_after_close_with_a_writer_left},
              {"write_after_close", "WriteFile after the receiver was closed", "fails", {&kReadingFromAMailslot}, write_after_close},
              {"write_after_close_error", "... with which error?", "", {}, write_after_close},
              {"made_again", "CreateMailslot with the name of a closed mailslot", "succeeds", {&kReadingFromAMailslot}, made_again},
              {"made_again_writer_left",
               "... while a writer's handle is still open",
               "succeeds",
               {&kReadingFromAMailslot},
               made_again_with_a_writer_left},
              {"made_again_old_writer",
               "... and the old writer writes",
               "WriteFile fails, and the new mailslot has no message",
               {&kReadingFromAMailslot},
               old_writer_after_made_again},
              {"made_again_empty",
               "a mailslot created again after one with unread messages was closed",
               "has no message",
               {&kReadingFromAMailslot},
               unread_messages},
              {"twin_keeps_it",
               "a duplicate of the receiver's handle, after the original was closed",
               "messages are written and read",
               {&kCreateMailslot},
               twin_keeps_it},
              {"twin_keeps_its_name", "... and CreateMailslot with its name", "fails", {&kCreateMailslot}, twin_keeps_its_name},
              // "The duplicate handle refers to the same object as the original handle."
              {"twin_shares_messages",
               "a receiver's handle and its duplicate",
               "both read from the same queue",
               {&kDuplicateHandle},
               twin_shares_messages},
              {"twin_shares_timeout",
               "SetMailslotInfo on a receiver's handle, GetMailslotInfo on its duplicate",
               "the new time-out",
               {&kDuplicateHandle},
               twin_shares_timeout},
              {"twins_closed",
               "CreateFile after the receiver's handle and its duplicate were closed",
               "fails with error 2",
               {&kReadingFromAMailslot, &kCreateMailslot},
               both_closed},
              {"other_writer_closed",
               "one of two writers closes its handle",
               "both writers' messages are read",
               {&kAboutMailslots},
               other_writer_closed},
          }};
}

}  // namespace lab::facts
