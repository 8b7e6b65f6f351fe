// How a receiver prints its messages, in handwritten runs: correct output matches, and each mistake is distinguished from the others.
#include <gtest/gtest.h>

#include "checks/cases.h"
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
};

const Cases<Receiver> kPrints{
    {"WhatWasReadButNotPrinted", "message_not_printed",
     [](auto& it) {
       it.passes("hello");
       it.passes("two words", "");
       it.passes("and more");
     }},
    {"AnEmptyLine", {"nothing_of_message_printed", {{"seen", ""}, {"bytes", 10}}}, [](auto& it) { it.passes("hello", "\r\n"); }},
    {"OnlyWhatStandsBeforeEveryMessage",
     {"nothing_of_message_printed", {{"seen", "[PC2] "}}},
     [](auto& it) { it.passes("hello", "[PC2] \r\n"); }},
    {"RestOfAnEarlierMessage", "shows_rest_of_earlier",
     [](auto& it) {
       it.passes("forty characters");
       it.passes("abc", "abcty characters\r\n");
     }},
    {"TerminatedAtTheNumberOfBytes", "terminated_at_bytes",
     [](auto& it) {
       it.passes("forty characters");
       it.passes("abc", "abcty \r\n");
     }},
    {"BytesAreCharactersInANarrowProgram", "shows_rest_of_earlier",
     [](auto& it) {
       it = Receiver(false);
       it.passes("forty characters");
       it.passes("abc", "abcty \r\n");
     }},
    {"GarbageBehindTheMessage", "text_behind_message", [](auto& it) { it.passes("abc", "abc\xCC\xCC\r\n"); }},
    {"APromptBehindEveryMessage",
     {"prompt_behind_message", {{"rest", "MAIL>"}}},
     [](auto& it) {
       it.passes("hello", "helloMAIL>");
       it.passes("world", "worldMAIL>");
     }},
    {"APromptBehindTerminatedMessagesIsNoTerminator", "prompt_behind_message",
     [](auto& it) {
       it.passes(std::string("hello\0", 6), "hello MAIL>");
       it.passes("world\r\n", "world MAIL>");
     }},
    {"OneLetterThatAnEarlierMessageHasThereByChance", "text_behind_message",
     [](auto& it) {
       it.passes("abcdefgh");
       it.passes("xyz", "xyzd\r\n");
     }},
    {"ABannerIsNoMessage", "message_not_printed",
     [](auto& it) {
       it.passes("a", "");
       it.passes("hello", "");
       it.prints("Mailbox ready\r\n");
     }},
    {"SkippedAfterATimeout",
     {"message_skipped_after_failed_read", {{"message", "hello"}, {"error", 121}}},
     [](auto& it) {
       it.passes("a");
       it.read_fails(121);
       it.passes("hello", "");
       it.passes("world");
     }},
    {"TheLineBehindALabelIsTheMessages",
     {"message_cut", {{"seen", "hel"}}},
     [](auto& it) {
       it.passes("a", "Received:\r\na\r\n");
       it.passes("hello", "Received:\r\nhel\r\n");
     }},
    {"AShortTextWithAPercentIsNotAFormat", "message_misprinted", [](auto& it) { it.passes("100%s", "nothing\r\n"); }},
    {"AtTheEndNothingTellsWhatWasPrintedForAFailedRead", "printed_twice",
     [](auto& it) {
       it.passes("hello", "");
       it.read_fails(121);
       it.prints("hello\r\nhello\r\n");
     }},
    {"TheTerminator", "terminator_printed", [](auto& it) { it.passes(std::string("abc\0", 4), std::string("abc\0\r\n", 6)); }},
    {"TheTerminatorAsItIsShown", "terminator_printed", [](auto& it) { it.passes(std::string("abc\0", 4), "abc.\r\n"); }},
    {"MessageAsFormat", "message_as_format", [](auto& it) { it.passes("100%s", "100(null)\r\n"); }},
    {"CutMessage", "message_cut", [](auto& it) { it.passes("hello", "hel\r\n"); }},
    {"AnotherText", "message_misprinted", [](auto& it) { it.passes("hello", "olleh\r\n"); }},
    {"NoLineOfItsOwn", "no_line_end",
     [](auto& it) {
       it.passes("hello", "hello");
       it.passes("world", "world");
     }},
    {"AnotherPrefixEachTime", "prefix_differs",
     [](auto& it) {
       it.passes("hello", "1: hello\r\n");
       it.passes("world", "2: world\r\n");
     }},
    {"WideTextAsBytes", "wide_taken_for_bytes",
     [](auto& it) {
       it.passes("a");
       it.passes("hello", "h\r\n");
     }},
    {"BytesAsWideText", "bytes_taken_for_wide",
     [](auto& it) {
       it = Receiver(false);
       it.passes("hell", "\xE6\x95\xA8\xE6\xB1\xAC\r\n");  // U+6568 U+6C6C: "hell" in pairs
     }},
    {"TwiceInARow", "printed_twice", [](auto& it) { it.passes("hello", "hello\r\nhello\r\n"); }},
    {"AgainAfterAFailedRead", "printed_after_failed_read",
     [](auto& it) {
       it.passes("hello");
       it.read_fails(121);
       it.prints("hello\r\n");
     }},
    {"AgainForAnEmptyMessage", "printed_for_empty_message",
     [](auto& it) {
       it.passes("hello");
       it.passes("", "hello\r\n");
     }},
    {"OutOfOrder", "printed_out_of_order",
     [](auto& it) {
       it.passes("one", "");
       it.passes("two", "two\r\none\r\n");
     }},
    {"OutputThatComesAtTheEndIsReadToo", "",
     [](auto& it) {
       it.passes("hello", "");
       it.passes("world", "");
       it.prints("hello\r\nworld\r\n");
     }},
    {"CutMessageAtTheEnd", "message_cut",
     [](auto& it) {
       it.passes("hello", "");
       it.passes("world", "");
       it.prints("hello\r\nworl\r\n");
     }},
};
INSTANTIATE_TEST_SUITE_P(PrintsEveryMessage, Matcher, rows(kPrints, PrintsEveryMessage(kSlot)), name_of_row);

const std::string kFull(50, 'x'), kOneLess(49, 'x');

// The program, built from source or submitted as an .exe, crashes after it has read the message into a buffer of `room` bytes.
auto crashes_on(const std::string& message, std::uint32_t room, std::uint32_t code, const char* built_from, bool wide = true) {
  return [=](Receiver& it) {
    it = Receiver(wide);
    it.passes("before");
    it.posts(message);
    it.reads(message).flags = room;
    it.ends(Program::End::kCrashed, code);
    it.run.facts["built_from"] = built_from;
  };
}

const Cases<Receiver> kCrashes{
    {"OnAFullBuffer", "wrote_past_full_buffer", crashes_on(kFull, 100, kIllegalInstruction, "source")},
    {"BytesAsIndex", "used_bytes_as_index", crashes_on(kOneLess, 100, kIllegalInstruction, "source")},
    {"BytesAreCharactersInANarrowProgram", "wrote_past_buffer", crashes_on(kOneLess, 100, kIllegalInstruction, "source", false)},
    // Index 2 is inside the array, so a terminator written there did not cause the crash.
    {"OnAShortMessage", "wrote_past_buffer", crashes_on("a", 100, kIllegalInstruction, "source")},
    {"AnExeOnAFullBuffer", "crashed_after_full_buffer", crashes_on(kFull, 100, kAccessViolation, "exe")},
    {"AnExeWithRoomLeft", "crashed_after_message", crashes_on(kFull, 200, kAccessViolation, "exe")},
    {"MessageAsFormat", "crashed_on_format", crashes_on("100%s", 200, kAccessViolation, "source")},
    {"AnotherMessage", "crashed_after_message", crashes_on("hello", 200, kAccessViolation, "source")},
};
INSTANTIATE_TEST_SUITE_P(PrintsEveryMessageAndCrashes, Matcher, rows(kCrashes, PrintsEveryMessage(kSlot)), name_of_row);

TEST(Remarks, CanBeSaid) {
  for (const char* id : {"korean_not_printed", "korean_not_sent", "said_create_for_open"})
    for (const auto language : {text::Language::kEnglish, text::Language::kKorean})
      EXPECT_NE(text::filled(language, labs::reason(id)->en, labs::reason(id)->ko, {{"program", "MailReceiver"}}), "") << id;
}

}  // namespace
}  // namespace lab::checks
