// Matchers of the mail labs: what a receiver and a sender do with their mailslots. `slot` is a name as in "mailbox"; the texts
// that are expected are the run's own, as they were posted and typed.
#pragma once

#include "checks/mail_lines.h"
#include "checks/matchers.h"

namespace lab::checks {

// A receiver.
RunMatcher CreatesSlot(const std::string& slot);
RunMatcher PrintsEveryMessage(const std::string& slot, Prompt prompt = Prompt::kAlwaysTheSame);
RunMatcher Reads(const std::string& slot);  // something
RunMatcher ReadsUntilExit(const std::string& slot);
RunMatcher StopsAtTheMessageExit(const std::string& slot);  // GoodBye!, exit code 0, and no further read
RunMatcher EndsOnExit(const std::string& slot);             // or says GoodBye!: it takes `exit` for the end
RunMatcher OutlivesAnOversizedMessage(const std::string& slot);
RunMatcher IsBuiltFromSource();  // by the grader, which has its arrays watched
RunMatcher TakesATimeOutForNothingYet(const std::string& slot);
RunMatcher ReportsThatTheNameIsTaken();
RunMatcher ReportsTheFailedRead(const std::string& slot);

// A sender. A line has been sent when a message begins with it.
RunMatcher Opens(const std::string& slot);  // somehow
RunMatcher OpensForWriting(const std::string& slot);
RunMatcher SendsEveryLine(const std::string& slot);
RunMatcher SendsNothingBehindTheText(const std::string& slot);
RunMatcher StopsAtTheLineExit(const std::string& slot);  // it is sent; GoodBye!, exit code 0, and nothing more is sent
RunMatcher EndsOnTheLineExit(const std::string& slot);   // or says GoodBye!: it takes `exit` for the end
RunMatcher StopsAtTheEndOfInput(const std::string& slot);
RunMatcher ReportsThatNobodyIsThere(const std::string& slot);
RunMatcher ReportsTheFailedWrite(const std::string& slot);

// Handles to mailslots, both ends.
RunMatcher HasSlotHandlesToClose();  // ends by itself, having been given some
RunMatcher ClosesEverySlotHandle();
RunMatcher ClosesNoSlotHandleTwice();

}  // namespace lab::checks
