// What a run shows about mailslots, in the order in which it happened; the mail labs' matchers are built on these functions. `slot` is the
// part of a mailslot's name after \\.\mailslot\; `program` is an index into Run::programs. Strings are UTF-8. An `order` is the position of
// a moment in the run and can be compared with the moments of calls and events. Pointers to calls are valid for the lifetime of the run. No
// function here throws.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "trace/run.h"

namespace lab::checks {

using trace::Api;
using trace::Call;
using trace::kUnderTest;
using trace::Run;

inline constexpr std::uint32_t kWaitForever = 0xFFFFFFFF;  // MAILSLOT_WAIT_FOREVER
// ERROR_INSUFFICIENT_BUFFER and ERROR_SEM_TIMEOUT: a receiver may continue after a read that fails with one of these.
inline constexpr std::uint32_t kInsufficientBuffer = 122, kTimedOutRead = 121;

// The message without a trailing NUL, CR and LF, at most one of each: "hi\r\n" becomes "hi".
std::string without_terminator(std::string_view text);

// A message that the grader wrote, or tried to write, to the mailslot. `text` is the whole message; `bytes` is the number of bytes written
// (0 if refused).
struct Posted {
  std::string text;
  std::int64_t bytes = 0;
  bool refused = false;  // the message was too large for the mailslot
  std::uint64_t order = 0;
};
std::vector<Posted> posted(const Run& run, const std::string& slot);

// The strings that a receiver must print: the messages posted before `exit`, without terminators, and without empty messages.
std::vector<std::string> messages_to_show(const Run& run, const std::string& slot);

// The lines that were typed, without line endings, each with the time it was typed (as an order).
struct Typed {
  std::string text;
  std::uint64_t order = 0;
};
std::vector<Typed> typed_lines(const Run& run);
// The same, but only the lines before `exit`.
std::vector<Typed> lines_to_send(const Run& run);

// When the input ended (as an order); the largest number if it did not end.
std::uint64_t end_of_input(const Run& run);
// How many times the program read its input after the input had ended.
std::uint32_t reads_at_end_of_input(const Run& run);

// Whether the program was given a reason to end: the message or line `exit`, or the end of its input.
bool told_to_end(const Run& run);
// Whether the program under test ended by itself, so the grader did not terminate it.
bool itself(const Run& run);

// Whether two names refer to the same mailslot, ignoring case and the kind of slash.
bool is_same_name(const std::string& a, const std::string& b);
bool is_slot(const Run& run, int index, const std::string& name);

// Whether `program` made this call, and on this end of the mailslot.
bool is_on_slot(const Run& run, const Call& call, trace::Object::Kind end, const std::string& slot, int program = kUnderTest);

// The program's reads from its own mailslot, including failed reads.
std::vector<const Call*> reads_of(const Run& run, const std::string& slot, int program = kUnderTest);
// The last read that returned a message; null if there is none.
const Call* last_message(const Run& run, const std::string& slot);
// The first read that returned `exit`, with or without a terminator; null if there is none.
const Call* read_of_exit(const Run& run, const std::string& slot, int program = kUnderTest);
// The program's writes to the mailslot, including failed writes.
std::vector<const Call*> writes_to(const Run& run, const std::string& slot, int program = kUnderTest);
// The same, but only the successful writes by the program under test.
std::vector<const Call*> sent_to(const Run& run, const std::string& slot);

bool succeeded(const Call& call);
// The name that was passed to the call; "" if the call takes none.
std::string name_of(const Call& call);
// The text of the message that the call read or wrote; "" if it read or wrote none.
std::string message_of(const Call& call);
// The number of bytes per character in the caller's messages on the call's mailslot: 2 for UTF-16, 1 otherwise.
int bytes_of_character(const Call& call);

// The lines of a program's output, without line endings and without empty lines; only the first few thousand.
std::vector<std::string> printed_lines(std::string_view output);

// "CreateMailslotW" or "CreateMailslotA"; "CreateFileW" or "CreateFileA".
const char* creation_of(bool wide);
const char* opening_of(bool wide);

// What the program printed after `read` returned and before its next read from the same mailslot, as far as the run records it.
std::string printed_after(const Run& run, const Call& read);

// The text without its terminator, truncated if it is too long for a sentence.
std::string shortened(std::string_view text);

// The number of UTF-16 code units that a UTF-8 text needs: its length in characters as Win32 counts them.
std::size_t characters(std::string_view text);

// The text in UTF-16LE, as bytes; unpaired surrogates are kept.
std::string as_utf16_bytes(std::string_view text);

}  // namespace lab::checks
