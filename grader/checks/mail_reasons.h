// Why a matcher of the mail labs did not match: a learner's mistakes with mailslots, distinguished by what the run shows. Each function
// looks for the mistakes of one kind and returns the most specific one; a Because without a reason (`none`) means that it found none, so a
// caller tries the next function. Parameters are as in mail_run.h.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "checks/mail_lines.h"
#include "checks/mail_run.h"
#include "checks/matchers.h"

namespace lab::checks {

// What programs of the mail labs print, and the reason if `sentence` was not printed.
inline constexpr char kGoodBye[] = "GoodBye!", kUnableToCreate[] = "Unable to create mailslot";
Because not_said(const std::string& sentence);

// The program crashed: because of what it did with which message. None if it did not crash.
Because crash_reason(const Run& run, const std::string& slot);

// Why the program printed GoodBye! and ended at the message of this read, which is not `exit`. None if it did not.
Because took_for_exit(const Run& run, const std::string& slot, const Call& read);

// Why the program stopped reading its mailslot before it read `message`.
Because why_not_read(const Run& run, const std::string& slot, const std::string& message);

// `program` stopped reading because its last read failed: the buffer was too small, the time-out elapsed, or another error. None if that
// read did not fail.
Because why_gave_up(const Run& run, const std::string& slot, int program = kUnderTest);

// The mailslot refused a message after the first `allowed`, because it is larger than the nMaxMessageSize of the program's CreateMailslot.
// None if it refused none.
Because why_refused(const Run& run, const std::string& slot, std::size_t allowed = 0);

// What is wrong with the printed lines, as `seen` found by comparing them with `messages`. `seen` must not be kSame.
Because why_printed_otherwise(const Run& run, const std::string& slot, const std::vector<std::string>& messages, const Comparison& seen);

// The program printed the message `exit` of that read like any other message. None if it did not.
Because printed_exit(const Run& run, const std::string& slot, const Call& exit);

// The name that could not be opened is `expected` without a part in the middle, more than a backslash: which part. None if it differs in
// another way.
Because name_lacks_part(const Call& opening, const std::string& expected);

// The program continued as if it had a handle after it failed to create or open its mailslot. None if it did not.
Because used_no_handle(const Run& run);

// For a run in which no line was typed: why. The program ended, or had to be ended, before it read its input.
Because asked_for_no_line(const Run& run);

// The first of `lines` that no message begins with, and why. None if all were sent.
Because why_sent_otherwise(const Run& run, const std::string& slot, const std::vector<std::string>& lines);

}  // namespace lab::checks
