// Why a matcher for the mail labs did not match: students' mistakes with mailslots, distinguished by what the run shows. Each function
// looks for one kind of mistake and returns the most specific one. If it finds none, it returns a Because without a reason ("none" below),
// and the caller tries the next function. The parameters have the same meaning as in mail_run.h.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "checks/mail_lines.h"
#include "checks/mail_run.h"
#include "checks/matchers.h"

namespace lab::checks {

// Sentences that programs in the mail labs print, and the reason for one that was not printed.
inline constexpr char kGoodBye[] = "GoodBye!", kUnableToCreate[] = "Unable to create mailslot";
Because not_said(const std::string& sentence);

// Why the program crashed: which message it had read, and what went wrong with it. None if the program did not crash.
Because crash_reason(const Run& run, const std::string& slot);

// Why the program printed GoodBye! and ended after it had read this message, which is not `exit`. None if it did not.
Because took_for_exit(const Run& run, const std::string& slot, const Call& read);

// Why the program stopped reading its mailslot before `message`.
Because why_not_read(const Run& run, const std::string& slot, const std::string& message);

// `program` stopped reading because its last read failed: the buffer was too small, the time-out elapsed, or another error occurred. None
// if that read did not fail.
Because why_gave_up(const Run& run, const std::string& slot, int program = kUnderTest);

// The mailslot refused a message because it is larger than the nMaxMessageSize that the program passed to CreateMailslot. The first
// `allowed` refusals are ignored. None if there are no others.
Because why_refused(const Run& run, const std::string& slot, std::size_t allowed = 0);

// What is wrong with the printed lines. `seen` is the result of comparing them with `messages` and must not be kSame.
Because why_printed_otherwise(const Run& run, const std::string& slot, const std::vector<std::string>& messages, const Comparison& seen);

// The program printed the message `exit`, which the call `exit` read, like any other message. None if it did not.
Because printed_exit(const Run& run, const std::string& slot, const Call& exit);

// The name that could not be opened is `expected` with one part missing, and that part is more than backslashes. None if the name differs
// in another way.
Because name_lacks_part(const Call& opening, const std::string& expected);

// The program continued as if it had a handle after it failed to create or open its mailslot. None if it did not.
Because used_no_handle(const Run& run);

// Why no line was typed in this run: the program ended, or had to be terminated, before it read its input.
Because asked_for_no_line(const Run& run);

// Why a line in `lines` was not sent, or not sent as it was typed. None if all were sent.
Because why_sent_otherwise(const Run& run, const std::string& slot, const std::vector<std::string>& lines);

}  // namespace lab::checks
