// Comparing lines with messages: prompts are free; everything else counts.
#include "checks/mail_lines.h"

#include <gtest/gtest.h>

#include "checks/mail_run.h"

namespace lab::checks {
namespace {

using Kind = Comparison::Kind;
using Lines = std::vector<std::string>;

Kind kind(const std::string& output, const Lines& messages, Prompt prompt = Prompt::kAlwaysTheSame) {
  return compare(printed_lines(output), messages, prompt).kind;
}

TEST(MailLines, BannersEmptyLinesAndCarriageReturnsAreFree) {
  EXPECT_EQ(kind("Welcome!\r\n\r\na\r\r\n\r\nhello there\r\nGoodBye!", {"a", "hello there"}), Kind::kSame);
  EXPECT_EQ(kind("", {}), Kind::kSame);
}

TEST(MailLines, OnePromptForAll) {
  EXPECT_EQ(kind("> a\n> hello\n> \n", {"a", "hello"}), Kind::kSame);
  EXPECT_EQ(kind("Message: a\nMessage: hello\n", {"a", "hello"}), Kind::kSame);
  EXPECT_EQ(kind("1: a\n2: hello\n", {"a", "hello"}), Kind::kMissing);
  EXPECT_EQ(kind("banner a\nhello\n", {"a", "hello"}), Kind::kMissing);
}

TEST(MailLines, ALineEndsWithItsMessage) {
  EXPECT_EQ(kind("a.\nhello.\n", {"a", "hello"}), Kind::kMissing);
  EXPECT_EQ(kind("hello \n", {"hello"}), Kind::kMissing);
  EXPECT_EQ(kind("ahello\n", {"a", "hello"}), Kind::kMissing);
  EXPECT_EQ(kind("Hello\n", {"hello"}), Kind::kMissing);
}

TEST(MailLines, EachOnceAndInOrder) {
  EXPECT_EQ(kind("hello\na\n", {"a", "hello"}), Kind::kOutOfOrder);
  EXPECT_EQ(kind("a\na\nhello\n", {"a", "hello"}), Kind::kTwice);
  EXPECT_EQ(kind("a\na\nhello\n", {"a", "a", "hello"}), Kind::kSame);
  EXPECT_EQ(kind("a\nhello\na\n", {"a", "hello"}), Kind::kTwice);
}

TEST(MailLines, SaysWhichMessageAndWhatStandsInItsPlace) {
  const Comparison seen = compare({"> one", "> tw", "> three"}, {"one", "two", "three"}, Prompt::kAlwaysTheSame);
  EXPECT_EQ(seen.kind, Kind::kMissing);
  EXPECT_EQ(seen.message, 1u);
  EXPECT_EQ(seen.prefix, "> ");
  EXPECT_EQ(seen.next_line, "> tw");
}

TEST(MailLines, AChatMayPromptNowAndThen) {
  EXPECT_EQ(kind("> hello\nhow are you\n> fine\n", {"hello", "how are you", "fine"}, Prompt::kNowAndThen), Kind::kSame);
  EXPECT_EQ(kind("> hello\nhow are you\n", {"hello", "how are you"}), Kind::kMissing);
  EXPECT_EQ(kind("1 hello\n2 how are you\n3 fine\n", {"hello", "how are you", "fine"}, Prompt::kNowAndThen), Kind::kMissing);
}

TEST(MailLines, ManyLinesTakeNoTime) {
  std::string output;
  for (int i = 0; i < 100000; ++i) output += std::to_string(i) + " a\n";
  EXPECT_EQ(kind(output, {"a", "hello"}), Kind::kMissing);
}

TEST(WithoutTerminator, TakesOneOfEachOff) {
  using namespace std::string_literals;
  EXPECT_EQ(without_terminator("exit\r\n"), "exit");
  EXPECT_EQ(without_terminator("exit\r\n\0"s), "exit");
  EXPECT_EQ(without_terminator("exit\0"s), "exit");
  EXPECT_EQ(without_terminator("exit\0\0"s), "exit\0"s);
  EXPECT_EQ(without_terminator("exit "), "exit ");
}

}  // namespace
}  // namespace lab::checks
