// Tests what a student builds in Visual Studio, outside the kit and in it: real programs are judged and started, under Wine on Linux.
#include <array>

#include "cli/host.h"
#include "compile/programs.h"
#include "tests/kit_command.h"
#include "tests/phrases.h"
#include "tests/solution_folder.h"

namespace lab::tests {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;

constexpr std::array kPrograms05{"PartAdder", "AdderManager"};

// The solution's programs, built.
std::vector<compile::Built> solution_programs() {
  return compile::build_programs(kSolutions, {kPrograms05.begin(), kPrograms05.end()},
                                 {kRoot / "build" / "programs", kRoot / "grader/compile/student"}, 1);
}

TEST(KitVisualStudio, JudgesTheSourcesOfASolution) {
  const Folder folder;
  write_solution(folder, text_of(kSolutions / "PartAdder.cpp"), text_of(kSolutions / "AdderManager.cpp"));
  const Answer answer = lab({"check", "05", "--from", utf8(folder.path())});
  EXPECT_EQ(answer.status, 0) << answer.out << answer.err;
  EXPECT_THAT(answer.out, Says("report_score", {{"score", 20}, {"max", 20}, {"passed", kChecksOfLab05}, {"checks", kChecksOfLab05}}));
}

TEST(KitVisualStudio, JudgesTheProgramsThatASolutionBuilt) {
  const Folder folder;
  for (const compile::Built& one : solution_programs()) {
    ASSERT_EQ(one.reason, "") << one.log;
    fs::create_directories(folder.path() / "x64/Release");
    fs::copy_file(one.exe, folder.path() / "x64/Release" / (one.program + ".exe"));
    folder.write("x64/Release/" + one.program + ".pdb", "x");
  }
  const Answer answer = lab({"check", "05", "--from", utf8(folder.path())});
  EXPECT_EQ(answer.status, 0) << answer.out << answer.err;
  EXPECT_THAT(answer.out, Says("report_score", {{"score", 20}, {"max", 20}, {"passed", kChecksOfLab05}, {"checks", kChecksOfLab05}}));
}

TEST(KitVisualStudio, SaysWhichBuildIsNewerAndWhichIs32Bit) {
  const Folder folder;
  for (const char* build : {"Release", "Debug"})
    folder.write(fs::path("x64") / build / "AdderManager.exe", program_headers("\x64\x86", 0x0022, "\x0B\x02") + build);
  fs::last_write_time(folder.path() / "x64/Release/AdderManager.exe", fs::file_time_type::clock::now() - std::chrono::hours(1));
  folder.write("Debug/PartAdder.exe", program_headers("\x4C\x01", 0x0022, "\x0B\x01"));
  for (const std::string language : {"en", "ko"}) {
    const Answer answer = lab({"check", "05", "--from", utf8(folder.path()), "--lang", language});
    EXPECT_EQ(answer.status, 3) << answer.err;
    const Language spoken = text::parse_language(language);
    const nlohmann::json two = {
        {"program", "AdderManager"}, {"first", "x64/Debug/AdderManager.exe"}, {"second", "x64/Release/AdderManager.exe"}};
    EXPECT_THAT(answer.out, AllOf(Says("two_programs", two, spoken), Says("not_gradable_32_bit", {{"program", "PartAdder"}}, spoken)));
  }
}

// Starts Together, as in Visual Studio's start-up list: Enter starts the second program.
TEST(KitVisualStudio, StartsAReceiverAndItsSender) {
  const Folder folder;
  const std::vector<compile::Built> programs = solution_programs();
  for (const compile::Built& one : programs) ASSERT_EQ(one.reason, "") << one.log;
  fs::create_directories(folder.path() / "bin");
  fs::create_directories(folder.path() / "labs");
  const fs::path together = folder.path() / "bin/Together.exe";
  for (const char* build : {"build/mingw", "build/windows"})
    if (fs::exists(kRoot / build / "bin/Together.exe")) fs::copy_file(kRoot / build / "bin/Together.exe", together);
  ASSERT_TRUE(fs::exists(together)) << "the Windows half has not been built";
  fs::copy_file(programs[0].exe, folder.path() / "labs/PartAdder.exe");
  const auto run = [&](const std::vector<std::string>& lines) {
    compile::Command command;
    command.argv = cli::windows_command(kRoot, together);
    command.argv.insert(command.argv.end(), lines.begin(), lines.end());
    command.late_input = [] { return std::string("\n\n\n"); };
    command.limit = std::chrono::minutes(2);
    return compile::run(command);
  };
  const compile::Finished both = run({"labs/PartAdder 1 5", "labs/PartAdder 6 10"});
  EXPECT_EQ(both.exit_status, 0) << both.out << both.err;
  EXPECT_THAT(both.out, HasSubstr("labs/PartAdder 6 10"));
  const compile::Finished none = run({"labs/Nobody"});
  EXPECT_EQ(none.exit_status, 2);
  EXPECT_THAT(none.out, HasSubstr("Nobody.exe"));
}

}  // namespace
}  // namespace lab::tests
