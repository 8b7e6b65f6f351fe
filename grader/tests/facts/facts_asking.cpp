// Facts about GetMailslotInfo and SetMailslotInfo.
#include "tests/facts/facts.h"
#include "tests/facts/slots.h"

namespace lab::facts {
namespace {

Seen tells(HANDLE receiver, DWORD next, DWORD count) {
  const Info asked = info(receiver);
  return {asked.ok && asked.next == next && asked.count == count, in_words(asked)};
}

Seen empty() {
  const Slot slot = new_slot();
  return tells(slot.receiver.get(), MAILSLOT_NO_MESSAGE, 0);
}

// Writes `messages`, and reads the first `read_before` of them.
Seen after(std::initializer_list<std::string_view> messages, int read_before, DWORD next, DWORD count) {
  const Slot slot = new_slot();
  for (const std::string_view message : messages) must_write(slot.writer.get(), message);
  for (int i = 0; i < read_before; ++i)
    if (const Read got = read(slot.receiver.get()); !got.ok) return {false, "ReadFile fails with error " + std::to_string(got.error)};
  return tells(slot.receiver.get(), next, count);
}

Seen one() { return after({"a"}, 0, 1, 1); }
Seen two() { return after({"a", "bc"}, 0, 1, 2); }
Seen three_with_an_empty_one() { return after({"a", "bc", ""}, 0, 1, 3); }
Seen after_a_read() { return after({"a", "bc", ""}, 1, 2, 2); }
Seen empty_one_next() { return after({"a", "bc", ""}, 2, 0, 1); }
Seen all_read() { return after({"a", "bc", "d"}, 3, MAILSLOT_NO_MESSAGE, 0); }

// The loop of the documentation's sample: as many reads as reported, each with a buffer of the reported size.
Seen sample_loop() {
  const Slot slot = new_slot();
  for (const char* message : {"Message one", "Message two", "Message three"}) must_write(slot.writer.get(), message);
  const DWORD all = info(slot.receiver.get()).count;
  for (DWORD i = 0; i < all; ++i) {
    const Info asked = info(slot.receiver.get());
    const Read got = read(slot.receiver.get(), asked.next);
    if (asked.count != all - i || !got.ok)
      return {false, "message " + std::to_string(i + 1) + ": " + in_words(asked) + "; " + in_words(got)};
  }
  return {all == 3, std::to_string(all) + " of 3"};
}

Seen next_of_a_large_one() {
  const Slot slot = new_slot();
  must_write(slot.writer.get(), std::string(100'000, 'm'));
  return tells(slot.receiver.get(), 100'000, 1);
}

Seen settings(const Slot& slot, DWORD max_bytes, DWORD read_timeout) {
  const Info asked = info(slot.receiver.get());
  const auto number = [](DWORD value) { return value == 0xFFFFFFFF ? std::string("-1") : std::to_string(value); };
  return {asked.ok && asked.max_bytes == max_bytes && asked.read_timeout == read_timeout,
          "largest " + number(asked.max_bytes) + ", time-out " + number(asked.read_timeout)};
}

Seen settings_0() { return settings(new_slot(0, 0), 0, 0); }
Seen settings_all_ones() { return settings(new_slot(0xFFFFFFFF, 0xFFFFFFFF), 0xFFFFFFFF, 0xFFFFFFFF); }

Seen timeout_told() {
  const Slot slot = new_slot(0, 1500);
  const Info asked = info(slot.receiver.get());
  return {asked.ok && asked.read_timeout == 1500, "time-out " + std::to_string(asked.read_timeout)};
}

Seen largest_told() {
  const Slot slot = new_slot(100);
  const Info asked = info(slot.receiver.get());
  return {asked.ok && asked.max_bytes >= 100, "largest " + std::to_string(asked.max_bytes)};
}

Seen nothing_wanted() {
  const Slot slot = new_slot();
  return {GetMailslotInfo(slot.receiver.get(), nullptr, nullptr, nullptr, nullptr) != FALSE, "FALSE"};
}

Seen timeout_changed() {
  const Slot slot = new_slot(0, MAILSLOT_WAIT_FOREVER);
  if (!SetMailslotInfo(slot.receiver.get(), 250)) return {false, "SetMailslotInfo fails with error " + std::to_string(GetLastError())};
  return settings(slot, 0, 250);
}

Seen changed_timeout_counts() {
  const Slot slot = new_slot(0, MAILSLOT_WAIT_FOREVER);
  if (!SetMailslotInfo(slot.receiver.get(), 0)) return {false, "SetMailslotInfo fails with error " + std::to_string(GetLastError())};
  return failed_with(read(slot.receiver.get()), {ERROR_SEM_TIMEOUT});
}

}  // namespace

Group asking() {
  return {
      "asking",
      {
          {"no_message", "GetMailslotInfo, no message", "MAILSLOT_NO_MESSAGE, count 0", {&kGetMailslotInfo, &kWineTest}, empty},
          {"count_1", "... with one message of 1 byte", "next 1 byte, count 1", {&kWineTest}, one},
          {"count_2", "... then one of 2 bytes", "next 1 byte, count 2", {&kGetMailslotInfo, &kWineTest}, two},
          {"count_3", "... then one of 0 bytes", "next 1 byte, count 3", {&kWineTest}, three_with_an_empty_one},
          {"count_after_a_read", "... after the first of the three has been read", "next 2 bytes, count 2", {&kWineTest}, after_a_read},
          {"count_empty_one_next", "... after the second has been read, too", "next 0 bytes, count 1", {&kWineTest}, empty_one_next},
          {"no_message_again", "GetMailslotInfo after all messages have been read", "MAILSLOT_NO_MESSAGE, count 0", {&kWineTest}, all_read},
          {"sample_loop",
           "the loop in Microsoft's sample: as many reads as GetMailslotInfo reports messages",
           "reads 3 of 3 messages",
           {&kReadingFromAMailslot},
           sample_loop},
          {"next_of_100000_bytes",
           "GetMailslotInfo, a message of 100,000 bytes",
           "next 100,000 bytes",
           {&kGetMailslotInfo},
           next_of_a_large_one},
          {"settings_0", "GetMailslotInfo, mailslot created with 0 and 0", "maximum size 0, time-out 0", {&kWineTest}, settings_0},
          {"settings_all_ones",
           "GetMailslotInfo, mailslot created with -1 and -1",
           "maximum size -1, time-out -1",
           {&kWineTest},
           settings_all_ones},
          {"timeout_told",
           "GetMailslotInfo, mailslot created with a time-out of 1,500 ms",
           "time-out 1,500",
           {&kGetMailslotInfo},
           timeout_told},
          {"largest_told",
           "GetMailslotInfo, mailslot created with nMaxMessageSize 100",
           "maximum size 100 or more",
           {&kGetMailslotInfo},
           largest_told},
          {"nothing_wanted", "GetMailslotInfo with four null pointers", "TRUE", {&kGetMailslotInfo, &kWineTest}, nothing_wanted},
          {"timeout_changed", "SetMailslotInfo, then GetMailslotInfo", "the new time-out", {&kSetMailslotInfo}, timeout_changed},
          {"changed_timeout_counts",
           "SetMailslotInfo from MAILSLOT_WAIT_FOREVER to 0, then ReadFile",
           "FALSE, error 121",
           {&kSetMailslotInfo},
           changed_timeout_counts},
      }};
}

}  // namespace lab::facts
