// A sender on a virtual LAN, on runs made by hand: each matcher is met by what is right and tells each mistake from the others.
#include "labs/03_broadcast/matchers.h"

#include <gtest/gtest.h>

#include "labs/03_broadcast/broadcast_by_hand.h"

namespace lab::labs {

using namespace checks;

namespace {

using trace::Object;
using trace::Program;

constexpr const char* kSlot = kBroadcastSlot;
const std::vector<std::string> kAll{"PC1", "PC2", "PC3"};

TEST(Addresses, LetterCaseAndTheCallsSuffixDoNotCount) {
  Broadcast everybody;
  EXPECT_EQ(everybody.reason(Addresses("*", kSlot)), "");
  EXPECT_EQ(everybody.reason(Addresses("PC2", kSlot)), "opened_another_address");
  Sender one;
  one.opens_address("pc2", "MAILBOX");
  EXPECT_EQ(one.reason(Addresses("PC2", kSlot)), "");
  one.run.calls.back().wide = false;
  EXPECT_EQ(one.reason(Addresses("PC2", kSlot)), "");
}

TEST(Addresses, TellsTheNameThatWasOpenedInstead) {
  Sender own;
  own.opens(0);  // \\.\mailslot\mailbox
  const Because own_slot = own.against(Addresses("*", kSlot));
  EXPECT_EQ(own_slot.id(), "opened_another_address");
  EXPECT_EQ(own_slot.args["seen"], "\\\\.\\mailslot\\mailbox");
  EXPECT_EQ(own_slot.args["expected"], "\\\\*\\mailslot\\mailbox");
  EXPECT_EQ(own_slot.order, own.run.calls[0].begin.order);
  Sender postbox;
  postbox.opens_address("*", "postbox");
  EXPECT_EQ(postbox.reason(Addresses("*", kSlot)), "opened_another_address");
  Sender backslash;
  backslash.open_fails("\\*\\MailSlot\\mailbox", 123);
  const Because refused = backslash.against(Addresses("*", kSlot));
  EXPECT_EQ(refused.id(), "opened_another_name");
  EXPECT_EQ(refused.args["error"], 123);
  EXPECT_EQ(refused.order, backslash.run.calls[0].begin.order);
}

TEST(Addresses, TellsThatNothingWasOpened) {
  Sender never;
  EXPECT_EQ(never.reason(Addresses("*", kSlot)), "never_opened");
  never.open_fails("notes.txt", 2);
  EXPECT_EQ(never.reason(Addresses("*", kSlot)), "never_opened");
  never.create_fails("\\\\*\\mailslot\\mailbox", 123);
  EXPECT_EQ(never.reason(Addresses("*", kSlot)), "created_instead_of_opened");
  Sender crashed;
  crashed.ends(Program::End::kCrashed, 0xC0000005);
  EXPECT_EQ(crashed.reason(Addresses("*", kSlot)), "crashed");
  Broadcast by_another;
  by_another.run.calls[0].program = 1;
  EXPECT_EQ(by_another.reason(Addresses("*", kSlot)), "never_opened");
  Broadcast without_slots;
  without_slots.run.slots.clear();
  EXPECT_EQ(without_slots.reason(Addresses("*", kSlot)), "opened_another_address");
}

TEST(Reaches, EveryReceiverThatIsMeantAndNoOther) {
  Broadcast it;
  it.line(it.address, "hello");
  it.line(it.address, "two words");
  it.stops(it.address);
  EXPECT_EQ(it.reason(Reaches(kAll, kSlot)), "");
  const Because too_far = it.against(Reaches({"PC2", "pc1"}, kSlot));
  EXPECT_EQ(too_far.id(), "reached_another_computer");
  EXPECT_EQ(too_far.args["computer"], "PC1");
  Sender one;
  const int address = one.opens_address("PC2");
  one.line(address, "hello", {1});
  one.stops(address, {1});
  EXPECT_EQ(one.reason(Reaches({"PC2"}, kSlot)), "");
}

TEST(Reaches, NetworksMayDoubleAndLinesMayRepeat) {
  Broadcast it;
  it.line(it.address, "one", {0, 1, 2}, 2);
  it.line(it.address, "one", {0, 1, 2}, 2);
  it.line(it.address, "two", {0, 1, 2}, 3);
  it.line(it.address, "one");
  it.stops(it.address);
  EXPECT_EQ(it.reason(Reaches(kAll, kSlot)), "");
  EXPECT_EQ(it.reason(WritesEachLineOnce(kSlot)), "");
}

TEST(Reaches, TellsWhoDidNotGetWhat) {
  Broadcast it;
  it.line(it.address, "one");
  it.line(it.address, "two", {0, 2});
  it.stops(it.address);
  const Because because = it.against(Reaches(kAll, kSlot));
  EXPECT_EQ(because.id(), "reached_as_another_text");
  EXPECT_EQ(because.args["computer"], "PC2");
  EXPECT_EQ(because.args["line"], "two");
  EXPECT_EQ(because.args["seen"], "exit");
  Broadcast absent;
  absent.line(absent.address, "one", {0, 1});
  absent.line(absent.address, "exit", {0, 1});
  EXPECT_EQ(absent.against(Reaches(kAll, kSlot)).id(), "did_not_reach");
  EXPECT_EQ(absent.against(Reaches(kAll, kSlot)).args["computer"], "PC3");
  EXPECT_EQ(absent.reason(Reaches({"PC1", "PC2", "PC9"}, kSlot)), "did_not_reach");  // the recording knows no such computer
}

TEST(Reaches, ASlotOfTheOwnComputerIsReachedWithoutTheNetwork) {
  Sender it;
  it.opens(0);
  it.sends("hello", 0);
  it.sends("exit", 0);
  EXPECT_EQ(it.reason(Reaches({"PC1"}, kSlot)), "");
  EXPECT_EQ(it.reason(Reaches({"PC2"}, kSlot)), "did_not_reach");
  Sender both;
  const int address = both.opens_address("PC2");
  both.line(address, "hello", {1});
  both.writes("hello", 0);
  both.stops(address, {1});
  EXPECT_EQ(both.reason(Reaches({"PC2"}, kSlot)), "reached_another_computer");
}

TEST(Reaches, ALineThatTheProgramRefusedIsToldInItsOwnWords) {
  Broadcast it;
  it.types("hello\nexit\n");
  it.prints("Message too long: 10 bytes\r\n");
  it.blocked_in(it.add(Api::kReadFile));  // the refused exit ended nothing
  const Because because = it.against(Reaches(kAll, kSlot));
  EXPECT_EQ(because.id(), "refused_short_line");
  EXPECT_EQ(because.args["line"], "hello");
  EXPECT_EQ(because.args["said"], "Message too long: 10 bytes");
  EXPECT_EQ(it.reason(Reaches(kAll, kSlot)), "refused_short_line");
  Broadcast tried;  // it was the network that did not take the line
  tried.types("hello\nexit\n");
  MailByHand::failed(tried.broadcasts(tried.address, "hello", {}), 53);
  tried.prints("Message too long: 10 bytes\r\n");
  EXPECT_EQ(tried.reason(Reaches(kAll, kSlot)), "write_failed");
}

TEST(Reaches, WhatHappenedToTheLineIsTheReason) {
  Broadcast half;
  half.types("hello\n");
  half.broadcasts(half.address, "he\xEF\xBF\xBD").value = 5;
  half.stops(half.address);
  EXPECT_EQ(half.reason(Reaches(kAll, kSlot)), "sent_half");
  Broadcast unfinished;
  unfinished.line(unfinished.address, "hello", {}).end.reset();
  unfinished.ends(Program::End::kBlocked);
  EXPECT_EQ(unfinished.reason(Reaches(kAll, kSlot)), "blocked_forever");
  Broadcast silent;
  EXPECT_EQ(silent.reason(Reaches(kAll, kSlot)), "asked_for_no_line");
  silent.ends(Program::End::kLoop);
  EXPECT_EQ(silent.reason(Reaches(kAll, kSlot)), "loops_forever");
  Broadcast without_slots;
  without_slots.line(without_slots.address, "hello");
  without_slots.run.slots.clear();
  EXPECT_EQ(without_slots.reason(Reaches(kAll, kSlot)), "opened_another_slot");
}

TEST(WritesEachLineOnce, CountsWritesAndNotDeliveries) {
  Broadcast it;
  it.line(it.address, "hello", {0, 1, 2}, 2);
  it.stops(it.address);
  EXPECT_EQ(it.reason(WritesEachLineOnce(kSlot)), "");
  Call& again = it.broadcasts(it.address, "hello\r\n");
  const Because twice = it.against(WritesEachLineOnce(kSlot));
  EXPECT_EQ(twice.id(), "written_more_than_once");
  EXPECT_EQ(twice.args["line"], "hello");
  EXPECT_EQ(twice.args["times"], 2);
  EXPECT_EQ(twice.order, again.begin.order);
  again.times = 4;
  EXPECT_EQ(it.against(WritesEachLineOnce(kSlot)).args["times"], 5);
  MailByHand::failed(again, 53);
  EXPECT_EQ(it.reason(WritesEachLineOnce(kSlot)), "");
}

TEST(WritesEachLineOnce, AnUnfinishedWriteIsNone) {
  Broadcast it;
  it.line(it.address, "hello");
  it.broadcasts(it.address, "hello", {}).end.reset();
  EXPECT_EQ(it.reason(WritesEachLineOnce(kSlot)), "");
}

// The first WriteFile is refused with this error, and this is printed.
class Refused : public Broadcast {
 public:
  explicit Refused(std::uint32_t error) {
    types("hello\n");
    Call& write = writes("hello", address);
    write.faulted = true;
    MailByHand::failed(write, error);
    order = write.begin.order;
  }
  std::uint64_t order = 0;
};

TEST(ReportsTheRefusal, SaysSoWithTheNumber) {
  for (const std::uint32_t error : {3025u, 53u}) {
    Refused it(error);
    it.prints("unable to  broadcast (" + std::to_string(error) + ")\r\n");
    it.ends(Program::End::kItself, 1);
    EXPECT_EQ(it.reason(ReportsTheRefusal(error)), "");
  }
  Refused on_stderr(53);
  on_stderr.run.errors = "Unable to broadcast: error 53";
  on_stderr.ends(Program::End::kItself, 1);
  EXPECT_EQ(on_stderr.reason(ReportsTheRefusal(53)), "");
}

TEST(ReportsTheRefusal, TellsEachMistake) {
  Refused it(53);
  it.ends(Program::End::kItself, 1);
  const Because unsaid = it.against(ReportsTheRefusal(53));
  EXPECT_EQ(unsaid.id(), "refusal_unsaid");
  EXPECT_EQ(unsaid.args["call"], "WriteFile");
  EXPECT_EQ(unsaid.args["error"], 53);
  EXPECT_EQ(unsaid.order, it.order);
  it.prints("Unable to broadcast: 1530 bytes, error 0x35, 253, 537\r\n");
  const Because without = it.against(ReportsTheRefusal(53));
  EXPECT_EQ(without.id(), "refusal_without_number");
  EXPECT_EQ(without.order, it.order);
  it.prints("error 53");
  EXPECT_EQ(it.reason(ReportsTheRefusal(53)), "");
  it.ends(Program::End::kItself, 0);
  EXPECT_EQ(it.reason(ReportsTheRefusal(53)), "wrong_exit_code");
}

TEST(ReportsTheRefusal, AProgramThatDidNotComeToItsEndIsToldThat) {
  Refused crashed(3025);
  crashed.ends(Program::End::kCrashed, 0xC0000005);
  EXPECT_EQ(crashed.reason(ReportsTheRefusal(3025)), "crashed");
  Sender unopened;
  EXPECT_EQ(unopened.reason(ReportsTheRefusal(3025)), "never_sent_anything");
  Broadcast unsent;
  EXPECT_EQ(unsent.reason(ReportsTheRefusal(3025)), "never_wrote_to_be_refused");
  unsent.ends(Program::End::kTimeout);
  EXPECT_EQ(unsent.reason(ReportsTheRefusal(3025)), "timed_out");
}

}  // namespace
}  // namespace lab::labs
