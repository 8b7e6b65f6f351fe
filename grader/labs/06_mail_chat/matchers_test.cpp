// The two directions of a chat, in handwritten runs.
#include "labs/06_mail_chat/matchers.h"

#include <gtest/gtest.h>

#include "checks/cases.h"
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
};

void takes_no_turns(Chat& it) {
  it.hears("one");
  it.hears("two");
  it.sends("three");
  it.sends("four");
  it.hears("five");
  it.types("exit\n");
}

const Cases<Chat> kTakesNoTurns{
    {"WhateverComesIsDealtWithBeforeTheOtherSideMoves", "", takes_no_turns},
    {"ReadsOnlyAfterALine", "read_only_after_a_line",
     [](auto& it) {
       it.posts("one", kMySlot);
       it.sends("two");
       it.reads("one", kMySlot);
     }},
    {"SendsOnlyAfterAMessage", "sent_only_after_a_message",
     [](auto& it) {
       it.add(Api::kCreateThread);
       it.types("one\n");
       it.posts("two", kMySlot);
       it.reads("two", kMySlot);
       it.writes("one");
     }},
    {"ItsOnlyThreadReads",
     {"sent_by_no_second_thread", {{"text", "one"}}},
     [](auto& it) {
       it.types("one\n");
       it.posts("two", kMySlot);
       it.reads("two", kMySlot);
       it.writes("one");
     }},
    {"NeverReads", "message_never_read", [](auto& it) { it.posts("one", kMySlot); }},
    {"NeverSends", "line_never_sent", [](auto& it) { it.types("one\n"); }},
};
INSTANTIATE_TEST_SUITE_P(TakesNoTurns, Matcher, rows(kTakesNoTurns, TakesNoTurns(kMine, kTheirs)), name_of_row);

const Cases<Chat> kPrints{{"WithoutTurns", "", takes_no_turns}};
INSTANTIATE_TEST_SUITE_P(PrintsEveryMessageOfAChat, Matcher, rows(kPrints, PrintsEveryMessage(kMine, Prompt::kNowAndThen)), name_of_row);

void sends_and_stops(Chat& it) {
  it.sends("one");
  it.types("exit\n");
}

const Cases<Chat> kHasSomebodyWhoReads{
    {"OneThreadAtTheKeyboardDoesNot", "nobody_reads", sends_and_stops},
    {"NotEvenWhatCame", "nobody_reads",
     [](auto& it) {
       sends_and_stops(it);
       it.posts("two", kMySlot);
     }},
    {"OneThreadThatReadsNowAndThen", "",
     [](auto& it) {
       sends_and_stops(it);
       it.posts("two", kMySlot);
       it.reads("two", kMySlot);
     }},
    // What that thread does is judged elsewhere.
    {"AThreadOfItsOwn", "",
     [](auto& it) {
       it.add(Api::kCreateThread);
       it.types("exit\n");
     }},
};
INSTANTIATE_TEST_SUITE_P(HasSomebodyWhoReads, Matcher, rows(kHasSomebodyWhoReads, HasSomebodyWhoReads(kMine)), name_of_row);

const Cases<Chat> kSendsEveryLine{
    {"AMailslotOfItsOwnIsNotTakenForTheOpening", "never_opened", [](auto& it) { it.types("one\n"); }},
    {"CreatesInstead", "created_instead_of_opened",
     [](auto& it) {
       it.types("one\n");
       it.create_fails("\\\\.\\mailslot\\chat\\B", 183);
     }},
};
INSTANTIATE_TEST_SUITE_P(SendsEveryLineOfAChat, Matcher, rows(kSendsEveryLine, SendsEveryLine(kTheirs)), name_of_row);

const Cases<Chat> kSpeaksOneWidth{
    {"BothEndsAreOfOne", "", [](auto& it) { it.opens(kTheirSlot, true); }},
    {"OneIsOfAnother", "speaks_both_widths",
     [](auto& it) {
       it.opens(kTheirSlot, true);
       it.opens(kTheirSlot, false);
     }},
};
INSTANTIATE_TEST_SUITE_P(SpeaksOneWidth, Matcher, rows(kSpeaksOneWidth, SpeaksOneWidth(kMine, kTheirs)), name_of_row);

const Cases<Chat> kSaysNotSent{
    {"OfWhatItHasSent",
     {"said_not_sent_of_sent", {{"line", "yes"}}},
     [](auto& it) {
       it.types("yes\n");
       const std::uint64_t sent = it.writes("yes", kTheirSlot).begin.order;
       it.prints("Not sent\n");
       return sent;
     }},
    {"InAGreeting", "",
     [](auto& it) {
       it.prints("Not sent marks a line that nobody got\n");
       it.types("yes\n");
       it.writes("yes", kTheirSlot);
     }},
};
INSTANTIATE_TEST_SUITE_P(SaysNotSent, Matcher, rows(kSaysNotSent, SaysNotSentOfNothingSent(kTheirs)), name_of_row);

// A chat whose peer starts late.
class Alone : public MailByHand {
 public:
  Alone() : MailByHand("MailChat") {
    creates(kMine);
    types("too early\n");
    open_fails("\\\\.\\mailslot\\chat\\B", 2);
  }
  // The peer starts, and another line is typed.
  void peer_comes() {
    creates_peer(slot(kTheirs, -1));
    types("there\n");
  }
  void says_and_opens_again() {
    peer_comes();
    prints("not sent\n");
    opens(1);
  }
};

const Cases<Alone> kGoesOnWithoutItsPeer{
    {"Ends", "ended_without_its_peer", [](auto& it) { it.ends(Program::End::kItself, 1); }},
    {"SaysNothing", "sentence_not_printed", [](auto& it) { it.peer_comes(); }},
    {"NeverOpensAgain", "never_opened_again",
     [](auto& it) {
       it.peer_comes();
       it.prints("not sent\n");
     }},
    {"SendsNothing", "line_not_sent", [](auto& it) { it.says_and_opens_again(); }},
    {"SaysNotSentAndTriesAgain", "",
     [](auto& it) {
       it.says_and_opens_again();
       it.writes("there", 1);
     }},
};
INSTANTIATE_TEST_SUITE_P(GoesOnWithoutItsPeer, Matcher, rows(kGoesOnWithoutItsPeer, GoesOnWithoutItsPeer(kTheirs)), name_of_row);

// The program waits for the thread that reads; the grader makes the wait fail.
void waits_for_its_reader(Chat& it) { it.blocked_in(it.on_slot(Api::kWaitForSingleObject, Object::Kind::kThread, -1)); }

const Cases<Chat> kEndsWhenTheTypingEnds{
    {"EndedUntold", "ended_untold", [](auto& it) { it.hears("one"); }},
    {"ByItselfAndWith0", "",
     [](auto& it) {
       it.hears("one");
       it.types("exit\n");
     }},
    {"WithAnotherCode", "wrong_exit_code",
     [](auto& it) {
       it.hears("one");
       it.types("exit\n");
       it.ends(Program::End::kItself, 3);
     }},
    {"ReadsForever", "reads_forever",
     [](auto& it) {
       it.types("exit\n");
       it.blocked_in(it.read_fails(995, 400, kMySlot));
     }},
    {"StillReads", "still_reads_its_slot",
     [](auto& it) {
       it.run.calls[0].timeout_ms = 200;
       it.hears("one");
       it.types("exit\n");
       it.blocked_in(it.read_fails(995, 400, kMySlot));
     }},
    // The program closed the mailslot after the grader had made its wait fail.
    {"AReadThatItWaitedForIsTheReasonHoweverItEnded", "reads_forever",
     [](auto& it) {
       it.types("exit\n");
       Call read = it.read_fails(6, 400, kMySlot);
       it.run.calls.pop_back();
       waits_for_its_reader(it);
       read.end->order = it.run.calls.back().end->order + 1;
       it.run.calls.push_back(read);
     }},
    {"WaitedForNoRead", "blocked_forever",
     [](auto& it) {
       it.types("exit\n");
       waits_for_its_reader(it);
     }},
    {"AtTheEndOfInput", "", [](auto& it) { it.ends_input(); }},
    {"AskingForMoreIsNoEnd", "reads_on_at_end_of_input",
     [](auto& it) {
       it.ends_input();
       Call& read = it.add(Api::kReadFile);
       read.text["stream"] = "stdin";
       read.times = 21;
       it.ends(Program::End::kLoop);
     }},
};
INSTANTIATE_TEST_SUITE_P(EndsWhenTheTypingEnds, Matcher, rows(kEndsWhenTheTypingEnds, EndsWhenTheTypingEnds()), name_of_row);

}  // namespace
}  // namespace lab::labs
