// A mailslot that is left to a child, in handwritten runs.
#include "labs/07_slot_heir/matchers.h"

#include <gtest/gtest.h>

#include "checks/cases.h"
#include "checks/mail_by_hand.h"

namespace lab::labs {

using namespace checks;

namespace {

using trace::Event;
using trace::Object;
using trace::Program;

constexpr char kSlot[] = "mailbox";
constexpr int kSlotHandle = 1, kHeir = 1;

// SlotHeir creates its mailslot; the tests add the rest.
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
    start.text["command_line"] = heir.name + ".exe heir 84";
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
};

using Runs = Cases<Heirloom>;

// Everything as it should be.
void inherits_well(Heirloom& it) { it.inherits_well(); }

TEST(HeirOf, IsCalledWithoutTheNumberOfItsHandle) {
  Heirloom it;
  it.starts();
  EXPECT_EQ(heir_of(it.run, kSlot)->name, "SlotHeir heir");
  EXPECT_EQ(heir_of(it.run, kSlot)->program, kHeir);
  EXPECT_FALSE(heir_of(Heirloom().run, kSlot));
}

const Runs kLeavesToAnHeir{
    {"AsItShould", "", inherits_well},
    {"StartedNobody", "never_started_an_heir", nothing},
    {"StartedSomethingElse", "started_something_else", [](auto& it) { it.starts(true, true, "notepad"); }},
    {"TheStartFailed", "heir_not_started", [](auto& it) { Heirloom::failed(it.add(Api::kCreateProcess), 2); }},
    {"InheritsNothing", "heir_inherits_nothing", [](auto& it) { it.starts(false); }},
    {"NotInheritable", "slot_not_inheritable", [](auto& it) { it.starts(true, false); }},
    {"ClosedBefore", "slot_closed_before_its_heir",
     [](auto& it) {
       it.closes(kSlotHandle);
       it.starts(true, false);
     }},
    {"AWritersHandleIsNoInheritance", "slot_not_inheritable",
     [](auto& it) {
       it.starts().on = {{Object::Kind::kMailslotClient, -1, 2, 0}};
     }},
};
INSTANTIATE_TEST_SUITE_P(LeavesToAnHeir, Matcher, rows(kLeavesToAnHeir, LeavesToAnHeir(kSlot)), name_of_row);

const Runs kHeirReads{
    {"AsItShould", "", inherits_well},
    {"Nothing", {"heir_never_reads", {{"line", "SlotHeir.exe heir 84"}}}, [](auto& it) { it.starts(); }},
    {"ALineWithoutTheProgramsName",
     {"heir_line_lacks_its_name", {{"line", "heir 84"}, {"first", "heir"}}},
     [](auto& it) { return (it.starts().text["command_line"] = "heir 84", it.run.calls.back().begin.order); }},
    {"Null", "heir_reads_null",
     [](auto& it) {
       it.starts();
       Heirloom::failed(it.of_heir(it.on_slot(Api::kReadFile, Object::Kind::kNull, -1)), 6);
     }},
    {"NoHandle", "heir_reads_no_handle",
     [](auto& it) {
       it.starts();
       Heirloom::failed(it.of_heir(it.on_slot(Api::kReadFile, Object::Kind::kInvalid, -1)), 6);
     }},
    {"ASlotOfItsOwn", "heir_makes_a_slot",
     [](auto& it) {
       it.starts();
       Heirloom::failed(it.of_heir(it.add(Api::kCreateMailslot)), 183);
     }},
    {"WithoutArguments", "heir_was_told_nothing",
     [](auto& it) {
       it.starts();
       it.run.programs.back().arguments.clear();
       Heirloom::failed(it.of_heir(it.add(Api::kCreateMailslot)), 183);
     }},
    {"OpensItByName", "heir_opens_by_name",
     [](auto& it) {
       it.starts();
       it.of_heir(it.opens(0));
     }},
    {"ItsParentDoes", "maker_reads_itself",
     [](auto& it) {
       it.starts();
       it.passes("one");
     }},
};
INSTANTIATE_TEST_SUITE_P(HeirReads, Matcher, rows(kHeirReads, HeirReads(kSlot)), name_of_row);

const Runs kHeirPrints{
    {"AsItShould", "", inherits_well},
    {"ReadNoMore", "message_never_read",
     [](auto& it) {
       it.starts();
       it.heir_passes("one");
       it.posts("two");
     }},
    {"CutOne", "heir_did_not_print",
     [](auto& it) {
       it.starts();
       it.posts("one");
       it.of_heir(it.reads("one"));
       it.prints("on\n");
     }},
    {"Twice", "heir_printed_otherwise",
     [](auto& it) {
       it.starts();
       it.heir_passes("one");
       it.prints("one\n");
     }},
    {"TheSlotWasGone", "slot_gone_too_early",
     [](auto& it) {
       it.starts();
       it.heir_passes("one");
       it.posts("two");
       it.run.events.back().kind = Event::Kind::kRefused;
       it.run.events.back().slot = -1;
     }},
    {"TookATimeOutForAFailure", "took_121_for_failure",
     [](auto& it) {
       it.starts();
       it.of_heir(it.read_fails(121));
     }},
    {"RoomInCharacters", "read_room_in_characters",
     [](auto& it) {
       it.starts();
       it.posts(std::string(200, 'x'));
       it.of_heir(it.read_fails(122, 202));
     }},
    {"ReadNoMoreAfterAnError", "read_no_more_after_error",
     [](auto& it) {
       it.starts();
       it.of_heir(it.read_fails(1117));
     }},
    {"ARunWithoutMessagesShowsNothing", "heir_never_reads", [](auto& it) { it.starts(); }},
};
INSTANTIATE_TEST_SUITE_P(HeirPrintsEveryMessage, Matcher, rows(kHeirPrints, HeirPrintsEveryMessage(kSlot)), name_of_row);

const Runs kHeirStops{
    {"AsItShould", "", inherits_well},
    {"Untold", "ended_untold",
     [](auto& it) {
       it.starts();
       it.heir_passes("one");
     }},
    {"ReadsAgain", "read_again_after_exit",
     [](auto& it) {
       it.inherits_well();
       Heirloom::failed(it.of_heir(it.on_slot(Api::kReadFile, Object::Kind::kMailslot, 0)), 6);
     }},
    {"SaysNoGoodBye", "sentence_not_printed",
     [](auto& it) {
       it.starts();
       it.heir_passes("exit");
     }},
    {"ExitCode1", "wrong_exit_code",
     [](auto& it) {
       it.inherits_well();
       it.run.programs[kHeir].exit_code = 1;
     }},
};
INSTANTIATE_TEST_SUITE_P(HeirStopsAtTheMessageExit, Matcher, rows(kHeirStops, HeirStopsAtTheMessageExit(kSlot)), name_of_row);

const Runs kWaitsForItsHeir{
    {"AsItShould", "", inherits_well},
    {"Never", "never_waited", [](auto& it) { it.starts(); }},
    {"TimedOut", "wait_timed_out_ignored",
     [](auto& it) {
       it.starts();
       it.waits(258);
     }},
    {"AWaitThatTheGraderGaveUpWasOne", "",
     [](auto& it) {
       it.starts();
       Call& wait = it.waits(0xFFFFFFFF);
       wait.error = 995;
       wait.ended_by_grader = true;
     }},
};
INSTANTIATE_TEST_SUITE_P(WaitsForItsHeir, Matcher, rows(kWaitsForItsHeir, WaitsForItsHeir(kSlot)), name_of_row);

const Runs kKeepsNoHandleOf{
    {"AsItShould", "", inherits_well},
    {"ClosedLate", "maker_closes_late",
     [](auto& it) {
       it.starts();
       it.heir_passes("one");
       it.closes(kSlotHandle);
     }},
    {"NeverClosed", "maker_never_closes",
     [](auto& it) {
       it.starts();
       it.heir_passes("one");
     }},
    {"ADuplicateNeverClosed", "maker_never_closes",
     [](auto& it) {
       it.on_slot(Api::kDuplicateHandle, Object::Kind::kMailslot, 0).handles = {7};
       it.starts();
       it.closes(kSlotHandle);
       it.heir_passes("one");
     }},
    // A message that is older than the heir does not matter for who holds a handle at that time.
    {"AMessageThatIsOlderThanTheHeir", "",
     [](auto& it) {
       it.posts("older");
       it.starts();
       it.closes(kSlotHandle);
       it.of_heir(it.reads("older"));
     }},
};
INSTANTIATE_TEST_SUITE_P(KeepsNoHandleOf, Matcher, rows(kKeepsNoHandleOf, KeepsNoHandleOf(kSlot)), name_of_row);

const Runs kHeirClosesItsHandle{
    {"AsItShould", "", inherits_well},
    {"Never", "heir_leaves_it_open", [](auto& it) { it.starts(); }},
    {"Twice", "slot_closed_twice",
     [](auto& it) {
       it.inherits_well();
       Heirloom::failed(it.of_heir(it.closes(1, Object::Kind::kClosed)), 6);
     }},
    {"KilledBeforeItCould", "",
     [](auto& it) {
       it.starts();
       it.run.programs[kHeir].end = Program::End::kKilled;
     }},
};
INSTANTIATE_TEST_SUITE_P(HeirClosesItsHandle, Matcher, rows(kHeirClosesItsHandle, HeirClosesItsHandle(kSlot)), name_of_row);

}  // namespace
}  // namespace lab::labs
