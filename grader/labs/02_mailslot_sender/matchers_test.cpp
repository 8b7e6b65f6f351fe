// A sender and the student's receiver, running at the same time, in handwritten runs.
#include "labs/02_mailslot_sender/matchers.h"

#include <gtest/gtest.h>

#include "checks/cases.h"
#include "checks/mail_by_hand.h"

namespace lab::labs {

using namespace checks;

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
  void prints_no_more_and_blocks() {
    receiver().end = Program::End::kBlocked;
    receiver().output = "a\r\n";
  }
};

const Cases<Pair> kIsUnderstoodBy{
    {"EveryLineIsPrintedAndBothEnd", "", nothing},
    {"ItsPeerDoesNotEnd", "peer_did_not_end", [](auto& it) { it.receiver().end = Program::End::kBlocked; }},
    {"ItsPeerDoesNotPrint", "peer_did_not_print", [](auto& it) { it.prints_no_more_and_blocks(); }},
    {"ItsPeerMadeNoSlot", "peer_made_no_slot",
     [](auto& it) {
       it.prints_no_more_and_blocks();
       it.run.slots.clear();
     }},
    {"ItsPeerIsNotStarted", "peer_not_started",
     [](auto& it) {
       it.run.slots.clear();
       it.run.programs.pop_back();
     }},
    {"HalvesOfDifferentWidths", "halves_speak_differently",
     [](auto& it) {
       it = Pair(false);
       it.receiver().output = "a\r\nh\r\n";
     }},
    {"ALineThatWasNotSentIsTheSendersMistake", "line_cut",
     [](auto& it) {
       it.receiver().output = "a\r\nhell\r\n";
       for (Call& call : it.run.calls)
         if (call.text["message"] == "hello") call.text["message"] = "hell";
     }},
};
INSTANTIATE_TEST_SUITE_P(IsUnderstoodBy, Matcher, rows(kIsUnderstoodBy, IsUnderstoodBy("MailReceiver")), name_of_row);

const Cases<Pair> kCallsTheOpenOpen{
    {"Create", "sentence_not_printed", [](auto& it) { it.run.output = "Unable to create mailslot!\n"; }},
    {"Open", "", [](auto& it) { it.run.output = "Unable to open mailslot!\n"; }},
};
INSTANTIATE_TEST_SUITE_P(CallsTheOpenOpen, Matcher, rows(kCallsTheOpenOpen, CallsTheOpenOpen()), name_of_row);

}  // namespace
}  // namespace lab::labs
