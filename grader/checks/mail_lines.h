// Compares the lines that a receiver printed with the messages that were sent to it.
//
//     compare({"[PC2] hello", "[PC2] bye"}, {"hello", "bye"}, Prompt::kAlwaysTheSame)    // kSame, with the prefix "[PC2] "
//     compare({"hello", "hello"}, {"hello", "bye"}, Prompt::kAlwaysTheSame).kind         // kMissing, of message 1
#pragma once

#include <string>
#include <vector>

namespace lab::checks {

// The text that a line may contain before its message: always the same text or, for a program that also prompts for input, occasionally a
// prompt.
enum class Prompt { kAlwaysTheSame, kNowAndThen };

struct Comparison {
  enum class Kind {
    kSame,        // each message ends a line of its own, once, in order
    kMissing,     // `message` ends no line
    kTwice,       // `message` ends more lines than it should
    kOutOfOrder,  // every message was printed; `message` is the first one that is printed too early
  };
  Kind kind = Kind::kSame;
  std::size_t message = 0;  // index of the message in question
  std::string prefix;       // the text before the messages that were found
  std::string next_line;    // kMissing: the line after the last message that was found, "" if there is none
  std::size_t times = 0;    // kTwice: how often
};

// Neither a line nor a message may be empty.
Comparison compare(const std::vector<std::string>& lines, const std::vector<std::string>& messages, Prompt prompt);

}  // namespace lab::checks
