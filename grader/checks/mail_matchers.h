// Matchers for the mail labs: what a receiver and a sender do with their mailslots. `slot` is the part of the name after \\.\mailslot\,
// such as "mailbox" or "chat\A"; it is not case-sensitive. The expected strings are not arguments but come from the run itself: they are
// what its scenario posted or typed. A matcher that does not match returns the reason (mail_reasons.h); no matcher throws.
//
//     EXPECT_THAT(run("messages"), PrintsEveryMessage("mailbox"));
#pragma once

#include "checks/mail_lines.h"
#include "checks/matchers.h"

namespace lab::checks {

// Matchers for a receiver.
RunMatcher CreatesSlot(const std::string& slot);
// Prints each message before `exit` once and in order, at the end of its own line. `prompt`: what the line may contain before the message.
RunMatcher PrintsEveryMessage(const std::string& slot, Prompt prompt = Prompt::kAlwaysTheSame);
RunMatcher Reads(const std::string& slot);                       // at least one message
RunMatcher ReadsUntilExit(const std::string& slot);              // including `exit`
RunMatcher StopsAtTheMessageExit(const std::string& slot);       // GoodBye!, exit code 0, and no further read
RunMatcher EndsOnExit(const std::string& slot);                  // prints GoodBye! or ends by itself, whatever else it does
RunMatcher OutlivesAnOversizedMessage(const std::string& slot);  // prints it whole, refuses it, or reports it
RunMatcher IsBuiltFromSource();                                  // by the grader, so that accesses outside its arrays are detected
RunMatcher TakesATimeOutForNothingYet(const std::string& slot);  // reads again after error 121
RunMatcher ReportsThatTheNameIsTaken();                          // Unable to create mailslot, and no read
RunMatcher ReportsTheFailedRead(const std::string& slot);        // Unable to read

// Matchers for a sender. A line counts as sent if a message begins with it.
RunMatcher Opens(const std::string& slot);                      // whatever the arguments
RunMatcher OpensForWriting(const std::string& slot);            // GENERIC_WRITE, FILE_SHARE_READ and OPEN_EXISTING
RunMatcher SendsEveryLine(const std::string& slot);             // before `exit`, each as one message, in order
RunMatcher SendsNothingBehindTheText(const std::string& slot);  // apart from a terminator or a newline
RunMatcher StopsAtTheLineExit(const std::string& slot);         // sends it, prints GoodBye!, sends nothing more; exit code 0
RunMatcher EndsOnTheLineExit(const std::string& slot);          // prints GoodBye! or ends by itself, whatever else it does
RunMatcher StopsAtTheEndOfInput(const std::string& slot);       // sends nothing more, exit code 0
RunMatcher ReportsThatNobodyIsThere(const std::string& slot);   // Unable to open mailslot, nothing sent, exit code 1
RunMatcher ReportsTheFailedWrite(const std::string& slot);      // Unable to write

// Matchers for handles to either end of a mailslot.
RunMatcher HasSlotHandlesToClose();  // has obtained at least one, and ends by itself
RunMatcher ClosesEverySlotHandle();
RunMatcher ClosesNoSlotHandleTwice();

}  // namespace lab::checks
