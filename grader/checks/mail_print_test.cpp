// How a receiver prints its messages, on runs made by hand: what is right is met, and each mistake is told from the others.
#include <gtest/gtest.h>

#include "checks/mail_by_hand.h"
#include "labs/labs.h"

namespace lab::checks {
namespace {

using trace::Program;

constexpr char kSlot[] = "mailbox";
constexpr std::uint32_t kIllegalInstruction = 0xC000001D, kAccessViolation = 0xC0000005;

class Receiver : public MailByHand {
 public:
  explicit Receiver(bool wide = true) : MailByHand("MailReceiver") { creates(kSlot, wide); }
  std::string printing() const { return reason(PrintsEveryMessage(kSlot)); }
};

TEST(PrintsEveryMessage, WhatWasReadButNotPrinted) {
  Receiver it;
  it.passes("hello");
  it.passes("two words", "");
  it.passes("and more");
  EXPECT_EQ(it.printing(), "message_not_printed");
}

TEST(PrintsEveryMessage, TellsStaleTextFromOther) {
  Receiver stale;
  stale.passes("forty characters");
  stale.passes("abc", "abcty characters\r\n");
  EXPECT_EQ(stale.printing(), "shows_rest_of_earlier");
  Receiver bytes;
  bytes.passes("forty characters");
  bytes.passes("abc", "abcty \r\n");
  EXPECT_EQ(bytes.printing(), "terminated_at_bytes");
  Receiver narrow(false);  // bytes are characters there
  narrow.passes("forty characters");
  narrow.passes("abc", "abcty \r\n");
  EXPECT_EQ(narrow.printing(), "shows_rest_of_earlier");
  Receiver garbage;
  garbage.passes("abc", "abc\xCC\xCC\r\n");
  EXPECT_EQ(garbage.printing(), "text_behind_message");
  Receiver terminator;
  terminator.passes(std::string("abc\0", 4), std::string("abc\0\r\n", 6));
  EXPECT_EQ(terminator.printing(), "terminator_printed");
  Receiver shown;
  shown.passes(std::string("abc\0", 4), "abc.\r\n");
  EXPECT_EQ(shown.printing(), "terminator_printed");
}

TEST(PrintsEveryMessage, TellsWhatIsWrongWithTheText) {
  Receiver format;
  format.passes("100%s", "100(null)\r\n");
  EXPECT_EQ(format.printing(), "message_as_format");
  Receiver cut;
  cut.passes("hello", "hel\r\n");
  EXPECT_EQ(cut.printing(), "message_cut");
  Receiver other;
  other.passes("hello", "olleh\r\n");
  EXPECT_EQ(other.printing(), "message_misprinted");
  Receiver together;
  together.passes("hello", "hello");
  together.passes("world", "world");
  EXPECT_EQ(together.printing(), "no_line_end");
  Receiver prefix;
  prefix.passes("hello", "1: hello\r\n");
  prefix.passes("world", "2: world\r\n");
  EXPECT_EQ(prefix.printing(), "prefix_differs");
}

TEST(PrintsEveryMessage, TellsCharactersOfTheWrongWidth) {
  Receiver bytes;
  bytes.passes("a");
  bytes.passes("hello", "h\r\n");
  EXPECT_EQ(bytes.printing(), "wide_taken_for_bytes");
  Receiver wide(false);
  wide.passes("hell", "\xE6\x95\xA8\xE6\xB1\xAC\r\n");  // U+6568 U+6C6C: "hell" in pairs
  EXPECT_EQ(wide.printing(), "bytes_taken_for_wide");
}

TEST(PrintsEveryMessage, TellsWhyItCameAgain) {
  Receiver twice;
  twice.passes("hello", "hello\r\nhello\r\n");
  EXPECT_EQ(twice.printing(), "printed_twice");
  Receiver failed;
  failed.passes("hello");
  failed.read_fails(121);
  failed.prints("hello\r\n");
  EXPECT_EQ(failed.printing(), "printed_after_failed_read");
  Receiver empty;
  empty.passes("hello");
  empty.passes("", "hello\r\n");
  EXPECT_EQ(empty.printing(), "printed_for_empty_message");
}

TEST(PrintsEveryMessage, EachInItsTurn) {
  Receiver it;
  it.passes("one", "");
  it.passes("two", "two\r\none\r\n");
  EXPECT_EQ(it.printing(), "printed_out_of_order");
}

TEST(PrintsEveryMessage, OutputThatComesAtTheEndIsReadToo) {
  Receiver it;
  it.passes("hello", "");
  it.passes("world", "");
  it.prints("hello\r\nworld\r\n");
  EXPECT_EQ(it.printing(), "");
  Receiver cut;
  cut.passes("hello", "");
  cut.passes("world", "");
  cut.prints("hello\r\nworl\r\n");
  EXPECT_EQ(cut.printing(), "message_cut");
}

TEST(PrintsEveryMessage, ACrashIsToldByTheMessageItCameAfter) {
  const auto crashed = [](const std::string& message, std::uint32_t room, std::uint32_t code, const char* built_from, bool wide = true) {
    Receiver it(wide);
    it.passes("before");
    it.posts(message);
    it.reads(message).flags = room;
    it.ends(Program::End::kCrashed, code);
    it.run.facts["built_from"] = built_from;
    return it.printing();
  };
  const std::string full(50, 'x');
  EXPECT_EQ(crashed(full, 100, kIllegalInstruction, "source"), "wrote_past_full_buffer");
  EXPECT_EQ(crashed(full.substr(1), 100, kIllegalInstruction, "source"), "used_bytes_as_index");
  EXPECT_EQ(crashed(full.substr(1), 100, kIllegalInstruction, "source", false), "wrote_past_buffer");
  EXPECT_EQ(crashed("a", 100, kIllegalInstruction, "source"), "wrote_past_buffer")
      << "index 2 is within the array: nobody put a terminator";
  EXPECT_EQ(crashed(full, 100, kAccessViolation, "exe"), "crashed_after_full_buffer");
  EXPECT_EQ(crashed(full, 200, kAccessViolation, "exe"), "crashed_after_message");
  EXPECT_EQ(crashed("100%s", 200, kAccessViolation, "source"), "crashed_on_format");
  EXPECT_EQ(crashed("hello", 200, kAccessViolation, "source"), "crashed_after_message");
}

TEST(Remarks, CanBeSaid) {
  for (const char* id : {"korean_not_printed", "korean_not_sent", "said_create_for_open"})
    for (const auto language : {text::Language::kEnglish, text::Language::kKorean})
      EXPECT_NE(text::filled(language, labs::reason(id)->en, labs::reason(id)->ko, {{"program", "MailReceiver"}}), "") << id;
}

}  // namespace
}  // namespace lab::checks
