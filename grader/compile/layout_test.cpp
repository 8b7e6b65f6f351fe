// Tests folders created by Visual Studio: a solution with two projects, their source files, build output, and old builds next to new ones.
#include <gmock/gmock.h>

#include <chrono>

#include "compile/program_headers.h"
#include "compile/programs.h"
#include "tests/folder.h"
#include "tests/solution_folder.h"

namespace lab::compile {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using testing::HasSubstr;

constexpr const char* kX64 = "\x64\x86";
constexpr const char* kX86 = "\x4C\x01";

class BuildLayout : public testing::Test {
 protected:
  std::vector<Built> build() const {
    const Toolchain toolchain{cache_.path(), fs::path(LAB_SOURCE_DIR) / "grader/compile/student"};
    return build_programs(solution_.path(), {"PartAdder", "AdderManager"}, toolchain, 1);
  }
  Built manager() const { return build().at(1); }

  // Creates an AdderManager.exe with that age for that machine; `what` distinguishes two builds.
  void built(const fs::path& folder, const char* machine, std::chrono::seconds ago, const std::string& what) const {
    const bool wide = machine == kX64;
    const fs::path exe = solution_.write(folder / "AdderManager.exe",
                                         tests::program_headers(std::string(machine, 2), 0x0022, wide ? "\x0B\x02" : "\x0B\x01") + what);
    fs::last_write_time(exe, fs::file_time_type::clock::now() - ago);
  }

  tests::Folder cache_, solution_;
};

TEST_F(BuildLayout, CompilesTheProjectsOfASolution) {
  tests::write_solution(solution_, "int main() { return 0; }\n", "#include <windows.h>\nint main() { return helper(); }\n");
  for (const Built& one : build()) {
    EXPECT_EQ(one.reason, "") << one.log;
    EXPECT_TRUE(one.from_source);
    EXPECT_EQ(one.found, solution_.path() / one.program / (one.program + ".cpp"));
  }
}

TEST_F(BuildLayout, TakesReleaseOfTwoBuildsOfOneMoment) {
  built("x64/Release", kX64, 30s, "release");
  built("x64/Debug", kX64, 0s, "debug");
  EXPECT_EQ(manager().reason, "");
  EXPECT_EQ(manager().found.parent_path().filename(), "Release");
}

TEST_F(BuildLayout, TakesReleaseWhenItIsTheNewerOne) {
  built("x64/Release", kX64, 0h, "release");
  built("x64/Debug", kX64, 24h, "debug");
  EXPECT_EQ(manager().reason, "");
}

TEST_F(BuildLayout, DoesNotPassOverANewerBuildInSilence) {
  built("x64/Release", kX64, 24h, "release");
  built("x64/Debug", kX64, 0h, "debug");
  EXPECT_EQ(manager().reason, "two_programs");
  EXPECT_EQ(manager().log, "x64/Debug/AdderManager.exe\nx64/Release/AdderManager.exe\n");
  EXPECT_TRUE(manager().exe.empty());
}

TEST_F(BuildLayout, TakesOneOfTwoCopies) {
  built("x64/Release", kX64, 24h, "the same");
  built("handed in", kX64, 0h, "the same");
  EXPECT_EQ(manager().reason, "");
}

TEST_F(BuildLayout, PrefersTheSourceToAnyBuild) {
  tests::write_solution(solution_, "int main() {}\n", "int main() {}\n");
  built("x64/Release", kX64, 24h, "release");
  built("x64/Debug", kX64, 0h, "debug");
  EXPECT_TRUE(manager().from_source);
}

TEST_F(BuildLayout, SaysThatAProgramHas32Bits) {
  built("Debug", kX86, 0h, "win32");
  EXPECT_EQ(manager().reason, "32_bit");
  built("x64/Debug", kX64, 0h, "x64");
  EXPECT_EQ(manager().reason, "") << "the one for x64 is there too";
}

TEST_F(BuildLayout, FindsABuildAmongWhatVisualStudioLeaves) {
  tests::write_solution(solution_, "", "");
  fs::remove(solution_.path() / "AdderManager/AdderManager.cpp");
  built("x64/Debug", kX64, 0h, "debug");
  solution_.write("AdderManager/x64/Debug/AdderManager.obj", "x");
  solution_.write("AdderManager/x64/Debug/AdderManager.tlog/CL.read.1.tlog", "x");
  EXPECT_EQ(manager().found, solution_.path() / "x64/Debug/AdderManager.exe");
  EXPECT_EQ(manager().reason, "");
}

}  // namespace
}  // namespace lab::compile
