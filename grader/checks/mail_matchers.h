// Matchers of the mail labs: what a receiver and a sender do with their mailslots. `slot` is what follows \\.\mailslot\ in the name:
// "mailbox", "chat\A"; letter case does not count. The expected texts are not arguments: they are those that the run's own scenario posted
// or typed. A matcher that does not match gives the reason (mail_reasons.h); none of them throws.
//
//     EXPECT_THAT(run("messages"), PrintsEveryMessage("mailbox"));
#pragma once

#include "checks/mail_lines.h"
#include "checks/matchers.h"

namespace lab::checks {

// A receiver.
RunMatcher CreatesSlot(const std::string& slot);
// Each message before `exit`, once and in order, at the end of a line of its own. `prompt`: what the line may contain before it.
RunMatcher PrintsEveryMessage(const std::string& slot, Prompt prompt = Prompt::kAlwaysTheSame);
RunMatcher Reads(const std::string& slot);                       // at least one message
RunMatcher ReadsUntilExit(const std::string& slot);              // including `exit`
RunMatcher StopsAtTheMessageExit(const std::string& slot);       // GoodBye!, exit code 0, and no further read
RunMatcher EndsOnExit(const std::string& slot);                  // prints GoodBye! or ends by itself, whatever else it does
RunMatcher OutlivesAnOversizedMessage(const std::string& slot);  // prints it whole, refuses it, or reports it
RunMatcher IsBuiltFromSource();                                  // by the grader, so that accesses beyond its arrays are detected
RunMatcher TakesATimeOutForNothingYet(const std::string& slot);  // reads again after error 121
RunMatcher ReportsThatTheNameIsTaken();                          // Unable to create mailslot, and no read
RunMatcher ReportsTheFailedRead(const std::string& slot);        // Unable to read

// A sender. A line counts as sent when a message begins with it.
RunMatcher Opens(const std::string& slot);                      // whatever the arguments
RunMatcher OpensForWriting(const std::string& slot);            // GENERIC_WRITE, FILE_SHARE_READ and OPEN_EXISTING
RunMatcher SendsEveryLine(const std::string& slot);             // before `exit`, each as one message, in order
RunMatcher SendsNothingBehindTheText(const std::string& slot);  // apart from a terminator or the end of the line
RunMatcher StopsAtTheLineExit(const std::string& slot);         // sends it, prints GoodBye!, sends nothing more; exit code 0
RunMatcher EndsOnTheLineExit(const std::string& slot);          // prints GoodBye! or ends by itself, whatever else it does
RunMatcher StopsAtTheEndOfInput(const std::string& slot);       // sends nothing more, exit code 0
RunMatcher ReportsThatNobodyIsThere(const std::string& slot);   // Unable to open mailslot, nothing sent, exit code 1
RunMatcher ReportsTheFailedWrite(const std::string& slot);      // Unable to write

// Handles to mailslots, of both ends.
RunMatcher HasSlotHandlesToClose();  // got at least one, and ends by itself
RunMatcher ClosesEverySlotHandle();
RunMatcher ClosesNoSlotHandleTwice();

}  // namespace lab::checks
