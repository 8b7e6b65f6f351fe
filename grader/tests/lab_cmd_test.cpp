// Tests lab.cmd, the wrapper on Windows: its messages exist in Korean as well, in the code page of a Korean console.
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <regex>
#include <set>
#include <sstream>
#include <string>

#include "text/code_page_949.h"

namespace lab {
namespace {

namespace fs = std::filesystem;
using testing::Contains;
using testing::Ge;

std::string text_of(const fs::path& file) {
  std::ifstream in(fs::path(LAB_SOURCE_DIR) / file, std::ios::binary);
  EXPECT_TRUE(in) << file;
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(LabCmd, HasEachOfItsMessagesInKorean) {
  const std::string script = text_of("lab.cmd");
  std::set<std::string> said;
  const std::regex say("call :say (\\w+) \"");
  for (std::sregex_iterator match(script.begin(), script.end(), say), end; match != end; ++match) said.insert((*match)[1]);
  EXPECT_GT(said.size(), 5u);

  const std::optional<std::string> korean = text::decode_code_page_949(text_of(fs::path("cmake") / "lab.ko.txt"));
  ASSERT_TRUE(korean) << "not in code page 949";
  std::set<std::string> translated;
  std::istringstream lines(*korean);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t colon = line.find(':');
    ASSERT_NE(colon, std::string::npos) << line;
    ASSERT_TRUE(line.ends_with('\r')) << line;
    EXPECT_THAT(line.substr(colon), Contains(testing::AllOf(Ge('\xEA'), testing::Le('\xED')))) << line;
    translated.insert(line.substr(0, colon));
  }
  EXPECT_EQ(translated, said);
}

// cmd.exe reads its scripts in the console's code page, and gets out of step at bytes that are invalid in it.
TEST(LabCmd, IsAscii) {
  for (const char c : text_of("lab.cmd")) ASSERT_LT(static_cast<unsigned char>(c), 0x80u);
}

}  // namespace
}  // namespace lab
