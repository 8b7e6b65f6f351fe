// What a run tells about mailslots, in the order in which it happened. The matchers of the mail labs are made of it.
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
// Errors that have a meaning of their own in the mail labs.
inline constexpr std::uint32_t kInsufficientBuffer = 122, kTimedOutRead = 121;

// A message with NUL, CR and LF at its end, one of each at most, taken off.
std::string without_terminator(std::string_view text);

// What the grader wrote to a mailslot called `slot`, or tried to. `text` is whole, `bytes` as they travelled (0 when refused).
struct Posted {
  std::string text;
  std::int64_t bytes = 0;
  bool refused = false;  // by the slot itself; no message of the run
  std::uint64_t order = 0;
};
std::vector<Posted> posted(const Run& run, const std::string& slot);

// The texts that a receiver must show: what was posted up to `exit`, without terminators and without empty messages.
std::vector<std::string> messages_to_show(const Run& run, const std::string& slot);

// The lines that were typed, without line ends, each with the moment of its key strokes.
struct Typed {
  std::string text;
  std::uint64_t order = 0;
};
std::vector<Typed> typed_lines(const Run& run);
// ... up to `exit`.
std::vector<Typed> lines_to_send(const Run& run);

// When the input ended; the largest number when it did not.
std::uint64_t end_of_input(const Run& run);
// How often the program asked for more to be typed since then.
std::uint32_t reads_at_end_of_input(const Run& run);

// Whether the program was told to end: by a message, a line, or the end of its input.
bool told_to_end(const Run& run);
// Whether the program under test ended itself.
bool itself(const Run& run);

// Letter case and the kind of slash do not count in a mailslot's name.
bool is_same_name(const std::string& a, const std::string& b);
bool is_slot(const Run& run, int index, const std::string& name);

// Whether the call was made by `program` on such an end of the mailslot called `slot`.
bool is_on_slot(const Run& run, const Call& call, trace::Object::Kind end, const std::string& slot, int program = kUnderTest);

// Reads of the program's own mailslot, those that failed included.
std::vector<const Call*> reads_of(const Run& run, const std::string& slot, int program = kUnderTest);
// The last of them that brought a message; null when none did.
const Call* last_message(const Run& run, const std::string& slot);
// The first of them that brought `exit`, with or without a terminator behind it; null when none did.
const Call* read_of_exit(const Run& run, const std::string& slot, int program = kUnderTest);
// Messages that the program wrote to the mailslot, those that failed included.
std::vector<const Call*> writes_to(const Run& run, const std::string& slot, int program = kUnderTest);
// ... without those.
std::vector<const Call*> sent_to(const Run& run, const std::string& slot);

bool succeeded(const Call& call);
// The name that the call was given; "" for none.
std::string name_of(const Call& call);
// The text of the message that was read or written; "" for none.
std::string message_of(const Call& call);
// Bytes of one character, as the caller speaks on that mailslot.
int bytes_of_character(const Call& call);

// The lines of what a program printed, without CR before LF, empty ones left out; the first thousands of them.
std::vector<std::string> printed_lines(std::string_view output);

// The function of that suffix that made a mailslot, or opened one.
const char* creation_of(bool wide);
const char* opening_of(bool wide);

// What the program printed from the return of `read` to its next read of the same mailslot, as far as it was recorded.
std::string printed_after(const Run& run, const Call& read);

// The beginning of a text that is too long for a sentence, without its terminator.
std::string shortened(std::string_view text);

// Number of characters of a UTF-8 text, counted as UTF-16 does.
std::size_t characters(std::string_view text);

// The bytes of a text in UTF-16LE; surrogates as they are.
std::string as_utf16_bytes(std::string_view text);

}  // namespace lab::checks
