// Tests parsing the output of compilers in different languages.
#include "compile/compiler_output.h"

#include <gmock/gmock.h>

#include "text/path.h"

namespace lab::compile {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

std::vector<std::string> read_of(const CompilerOutput& output) {
  std::vector<std::string> names;
  for (const auto& file : output.read) names.push_back(text::utf8(file));
  return names;
}

TEST(CompilerOutput, OfGccHasTheFilesOnLinesOfDots) {
  const CompilerOutput output =
      output_of_gcc(". part.h\n.. /usr/include/stdio.h\na.cpp:1:2: error: x\nMultiple include guards may be useful for:\npart.h\n");
  EXPECT_THAT(read_of(output), UnorderedElementsAre("/usr/include/stdio.h", "part.h"));
  EXPECT_EQ(output.messages, "a.cpp:1:2: error: x\n");
}

TEST(CompilerOutput, OfClNamesTheSourceFirstWhichIsNoMessage) {
  EXPECT_EQ(output_of_cl("PartAdder.cpp\r\n").messages, "");
  EXPECT_EQ(output_of_cl("PartAdder.cpp\r\nPartAdder.cpp(3): error C2065: 'x': undeclared identifier\r\n").messages,
            "PartAdder.cpp(3): error C2065: 'x': undeclared identifier\n");
}

TEST(CompilerOutput, OfAnEnglishClNamesWhatItRead) {
  const CompilerOutput output =
      output_of_cl("a.cpp\r\nNote: including file: C:\\VS\\include\\stdio.h\r\nNote: including file:  C:\\VS\\include\\vcruntime.h\r\n");
  EXPECT_THAT(read_of(output), ElementsAre("C:\\VS\\include\\stdio.h", "C:\\VS\\include\\vcruntime.h"));
  EXPECT_EQ(output.messages, "");
}

// "참고: 포함 파일:  C:\..." and "a.cpp(3): error C2065: 'x': 선언되지 않은 식별자입니다." in code page 949.
TEST(CompilerOutput, OfAKoreanClIsDecoded) {
  const CompilerOutput output = output_of_cl(
      "a.cpp\r\n\xC2\xFC\xB0\xED: \xC6\xF7\xC7\xD4 \xC6\xC4\xC0\xCF:  C:\\VS\\include\\stdio.h\r\n"
      "a.cpp(3): error C2065: 'x': \xBC\xB1\xBE\xF0\xB5\xC7\xC1\xF6 \xBE\xCA\xC0\xBA "
      "\xBD\xC4\xBA\xB0\xC0\xDA\xC0\xD4\xB4\xCF\xB4\xD9.\r\n");
  EXPECT_THAT(read_of(output), ElementsAre("C:\\VS\\include\\stdio.h"));
  EXPECT_EQ(output.messages, "a.cpp(3): error C2065: 'x': 선언되지 않은 식별자입니다.\n");
}

TEST(CompilerOutput, OfClKeepsMessagesThatNamePaths) {
  const std::string message = "C:\\lab\\a.cpp(1): fatal error C1083: Cannot open include file: 'part.h': No such file or directory\n";
  const CompilerOutput output = output_of_cl(message + "LINK : fatal error LNK1104: cannot open file 'x.lib'\n");
  EXPECT_THAT(read_of(output), IsEmpty());
  EXPECT_EQ(output.messages, message + "LINK : fatal error LNK1104: cannot open file 'x.lib'\n");
}

}  // namespace
}  // namespace lab::compile
