// Checks that the grader's source files are formatted according to .clang-format. The known-wrong and also-right programs are hand-ins, in
// many layouts.
#include <gmock/gmock.h>

#include <algorithm>
#include <sstream>
#include <stdexcept>

#include "compile/process.h"
#include "tests/folder.h"
#include "text/path.h"

namespace lab {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;

const fs::path kRoot = LAB_SOURCE_DIR;

// .clang-format was written for this version. Other versions break some lines differently: Debian 13 has version 19.
constexpr char kVersion[] = "version 14.";
constexpr char kNoClangFormat[] = "clang-format 14 is not on PATH (Debian 12's package clang-format, or clang-format-14)";

// The clang-format of that version on PATH; "" if there is none.
std::string clang_format() {
  for (const char* name : {"clang-format-14", "clang-format"}) {
    compile::Command command;
    command.argv = {name, "--version"};
    try {
      if (compile::run(command).out.find(kVersion) != std::string::npos) return name;
    } catch (const std::runtime_error&) {
      // It is not on PATH.
    }
  }
  return "";
}

// The files that `program` would change.
std::vector<std::string> badly_formatted(const std::string& program, const std::vector<fs::path>& files) {
  constexpr std::size_t kAtATime = 100;  // below the 32,767 characters of a command line on Windows
  std::vector<std::string> bad;
  for (std::size_t at = 0; at < files.size(); at += kAtATime) {
    compile::Command command;
    command.argv = {program, "--dry-run", "-Werror", "--style=file:" + text::utf8(kRoot / ".clang-format")};
    command.folder = kRoot;
    const std::size_t end = std::min(at + kAtATime, files.size());
    for (std::size_t i = at; i < end; ++i) command.argv.push_back(text::utf8(files[i]));
    const compile::Finished finished = compile::run(command);
    const std::size_t before = bad.size();
    std::istringstream messages(finished.err);
    for (std::string line; std::getline(messages, line);) {
      const std::size_t error = line.find(": error: ");  // grader/cli/main.cpp:3:10: error: code should be clang-formatted
      if (error == std::string::npos) continue;
      const std::string file = line.substr(0, line.rfind(':', line.rfind(':', error - 1) - 1));
      if (bad.empty() || bad.back() != file) bad.push_back(file);
    }
    if (finished.exit_status != 0 && bad.size() == before) bad.push_back(finished.err);
  }
  return bad;
}

TEST(Format, SourcesAreFormatted) {
  const std::string program = clang_format();
  if (program.empty()) GTEST_SKIP() << kNoClangFormat;
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(kRoot / "grader")) {
    const fs::path file = fs::relative(entry.path(), kRoot);
    const std::string ending = file.extension().string();
    if (file.generic_string().find("/programs/") != std::string::npos) continue;
    if (ending == ".h" || ending == ".cpp" || ending == ".c") files.push_back(file);
  }
  ASSERT_GT(files.size(), 200u) << "the sources were not found";
  EXPECT_THAT(badly_formatted(program, files), IsEmpty()) << "Run " << program << " -i on these files.";
}

TEST(Format, FindsAFileWithAnotherLayout) {
  const std::string program = clang_format();
  if (program.empty()) GTEST_SKIP() << kNoClangFormat;
  const tests::Folder folder;
  const fs::path good = folder.write("good.cpp", "int main() { return 0; }\n");
  const fs::path bad = folder.write("bad.cpp", "int main( )\n{\n    return 0;\n}\n");
  const fs::path worse = folder.write("worse.h", "int  first;\nint  second;\n");
  EXPECT_THAT(badly_formatted(program, {bad, good, worse}), ElementsAre(text::utf8(bad), text::utf8(worse)));
}

}  // namespace
}  // namespace lab
