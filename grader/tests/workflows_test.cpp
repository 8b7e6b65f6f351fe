// Tests the workflows that GitHub runs, here and in students' repositories: they run strangers' programs, so there must be nothing to
// steal.
#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace lab {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

const fs::path kRoot = LAB_SOURCE_DIR;

// The lines without comments.
std::string workflow(const fs::path& file) {
  std::ifstream in(file);
  std::string text;
  for (std::string line; std::getline(in, line);) text += line.substr(0, line.find("# ")) + "\n";
  return text;
}

std::size_t count(const std::string& text, const std::string& what) {
  std::size_t found = 0;
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += what.size()) ++found;
  return found;
}

TEST(Workflows, GiveStrangersNothing) {
  for (const char* folder : {".github/workflows", "kits/repository/.github/workflows"}) {
    std::size_t seen = 0;
    for (const auto& entry : fs::directory_iterator(kRoot / folder)) {
      ++seen;
      const std::string text = workflow(entry.path());
      EXPECT_THAT(text, Not(HasSubstr("pull_request_target"))) << entry.path();
      EXPECT_THAT(text, Not(HasSubstr("secrets."))) << entry.path();
      EXPECT_THAT(text, Not(HasSubstr(": write"))) << entry.path();
      EXPECT_THAT(text, HasSubstr("\npermissions:\n  contents: read\n")) << entry.path();
      EXPECT_GT(count(text, "actions/checkout@"), 0u) << entry.path();
      EXPECT_EQ(count(text, "actions/checkout@"), count(text, "persist-credentials: false")) << entry.path();
    }
    EXPECT_GT(seen, 0u) << folder;
  }
}

// Without `call`, cmd.exe does not return from another .cmd file.
TEST(Workflows, ComeBackFromTheWrapper) {
  const std::string text = workflow(kRoot / "kits/repository/.github/workflows/grade.yml");
  EXPECT_GT(count(text, "lab.cmd"), 1u);
  EXPECT_EQ(count(text, "lab.cmd"), count(text, "call kit\\lab.cmd"));
}

}  // namespace
}  // namespace lab
