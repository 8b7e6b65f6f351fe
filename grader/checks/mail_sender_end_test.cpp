// How a sender ends, and what it reports about failed opens and writes, in handwritten runs.
#include <gtest/gtest.h>

#include "checks/cases.h"
#include "checks/sender_by_hand.h"

namespace lab::checks {
namespace {

using trace::Object;
using trace::Program;

constexpr const char* kSlot = kSenderSlot;

Call& asks_the_keyboard(Sender& it) {
  Call& read = it.add(Api::kReadFile);
  read.text["stream"] = "stdin";
  return read;
}

// `exit` and one more line are typed, and the program writes these messages for them.
void goes_on(Sender& it, const std::string& exit, const std::string& next) {
  it.sends("hello");
  it.types("exit\nafter exit\n");
  it.writes(exit);
  it.writes(next);
}

const Cases<Sender> kStopsAtTheLineExit{
    {"SentSaidAndNothingMore", "", [](auto& it) { it.sends_well(); }},
    {"InBytes", "",
     [](auto& it) {
       it = Sender(false);
       it.sends_well();
     }},
    {"AskedForNoLine", "asked_for_no_line", [](auto& it) { it.says_goodbye(); }},
    {"ExitWasNotSent", "exit_not_sent",
     [](auto& it) {
       it.sends("hello");
       it.types("exit\n");
       it.says_goodbye();
     }},
    {"SaysNoGoodBye", "sentence_not_printed",
     [](auto& it) {
       it.sends("hello");
       it.sends("exit");
     }},
    {"SaysGoodBye", "",
     [](auto& it) {
       it.sends("hello");
       it.stops();
     }},
    {"ExitCode1", "wrong_exit_code",
     [](auto& it) {
       it.sends("hello");
       it.stops();
       it.ends(Program::End::kItself, 1);
     }},
    {"KeptTheEndOfLine", "newline_kept", [](auto& it) { goes_on(it, "exit\n", "after exit\n"); }},
    {"SentTheNextLine", "sent_after_exit", [](auto& it) { goes_on(it, "exit", "after exit"); }},
    {"AsksForTheNextLine", "asked_on_after_exit",
     [](auto& it) {
       it.sends("hello");
       it.sends("exit");
       it.blocked_in(asks_the_keyboard(it));
     }},
};
INSTANTIATE_TEST_SUITE_P(StopsAtTheLineExit, Matcher, rows(kStopsAtTheLineExit, StopsAtTheLineExit(kSlot)), name_of_row);

void goes_on_after_exit(Sender& it) {
  it.sends("hello");
  it.sends("exit");
  it.ends(Program::End::kBlocked);
  it.blocked_in(it.add(Api::kReadFile));
}

const Cases<Sender> kEndsOnTheLineExit{
    {"GoesOn", "blocked_forever", goes_on_after_exit},
    {"GoesOnButSaysGoodBye", "",
     [](auto& it) {
       goes_on_after_exit(it);
       it.prints("GoodBye!\n");
     }},
    {"EndsInSilenceWith1", "",
     [](auto& it) {
       it.sends("exit");
       it.ends(Program::End::kItself, 1);
     }},
};
INSTANTIATE_TEST_SUITE_P(EndsOnTheLineExit, Matcher, rows(kEndsOnTheLineExit, EndsOnTheLineExit(kSlot)), name_of_row);

void input_ends(Sender& it) {
  it.sends("last words");
  it.ends_input();
}

const Cases<Sender> kStopsAtTheEndOfInput{
    {"SendsNothingMore", "", input_ends},
    {"AskedForNoLine", "asked_for_no_line", [](auto& it) { it.says_goodbye(); }},
    {"ExitCode1", "wrong_exit_code",
     [](auto& it) {
       input_ends(it);
       it.ends(Program::End::kItself, 1);
     }},
    {"SendsTheLastLineAgain", "sent_at_end_of_input",
     [](auto& it) {
       input_ends(it);
       it.ends(Program::End::kItself, 1);
       it.writes("last words");
     }},
    {"SendsTheLastLineForEver", "floods_at_end_of_input",
     [](auto& it) {
       input_ends(it);
       it.writes("last words");
       it.writes("last words").times = 250;
       it.ends(Program::End::kFlood);
     }},
    {"AskingForMoreIsNoEnd", "reads_on_at_end_of_input",
     [](auto& it) {
       input_ends(it);
       asks_the_keyboard(it).times = 21;
       it.ends(Program::End::kLoop);
     }},
};
INSTANTIATE_TEST_SUITE_P(StopsAtTheEndOfInput, Matcher, rows(kStopsAtTheEndOfInput, StopsAtTheEndOfInput(kSlot)), name_of_row);

// A sender whose mailslot does not exist.
class Alone : public MailByHand {
 public:
  Alone() : MailByHand("MailSender") {}
  void says(const std::string& text, std::uint32_t exit_code) {
    open_fails("\\\\.\\mailslot\\MAILBOX", 2);
    run.output = text;
    ends(Program::End::kItself, exit_code);
  }
};

const Cases<Alone> kReportsThatNobodyIsThere{
    {"NeverTried", "never_opened", nothing},
    {"SaysNothing", "sentence_not_printed", [](auto& it) { it.says("", 0); }},
    {"SaysItAndEndsWith0", "wrong_exit_code", [](auto& it) { it.says("Unable to create mailslot!\n", 0); }},
    {"SaysItAndEndsWith1", "", [](auto& it) { it.says("Unable to create mailslot!\n", 1); }},
    {"CallsTheOpenOpen", "", [](auto& it) { it.says("Unable to open mailslot!\n", 1); }},
    {"WritesToTheHandleThatIsNone", "used_no_handle",
     [](auto& it) {
       it.says("Unable to open mailslot!\n", 1);
       it.on_slot(Api::kWriteFile, Object::Kind::kPseudo, -1).result = 0;
     }},
    {"TryingForEverIsNoReport", "tried_to_open_for_ever",
     [](auto& it) {
       it.open_fails("\\\\.\\mailslot\\mailbox", 2).times = 500;
       it.ends(Program::End::kLoop);
     }},
};
INSTANTIATE_TEST_SUITE_P(ReportsThatNobodyIsThere, Matcher, rows(kReportsThatNobodyIsThere, ReportsThatNobodyIsThere(kSlot)), name_of_row);

// The grader makes the second write fail; this is printed on stderr.
void fails_at_the_second_write(Sender& it, const std::string& errors, std::uint32_t exit_code) {
  it.sends("first");
  it.types("second\n");
  MailByHand::failed(it.writes("second"), 1117).faulted = true;
  it.run.errors = errors;
  it.ends(Program::End::kItself, exit_code);
}

const Cases<Sender> kReportsTheFailedWrite{
    {"SaysNothing", "failed_write_unsaid", [](auto& it) { fails_at_the_second_write(it, "", 0); }},
    {"SaysItAndEndsWith0", "wrong_exit_code", [](auto& it) { fails_at_the_second_write(it, "Unable to write\n", 0); }},
    {"SaysItAndEndsWith1", "", [](auto& it) { fails_at_the_second_write(it, "Unable to write\n", 1); }},
    {"GoesOn", "failed_write_ignored",
     [](auto& it) {
       fails_at_the_second_write(it, "", 1);
       it.sends("third");
     }},
};
INSTANTIATE_TEST_SUITE_P(ReportsTheFailedWrite, Matcher, rows(kReportsTheFailedWrite, ReportsTheFailedWrite(kSlot)), name_of_row);

}  // namespace
}  // namespace lab::checks
