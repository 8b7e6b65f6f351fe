// Why something did not happen to a message or a line: the mistakes that a learner makes with mailslots, told apart by what the run shows.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "checks/mail_lines.h"
#include "checks/mail_run.h"
#include "checks/matchers.h"

namespace lab::checks {

// What programs of the mail labs print, and the reason when `sentence` was not printed.
inline constexpr char kGoodBye[] = "GoodBye!", kUnableToCreate[] = "Unable to create mailslot";
Because not_said(const std::string& sentence);

// The program crashed: by what it did with which message. None when it did not crash.
Because crash_reason(const Run& run, const std::string& slot);

// The program said GoodBye! on the message that this read brought, which is not `exit`, and ended: why. None when it did not.
Because took_for_exit(const Run& run, const std::string& slot, const Call& read);

// The program stopped reading its mailslot before `message` came to it.
Because why_not_read(const Run& run, const std::string& slot, const std::string& message);

// `program` read no more because its last read had failed: for want of room, at a time-out, or otherwise. None when it had not.
Because why_gave_up(const Run& run, const std::string& slot, int program = kUnderTest);

// The grader could not deliver a message, of those behind the first `allowed`: it is larger than the program has told CreateMailslot that
// messages are. None when all came.
Because why_refused(const Run& run, const std::string& slot, std::size_t allowed = 0);

// What is wrong with the way in which `messages` were printed, as `seen` says. Not for kSame.
Because why_printed_otherwise(const Run& run, const std::string& slot, const std::vector<std::string>& messages, const Comparison& seen);

// The message `exit`, which that read brought, was printed as another message is. None when it was not.
Because printed_exit(const Run& run, const std::string& slot, const Call& exit);

// The name that could not be opened is the expected one but for a part in its midst, more than a backslash: which. None when it is another.
Because name_lacks_part(const Call& opening, const std::string& expected);

// What `program` did after the creation or the opening of its mailslot had failed: went on as if it had a handle; none otherwise.
Because used_no_handle(const Run& run);

// Why no line was typed, when none was: the program ended, or had to be ended, before it stood still.
Because asked_for_no_line(const Run& run);

// The first line of `lines` that no message begins with, and why; none when all were sent.
Because why_sent_otherwise(const Run& run, const std::string& slot, const std::vector<std::string>& lines);

}  // namespace lab::checks
