// Tests which parts of a compiler's log are shown.
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

TEST(CompilerLog, ShowsALongLineWholeWithTheMarksBelowTheirPiece) {
  const std::string log =
      "A.cpp:32:81: error: invalid conversion\n"
      "   32 |         BOOL received = ReadFile(slot, message, MAX_CHARACTERS * sizeof(TCHAR), bytes, NULL);\n"
      "      |                                                                                 ^~~~~\n"
      "      |                                                                                 |\n"
      "      |                                                                                 DWORD {aka long unsigned int}\n";
  EXPECT_EQ(compiler_log(log, 0, 70, 12).text,
            "A.cpp:32:81: error: invalid conversion\n"
            "   32 | BOOL received = ReadFile(slot, message, MAX_CHARACTERS *\n"
            "      |     sizeof(TCHAR), bytes, NULL);\n"
            "      |                    ^~~~~\n"
            "      |                    |\n"
            "      |                    DWORD {aka long unsigned int}\n");
}

TEST(CompilerLog, MarksTheRightPlaceBehindWideCharacters) {
  const std::string log =
      "A.cpp:3:60: error: expected\n"
      "    3 |     _tprintf(_T(\"안녕히 가세요, 안녕히 가세요\"), numbr, a, b);\n"
      "      |                                                   ^~~~~\n";
  EXPECT_EQ(compiler_log(log, 0, 50, 12).text,
            "A.cpp:3:60: error: expected\n"
            "    3 | _tprintf(_T(\"안녕히 가세요, 안녕히\n"
            "      |     가세요\"), numbr, a, b);\n"
            "      |                ^~~~~\n");
}

TEST(CompilerLog, ShowsWhatLiesInTheStudentsFilesAlone) {
  const std::string own =
      "my.h:2:18: error: 'x' was not declared in this scope\n"
      "    2 | int f() { return x; }\n"
      "      |                  ^\n"
      "A.cpp: In function 'int main()':\n"
      "A.cpp:3:2: error: invalid conversion\n";
  const std::string others =
      "In file included from /usr/share/mingw-w64/include/winbase.h:18,\n"
      "                 from A.cpp:2:\n"
      "/usr/share/mingw-w64/include/fileapi.h:178:106: note:   initializing argument 4 of 'BOOL ReadFile(LPDWORD)'\n"
      "  178 | ReadFile(LPDWORD lpNumberOfBytesRead);\n"
      "      |          ~~~~~~~~^~~~~~~~~~~~~~~~~~~\n"
      "In file included from <command-line>:\n"
      "/kit/student/visual_cpp.h:34:1: note: declared here\n"
      "C:\\Program Files\\Windows Kits\\um\\fileapi.h(304): note: see declaration of 'ReadFile'\n";
  const std::string link = "/usr/bin/ld: A.o:A.cpp:(.text+0x9): undefined reference to `f'\n";
  const CompilerLog log = compiler_log(own + others + link, 0, 80, 12);
  EXPECT_EQ(log.text, own + link);
  EXPECT_EQ(log.left_out, 0u);
  EXPECT_EQ(students_messages(own + others + link), own + link);
}

TEST(CompilerLog, KeepsTheFirstErrorWhereverItLies) {
  const std::string log =
      "In file included from A.cpp:1:\n/usr/include/winbase.h:9:1: error: 'DWORD' does not name a type\n/usr/include/winbase.h:10:1: "
      "error: and so on\n";
  EXPECT_THAT(compiler_log(log, 0, 80, 12).text, AllOf(HasSubstr("from A.cpp:1"), HasSubstr("winbase.h:9:1"), Not(HasSubstr("so on"))));
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
