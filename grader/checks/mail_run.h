// What a run shows about mailslots, in the order in which it happened: the vocabulary of the mail labs' matchers. `slot` is what follows
// \\.\mailslot\ in a mailslot's name; `program` is an index into Run::programs. Texts are UTF-8. An `order` is a number of the run's
// moments, comparable with those of calls and events. Pointers to calls are valid as long as the run is. Nothing here throws.
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
// ERROR_INSUFFICIENT_BUFFER and ERROR_SEM_TIMEOUT: the failed reads that need not end a receiver.
inline constexpr std::uint32_t kInsufficientBuffer = 122, kTimedOutRead = 121;

// The message without NUL, CR and LF at its end, at most one of each: "hi\r\n" becomes "hi".
std::string without_terminator(std::string_view text);

// What the grader wrote to the mailslot, or tried to. `text` is the whole message, `bytes` its size as written (0 if refused).
struct Posted {
  std::string text;
  std::int64_t bytes = 0;
  bool refused = false;  // by the mailslot: the message was too large for it
  std::uint64_t order = 0;
};
std::vector<Posted> posted(const Run& run, const std::string& slot);

// The texts that a receiver must print: what was posted before `exit`, without terminators and without empty messages.
std::vector<std::string> messages_to_show(const Run& run, const std::string& slot);

// The lines that were typed, without line ends, each with the moment at which it was typed.
struct Typed {
  std::string text;
  std::uint64_t order = 0;
};
std::vector<Typed> typed_lines(const Run& run);
// ... those before `exit`.
std::vector<Typed> lines_to_send(const Run& run);

// The moment at which the input ended; the largest number if it did not end.
std::uint64_t end_of_input(const Run& run);
// How often the program read its input after that.
std::uint32_t reads_at_end_of_input(const Run& run);

// Whether the program got a reason to end: the message or line `exit`, or the end of its input.
bool told_to_end(const Run& run);
// Whether the program under test ended by itself: the grader did not end it.
bool itself(const Run& run);

// Whether two names are of the same mailslot: letter case and the kind of slash do not count.
bool is_same_name(const std::string& a, const std::string& b);
bool is_slot(const Run& run, int index, const std::string& name);

// Whether `program` made the call on this end of the mailslot.
bool is_on_slot(const Run& run, const Call& call, trace::Object::Kind end, const std::string& slot, int program = kUnderTest);

// The program's reads of its own mailslot, including those that failed.
std::vector<const Call*> reads_of(const Run& run, const std::string& slot, int program = kUnderTest);
// The last of them that returned a message; null if there is none.
const Call* last_message(const Run& run, const std::string& slot);
// The first of them that returned `exit`, with or without a terminator; null if there is none.
const Call* read_of_exit(const Run& run, const std::string& slot, int program = kUnderTest);
// The program's writes to the mailslot, including those that failed.
std::vector<const Call*> writes_to(const Run& run, const std::string& slot, int program = kUnderTest);
// ... only those that succeeded, of the program under test.
std::vector<const Call*> sent_to(const Run& run, const std::string& slot);

bool succeeded(const Call& call);
// The name that was passed to the call; "" if there is none.
std::string name_of(const Call& call);
// The text of the message that the call read or wrote; "" if there is none.
std::string message_of(const Call& call);
// The bytes of one character of the caller's messages on that mailslot: 2 for UTF-16, 1 otherwise.
int bytes_of_character(const Call& call);

// The lines of a program's output, without line ends and without empty lines; only the first few thousand.
std::vector<std::string> printed_lines(std::string_view output);

// "CreateMailslotW" or "CreateMailslotA"; "CreateFileW" or "CreateFileA".
const char* creation_of(bool wide);
const char* opening_of(bool wide);

// What the program printed between the return of `read` and its next read of the same mailslot, as far as it was recorded.
std::string printed_after(const Run& run, const Call& read);

// The text without its terminator, cut if it is too long for a sentence.
std::string shortened(std::string_view text);

// The number of UTF-16 code units of a UTF-8 text: the characters as Win32 counts them.
std::size_t characters(std::string_view text);

// The text in UTF-16LE, as bytes; unpaired surrogates are kept.
std::string as_utf16_bytes(std::string_view text);

}  // namespace lab::checks
