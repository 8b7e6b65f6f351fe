// The lines that a receiver printed, held against the messages that it got.
#pragma once

#include <string>
#include <vector>

namespace lab::checks {

// What may stand before a message on its line: always the same, or, where a program also asks for what is typed, that prompt now and then.
enum class Prompt { kAlwaysTheSame, kNowAndThen };

struct Comparison {
  enum class Kind {
    kSame,        // each message ends a line of its own, once, in order
    kMissing,     // `message` does not
    kTwice,       // `message` ends more lines than it should
    kOutOfOrder,  // every message is there; `message` is the first that comes before one that should precede it
  };
  Kind kind = Kind::kSame;
  std::size_t message = 0;  // index of the message in question
  std::string prefix;       // what stands before the messages that were found
  std::string next_line;    // kMissing: the line after the last message that was found, "" if there is none
  std::size_t times = 0;    // kTwice: how often
};

// Neither lines nor messages are empty texts.
Comparison compare(const std::vector<std::string>& lines, const std::vector<std::string>& messages, Prompt prompt);

}  // namespace lab::checks
