// Facts about the maximum size of a message.
#include "tests/facts/facts.h"
#include "tests/facts/slots.h"

namespace lab::facts {
namespace {

Seen too_large() {
  const Slot slot = new_slot(8);
  return failed_with(write(slot.writer.get(), "123456789"));
}

Seen too_large_leaves_nothing() {
  const Slot slot = new_slot(8);
  write(slot.writer.get(), "123456789");
  const Info asked = info(slot.receiver.get());
  return {asked.ok && asked.next == MAILSLOT_NO_MESSAGE && asked.count == 0, in_words(asked)};
}

Seen just_right() {
  const Slot slot = new_slot(8);
  const Written written = write(slot.writer.get(), "12345678");
  if (!written.ok) return {false, in_words(written)};
  return reads(slot.receiver.get(), {"12345678"});
}

// Several messages together may exceed the maximum size.
Seen several() {
  const Slot slot = new_slot(8);
  for (int i = 0; i < 3; ++i) must_write(slot.writer.get(), "12345678");
  return reads(slot.receiver.get(), {"12345678", "12345678", "12345678"});
}

Seen goes_through(std::size_t bytes) {
  const Slot slot = new_slot();
  std::string message(bytes, '.');
  for (std::size_t i = 0; i < bytes; ++i) message[i] = static_cast<char>('a' + i % 26);
  const Written written = write(slot.writer.get(), message);
  if (!written.ok) return {false, "WriteFile " + in_words(written)};
  const Read got = read(slot.receiver.get(), static_cast<DWORD>(bytes));
  return {got.ok && got.message == message, in_words(got)};
}

Seen goes_425() { return goes_through(425); }
Seen goes_4000() { return goes_through(4'000); }
Seen goes_60000() { return goes_through(60'000); }
Seen goes_300000() { return goes_through(300'000); }

}  // namespace

Group sizes() {
  return {
      "sizes",
      {
          // "The maximum size of a single message that can be written to the mailslot, in bytes."
          {"too_large", "nMaxMessageSize 8, a message of 9 bytes", "WriteFile fails", {&kCreateMailslot}, too_large},
          {"too_large_error", "... with which error?", "", {}, too_large},
          {"too_large_leaves_nothing", "... and what is in the mailslot?", "no message", {&kCreateMailslot}, too_large_leaves_nothing},
          {"just_right", "nMaxMessageSize 8, a message of 8 bytes", "is written and read", {&kCreateMailslot}, just_right},
          {"several", "nMaxMessageSize 8, three messages of 8 bytes", "are written and read", {&kCreateMailslot}, several},
          // The limit of 424 bytes is the network's: "cannot be larger than 424 bytes when sent between computers."
          {"size_425", "nMaxMessageSize 0, a message of 425 bytes", "is written and read", {&kCreateMailslot, &kAboutMailslots}, goes_425},
          {"size_4000", "... of 4,000 bytes", "is written and read", {&kCreateMailslot}, goes_4000},
          {"size_60000", "... of 60,000 bytes", "is written and read", {&kCreateMailslot}, goes_60000},
          {"size_300000", "... of 300,000 bytes", "is written and read", {&kCreateMailslot}, goes_300000},
      }};
}

}  // namespace lab::facts
