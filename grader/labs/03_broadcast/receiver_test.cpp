// A receiver on a virtual LAN, on runs made by hand: what it prints names its computer.
#include <gtest/gtest.h>

#include "checks/mail_by_hand.h"
#include "labs/03_broadcast/matchers.h"

namespace lab::labs {

using namespace checks;

namespace {

using trace::Program;

constexpr char kSlot[] = "mailbox";

class Receiver : public MailByHand {
 public:
  Receiver() : MailByHand("BroadcastReceiver") { creates(kSlot); }
  std::string naming() const { return reason(NamesItsComputer(kSlot, "PC2")); }
};

TEST(NamesItsComputer, BeforeEachMessage) {
  Receiver it;
  it.passes("hello", "[PC2] hello\r\n");
  it.passes("two words", "[PC2] two words\r\n");
  it.passes("exit", "");
  EXPECT_EQ(it.naming(), "");
  Receiver prompt;  // the same for every message
  prompt.passes("hello", "got: [PC2] hello\n");
  prompt.passes("bye", "got: [PC2] bye\n");
  EXPECT_EQ(prompt.naming(), "");
}

TEST(NamesItsComputer, TellsWhatWasPrinted) {
  const auto because = [](const std::string& printed) {
    Receiver it;
    it.passes("hello", printed);
    it.passes("exit", "");
    return NamesItsComputer(kSlot, "PC2").reason_against(it.run);
  };
  for (const char* printed : {"hello\n", "[PC1] hello\n", "PC2: hello\n", "[pc2] hello\n", "[PC2]hello\n"}) {
    const Because reason = because(printed);
    EXPECT_EQ(reason.id(), "computer_not_named") << printed;
    EXPECT_EQ(reason.args["expected"], "[PC2] hello");
    EXPECT_EQ(reason.args["seen"].get<std::string>() + "\n", printed);
  }
  EXPECT_EQ(because("[PC2] hallo\n").id(), "message_misprinted");
}

TEST(NamesItsComputer, WhatBecameOfTheMessageIsTheReason) {
  Receiver crashed;
  crashed.posts("hello");
  crashed.ends(Program::End::kCrashed, 0xC000001D);
  crashed.run.facts["built_from"] = "source";
  EXPECT_EQ(crashed.naming(), "array_overrun");
  Receiver without_slots;
  without_slots.passes("hello", "hello\n");
  without_slots.run.slots.clear();
  EXPECT_EQ(without_slots.naming(), "never_read");  // nobody posted anything: a check asks CreatesSlot first, which tells why
  EXPECT_NE(without_slots.reason(CreatesSlot(kSlot)), "");
}

}  // namespace
}  // namespace lab::labs
