// The two directions of a chat, on runs made by hand.
#include "labs/06_mail_chat/matchers.h"

#include <gtest/gtest.h>

#include "checks/mail_by_hand.h"

namespace lab::labs {

using namespace checks;

namespace {

using trace::Object;
using trace::Program;

constexpr char kMine[] = "chat\\A", kTheirs[] = "chat\\B";
constexpr int kTheirSlot = 0, kMySlot = 1;

class Chat : public MailByHand {
 public:
  Chat() : MailByHand("MailChat") {
    slot(kTheirs, -1);
    creates(kMine);
  }
  void hears(const std::string& text) {
    posts(text, kMySlot);
    reads(text, kMySlot);
    prints(text + "\n");
  }
  std::string turns() const { return reason(TakesNoTurns(kMine, kTheirs)); }
};

TEST(TakesNoTurns, WhateverComesIsDealtWithBeforeTheOtherSideMoves) {
  Chat it;
  it.hears("one");
  it.hears("two");
  it.sends("three");
  it.sends("four");
  it.hears("five");
  it.types("exit\n");
  EXPECT_EQ(it.turns(), "");
  EXPECT_EQ(it.reason(PrintsEveryMessage(kMine, Prompt::kNowAndThen)), "");
}

TEST(HasSomebodyWhoReads, OneThreadAtTheKeyboardDoesNot) {
  Chat it;
  it.sends("one");
  it.types("exit\n");
  EXPECT_EQ(it.reason(HasSomebodyWhoReads(kMine)), "nobody_reads");
  it.posts("two", kMySlot);
  EXPECT_EQ(it.reason(HasSomebodyWhoReads(kMine)), "nobody_reads");
  it.reads("two", kMySlot);
  EXPECT_EQ(it.reason(HasSomebodyWhoReads(kMine)), "") << "one thread that reads now and then";
  Chat threaded;
  threaded.add(Api::kCreateThread);
  threaded.types("exit\n");
  EXPECT_EQ(threaded.reason(HasSomebodyWhoReads(kMine)), "") << "what that one does is told otherwise";
}

TEST(SendsEveryLine, AMailslotOfItsOwnIsNotTakenForTheOpening) {
  Chat it;
  it.types("one\n");
  EXPECT_EQ(it.reason(SendsEveryLine(kTheirs)), "never_opened");
  it.create_fails("\\\\.\\mailslot\\chat\\B", 183);
  EXPECT_EQ(it.reason(SendsEveryLine(kTheirs)), "created_instead_of_opened");
}

TEST(TakesNoTurns, LockStepIsSeenFromBothSides) {
  Chat keyboard_first;
  keyboard_first.posts("one", kMySlot);
  keyboard_first.sends("two");
  keyboard_first.reads("one", kMySlot);
  EXPECT_EQ(keyboard_first.turns(), "read_only_after_a_line");
  Chat slot_first;
  slot_first.types("one\n");
  slot_first.posts("two", kMySlot);
  slot_first.reads("two", kMySlot);
  slot_first.writes("one");
  EXPECT_EQ(slot_first.turns(), "sent_only_after_a_message");
}

TEST(TakesNoTurns, WhatIsNeverDoneIsSaidToBeThat) {
  Chat unread;
  unread.posts("one", kMySlot);
  EXPECT_EQ(unread.turns(), "message_never_read");
  Chat unsent;
  unsent.types("one\n");
  EXPECT_EQ(unsent.turns(), "line_never_sent");
}

TEST(SpeaksOneWidth, BothEndsOfAChatAreOfOne) {
  Chat it;
  it.opens(kTheirSlot, true);
  EXPECT_EQ(it.reason(SpeaksOneWidth(kMine, kTheirs)), "");
  it.opens(kTheirSlot, false);
  EXPECT_EQ(it.reason(SpeaksOneWidth(kMine, kTheirs)), "speaks_both_widths");
}

TEST(GoesOnWithoutItsPeer, SaysNotSentAndTriesAgain) {
  const auto matcher = GoesOnWithoutItsPeer(kTheirs);
  MailByHand it("MailChat");
  it.creates(kMine);
  it.types("too early\n");
  it.open_fails("\\\\.\\mailslot\\chat\\B", 2);
  it.ends(Program::End::kItself, 1);
  EXPECT_EQ(it.reason(matcher), "ended_without_its_peer");
  it.creates_peer(it.slot(kTheirs, -1));
  it.types("there\n");
  it.ends(Program::End::kItself, 0);
  EXPECT_EQ(it.reason(matcher), "sentence_not_printed");
  it.prints("not sent\n");
  EXPECT_EQ(it.reason(matcher), "never_opened_again");
  it.opens(1);
  EXPECT_EQ(it.reason(matcher), "line_not_sent");
  it.writes("there", 1);
  EXPECT_EQ(it.reason(matcher), "");
}

TEST(EndsWhenTheTypingEnds, ByItselfAndWithZero) {
  const auto matcher = EndsWhenTheTypingEnds();
  Chat it;
  it.hears("one");
  EXPECT_EQ(it.reason(matcher), "ended_untold");
  it.types("exit\n");
  EXPECT_EQ(it.reason(matcher), "");
  it.ends(Program::End::kItself, 3);
  EXPECT_EQ(it.reason(matcher), "wrong_exit_code");
  it.blocked_in(it.read_fails(995, 400, kMySlot));
  EXPECT_EQ(it.reason(matcher), "still_reads_its_slot");
}

TEST(EndsWhenTheTypingEnds, AReadThatItWaitedForIsTheReasonHoweverItEnded) {
  Chat it;
  it.types("exit\n");
  Call read = it.read_fails(6, 400, kMySlot);  // the program closed the slot after the grader had failed its wait
  it.run.calls.pop_back();
  it.blocked_in(it.on_slot(Api::kWaitForSingleObject, Object::Kind::kThread, -1));
  read.end->order = it.run.calls.back().end->order + 1;
  it.run.calls.push_back(read);
  EXPECT_EQ(it.reason(EndsWhenTheTypingEnds()), "still_reads_its_slot");
  it.run.calls.pop_back();
  EXPECT_EQ(it.reason(EndsWhenTheTypingEnds()), "blocked_forever");
}

TEST(EndsWhenTheTypingEnds, AskingForMoreIsNoEnd) {
  Chat it;
  it.ends_input();
  EXPECT_EQ(it.reason(EndsWhenTheTypingEnds()), "");
  Call& read = it.add(Api::kReadFile);
  read.text["stream"] = "stdin";
  read.times = 21;
  it.ends(Program::End::kLoop);
  EXPECT_EQ(it.reason(EndsWhenTheTypingEnds()), "reads_on_at_end_of_input");
}

}  // namespace
}  // namespace lab::labs
