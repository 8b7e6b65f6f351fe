// A sender and the student's receiver beside it, on runs made by hand.
#include "labs/02_mailslot_sender/matchers.h"

#include <gtest/gtest.h>

#include "checks/mail_by_hand.h"

namespace lab::labs {
namespace {

using trace::Program;

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

TEST(CallsTheOpenOpen, CreateIsAnotherCall) {
  MailByHand it("MailSender");
  it.run.output = "Unable to create mailslot!\n";
  EXPECT_EQ(it.reason(CallsTheOpenOpen()), "sentence_not_printed");
  it.run.output = "Unable to open mailslot!\n";
  EXPECT_EQ(it.reason(CallsTheOpenOpen()), "");
}

}  // namespace
}  // namespace lab::labs
