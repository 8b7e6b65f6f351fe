// What is shown of a compiler's log.
#include "report/compiler_log.h"

#include <gmock/gmock.h>

namespace lab::report {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::string lines_of_warnings(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += "A.cpp:" + std::to_string(i) + ":1: warning: unused variable\n";
  return text;
}

TEST(CompilerLog, ShowsTheFirstErrorWhole) {
  const std::string error = "A.cpp:33:17: error: 'numbr' was not declared in this scope; did you mean 'number', or perhaps something else?";
  const std::string text = compiler_log("A.cpp: In function 'int main()':\n" + error + "\n", 4, 60, 12).text;
  EXPECT_THAT(text, StartsWith("    A.cpp: In function 'int main()':\n"));
  EXPECT_THAT(text, AllOf(HasSubstr("perhaps"), HasSubstr("else?"), Not(HasSubstr("..."))));
}

TEST(CompilerLog, BeginsWithTheErrorAndCountsTheRest) {
  const CompilerLog log = compiler_log(lines_of_warnings(30) + "A.cpp:40:1: error: expected ';'\n" + lines_of_warnings(30), 2, 80, 12);
  EXPECT_THAT(log.text, StartsWith("  A.cpp:40:1: error: expected ';'\n"));
  EXPECT_EQ(log.left_out, 30u + 1 + 30 - 12);
}

TEST(CompilerLog, ShowsWarningsWhereThereIsNoError) {
  const CompilerLog log = compiler_log(lines_of_warnings(3), 2, 80, 12);
  EXPECT_THAT(log.text, StartsWith("  A.cpp:0:1: warning"));
  EXPECT_EQ(log.left_out, 0u);
}

TEST(CompilerLog, ShowsWordsWholeThatAreNoCompilers) {
  const std::string words =
      "PartAdder.cpp includes ../kim/PartAdder.cpp, which is no part of what was handed in. Include only your own files.";
  EXPECT_EQ(compiler_log(words + "\n", 4, 60, 12).text,
            "    PartAdder.cpp includes ../kim/PartAdder.cpp, which is no\n"
            "    part of what was handed in. Include only your own files.\n");
}

TEST(CompilerLog, ShowsThePieceOfALongLineThatIsMarked) {
  const std::string source = "   33 | " + std::string(100, 'a') + " numbr " + std::string(50, 'b');
  const std::string mark = "      | " + std::string(101, ' ') + "^~~~~";
  const std::string text = compiler_log("A.cpp:33:102: error: 'numbr' was not declared\n" + source + "\n" + mark + "\n", 0, 80, 12).text;
  const std::size_t first = text.find("   33 | ..."), second = text.find("      | ", first + 20);
  ASSERT_NE(first, std::string::npos) << text;
  ASSERT_NE(second, std::string::npos) << text;
  EXPECT_EQ(text.find("numbr", first) - first, text.find('^') - second) << text;
}

TEST(CompilerLog, LeavesShortLinesAsTheyStand) {
  const std::string log = "A.cpp:3:5: error: expected\n    3 |     x y;\n      |       ^\n      |       ;\n";
  EXPECT_EQ(compiler_log(log, 0, 80, 12).text, log);
}

TEST(CompilerLog, KnowsVisualStudiosErrors) {
  EXPECT_THAT(compiler_log(lines_of_warnings(20) + "A.cpp(3): error C2065: 'numbr': undeclared identifier\n", 0, 80, 12).text,
              StartsWith("A.cpp(3): error C2065"));
}

}  // namespace
}  // namespace lab::report
