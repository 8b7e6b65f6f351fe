// A mailslot that is left to a child, on runs made by hand.
#include "labs/07_slot_heir/matchers.h"

#include <gtest/gtest.h>

#include "checks/mail_by_hand.h"

namespace lab::labs {

using namespace checks;

namespace {

using trace::Event;
using trace::Object;
using trace::Program;

constexpr char kSlot[] = "mailbox";
constexpr int kSlotHandle = 1, kHeir = 1;

// SlotHeir makes its mailslot; what follows is the test's.
class Heirloom : public MailByHand {
 public:
  Heirloom() : MailByHand("SlotHeir") { creates(kSlot); }

  Call& starts(bool inherits = true, bool inheritable = true, const std::string& name = "SlotHeir") {
    Program heir;
    heir.name = name;
    heir.arguments = "heir 84";
    heir.role = name == "SlotHeir" ? Program::Role::kChild : Program::Role::kForeign;
    heir.parent = 0;
    heir.attached = true;
    heir.end = Program::End::kItself;
    run.programs.push_back(heir);
    Call& start = add(Api::kCreateProcess);
    start.started = static_cast<int>(run.programs.size()) - 1;
    start.handles = {11, 12};
    start.inherits = inherits;
    if (inherits && inheritable) start.on = {{Object::Kind::kMailslot, -1, kSlotHandle, 0}};
    return start;
  }
  Call& of_heir(Call& call) {
    call.program = kHeir;
    return call;
  }
  void heir_passes(const std::string& text) {
    posts(text);
    of_heir(reads(text));
    if (text != "exit") prints(text + "\n");
  }
  Call& waits(std::int64_t result = 0) {
    Call& wait = add(Api::kWaitForSingleObject);
    wait.on = {{Object::Kind::kProcess, kHeir, 11}};
    wait.timeout_ms = 0xFFFFFFFF;
    wait.result = result;
    return wait;
  }
  // Everything as it should be.
  void inherits_well() {
    starts();
    closes(kSlotHandle);
    heir_passes("one");
    heir_passes("two");
    heir_passes("exit");
    says_goodbye();
    of_heir(closes(1));
    waits();
  }
  std::string left() const { return reason(LeavesToAnHeir(kSlot)); }
  std::string heir_reads() const { return reason(HeirReads(kSlot)); }
  std::string printed() const { return reason(HeirPrintsEveryMessage(kSlot)); }
  std::string stopped() const { return reason(HeirStopsAtTheMessageExit(kSlot)); }
  std::string waited() const { return reason(WaitsForItsHeir(kSlot)); }
  std::string kept() const { return reason(KeepsNoHandleOf(kSlot)); }
  std::string heir_closed() const { return reason(HeirClosesItsHandle(kSlot)); }
};

TEST(SlotHeirWords, AMailslotThatIsLeftWellMeetsThemAll) {
  Heirloom it;
  it.inherits_well();
  EXPECT_EQ(it.left(), "");
  EXPECT_EQ(it.heir_reads(), "");
  EXPECT_EQ(it.printed(), "");
  EXPECT_EQ(it.stopped(), "");
  EXPECT_EQ(it.waited(), "");
  EXPECT_EQ(it.kept(), "");
  EXPECT_EQ(it.heir_closed(), "");
}

TEST(SlotHeirWords, TheHeirIsCalledWithoutTheNumberOfItsHandle) {
  Heirloom it;
  it.starts();
  EXPECT_EQ(heir_of(it.run, kSlot)->name, "SlotHeir heir");
  EXPECT_EQ(heir_of(it.run, kSlot)->program, kHeir);
  EXPECT_FALSE(heir_of(Heirloom().run, kSlot));
}

TEST(LeavesToAnHeir, TellsWhichOfTheTwoDidNotAgree) {
  Heirloom nobody, foreign, not_started, inherits_nothing, not_inheritable, closed;
  EXPECT_EQ(nobody.left(), "never_started_an_heir");
  foreign.starts(true, true, "notepad");
  EXPECT_EQ(foreign.left(), "started_something_else");
  Heirloom::failed(not_started.add(Api::kCreateProcess), 2);
  EXPECT_EQ(not_started.left(), "heir_not_started");
  inherits_nothing.starts(false);
  EXPECT_EQ(inherits_nothing.left(), "heir_inherits_nothing");
  not_inheritable.starts(true, false);
  EXPECT_EQ(not_inheritable.left(), "slot_not_inheritable");
  closed.closes(kSlotHandle);
  closed.starts(true, false);
  EXPECT_EQ(closed.left(), "slot_closed_before_its_heir");
}

TEST(LeavesToAnHeir, AWritersHandleIsNoInheritance) {
  Heirloom it;
  it.starts().on = {{Object::Kind::kMailslotClient, -1, 2, 0}};
  EXPECT_EQ(it.left(), "slot_not_inheritable");
}

TEST(HeirReads, TellsWhatTheHeirDidInstead) {
  Heirloom never, null, other, own, by_name, parent;
  never.starts();
  EXPECT_EQ(never.heir_reads(), "heir_never_reads");
  null.starts();
  Heirloom::failed(null.of_heir(null.on_slot(Api::kReadFile, Object::Kind::kNull, -1)), 6);
  EXPECT_EQ(null.heir_reads(), "heir_reads_null");
  other.starts();
  Heirloom::failed(other.of_heir(other.on_slot(Api::kReadFile, Object::Kind::kInvalid, -1)), 6);
  EXPECT_EQ(other.heir_reads(), "heir_reads_no_handle");
  own.starts();
  Heirloom::failed(own.of_heir(own.add(Api::kCreateMailslot)), 183);
  EXPECT_EQ(own.heir_reads(), "heir_makes_a_slot");
  by_name.starts();
  by_name.of_heir(by_name.opens(0));
  EXPECT_EQ(by_name.heir_reads(), "heir_opens_by_name");
  parent.starts();
  parent.passes("one");
  EXPECT_EQ(parent.heir_reads(), "maker_reads_itself");
}

TEST(HeirPrintsEveryMessage, TellsWhatBecameOfTheFirstThatIsMissing) {
  Heirloom unread, unprinted, twice, gone;
  unread.starts();
  unread.heir_passes("one");
  unread.posts("two");
  EXPECT_EQ(unread.printed(), "message_never_read");
  unprinted.starts();
  unprinted.posts("one");
  unprinted.of_heir(unprinted.reads("one"));
  unprinted.prints("on\n");
  EXPECT_EQ(unprinted.printed(), "heir_did_not_print");
  twice.starts();
  twice.heir_passes("one");
  twice.prints("one\n");
  EXPECT_EQ(twice.printed(), "heir_printed_otherwise");
  gone.starts();
  gone.heir_passes("one");
  gone.posts("two");
  gone.run.events.back().kind = Event::Kind::kRefused;
  gone.run.events.back().slot = -1;
  EXPECT_EQ(gone.printed(), "slot_gone_too_early");
}

TEST(HeirPrintsEveryMessage, TellsWhyTheHeirGaveUp) {
  Heirloom timed_out, no_room, otherwise;
  timed_out.starts();
  timed_out.of_heir(timed_out.read_fails(121));
  EXPECT_EQ(timed_out.printed(), "took_121_for_failure");
  no_room.starts();
  no_room.posts(std::string(200, 'x'));
  no_room.of_heir(no_room.read_fails(122, 202));
  EXPECT_EQ(no_room.printed(), "read_room_in_characters");
  otherwise.starts();
  otherwise.of_heir(otherwise.read_fails(1117));
  EXPECT_EQ(otherwise.printed(), "read_no_more_after_error");
}

TEST(HeirPrintsEveryMessage, ARunWithoutMessagesShowsNothing) {
  Heirloom it;
  it.starts();
  EXPECT_EQ(it.printed(), "heir_never_reads");
}

TEST(HeirStops, OnExitAndNotWithoutIt) {
  Heirloom untold, again, silent, failed;
  untold.starts();
  untold.heir_passes("one");
  EXPECT_EQ(untold.stopped(), "ended_untold");
  again.inherits_well();
  Heirloom::failed(again.of_heir(again.on_slot(Api::kReadFile, Object::Kind::kMailslot, 0)), 6);
  EXPECT_EQ(again.stopped(), "read_again_after_exit");
  silent.starts();
  silent.heir_passes("exit");
  EXPECT_EQ(silent.stopped(), "sentence_not_printed");
  failed.inherits_well();
  failed.run.programs[kHeir].exit_code = 1;
  EXPECT_EQ(failed.stopped(), "wrong_exit_code");
}

TEST(WaitsForItsHeir, AWaitThatTheGraderGaveUpWasOne) {
  Heirloom never, timed_out, given_up;
  never.starts();
  EXPECT_EQ(never.waited(), "never_waited");
  timed_out.starts();
  timed_out.waits(258);
  EXPECT_EQ(timed_out.waited(), "wait_timed_out_ignored");
  given_up.starts();
  Call& wait = given_up.waits(0xFFFFFFFF);
  wait.error = 995;
  wait.ended_by_grader = true;
  EXPECT_EQ(given_up.waited(), "");
}

TEST(KeepsNoHandleOf, OwnHandlesAndDuplicatesMustBeClosedWhenTheFirstMessageComes) {
  Heirloom late, never, duplicate, older;
  late.starts();
  late.heir_passes("one");
  late.closes(kSlotHandle);
  EXPECT_EQ(late.kept(), "maker_closes_late");
  never.starts();
  never.heir_passes("one");
  EXPECT_EQ(never.kept(), "maker_never_closes");
  duplicate.on_slot(Api::kDuplicateHandle, Object::Kind::kMailslot, 0).handles = {7};
  duplicate.starts();
  duplicate.closes(kSlotHandle);
  duplicate.heir_passes("one");
  EXPECT_EQ(duplicate.kept(), "maker_never_closes");
  // A message that is older than the heir says nothing of who holds the mailslot then.
  older.posts("older");
  older.starts();
  older.closes(kSlotHandle);
  older.of_heir(older.reads("older"));
  EXPECT_EQ(older.kept(), "");
}

TEST(HeirClosesItsHandle, Once) {
  Heirloom open, twice, killed;
  open.starts();
  EXPECT_EQ(open.heir_closed(), "heir_leaves_it_open");
  twice.inherits_well();
  Heirloom::failed(twice.of_heir(twice.closes(1, Object::Kind::kClosed)), 6);
  EXPECT_EQ(twice.heir_closed(), "slot_closed_twice");
  killed.starts();
  killed.run.programs[kHeir].end = Program::End::kKilled;
  EXPECT_EQ(killed.heir_closed(), "");
}

}  // namespace
}  // namespace lab::labs
