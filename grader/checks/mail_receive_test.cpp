// What a receiver does, on runs made by hand: each matcher is met by what is right and tells each mistake from the others.
#include <gtest/gtest.h>

#include "checks/mail_by_hand.h"

namespace lab::checks {
namespace {

using trace::Object;
using trace::Program;

constexpr char kSlot[] = "mailbox";
constexpr std::uint32_t kIllegalInstruction = 0xC000001D, kAccessViolation = 0xC0000005;

class Receiver : public MailByHand {
 public:
  explicit Receiver(bool wide = true) : MailByHand("MailReceiver") { creates(kSlot, wide); }
  void stops() {
    posts("exit");
    reads("exit");
    says_goodbye();
  }
  std::string stopping() const { return reason(StopsAtTheMessageExit(kSlot)); }
};

TEST(CreatesSlot, AnySpellingOfTheNameWillDo) {
  for (const char* name : {"mailbox", "MailBox", "MAILBOX"}) {
    MailByHand it("MailReceiver");
    it.creates(name);
    EXPECT_EQ(it.reason(CreatesSlot(kSlot)), "") << name;
  }
  MailByHand chat("MailChat");
  chat.creates("chat/a");
  EXPECT_EQ(chat.reason(CreatesSlot("chat\\A")), "");
}

TEST(CreatesSlot, AProgramThatGaveUpBeforeIsToldSoInItsOwnWords) {
  MailByHand it("BroadcastReceiver");
  it.prints("Unable to tell the computer's name: error 111\r\n");
  it.ends(Program::End::kItself, 1);
  const Because because = CreatesSlot(kSlot).reason_against(it.run);
  EXPECT_EQ(because.id(), "gave_up_before_creating");
  EXPECT_EQ(because.args["said"], "Unable to tell the computer's name: error 111");
  EXPECT_EQ(because.args["code"], 1);
  EXPECT_EQ(it.reason(CreatesSlot(kSlot)), "gave_up_before_creating");
  it.ends(Program::End::kItself, 0);
  EXPECT_EQ(it.reason(CreatesSlot(kSlot)), "never_created_slot") << "who ends with 0 has not given up";
  MailByHand stub("BroadcastReceiver");  // tells of the mailslot that it never asked for
  stub.prints("Unable to create mailslot: error 0\r\n");
  stub.ends(Program::End::kItself, 1);
  EXPECT_EQ(stub.reason(CreatesSlot(kSlot)), "never_created_slot");
}

TEST(CreatesSlot, TellsWhatWasDoneInstead) {
  MailByHand never("MailReceiver");
  EXPECT_EQ(never.reason(CreatesSlot(kSlot)), "never_created_slot");
  never.open_fails("\\\\.\\mailslot\\mailbox", 2);
  EXPECT_EQ(never.reason(CreatesSlot(kSlot)), "opened_instead_of_created");
  MailByHand other("MailReceiver");
  other.creates("postbox");
  EXPECT_EQ(other.reason(CreatesSlot(kSlot)), "slot_of_another_name");
  MailByHand others("MailReceiver");
  others.create_fails("\\\\.\\mailslot\\postbox", 183);
  EXPECT_EQ(others.reason(CreatesSlot(kSlot)), "slot_of_another_name");
  MailByHand arguments("MailReceiver");
  arguments.create_fails("\\\\.\\mailslot\\mailbox", 87);
  EXPECT_EQ(arguments.reason(CreatesSlot(kSlot)), "creation_failed");
  MailByHand single("MailReceiver");
  single.create_fails("\\.mailslotmailbox", 123);
  EXPECT_EQ(single.reason(CreatesSlot(kSlot)), "slot_refused");
  MailByHand elsewhere("MailReceiver");
  elsewhere.create_fails("\\\\*\\mailslot\\mailbox", 3);
  EXPECT_EQ(elsewhere.reason(CreatesSlot(kSlot)), "slot_elsewhere");
  MailByHand crashed("MailReceiver");
  crashed.ends(Program::End::kCrashed, kAccessViolation);
  EXPECT_EQ(crashed.reason(CreatesSlot(kSlot)), "crashed");
}

TEST(CreatesSlot, TheGradersOwnIsNotTheProgramsDoing) {
  MailByHand it("MailReceiver");
  it.slot(kSlot, -1);
  EXPECT_NE(it.reason(CreatesSlot(kSlot)), "");
}

TEST(ReadsUntilExit, TellsWhyItReadNoFurther) {
  Receiver fits_not;
  fits_not.posts(std::string(60, 'x'));
  fits_not.read_fails(122, 100);
  EXPECT_EQ(fits_not.reason(ReadsUntilExit(kSlot)), "gave_up_on_122");
  fits_not.ends(Program::End::kLoop);
  EXPECT_EQ(fits_not.reason(ReadsUntilExit(kSlot)), "asked_again_with_the_same_room");
  Receiver characters;
  characters.posts(std::string(49, 'x'));
  characters.read_fails(122, 50);
  EXPECT_EQ(characters.reason(ReadsUntilExit(kSlot)), "read_room_in_characters");
  Receiver odd;
  odd.posts(std::string(200, 'x'));
  odd.read_fails(122, 255);
  EXPECT_EQ(odd.reason(ReadsUntilExit(kSlot)), "read_room_in_characters");
  Receiver longest;
  longest.posts(std::string(200, 'x'));
  longest.read_fails(122, 202);
  EXPECT_EQ(longest.reason(ReadsUntilExit(kSlot)), "read_room_in_characters");
  Receiver too_small;
  too_small.posts(std::string(200, 'x'));
  too_small.read_fails(122, 256);
  EXPECT_EQ(too_small.reason(ReadsUntilExit(kSlot)), "gave_up_on_122");
  Receiver early;
  early.passes("hello");
  early.read_fails(121);
  EXPECT_EQ(early.reason(ReadsUntilExit(kSlot)), "took_121_for_failure");
  Receiver never;
  never.posts("hello");
  EXPECT_EQ(never.reason(ReadsUntilExit(kSlot)), "never_read");
  EXPECT_EQ(never.reason(Reads(kSlot)), "never_read");
  never.reads("hello");
  EXPECT_EQ(never.reason(Reads(kSlot)), "");
  Receiver waiting;
  waiting.posts("hello");
  waiting.blocked_in(waiting.on_slot(Api::kWaitForSingleObject, Object::Kind::kMailslot, 0));
  EXPECT_EQ(waiting.reason(ReadsUntilExit(kSlot)), "waits_on_slot");
}

TEST(ReadsUntilExit, TellsAReadOfSomethingThatIsNotTheMailslot) {
  for (const Object::Kind kind : {Object::Kind::kNull, Object::Kind::kInvalid, Object::Kind::kPseudo, Object::Kind::kMailslotClient}) {
    Receiver it;
    it.posts("hello");
    Call& read = MailByHand::failed(it.on_slot(Api::kReadFile, kind, -1), 6);
    EXPECT_EQ(it.reason(Reads(kSlot)), "read_something_else");
    read.thread = 2;
    EXPECT_EQ(it.reason(Reads(kSlot)), "thread_read_something_else");
    EXPECT_EQ(Reads(kSlot).reason_against(it.run).args["error"], 6);
    it.reads("hello");
    EXPECT_EQ(it.reason(Reads(kSlot)), "");
  }
  Receiver keyboard;
  keyboard.posts("hello");
  MailByHand::failed(keyboard.add(Api::kReadFile), 6);
  EXPECT_EQ(keyboard.reason(Reads(kSlot)), "never_read");
}

TEST(ReadsUntilExit, TellsAReadThatWasTheLastOne) {
  Receiver failed;
  failed.posts("hello");
  failed.read_fails(5);
  EXPECT_EQ(failed.reason(ReadsUntilExit(kSlot)), "read_no_more_after_error");
  Receiver other;  // it read something, but never this
  other.stops();
  other.posts("hello");
  EXPECT_EQ(other.reason(PrintsEveryMessage(kSlot)), "");
  other.run.events.erase(other.run.events.begin());  // `exit` came unasked for
  EXPECT_EQ(other.reason(PrintsEveryMessage(kSlot)), "message_not_read");
}

TEST(PrintsEveryMessage, WantsThemAllToHaveCome) {
  Receiver none;  // it ended before one could be written
  EXPECT_EQ(none.reason(PrintsEveryMessage(kSlot)), "never_read");
  Receiver small;
  small.passes("a");
  trace::Call made;
  made.api = Api::kCreateMailslot;
  made.slot = 0;
  made.flags = 8;
  small.run.calls.push_back(made);
  EXPECT_EQ(small.reason(PrintsEveryMessage(kSlot)), "");
  small.posts("hello");
  small.run.events.back().kind = trace::Event::Kind::kRefused;
  EXPECT_EQ(small.reason(PrintsEveryMessage(kSlot)), "message_refused");
  EXPECT_EQ(small.reason(OutlivesAnOversizedMessage(kSlot)), "message_refused") << "only the first may be";
  small.run.events.erase(small.run.events.begin());
  EXPECT_NE(small.reason(OutlivesAnOversizedMessage(kSlot)), "message_refused");
}

TEST(ReadsUntilExit, TellsWhichMessageWasTakenForTheEnd) {
  Receiver longer;
  longer.passes("exiting soon");
  EXPECT_EQ(longer.reason(ReadsUntilExit(kSlot)), "ended_on_longer_message");
  Receiver stale;
  stale.passes("xxit");
  stale.passes("ex");
  EXPECT_EQ(stale.reason(ReadsUntilExit(kSlot)), "ended_on_stale_text");
  Receiver empty;
  empty.passes("hello");
  empty.passes("", "");
  EXPECT_EQ(empty.reason(ReadsUntilExit(kSlot)), "ended_on_empty_message");
  Receiver any;
  any.passes("hello");
  EXPECT_EQ(any.reason(ReadsUntilExit(kSlot)), "ended_after_message");
  any.stops();
  EXPECT_EQ(any.reason(ReadsUntilExit(kSlot)), "");
}

TEST(ReadsUntilExit, AMailslotThatIsMadeAnewLosesItsMessages) {
  Receiver it;
  it.passes("hello");
  it.posts("lost");
  it.creates(kSlot);
  EXPECT_EQ(it.reason(ReadsUntilExit(kSlot)), "slot_made_anew");
}

TEST(StopsAtTheMessageExit, GoodByeAndExitCodeZero) {
  Receiver it;
  it.passes("hello");
  it.stops();
  EXPECT_EQ(it.stopping(), "");
  it.ends(Program::End::kItself, 1);
  EXPECT_EQ(it.stopping(), "wrong_exit_code");
  it.ends(Program::End::kItself, 0);
  it.run.output = "hello\r\nbye\r\n";
  EXPECT_EQ(it.stopping(), "sentence_not_printed");
  it.run.errors = "goodbye!";
  EXPECT_EQ(it.stopping(), "");
}

TEST(StopsAtTheMessageExit, AReadAfterItIsTooMuch) {
  Receiver it;
  it.stops();
  it.blocked_in(it.read_fails(995));
  EXPECT_EQ(it.stopping(), "read_again_after_exit");
  Receiver looked;  // found nothing, and ended
  looked.stops();
  looked.read_fails(121);
  EXPECT_EQ(looked.stopping(), "");
  Receiver terminated;
  terminated.posts("exit\r\n");
  terminated.reads("exit\r\n");
  terminated.stops();
  EXPECT_EQ(terminated.stopping(), "terminated_exit_ignored");
}

TEST(EndsOnExit, WhateverItDoesThen) {
  Receiver goes_on;
  goes_on.passes("hello");
  goes_on.posts("exit");
  goes_on.reads("exit");
  goes_on.blocked_in(goes_on.read_fails(995));
  EXPECT_EQ(goes_on.reason(EndsOnExit(kSlot)), "read_again_after_exit");
  goes_on.prints("GoodBye!\n");
  EXPECT_EQ(goes_on.reason(EndsOnExit(kSlot)), "");
  Receiver silent;
  silent.posts("exit");
  silent.reads("exit");
  silent.ends(Program::End::kItself, 1);
  EXPECT_EQ(silent.reason(EndsOnExit(kSlot)), "");
}

TEST(OutlivesAnOversizedMessage, PrintedRefusedOrReported) {
  const std::string large(2000, 'x');
  const auto matcher = OutlivesAnOversizedMessage(kSlot);
  Receiver whole;
  whole.passes(large);
  whole.passes("after");
  whole.stops();
  EXPECT_EQ(whole.reason(matcher), "");
  Receiver reported;
  reported.posts(large);
  reported.read_fails(122);
  reported.run.errors = "Unable to read\n";
  reported.ends(Program::End::kItself, 1);
  EXPECT_EQ(reported.reason(matcher), "");
  Receiver refused;
  refused.posts(large);
  refused.run.events.back().kind = trace::Event::Kind::kRefused;
  refused.passes("after");
  refused.stops();
  EXPECT_EQ(refused.reason(matcher), "");
}

TEST(OutlivesAnOversizedMessage, LostLoopedOrCrashed) {
  const std::string large(2000, 'x');
  const auto matcher = OutlivesAnOversizedMessage(kSlot);
  Receiver unread;  // says so, but of no read
  unread.posts(large);
  unread.run.errors = "Unable to read\n";
  unread.ends(Program::End::kItself, 1);
  EXPECT_EQ(unread.reason(matcher), "never_read");
  Receiver unsaid;
  unsaid.posts(large);
  unsaid.read_fails(122);
  unsaid.reads(large);  // into a larger buffer, and away with it
  unsaid.passes("after");
  unsaid.stops();
  EXPECT_EQ(unsaid.reason(matcher), "oversized_unsaid");
  Receiver silent;
  silent.posts(large);
  silent.read_fails(122);
  EXPECT_EQ(silent.reason(matcher), "gave_up_on_122");
  Receiver looping;
  looping.posts(large);
  looping.read_fails(122).times = 2000;
  looping.ends(Program::End::kLoop);
  EXPECT_EQ(looping.reason(matcher), "asked_again_with_the_same_room");
  Receiver crashed;
  crashed.posts(large);
  crashed.reads(large);
  crashed.ends(Program::End::kCrashed, kAccessViolation);
  crashed.run.facts["built_from"] = "exe";
  EXPECT_EQ(crashed.reason(matcher), "crashed_after_full_buffer");
  Receiver gone;  // no exception, no good-bye
  trace::Event attached;
  attached.kind = trace::Event::Kind::kAttached;
  attached.program = 0;
  gone.run.events.push_back(attached);
  gone.posts(large);
  gone.reads(large);
  EXPECT_EQ(gone.reason(matcher), "vanished_after_message");
}

TEST(IsBuiltFromSource, AnExeIsWatchedByItsConsequencesOnly) {
  Receiver it;
  EXPECT_EQ(it.reason(IsBuiltFromSource()), "");
  it.run.facts["built_from"] = "source";
  EXPECT_EQ(it.reason(IsBuiltFromSource()), "");
  it.run.facts["built_from"] = "exe";
  EXPECT_EQ(it.reason(IsBuiltFromSource()), "judged_by_consequences");
}

TEST(TakesATimeOutForNothingYet, ReadsOnAndSaysNothing) {
  const auto matcher = TakesATimeOutForNothingYet(kSlot);
  Receiver it;
  it.read_fails(121);
  it.passes("late");
  it.read_fails(121);
  it.stops();
  EXPECT_EQ(it.reason(matcher), "");
  it.run.errors = "Unable to read\n";
  EXPECT_EQ(it.reason(matcher), "reported_the_time_out");
  Receiver ended;
  ended.read_fails(121);
  EXPECT_EQ(ended.reason(matcher), "took_121_for_failure");
}

TEST(ReportsThatTheNameIsTaken, AndReadsNothing) {
  const auto matcher = ReportsThatTheNameIsTaken();
  MailByHand it("MailReceiver");
  it.create_fails("\\\\.\\mailslot\\mailbox", 183);
  EXPECT_EQ(it.reason(matcher), "sentence_not_printed");
  it.run.output = "unable to create  mailslot\n";
  EXPECT_EQ(it.reason(matcher), "wrong_exit_code");
  it.ends(Program::End::kItself, 1);
  EXPECT_EQ(it.reason(matcher), "");
  it.on_slot(Api::kReadFile, Object::Kind::kPseudo, -1).result = 0;
  EXPECT_EQ(it.reason(matcher), "used_no_handle");
}

TEST(ReportsTheFailedRead, SaysItAndEndsWithOne) {
  const auto matcher = ReportsTheFailedRead(kSlot);
  Receiver it;
  it.passes("first");
  it.read_fails(1117).faulted = true;
  it.run.errors = "Unable to read\n";
  EXPECT_EQ(it.reason(matcher), "wrong_exit_code");
  it.ends(Program::End::kItself, 1);
  EXPECT_EQ(it.reason(matcher), "");
  it.run.errors.clear();
  EXPECT_EQ(it.reason(matcher), "failed_read_unsaid");
  it.blocked_in(it.read_fails(995));
  EXPECT_EQ(it.reason(matcher), "read_on_after_error");
}

TEST(ReportsTheFailedRead, AReadThatNeverCameIsNoReport) {
  Receiver it;
  it.passes("first");
  it.run.errors = "Unable to read\n";
  it.ends(Program::End::kItself, 1);
  EXPECT_EQ(it.reason(ReportsTheFailedRead(kSlot)), "ended_after_message");
}

}  // namespace
}  // namespace lab::checks
