// What a sender does, on runs made by hand: each matcher is met by what is right and tells each mistake from the others.
#include <gtest/gtest.h>

#include "checks/mail_by_hand.h"

namespace lab::checks {
namespace {

using namespace std::string_literals;
using trace::Object;
using trace::Program;

constexpr char kSlot[] = "mailbox";

class Sender : public MailByHand {
 public:
  explicit Sender(bool wide = true) : MailByHand("MailSender") {
    slot(kSlot, -1);
    opens(0, wide);
  }
  // The line is typed, and these messages are written for it.
  void line(const std::string& text, const std::vector<std::string>& messages) {
    types(text + "\n");
    for (const std::string& message : messages) writes(message);
  }
  void stops() {
    sends("exit");
    says_goodbye();
  }
  std::string sending() const { return reason(SendsEveryLine(kSlot)); }
  std::string text_only() const { return reason(SendsNothingBehindTheText(kSlot)); }
  std::string stopping() const { return reason(StopsAtTheLineExit(kSlot)); }
};

TEST(OpensForWriting, AsDocumented) {
  Sender it;
  EXPECT_EQ(it.reason(OpensForWriting(kSlot)), "");
  Call& opening = it.run.calls[0];
  opening.access = 0xC0000000;  // reading, too
  opening.share = 3;
  EXPECT_EQ(it.reason(OpensForWriting(kSlot)), "");
  opening.access = 0x80000000;
  EXPECT_EQ(it.reason(OpensForWriting(kSlot)), "opened_without_write_access");
  opening.access = 0x40000000;
  opening.share = 2;
  EXPECT_EQ(it.reason(OpensForWriting(kSlot)), "opened_without_share_read");
  opening.share = 0;
  EXPECT_EQ(it.reason(OpensForWriting(kSlot)), "opened_without_share_read");
  opening.share = 1;
  opening.disposition = 2;
  const Because because = OpensForWriting(kSlot).reason_against(it.run);
  EXPECT_EQ(because.id(), "opened_to_create");
  EXPECT_EQ(because.args["seen"], "CREATE_ALWAYS");
}

TEST(OpensForWriting, TellsWhatWasDoneInstead) {
  MailByHand never("MailSender");
  never.slot(kSlot, -1);
  EXPECT_EQ(never.reason(OpensForWriting(kSlot)), "never_opened");
  EXPECT_EQ(never.reason(Opens(kSlot)), "never_opened");
  EXPECT_EQ(never.reason(SendsEveryLine(kSlot)), "never_opened");
  never.open_fails("\\.mailslotmailbox", 3);
  EXPECT_EQ(never.reason(OpensForWriting(kSlot)), "opened_another_name");
  MailByHand other("MailSender");
  other.opens(other.slot("postbox", -1));
  EXPECT_EQ(other.reason(OpensForWriting(kSlot)), "opened_another_slot");
  MailByHand file("MailSender");
  file.open_fails("mailbox", 0).result = 1;
  EXPECT_EQ(file.reason(OpensForWriting(kSlot)), "opened_a_file");
  MailByHand creates("MailSender");
  creates.create_fails("\\\\.\\mailslot\\mailbox", 183);
  EXPECT_EQ(creates.reason(OpensForWriting(kSlot)), "created_instead_of_opened");
}

TEST(SendsEveryLine, OneMessageALine) {
  for (const bool wide : {true, false}) {
    Sender it(wide);
    it.sends("a");
    it.sends("two words");
    it.stops();
    EXPECT_EQ(it.sending(), "");
    EXPECT_EQ(it.text_only(), "");
    EXPECT_EQ(it.stopping(), "");
  }
}

TEST(SendsEveryLine, TellsHowALineChanged) {
  const auto changed = [](const std::string& line, const std::vector<std::string>& messages) {
    Sender it;
    it.sends("before");
    it.line(line, messages);
    it.stops();
    return it.sending();
  };
  EXPECT_EQ(changed("two words", {"two", "words"}), "split_at_blanks");
  EXPECT_EQ(changed("abcdefghij", {"abcdef", "ghij"}), "sent_in_pieces");
  EXPECT_EQ(changed("abc", {"a", "b", "c"}), "sent_by_character");
  EXPECT_EQ(changed("abcdefghij", {"abcdef"}), "line_cut");
  EXPECT_EQ(changed("abcdefghij", {"", "abcdefghij"}), "line_end_came_alone");
  EXPECT_EQ(changed("abcdefghij", {""}), "wrote_no_bytes");
  EXPECT_EQ(changed("abcdefghij", {"\0"s}), "sent_nothing_of_it");
  EXPECT_EQ(changed("abcdefghij", {"\xEF\xBB\xBE\xEF\xBB\xBE"}), "sent_another_buffer");
  EXPECT_EQ(changed("abcdefghij", {"me: abcdefghij"}), "line_changed");
  EXPECT_EQ(changed(" exit", {"exit"}), "line_changed");
}

TEST(SendsEveryLine, TellsLinesThatCameTwiceOrNever) {
  Sender twice;
  twice.sends("one");
  twice.writes("one");
  twice.sends("two");
  twice.stops();
  EXPECT_EQ(twice.sending(), "sent_twice");
  Sender last_twice;
  last_twice.sends("one");
  last_twice.sends("two");
  last_twice.writes("two");
  last_twice.stops();
  EXPECT_EQ(last_twice.sending(), "sent_twice");
  Sender left_out;
  left_out.sends("one");
  left_out.types("two\n");
  left_out.sends("three");
  left_out.stops();
  EXPECT_EQ(left_out.sending(), "line_not_sent");
}

TEST(SendsEveryLine, TellsLengthsInCharacters) {
  Sender it;
  it.line("hello", {"he\xEF\xBF\xBD"});  // two and a half characters
  it.run.calls.back().value = 5;
  it.stops();
  EXPECT_EQ(it.sending(), "sent_half");
  Sender cut;  // in the middle, but it is the only one
  cut.sends("before");
  cut.line("abcdef", {"abc"});
  cut.stops();
  EXPECT_EQ(cut.sending(), "line_cut");
}

TEST(SendsEveryLine, TellsThatNoLineWasAskedFor) {
  Sender silent;
  silent.says_goodbye();
  EXPECT_EQ(silent.sending(), "asked_for_no_line");
  EXPECT_EQ(silent.text_only(), "asked_for_no_line");
  EXPECT_EQ(silent.stopping(), "asked_for_no_line");
  EXPECT_EQ(silent.reason(StopsAtTheEndOfInput(kSlot)), "asked_for_no_line");
  Sender by_heart;
  by_heart.writes("exit");
  EXPECT_EQ(by_heart.sending(), "asked_for_no_line");
  Sender flood;
  for (int i = 0; i < 3; ++i) flood.writes("more");
  flood.ends(Program::End::kFlood);
  EXPECT_EQ(flood.sending(), "flooded");
}

TEST(SendsEveryLine, TellsMixedWidths) {
  Sender bytes;
  bytes.line("hell", {"\xE6\x95\xA8\xE6\xB1\xAC"});  // U+6568 U+6C6C: "hell" in pairs
  bytes.stops();
  EXPECT_EQ(bytes.sending(), "mixes_wide_and_narrow");
  Sender wide(false);
  wide.line("hello", {"h\0e\0l\0l\0o\0"s});
  wide.stops();
  EXPECT_EQ(wide.sending(), "mixes_wide_and_narrow");
}

TEST(SendsEveryLine, WhatHappenedInsteadIsTheReason) {
  Sender failed;
  failed.types("hello\n");
  MailByHand::failed(failed.writes("hello"), 5);
  EXPECT_EQ(failed.sending(), "write_failed");
  failed.run.calls[0].access = 0x80000000;  // and that is why
  EXPECT_EQ(failed.sending(), "opened_without_write_access");
  Sender crashed;
  crashed.types("hello\n");
  crashed.ends(Program::End::kCrashed, 0xC0000005);
  EXPECT_EQ(crashed.sending(), "crashed");
  crashed.ends(Program::End::kCrashed, 0xC000001D);
  crashed.run.facts["built_from"] = "source";
  EXPECT_EQ(crashed.sending(), "array_overrun");
}

TEST(SendsEveryLine, EndingUntoldIsNoEnd) {
  Sender sent;
  sent.sends("exit now");
  EXPECT_EQ(sent.sending(), "ended_on_longer_line");
  Sender unsent;
  unsent.sends("hello");
  unsent.types("exiting\n");
  EXPECT_EQ(unsent.sending(), "ended_on_longer_line");
  Sender before_the_first_write;
  before_the_first_write.types("hello\n");
  EXPECT_EQ(before_the_first_write.sending(), "never_wrote");
  Sender never;
  never.types("exit now\nexit\n");
  EXPECT_EQ(never.sending(), "never_wrote");
  Sender any;
  any.sends("hello");
  EXPECT_EQ(any.sending(), "ended_after_line");
  any.ends_input();
  EXPECT_EQ(any.sending(), "");
}

TEST(SendsNothingBehindTheText, TerminatorsAreFree) {
  for (const std::string& end : {""s, "\n"s, "\r\n"s, "\0"s, "\n\0"s}) {
    Sender it;
    it.line("hello", {"hello" + end});
    it.line("two words", {"two words" + end});
    it.stops();
    EXPECT_EQ(it.text_only(), "");
  }
}

TEST(SendsNothingBehindTheText, TheRestOfTheBufferIsSeen) {
  Sender whole;
  whole.line("hello", {"hello\0\0\0\0\0"s});
  whole.line("two words", {"two words\0"s});
  EXPECT_EQ(whole.reason(SendsNothingBehindTheText(kSlot)), "ended_after_line");
  whole.ends_input();
  EXPECT_EQ(whole.text_only(), "sent_whole_buffer");
  EXPECT_EQ(whole.sending(), "");  // that is another demand
  Sender stale;
  stale.line("two words", {"two words"});
  stale.line("one", {"one words"});
  stale.line("four", {"four"});
  stale.ends_input();
  EXPECT_EQ(stale.text_only(), "sent_more_than_text");
  Sender large;  // of which the recording keeps the beginning
  large.line("hello", {"hello"});
  large.run.calls.back().value = 8000;
  large.ends_input();
  EXPECT_EQ(large.text_only(), "sent_more_than_text");
}

TEST(StopsAtTheLineExit, SentAndSaidAndNothingMore) {
  Sender unsent;
  unsent.sends("hello");
  unsent.types("exit\n");
  unsent.says_goodbye();
  EXPECT_EQ(unsent.stopping(), "exit_not_sent");
  Sender silent;
  silent.sends("hello");
  silent.sends("exit");
  EXPECT_EQ(silent.stopping(), "sentence_not_printed");
  silent.says_goodbye();
  EXPECT_EQ(silent.stopping(), "");
  silent.ends(Program::End::kItself, 1);
  EXPECT_EQ(silent.stopping(), "wrong_exit_code");
}

TEST(EndsOnTheLineExit, WhateverItDoesThen) {
  Sender goes_on;
  goes_on.sends("hello");
  goes_on.sends("exit");
  goes_on.ends(Program::End::kBlocked);
  goes_on.blocked_in(goes_on.add(Api::kReadFile));
  EXPECT_NE(goes_on.reason(EndsOnTheLineExit(kSlot)), "");
  goes_on.prints("GoodBye!\n");
  EXPECT_EQ(goes_on.reason(EndsOnTheLineExit(kSlot)), "");
  Sender silent;
  silent.sends("exit");
  silent.ends(Program::End::kItself, 1);
  EXPECT_EQ(silent.reason(EndsOnTheLineExit(kSlot)), "");
}

TEST(StopsAtTheLineExit, TellsTheKeptEndOfLineFromOtherReasons) {
  Sender kept;
  kept.sends("hello");
  kept.types("exit\nafter exit\n");
  kept.writes("exit\n");
  kept.writes("after exit\n");
  EXPECT_EQ(kept.stopping(), "newline_kept");
  Sender other;
  other.sends("hello");
  other.types("exit\nafter exit\n");
  other.writes("exit");
  other.writes("after exit");
  EXPECT_EQ(other.stopping(), "sent_after_exit");
  Sender asks;
  asks.sends("hello");
  asks.sends("exit");
  Call& read = asks.add(Api::kReadFile);
  read.text["stream"] = "stdin";
  asks.blocked_in(read);
  EXPECT_EQ(asks.stopping(), "blocked_at_the_keyboard");
}

TEST(StopsAtTheEndOfInput, NothingMoreIsSent) {
  const auto matcher = StopsAtTheEndOfInput(kSlot);
  Sender it;
  it.sends("last words");
  it.ends_input();
  EXPECT_EQ(it.reason(matcher), "");
  it.ends(Program::End::kItself, 1);
  EXPECT_EQ(it.reason(matcher), "wrong_exit_code");
  it.writes("last words");
  EXPECT_EQ(it.reason(matcher), "sent_at_end_of_input");
  it.writes("last words").times = 250;
  it.ends(Program::End::kFlood);
  EXPECT_EQ(it.reason(matcher), "floods_at_end_of_input");
}

TEST(StopsAtTheEndOfInput, AskingForMoreIsNoEnd) {
  Sender it;
  it.sends("last words");
  it.ends_input();
  Call& read = it.add(Api::kReadFile);
  read.text["stream"] = "stdin";
  read.times = 21;
  it.ends(Program::End::kLoop);
  EXPECT_EQ(it.reason(StopsAtTheEndOfInput(kSlot)), "reads_on_at_end_of_input");
}

TEST(ReportsThatNobodyIsThere, SaysItAndEndsWithOne) {
  const auto matcher = ReportsThatNobodyIsThere(kSlot);
  MailByHand it("MailSender");
  EXPECT_EQ(it.reason(matcher), "never_opened");
  it.open_fails("\\\\.\\mailslot\\MAILBOX", 2);
  EXPECT_EQ(it.reason(matcher), "sentence_not_printed");
  it.run.output = "Unable to create mailslot!\n";
  EXPECT_EQ(it.reason(matcher), "wrong_exit_code");
  it.ends(Program::End::kItself, 1);
  EXPECT_EQ(it.reason(matcher), "");
  it.run.output = "Unable to open mailslot!\n";
  EXPECT_EQ(it.reason(matcher), "");
  it.on_slot(Api::kWriteFile, Object::Kind::kPseudo, -1).result = 0;
  EXPECT_EQ(it.reason(matcher), "used_no_handle");
}

TEST(ReportsThatNobodyIsThere, TryingForEverIsNoReport) {
  MailByHand it("MailSender");
  it.open_fails("\\\\.\\mailslot\\mailbox", 2).times = 500;
  it.ends(Program::End::kLoop);
  EXPECT_EQ(it.reason(ReportsThatNobodyIsThere(kSlot)), "tried_to_open_for_ever");
}

TEST(ReportsTheFailedWrite, SaysItAndEndsWithOne) {
  const auto matcher = ReportsTheFailedWrite(kSlot);
  Sender it;
  it.sends("first");
  it.types("second\n");
  Call& write = MailByHand::failed(it.writes("second"), 1117);
  write.faulted = true;
  EXPECT_EQ(it.reason(matcher), "failed_write_unsaid");
  it.run.errors = "Unable to write\n";
  EXPECT_EQ(it.reason(matcher), "wrong_exit_code");
  it.ends(Program::End::kItself, 1);
  EXPECT_EQ(it.reason(matcher), "");
  it.run.errors.clear();
  it.sends("third");
  EXPECT_EQ(it.reason(matcher), "failed_write_ignored");
}

}  // namespace
}  // namespace lab::checks
