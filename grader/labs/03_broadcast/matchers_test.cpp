// A sender on a virtual LAN, in handwritten runs: each matcher matches correct programs and distinguishes each mistake from the others.
#include "labs/03_broadcast/matchers.h"

#include <gtest/gtest.h>

#include "checks/cases.h"
#include "labs/03_broadcast/broadcast_by_hand.h"

namespace lab::labs {

using namespace checks;

namespace {

using trace::Program;

constexpr const char* kSlot = kBroadcastSlot;

// Tries to open this name, which is not an address and which the system refuses. Returns the moment.
auto opens_in_vain(const std::string& name, std::uint32_t error) {
  return [=](Sender& it) { return it.open_fails(name, error).begin.order; };
}

const Cases<Sender> kAddressesAll{
    {"TheAddressOfAll", "", [](auto& it) { it.opens_address("*"); }},
    {"TheOwnComputer",
     {"opened_another_address", {{"seen", "\\\\.\\mailslot\\mailbox"}, {"expected", "\\\\*\\mailslot\\mailbox"}}},
     [](auto& it) { return it.opens(0).begin.order; }},
    {"AnotherSlot", "opened_another_address", [](auto& it) { it.opens_address("*", "postbox"); }},
    {"SingleBackslashes", {"opened_another_name", {{"error", 123}}}, opens_in_vain("\\*\\MailSlot\\mailbox", 123)},
    {"WithoutTheWordMailslot", {"name_lacks_part", {{"missing", "\\mailslot"}}}, opens_in_vain("\\\\*\\mailbox", 3)},
    {"WithoutAComputer", {"name_lacks_part", {{"missing", "\\\\*"}}}, opens_in_vain("\\mailslot\\mailbox", 3)},
    {"NeverOpened", "never_opened", nothing},
    {"OpenedAFile", "never_opened", [](auto& it) { it.open_fails("notes.txt", 2); }},
    {"CreatedInstead", "created_instead_of_opened",
     [](auto& it) {
       it.open_fails("notes.txt", 2);
       it.create_fails("\\\\*\\mailslot\\mailbox", 123);
     }},
    {"Crashed", "crashed", [](auto& it) { it.ends(Program::End::kCrashed, 0xC0000005); }},
    {"OpenedByAnotherProgram", "never_opened",
     [](auto& it) {
       it.opens_address("*");
       it.run.calls[0].program = 1;
     }},
    {"WithoutMailslots", "opened_another_address",
     [](auto& it) {
       it.opens_address("*");
       it.run.slots.clear();
     }},
};
INSTANTIATE_TEST_SUITE_P(AddressesAll, Matcher, rows(kAddressesAll, Addresses("*", kSlot)), name_of_row);

const Cases<Sender> kAddressesOne{
    {"TheAddressOfAll", "opened_another_address", [](auto& it) { it.opens_address("*"); }},
    {"LetterCaseDoesNotCount", "", [](auto& it) { it.opens_address("pc2", "MAILBOX"); }},
    {"NeitherDoesTheCallsSuffix", "",
     [](auto& it) {
       it.opens_address("pc2", "MAILBOX");
       it.run.calls.back().wide = false;
     }},
};
INSTANTIATE_TEST_SUITE_P(AddressesOne, Matcher, rows(kAddressesOne, Addresses("PC2", kSlot)), name_of_row);

void sends_to_all(Broadcast& it) {
  it.line(it.address, "hello");
  it.line(it.address, "two words");
  it.stops(it.address);
}

// Networks may duplicate messages, and lines may repeat.
void sends_doubled_messages(Broadcast& it) {
  it.line(it.address, "one", {0, 1, 2}, 2);
  it.line(it.address, "one", {0, 1, 2}, 2);
  it.line(it.address, "two", {0, 1, 2}, 3);
  it.line(it.address, "one");
  it.stops(it.address);
}

void sends_to_two_of_three(Broadcast& it) {
  it.line(it.address, "one", {0, 1});
  it.line(it.address, "exit", {0, 1});
}

const Cases<Broadcast> kReachesAll{
    {"EveryLineAndNoOther", "", sends_to_all},
    {"DoubledMessagesAndRepeatedLines", "", sends_doubled_messages},
    {"OneDidNotGetALine",
     {"reached_as_another_text", {{"computer", "PC2"}, {"line", "two"}, {"seen", "exit"}}},
     [](auto& it) {
       it.line(it.address, "one");
       it.line(it.address, "two", {0, 2});
       it.stops(it.address);
     }},
    {"OneGotNothing", {"did_not_reach", {{"computer", "PC3"}}}, sends_to_two_of_three},
    {"ALineThatTheProgramRefusedIsToldInItsOwnWords",
     {"refused_short_line", {{"line", "hello"}, {"said", "Message too long: 10 bytes"}}},
     [](auto& it) {
       it.types("hello\nexit\n");
       it.prints("Message too long: 10 bytes\r\n");
       it.blocked_in(it.add(Api::kReadFile));  // the refused `exit` did not end the program
     }},
    {"ALineThatTheNetworkRefused", "write_failed",
     [](auto& it) {
       it.types("hello\nexit\n");
       MailByHand::failed(it.broadcasts(it.address, "hello", {}), 53);
       it.prints("Message too long: 10 bytes\r\n");
     }},
    {"HalfOfItsBytes", "sent_half",
     [](auto& it) {
       it.types("hello\n");
       it.broadcasts(it.address, "he\xEF\xBF\xBD").value = 5;
       it.stops(it.address);
     }},
    {"TheWriteNeverReturned", "blocked_forever",
     [](auto& it) {
       it.line(it.address, "hello", {}).end.reset();
       it.ends(Program::End::kBlocked);
     }},
    {"AskedForNoLine", "asked_for_no_line", nothing},
    {"Looped", "loops_forever", [](auto& it) { it.ends(Program::End::kLoop); }},
    {"WithoutMailslots", "opened_another_slot",
     [](auto& it) {
       it.line(it.address, "hello");
       it.run.slots.clear();
     }},
};
INSTANTIATE_TEST_SUITE_P(ReachesAll, Matcher, rows(kReachesAll, Reaches({"PC1", "PC2", "PC3"}, kSlot)), name_of_row);

const Cases<Broadcast> kReachesTwo{
    {"AndOneMore", {"reached_another_computer", {{"computer", "PC1"}}}, sends_to_all},
};
INSTANTIATE_TEST_SUITE_P(ReachesTwo, Matcher, rows(kReachesTwo, Reaches({"PC2", "pc1"}, kSlot)), name_of_row);

const Cases<Broadcast> kReachesAnUnknownOne{{"IsNotReached", "did_not_reach", sends_to_two_of_three}};
INSTANTIATE_TEST_SUITE_P(ReachesAComputerThatTheRecordingDoesNotKnow, Matcher,
                         rows(kReachesAnUnknownOne, Reaches({"PC1", "PC2", "PC9"}, kSlot)), name_of_row);

// A mailslot on the local computer is reached without the network.
void sends_to_itself(Sender& it) {
  it.opens(0);
  it.sends("hello", 0);
  it.sends("exit", 0);
}

const Cases<Sender> kReachesOne{
    {"ByItsAddress", "",
     [](auto& it) {
       const int address = it.opens_address("PC2");
       it.line(address, "hello", {1});
       it.stops(address, {1});
     }},
    {"ByASlotOfTheOwnComputer", "did_not_reach", sends_to_itself},
    {"AndTheOwnComputerToo", "reached_another_computer",
     [](auto& it) {
       const int address = it.opens_address("PC2");
       it.line(address, "hello", {1});
       it.writes("hello", 0);
       it.stops(address, {1});
     }},
};
INSTANTIATE_TEST_SUITE_P(ReachesOne, Matcher, rows(kReachesOne, Reaches({"PC2"}, kSlot)), name_of_row);

const Cases<Sender> kReachesItself{{"WithoutTheNetwork", "", sends_to_itself}};
INSTANTIATE_TEST_SUITE_P(ReachesItself, Matcher, rows(kReachesItself, Reaches({"PC1"}, kSlot)), name_of_row);

// A line is written, which the network duplicates, and then written again.
Call& writes_twice(Broadcast& it) {
  it.line(it.address, "hello", {0, 1, 2}, 2);
  it.stops(it.address);
  return it.broadcasts(it.address, "hello\r\n");
}

const Cases<Broadcast> kWritesEachLineOnce{
    {"CountsNoDeliveries", "",
     [](auto& it) {
       it.line(it.address, "hello", {0, 1, 2}, 2);
       it.stops(it.address);
     }},
    {"RepeatedLinesAreLinesOfTheirOwn", "", sends_doubled_messages},
    {"CountsWrites", {"written_more_than_once", {{"line", "hello"}, {"times", 2}}}, [](auto& it) { return writes_twice(it).begin.order; }},
    {"CountsWritesThatTheRecordingHasAsOne", {"written_more_than_once", {{"times", 5}}}, [](auto& it) { writes_twice(it).times = 4; }},
    {"AFailedWriteIsNone", "",
     [](auto& it) {
       Call& again = writes_twice(it);
       again.times = 4;
       MailByHand::failed(again, 53);
     }},
    {"AnUnfinishedWriteIsNone", "",
     [](auto& it) {
       it.line(it.address, "hello");
       it.broadcasts(it.address, "hello", {}).end.reset();
     }},
};
INSTANTIATE_TEST_SUITE_P(WritesEachLineOnce, Matcher, rows(kWritesEachLineOnce, WritesEachLineOnce(kSlot)), name_of_row);

// The first WriteFile fails with this error.
template <std::uint32_t kError>
class Refused : public Broadcast {
 public:
  Refused() {
    types("hello\n");
    Call& write = writes("hello", address);
    write.faulted = true;
    MailByHand::failed(write, kError);
    order = write.begin.order;
  }
  void says(const std::string& text, std::uint32_t exit_code = 1) {
    prints(text);
    ends(Program::End::kItself, exit_code);
  }
  std::uint64_t order = 0;
};

constexpr const char* kWithoutItsNumber = "Unable to broadcast: 1530 bytes, error 0x35, 253, 537\r\n";

const Cases<Refused<53>> kReports53{
    {"SaysSoWithTheNumber", "", [](auto& it) { it.says("unable to  broadcast (53)\r\n"); }},
    {"OnStderr", "",
     [](auto& it) {
       it.run.errors = "Unable to broadcast: error 53";
       it.ends(Program::End::kItself, 1);
     }},
    {"SaysNothing",
     {"refusal_unsaid", {{"call", "WriteFile"}, {"error", 53}}},
     [](auto& it) {
       it.ends(Program::End::kItself, 1);
       return it.order;
     }},
    {"SaysOtherNumbers",
     {"refusal_without_number", {{"error", 53}, {"said", "Unable to broadcast: 1530 bytes, error 0x35, 253, 537"}}},
     [](auto& it) {
       it.says(kWithoutItsNumber);
       return it.order;
     }},
    {"SaysTheNumberLater", "",
     [](auto& it) {
       it.prints(kWithoutItsNumber);
       it.says("error 53");
     }},
    {"EndsWith0", "wrong_exit_code",
     [](auto& it) {
       it.prints(kWithoutItsNumber);
       it.says("error 53", 0);
     }},
};
INSTANTIATE_TEST_SUITE_P(ReportsTheRefusal53, Matcher, rows(kReports53, ReportsTheRefusal(53)), name_of_row);

const Cases<Refused<3025>> kReports3025{
    {"SaysSoWithTheNumber", "", [](auto& it) { it.says("unable to  broadcast (3025)\r\n"); }},
    {"Crashed", "crashed_after_call", [](auto& it) { it.ends(Program::End::kCrashed, 0xC0000005); }},
};
INSTANTIATE_TEST_SUITE_P(ReportsTheRefusal3025, Matcher, rows(kReports3025, ReportsTheRefusal(3025)), name_of_row);

const Cases<Sender> kReportsNoRefusal{
    {"OpenedNothing", "never_sent_anything", nothing},
    {"WroteNothing", "never_wrote_to_be_refused", [](auto& it) { it.opens_address("*"); }},
    {"TimedOut", "interrupted",
     [](auto& it) {
       it.opens_address("*");
       it.ends(Program::End::kTimeout);
     }},
};
INSTANTIATE_TEST_SUITE_P(ReportsNoRefusal, Matcher, rows(kReportsNoRefusal, ReportsTheRefusal(3025)), name_of_row);

}  // namespace
}  // namespace lab::labs
