// How a receiver ends, and what it reports about failed reads and creations, in handwritten runs.
#include <gtest/gtest.h>

#include "checks/cases.h"
#include "checks/mail_by_hand.h"

namespace lab::checks {
namespace {

using trace::Object;
using trace::Program;

constexpr char kSlot[] = "mailbox";
const std::string kLarge(2000, 'x');

class Receiver : public MailByHand {
 public:
  Receiver() : MailByHand("MailReceiver") { creates(kSlot); }
  void stops() {
    posts("exit");
    reads("exit");
    says_goodbye();
  }
};

// After a message and `exit`, the program has printed this.
void stops_with(Receiver& it, const std::string& output, const std::string& errors = "") {
  it.passes("hello");
  it.stops();
  it.run.output = output;
  it.run.errors = errors;
}

const Cases<Receiver> kStopsAtTheMessageExit{
    {"GoodByeAndExitCode0", "",
     [](auto& it) {
       it.passes("hello");
       it.stops();
     }},
    {"ExitCode1", "wrong_exit_code",
     [](auto& it) {
       it.passes("hello");
       it.stops();
       it.ends(Program::End::kItself, 1);
     }},
    {"AnotherGoodBye", "sentence_not_printed", [](auto& it) { stops_with(it, "hello\r\nbye\r\n"); }},
    {"GoodByeOnStderr", "", [](auto& it) { stops_with(it, "hello\r\nbye\r\n", "goodbye!"); }},
    {"GoodByeInOtherLettersAndWithBlanks", "", [](auto& it) { stops_with(it, "hello\r\n GOOD  bye !\r\n"); }},
    {"PrintedAsAMessage",
     {"printed_exit", {{"seen", "exit"}}},
     [](auto& it) {
       it.passes("hello");
       it.posts("exit");
       it.reads("exit");
       it.prints("exit\r\n");
       it.says_goodbye();
     }},
    {"PrintedAsAMessageAtItsEnd", "printed_exit",
     [](auto& it) {
       it.passes("hello", "");
       it.posts("exit");
       it.reads("exit");
       it.prints("> hello\r\n> exit\r\nGoodBye!\r\n");
     }},
    {"TheWordInABannerOrASentence", "",
     [](auto& it) {
       it.passes("hello", "");
       it.posts("exit");
       it.reads("exit");
       it.prints("exit\r\nhello\r\nthat was exit\r\nGoodBye!\r\n");
     }},
    {"GoesOnAfterEveryExit", "read_again_after_exit",
     [](auto& it) {
       it.posts("exit\r\n");
       it.reads("exit\r\n");
       it.stops();
       it.blocked_in(it.read_fails(995));
     }},
    {"AReadAfterItIsTooMuch", "read_again_after_exit",
     [](auto& it) {
       it.stops();
       it.blocked_in(it.read_fails(995));
     }},
    {"LookedOnceMoreFoundNothingAndEnded", "",
     [](auto& it) {
       it.stops();
       it.read_fails(121);
     }},
    {"IgnoredATerminatedExit", "terminated_exit_ignored",
     [](auto& it) {
       it.posts("exit\r\n");
       it.reads("exit\r\n");
       it.stops();
     }},
};
INSTANTIATE_TEST_SUITE_P(StopsAtTheMessageExit, Matcher, rows(kStopsAtTheMessageExit, StopsAtTheMessageExit(kSlot)), name_of_row);

void goes_on_after_exit(Receiver& it) {
  it.passes("hello");
  it.posts("exit");
  it.reads("exit");
  it.blocked_in(it.read_fails(995));
}

const Cases<Receiver> kEndsOnExit{
    {"GoesOn", "read_again_after_exit", goes_on_after_exit},
    {"GoesOnButSaysGoodBye", "",
     [](auto& it) {
       goes_on_after_exit(it);
       it.prints("GoodBye!\n");
     }},
    {"EndsInSilenceWith1", "",
     [](auto& it) {
       it.posts("exit");
       it.reads("exit");
       it.ends(Program::End::kItself, 1);
     }},
};
INSTANTIATE_TEST_SUITE_P(EndsOnExit, Matcher, rows(kEndsOnExit, EndsOnExit(kSlot)), name_of_row);

const Cases<Receiver> kOutlivesAnOversizedMessage{
    {"PrintedWhole", "",
     [](auto& it) {
       it.passes(kLarge);
       it.passes("after");
       it.stops();
     }},
    {"Reported", "",
     [](auto& it) {
       it.posts(kLarge);
       it.read_fails(122);
       it.run.errors = "Unable to read\n";
       it.ends(Program::End::kItself, 1);
     }},
    {"Refused", "",
     [](auto& it) {
       it.posts(kLarge);
       it.run.events.back().kind = trace::Event::Kind::kRefused;
       it.passes("after");
       it.stops();
     }},
    {"ReportedButNeverRead", "never_read",
     [](auto& it) {
       it.posts(kLarge);
       it.run.errors = "Unable to read\n";
       it.ends(Program::End::kItself, 1);
     }},
    {"ReadIntoALargerBufferAndAwayWithIt", "oversized_unsaid",
     [](auto& it) {
       it.posts(kLarge);
       it.read_fails(122);
       it.reads(kLarge);
       it.passes("after");
       it.stops();
     }},
    {"GaveUpInSilence", "gave_up_on_122",
     [](auto& it) {
       it.posts(kLarge);
       it.read_fails(122);
     }},
    {"Looped", "asked_again_with_the_same_room",
     [](auto& it) {
       it.posts(kLarge);
       it.read_fails(122).times = 2000;
       it.ends(Program::End::kLoop);
     }},
    {"Crashed", "crashed_after_full_buffer",
     [](auto& it) {
       it.posts(kLarge);
       it.reads(kLarge);
       it.ends(Program::End::kCrashed, 0xC0000005);
       it.run.facts["built_from"] = "exe";
     }},
    {"VanishedWithoutExceptionOrGoodBye", "vanished_after_message",
     [](auto& it) {
       trace::Event attached;
       attached.kind = trace::Event::Kind::kAttached;
       attached.program = 0;
       it.run.events.push_back(attached);
       it.posts(kLarge);
       it.reads(kLarge);
     }},
};
INSTANTIATE_TEST_SUITE_P(OutlivesAnOversizedMessage, Matcher, rows(kOutlivesAnOversizedMessage, OutlivesAnOversizedMessage(kSlot)),
                         name_of_row);

void reads_on_after_time_outs(Receiver& it) {
  it.read_fails(121);
  it.passes("late");
  it.read_fails(121);
  it.stops();
}

const Cases<Receiver> kTakesATimeOutForNothingYet{
    {"ReadsOnAndSaysNothing", "", reads_on_after_time_outs},
    {"ReportsIt", "reported_the_time_out",
     [](auto& it) {
       reads_on_after_time_outs(it);
       it.run.errors = "Unable to read\n";
     }},
    {"EndsOnIt", "took_121_for_failure", [](auto& it) { it.read_fails(121); }},
};
INSTANTIATE_TEST_SUITE_P(TakesATimeOutForNothingYet, Matcher, rows(kTakesATimeOutForNothingYet, TakesATimeOutForNothingYet(kSlot)),
                         name_of_row);

class WithoutSlot : public MailByHand {
 public:
  WithoutSlot() : MailByHand("MailReceiver") { create_fails("\\\\.\\mailslot\\mailbox", 183); }
};

void says_that_it_is_taken(WithoutSlot& it) {
  it.run.output = "unable to create  mailslot\n";
  it.ends(Program::End::kItself, 1);
}

const Cases<WithoutSlot> kReportsThatTheNameIsTaken{
    {"SaysNothing", "sentence_not_printed", nothing},
    {"SaysItAndEndsWith0", "wrong_exit_code", [](auto& it) { it.run.output = "unable to create  mailslot\n"; }},
    {"SaysItAndEndsWith1", "", says_that_it_is_taken},
    {"ReadsTheHandleThatIsNone", "used_no_handle",
     [](auto& it) {
       says_that_it_is_taken(it);
       it.on_slot(Api::kReadFile, Object::Kind::kPseudo, -1).result = 0;
     }},
};
INSTANTIATE_TEST_SUITE_P(ReportsThatTheNameIsTaken, Matcher, rows(kReportsThatTheNameIsTaken, ReportsThatTheNameIsTaken()), name_of_row);

// The grader makes the second read fail; this is printed on stderr.
void fails_at_the_second_read(Receiver& it, const std::string& errors, std::uint32_t exit_code) {
  it.passes("first");
  it.read_fails(1117).faulted = true;
  it.run.errors = errors;
  it.ends(Program::End::kItself, exit_code);
}

const Cases<Receiver> kReportsTheFailedRead{
    {"SaysItAndEndsWith0", "wrong_exit_code", [](auto& it) { fails_at_the_second_read(it, "Unable to read\n", 0); }},
    {"SaysItAndEndsWith1", "", [](auto& it) { fails_at_the_second_read(it, "Unable to read\n", 1); }},
    {"SaysNothing", "failed_read_unsaid", [](auto& it) { fails_at_the_second_read(it, "", 1); }},
    {"ReadsOn", "read_on_after_error",
     [](auto& it) {
       fails_at_the_second_read(it, "", 1);
       it.blocked_in(it.read_fails(995));
     }},
    {"AReportOfAReadThatSucceededIsNone", "call_success_taken_for_failure",
     [](auto& it) {
       it.passes("first");
       it.run.errors = "Unable to read\n";
       it.ends(Program::End::kItself, 1);
     }},
};
INSTANTIATE_TEST_SUITE_P(ReportsTheFailedRead, Matcher, rows(kReportsTheFailedRead, ReportsTheFailedRead(kSlot)), name_of_row);

}  // namespace
}  // namespace lab::checks
