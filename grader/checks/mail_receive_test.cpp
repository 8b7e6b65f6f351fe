// How a receiver creates its mailslot and reads from it, in handwritten runs: correct programs match, and each mistake is distinguished
// from the others.
#include <gtest/gtest.h>

#include <algorithm>

#include "checks/cases.h"
#include "checks/mail_by_hand.h"

namespace lab::checks {
namespace {

using trace::Object;
using trace::Program;

constexpr char kSlot[] = "mailbox";
constexpr std::uint32_t kAccessViolation = 0xC0000005;

class Bare : public MailByHand {
 public:
  explicit Bare(const std::string& program = "MailReceiver") : MailByHand(program) {}
};

class Receiver : public Bare {
 public:
  Receiver() { creates(kSlot); }
  void stops() {
    posts("exit");
    reads("exit");
    says_goodbye();
  }
  // The message does not fit in the buffer.
  void cannot_read(std::size_t characters, std::uint32_t room) {
    posts(std::string(characters, 'x'));
    read_fails(122, room);
  }
};

void gives_up(Bare& it, const std::string& program, const std::string& line, std::uint32_t exit_code) {
  it = Bare(program);
  it.prints(line + "\r\n");
  it.ends(Program::End::kItself, exit_code);
}

const Cases<Bare> kCreatesSlot{
    {"AsItIsSpelled", "", [](auto& it) { it.creates("mailbox"); }},
    {"MixedCase", "", [](auto& it) { it.creates("MailBox"); }},
    {"UpperCase", "", [](auto& it) { it.creates("MAILBOX"); }},
    {"NothingWasDone", "never_created_slot", nothing},
    {"OpenedInstead", "opened_instead_of_created", [](auto& it) { it.open_fails("\\\\.\\mailslot\\mailbox", 2); }},
    {"AnotherName", "slot_of_another_name", [](auto& it) { it.creates("postbox"); }},
    {"AnotherNameInVain", "slot_of_another_name", [](auto& it) { it.create_fails("\\\\.\\mailslot\\postbox", 183); }},
    {"WrongArguments", "creation_failed", [](auto& it) { it.create_fails("\\\\.\\mailslot\\mailbox", 87); }},
    {"ThatOfAPipe", "slot_of_another_kind", [](auto& it) { it.create_fails("\\\\.\\pipe\\mailbox", 123); }},
    {"SingleBackslashes", "slot_refused", [](auto& it) { it.create_fails("\\.mailslotmailbox", 123); }},
    {"OnAnotherComputer", "slot_elsewhere", [](auto& it) { it.create_fails("\\\\*\\mailslot\\mailbox", 3); }},
    {"Crashed", "crashed", [](auto& it) { it.ends(Program::End::kCrashed, kAccessViolation); }},
    {"TheGradersOwnIsNotTheProgramsDoing", "never_created_slot", [](auto& it) { it.slot(kSlot, -1); }},
    {"GaveUpBeforeAndSaidSo",
     {"gave_up_for_want_of_room", {{"said", "Unable to tell the computer's name: error 111"}, {"error", 111}, {"code", 1}}},
     [](auto& it) { gives_up(it, "BroadcastReceiver", "Unable to tell the computer's name: error 111", 1); }},
    {"GaveUpBeforeForAnotherReason",
     {"gave_up_before_creating", {{"said", "Unable to tell the computer's name: error 5"}, {"code", 1}}},
     [](auto& it) { gives_up(it, "BroadcastReceiver", "Unable to tell the computer's name: error 5", 1); }},
    {"WhoEndsWith0HasNotGivenUp", "never_created_slot",
     [](auto& it) { gives_up(it, "BroadcastReceiver", "Unable to tell the computer's name: error 111", 0); }},
    {"AStubTellsOfTheMailslotThatItNeverAskedFor", "never_created_slot",
     [](auto& it) { gives_up(it, "BroadcastReceiver", "Unable to create mailslot: error 0", 1); }},
};
INSTANTIATE_TEST_SUITE_P(CreatesSlot, Matcher, rows(kCreatesSlot, CreatesSlot(kSlot)), name_of_row);

const Cases<Bare> kCreatesSlotOfAChat{
    {"SlashesAndLowerCase", "",
     [](auto& it) {
       it = Bare("MailChat");
       it.creates("chat/a");
     }},
};
INSTANTIATE_TEST_SUITE_P(CreatesSlotOfAChat, Matcher, rows(kCreatesSlotOfAChat, CreatesSlot("chat\\A")), name_of_row);

// This thread reads from this object, which is not the mailslot.
auto reads_of(Object::Kind kind, int thread) {
  return [=](Receiver& it) {
    it.posts("hello");
    MailByHand::failed(it.on_slot(Api::kReadFile, kind, -1), 6).thread = thread;
  };
}
auto reads_the_slot_after(Object::Kind kind) {
  return [=](Receiver& it) {
    reads_of(kind, 2)(it);
    it.reads("hello");
  };
}

const nlohmann::json kInvalidHandle{{"error", 6}};

const Cases<Receiver> kReads{
    {"Nothing", "never_read", [](auto& it) { it.posts("hello"); }},
    {"TheMailslot", "",
     [](auto& it) {
       it.posts("hello");
       it.reads("hello");
     }},
    {"TheKeyboard", "never_read",
     [](auto& it) {
       it.posts("hello");
       MailByHand::failed(it.add(Api::kReadFile), 6);
     }},
    {"Null", "read_something_else", reads_of(Object::Kind::kNull, 0)},
    {"NoHandle", "read_something_else", reads_of(Object::Kind::kInvalid, 0)},
    {"InvalidHandleValue", "read_something_else", reads_of(Object::Kind::kPseudo, 0)},
    {"TheWritersEnd", "read_something_else", reads_of(Object::Kind::kMailslotClient, 0)},
    {"NullByAThread", {"thread_read_something_else", kInvalidHandle}, reads_of(Object::Kind::kNull, 2)},
    {"NoHandleByAThread", {"thread_read_something_else", kInvalidHandle}, reads_of(Object::Kind::kInvalid, 2)},
    {"InvalidHandleValueByAThread", {"thread_read_something_else", kInvalidHandle}, reads_of(Object::Kind::kPseudo, 2)},
    {"TheWritersEndByAThread", {"thread_read_something_else", kInvalidHandle}, reads_of(Object::Kind::kMailslotClient, 2)},
    {"TheMailslotAfterNull", "", reads_the_slot_after(Object::Kind::kNull)},
    {"TheMailslotAfterNoHandle", "", reads_the_slot_after(Object::Kind::kInvalid)},
    {"TheMailslotAfterInvalidHandleValue", "", reads_the_slot_after(Object::Kind::kPseudo)},
    {"TheMailslotAfterTheWritersEnd", "", reads_the_slot_after(Object::Kind::kMailslotClient)},
};
INSTANTIATE_TEST_SUITE_P(Reads, Matcher, rows(kReads, Reads(kSlot)), name_of_row);

// Acts like a program whose comparison with `exit` is inverted.
auto says_goodbye_to(const std::string& message) {
  return [=](Receiver& it) {
    it.passes(message, "");
    it.says_goodbye();
  };
}

const Cases<Receiver> kReadsUntilExit{
    {"GaveUpOnTooLittleRoom", "gave_up_on_122", [](auto& it) { it.cannot_read(60, 100); }},
    {"AskedAgainWithTheSameRoom", "asked_again_with_the_same_room",
     [](auto& it) {
       it.cannot_read(60, 100);
       it.read_fails(122, 100);
       it.ends(Program::End::kLoop);
     }},
    {"AskedOnceAndLoopedElsewhere", "loops_forever",
     [](auto& it) {
       it.cannot_read(60, 100);
       it.ends(Program::End::kLoop);
     }},
    {"RoomInCharacters", "read_room_in_characters", [](auto& it) { it.cannot_read(49, 50); }},
    {"OddRoomInCharacters", "read_room_in_characters", [](auto& it) { it.cannot_read(200, 255); }},
    {"RoomForTheCharactersOfTheLongest", "read_room_in_characters", [](auto& it) { it.cannot_read(200, 202); }},
    {"RoomOfAPointer", {"room_of_a_pointer", {{"room", 8}, {"bytes", 98}}}, [](auto& it) { it.cannot_read(49, 8); }},
    {"TooSmall", "gave_up_on_122", [](auto& it) { it.cannot_read(200, 256); }},
    {"TimeOutTakenForAFailure", "took_121_for_failure",
     [](auto& it) {
       it.passes("hello");
       it.read_fails(121);
     }},
    {"NoTimeOutAtAll", "reads_without_waiting",
     [](auto& it) {
       it.passes("hello");
       Call& made = it.add(Api::kCreateMailslot);
       made.slot = 0;
       made.timeout_ms = 0;
       it.read_fails(121);
     }},
    {"TimeOutInThePlaceOfTheSize",
     {"size_for_timeout", {{"timeout_ms", 404}}},
     [](auto& it) {
       it.passes("hello");
       Call& made = it.add(Api::kCreateMailslot);
       made.slot = 0;
       made.flags = 0xFFFFFFFF;
       made.timeout_ms = 404;
       it.read_fails(121);
     }},
    {"NeverRead", "never_read", [](auto& it) { it.posts("hello"); }},
    {"WaitsOnTheSlot", "waits_on_slot",
     [](auto& it) {
       it.posts("hello");
       it.blocked_in(it.on_slot(Api::kWaitForSingleObject, Object::Kind::kMailslot, 0));
     }},
    {"ReadNoMoreAfterAnError", "read_no_more_after_error",
     [](auto& it) {
       it.posts("hello");
       it.read_fails(5);
     }},
    {"EndedOnALongerMessage", "ended_on_longer_message", [](auto& it) { it.passes("exiting soon"); }},
    {"EndedOnStaleText", "ended_on_stale_text",
     [](auto& it) {
       it.passes("xxit");
       it.passes("ex");
     }},
    {"EndedOnAnEmptyMessage", "ended_on_empty_message",
     [](auto& it) {
       it.passes("hello");
       it.passes("", "");
     }},
    {"ClosedItsMailslotBefore",
     {"used_after_close", {{"call", "ReadFile"}, {"error", 6}}},
     [](auto& it) {
       it.passes("hello");
       const std::uint64_t closed = it.closes(1).begin.order;
       MailByHand::failed(it.on_slot(Api::kReadFile, Object::Kind::kClosed, 0), 6);
       return closed;
     }},
    {"DroppedTheResult",
     {"call_result_dropped", {{"call", "ReadFile"}, {"said", "Unable to read: error 0"}}},
     [](auto& it) {
       it.passes("hello", "Unable to read: error 0\r\n");
       for (Call& call : it.run.calls)
         if (call.api == Api::kReadFile) call.place = {"MailReceiver.cpp", 32, "ReadFile(slot, message, 404, &bytes, NULL);"};
       it.ends(Program::End::kItself, 1);
     }},
    {"ClosedItsMailslotAfterwards", "ended_after_message",
     [](auto& it) {
       it.passes("hello");
       it.closes(1);
     }},
    {"TookSuccessForAFailure",
     {"call_success_taken_for_failure", {{"call", "ReadFile"}, {"said", "Unable to read: error 0"}}},
     [](auto& it) {
       it.passes("hello", "Unable to read: error 0\r\n");
       it.ends(Program::End::kItself, 1);
     }},
    {"SaidItOfAnotherCallThatFailed", "ended_after_message",
     [](auto& it) {
       it.passes("hello");
       it.open_fails("notes.txt", 2);
       it.prints("Unable to open the notes\r\n");
       it.ends(Program::End::kItself, 1);
     }},
    {"EndedOnAnyMessage", "ended_after_message", [](auto& it) { it.passes("hello"); }},
    {"SaidGoodByeToAnotherMessage", {"took_message_for_exit", {{"message", "hello"}, {"said", "GoodBye!"}}}, says_goodbye_to("hello")},
    {"SaidGoodByeToALongerMessage", "ended_on_longer_message", says_goodbye_to("exiting soon")},
    {"EndedOnExit", "",
     [](auto& it) {
       it.passes("hello");
       it.stops();
     }},
    {"AMailslotThatIsMadeAnewLosesItsMessages", "slot_made_anew",
     [](auto& it) {
       it.passes("hello");
       it.posts("lost");
       it.creates(kSlot);
     }},
};
INSTANTIATE_TEST_SUITE_P(ReadsUntilExit, Matcher, rows(kReadsUntilExit, ReadsUntilExit(kSlot)), name_of_row);

// The mailslot accepts messages of at most 8 bytes, so the second one is refused.
void has_no_room_for_the_second(Receiver& it, std::uint32_t timeout) {
  it.passes("a");
  Call& made = *std::find_if(it.run.calls.begin(), it.run.calls.end(), [](const Call& call) { return call.api == Api::kCreateMailslot; });
  made.flags = 8;
  made.timeout_ms = timeout;
  it.posts("hello");
  it.run.events.back().kind = trace::Event::Kind::kRefused;
}
void has_no_room_and_waits(Receiver& it) { has_no_room_for_the_second(it, kWaitForever); }
void has_no_room_and_a_time_out(Receiver& it) { has_no_room_for_the_second(it, 404); }

const Cases<Receiver> kPrintsWhatCame{
    {"SaidGoodByeToAnotherMessage", "took_message_for_exit", says_goodbye_to("hello")},
    {"PrintedAnotherTextAndReadOn", "message_misprinted",
     [](auto& it) {
       says_goodbye_to("hello")(it);
       it.passes("more", "more\r\n");
     }},
    {"ItEndedBeforeOneCouldBeWritten", "never_read", nothing},
    {"OneThatWasReadUnasked", "",
     [](auto& it) {
       it.stops();
       it.posts("hello");
     }},
    {"OneThatWasNotRead", "message_not_read",
     [](auto& it) {
       it.stops();
       it.posts("hello");
       it.run.events.erase(it.run.events.begin());  // `exit` arrived although the grader had not posted it
     }},
    {"FewBytesAreRoomEnough", "",
     [](auto& it) {
       it.passes("a");
       Call& made = it.add(Api::kCreateMailslot);
       made.slot = 0;
       made.flags = 8;
     }},
    {"OneThatWasRefused", {"message_refused", {{"bytes", 8}}}, has_no_room_and_waits},
    {"OneThatWasRefusedByAMailslotWithATimeOut",
     {"message_refused_with_a_time_out", {{"bytes", 8}, {"timeout", "404 ms"}}},
     has_no_room_and_a_time_out},
};
INSTANTIATE_TEST_SUITE_P(PrintsEveryMessageThatCame, Matcher, rows(kPrintsWhatCame, PrintsEveryMessage(kSlot)), name_of_row);

const Cases<Receiver> kOutlivesARefusedMessage{
    {"OnlyTheFirstMayBeRefused", "message_refused", has_no_room_and_waits},
    {"TheFirstMayBeRefused", "ended_after_message",
     [](auto& it) {
       has_no_room_and_waits(it);
       it.run.events.erase(it.run.events.begin());
     }},
};
INSTANTIATE_TEST_SUITE_P(OutlivesARefusedMessage, Matcher, rows(kOutlivesARefusedMessage, OutlivesAnOversizedMessage(kSlot)), name_of_row);

const Cases<Receiver> kIsBuiltFromSource{
    {"NotSaid", "", nothing},
    {"Source", "", [](auto& it) { it.run.facts["built_from"] = "source"; }},
    {"AnExeIsWatchedByItsConsequencesOnly", "judged_by_consequences", [](auto& it) { it.run.facts["built_from"] = "exe"; }},
};
INSTANTIATE_TEST_SUITE_P(IsBuiltFromSource, Matcher, rows(kIsBuiltFromSource, IsBuiltFromSource()), name_of_row);

}  // namespace
}  // namespace lab::checks
