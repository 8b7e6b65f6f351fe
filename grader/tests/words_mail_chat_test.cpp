// Two programs that talk, the two directions of a chat, and handles to mailslots, on runs made by hand.
#include <gtest/gtest.h>

#include "checks/lab_test.h"
#include "tests/mail_by_hand.h"

namespace lab::checks {
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
  threaded.add("CreateThread");
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
  const auto word = GoesOnWithoutItsPeer(kTheirs);
  MailByHand it("MailChat");
  it.creates(kMine);
  it.types("too early\n");
  it.open_fails("\\\\.\\mailslot\\chat\\B", 2);
  it.ends(Program::End::kItself, 1);
  EXPECT_EQ(it.reason(word), "ended_without_its_peer");
  it.creates_peer(it.slot(kTheirs, -1));
  it.types("there\n");
  it.ends(Program::End::kItself, 0);
  EXPECT_EQ(it.reason(word), "sentence_not_printed");
  it.prints("not sent\n");
  EXPECT_EQ(it.reason(word), "never_opened_again");
  it.opens(1);
  EXPECT_EQ(it.reason(word), "line_not_sent");
  it.writes("there", 1);
  EXPECT_EQ(it.reason(word), "");
}

TEST(EndsWhenTheTypingEnds, ByItselfAndWithZero) {
  const auto word = EndsWhenTheTypingEnds();
  Chat it;
  it.hears("one");
  EXPECT_EQ(it.reason(word), "ended_untold");
  it.types("exit\n");
  EXPECT_EQ(it.reason(word), "");
  it.ends(Program::End::kItself, 3);
  EXPECT_EQ(it.reason(word), "wrong_exit_code");
  it.blocked_in(it.read_fails(995, 400, kMySlot));
  EXPECT_EQ(it.reason(word), "still_reads_its_slot");
}

TEST(EndsWhenTheTypingEnds, AReadThatItWaitedForIsTheReasonHoweverItEnded) {
  Chat it;
  it.types("exit\n");
  Call read = it.read_fails(6, 400, kMySlot);  // the program closed the slot after the grader had failed its wait
  it.run.calls.pop_back();
  it.blocked_in(it.on_slot("WaitForSingleObject", Object::Kind::kThread, -1));
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
  Call& read = it.add("ReadFile");
  read.text["stream"] = "stdin";
  read.times = 21;
  it.ends(Program::End::kLoop);
  EXPECT_EQ(it.reason(EndsWhenTheTypingEnds()), "reads_on_at_end_of_input");
}

class Pair : public MailByHand {
 public:
  explicit Pair(bool receiver_wide = true) : MailByHand("MailSender") {
    Program receiver;
    receiver.name = "MailReceiver";
    receiver.role = Program::Role::kPeer;
    receiver.end = Program::End::kItself;
    receiver.output = "a\r\nhello\r\nGoodBye!\r\n";
    run.programs.push_back(receiver);
    slot("mailbox", 1, receiver_wide);
    opens(0);
    sends("a");
    sends("hello");
    sends("exit");
  }
  Program& receiver() { return run.programs[1]; }
  std::string talking() const { return reason(IsUnderstoodBy("MailReceiver")); }
};

TEST(IsUnderstoodBy, EveryLineIsPrintedAndBothEnd) {
  Pair it;
  EXPECT_EQ(it.talking(), "");
  it.receiver().end = Program::End::kBlocked;
  EXPECT_EQ(it.talking(), "peer_did_not_end");
  it.receiver().output = "a\r\n";
  EXPECT_EQ(it.talking(), "peer_did_not_print");
  it.run.slots.clear();
  EXPECT_EQ(it.talking(), "peer_made_no_slot");
  it.run.programs.pop_back();
  EXPECT_EQ(it.talking(), "peer_not_started");
}

TEST(IsUnderstoodBy, HalvesOfDifferentWidthsAreToldSo) {
  Pair it(false);
  it.receiver().output = "a\r\nh\r\n";
  EXPECT_EQ(it.talking(), "halves_speak_differently");
}

TEST(IsUnderstoodBy, ALineThatWasNotSentIsTheSendersMistake) {
  Pair it;
  it.receiver().output = "a\r\nhell\r\n";
  for (Call& call : it.run.calls)
    if (call.text["message"] == "hello") call.text["message"] = "hell";
  EXPECT_EQ(it.talking(), "line_cut");
}

TEST(SlotHandles, EachEndIsClosedOnce) {
  MailByHand it("MailReceiver");
  it.creates("mailbox");
  EXPECT_EQ(it.reason(ClosesEverySlotHandle()), "slot_left_open");
  it.closes(1);
  EXPECT_EQ(it.reason(ClosesEverySlotHandle()), "");
  it.opens(0);
  EXPECT_EQ(it.reason(ClosesEverySlotHandle()), "writers_end_left_open");
  it.closes(2, Object::Kind::kMailslotClient);
  EXPECT_EQ(it.reason(ClosesEverySlotHandle()), "");
  EXPECT_EQ(it.reason(ClosesNoSlotHandleTwice()), "");
  it.closes(2, Object::Kind::kClosed).result = 0;
  EXPECT_EQ(it.reason(ClosesNoSlotHandleTwice()), "slot_closed_twice");
}

TEST(SlotHandles, ThereIsSomethingToCloseAtAnEndOfItsOwn) {
  MailByHand it("MailReceiver");
  EXPECT_EQ(it.reason(HasSlotHandlesToClose()), "nothing_to_close");
  it.creates("mailbox");
  EXPECT_EQ(it.reason(HasSlotHandlesToClose()), "");
  it.ends(Program::End::kCrashed, 0xC0000005);
  EXPECT_EQ(it.reason(HasSlotHandlesToClose()), "crashed");
}

TEST(SlotHandles, WhatIsNoHandleIsSeenAndWhatAFailedCallGaveIsFree) {
  MailByHand it("MailReceiver");
  it.create_fails("\\\\.\\mailslot\\mailbox", 183);
  it.closes(0, Object::Kind::kPseudo, -1).result = 0;  // INVALID_HANDLE_VALUE
  EXPECT_EQ(it.reason(ClosesNoSlotHandleTwice()), "");
  EXPECT_EQ(it.reason(ClosesEverySlotHandle()), "");
  it.closes(0, Object::Kind::kInvalid, -1).result = 0;
  EXPECT_EQ(it.reason(ClosesNoSlotHandleTwice()), "closed_no_handle");
}

TEST(SlotHandles, OneThatAnotherThreadReadsAtTheEndIsInUse) {
  Chat it;
  Call& read = it.on_slot("ReadFile", Object::Kind::kMailslot, kMySlot);
  read.on[0].handle = 1;
  EXPECT_EQ(it.reason(ClosesEverySlotHandle()), "slot_left_open");
  read.end.reset();
  EXPECT_EQ(it.reason(ClosesEverySlotHandle()), "");
}

TEST(SlotHandles, ADuplicateIsAHandleOfItsOwn) {
  MailByHand it("MailReceiver");
  it.creates("mailbox");
  it.on_slot("DuplicateHandle", Object::Kind::kMailslot, 0).handles = {7};
  it.closes(1);
  EXPECT_EQ(it.reason(ClosesEverySlotHandle()), "slot_left_open");
  it.closes(7);
  EXPECT_EQ(it.reason(ClosesEverySlotHandle()), "");
}

TEST(ExplainedBy, OneCauseInTwoRunsIsOneCause) {
  const auto failing = [](const char* id) { return RunMatcher(id, [id](const trace::Run&) { return because(id); }); };
  const auto meeting = RunMatcher("met", [](const trace::Run&) { return Because(); });
  const MailByHand it("MailReceiver");
  EXPECT_TRUE(explained_by({{&it.run, failing("never_read")}}, {{&it.run, failing("never_read")}}));
  EXPECT_TRUE(explained_by({{&it.run, failing("text_behind_message")}}, {{&it.run, meeting}, {&it.run, failing("shows_rest_of_earlier")}}));
  EXPECT_TRUE(explained_by({{&it.run, failing("never_wrote")}}, {{&it.run, failing("ended_on_longer_line")}}));
  EXPECT_FALSE(explained_by({{&it.run, failing("message_as_format")}}, {{&it.run, failing("gave_up_on_122")}}));
  EXPECT_FALSE(explained_by({{&it.run, failing("never_read")}}, {{&it.run, meeting}}));
  EXPECT_FALSE(explained_by({{&it.run, meeting}}, {{&it.run, meeting}}));
}

}  // namespace
}  // namespace lab::checks
