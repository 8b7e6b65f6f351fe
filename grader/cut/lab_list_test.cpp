// Tests that the list of labs for CMake matches the rubrics, and that a stale list is detected.
#include "cut/lab_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "tests/folder.h"

namespace lab::cut {
namespace {

using ::testing::HasSubstr;

rubric::Lab lab_named(const std::string& name, std::vector<std::string> programs, const std::vector<std::string>& checks) {
  rubric::Lab lab;
  lab.number = name.substr(0, 2);
  lab.name = name;
  lab.programs = std::move(programs);
  for (const std::string& id : checks) lab.checks.push_back({id, 1, {}, {}, 1});
  return lab;
}

const std::vector<rubric::Lab> kLabs = {lab_named("04_states", {"Watcher"}, {"Watcher.Asks"}),
                                        lab_named("05_adder", {"PartAdder", "AdderManager"}, {"PartAdder.Adds", "AdderManager.Waits"})};

TEST(LabList, HasProgramsAndChecksInTheRubricsOrder) {
  EXPECT_EQ(lab_list(kLabs),
            "# The labs, their programs and their checks, for CMake and CTest. Written by `lab cut` from labs/*/lab.toml.\n"
            "set(labs\n"
            "  04_states\n"
            "  05_adder)\n"
            "\n"
            "set(programs_of_04_states Watcher)\n"
            "set(checks_of_04_states\n"
            "  Watcher.Asks)\n"
            "\n"
            "set(programs_of_05_adder PartAdder AdderManager)\n"
            "set(checks_of_05_adder\n"
            "  PartAdder.Adds\n"
            "  AdderManager.Waits)\n");
}

TEST(LabList, IsWrittenWhereItIsMissingOrStale) {
  const tests::Folder kit;
  EXPECT_EQ(look_at_lab_list(kit.path(), kLabs), State::kMissing);
  EXPECT_EQ(write_lab_list(kit.path(), kLabs), State::kMissing);
  EXPECT_EQ(look_at_lab_list(kit.path(), kLabs), State::kFresh);
  EXPECT_EQ(write_lab_list(kit.path(), kLabs), State::kFresh);

  std::vector<rubric::Lab> more = kLabs;
  more[1].checks.push_back({"AdderManager.Sleeps", 1, {}, {}, 1});
  EXPECT_EQ(look_at_lab_list(kit.path(), more), State::kStale);
  EXPECT_EQ(write_lab_list(kit.path(), more), State::kStale);
  EXPECT_EQ(look_at_lab_list(kit.path(), more), State::kFresh);
}

TEST(LabList, LineEndsDoNotCount) {
  const tests::Folder kit;
  std::string windows;
  for (const char c : lab_list(kLabs)) windows += c == '\n' ? "\r\n" : std::string(1, c);
  kit.write("cmake/labs.cmake", windows);
  EXPECT_EQ(look_at_lab_list(kit.path(), kLabs), State::kFresh);
}

TEST(LabList, EveryStateHasASentenceInBothLanguages) {
  for (const bool after_writing : {false, true}) {
    for (const State state : {State::kFresh, State::kMissing, State::kStale}) {
      const std::string english = describe_lab_list(state, after_writing, text::Language::kEnglish);
      EXPECT_THAT(english, HasSubstr("cmake/labs.cmake: "));
      EXPECT_NE(describe_lab_list(state, after_writing, text::Language::kKorean), english);
    }
  }
}

TEST(LabListOfTheKit, IsNotStale) {
  const std::filesystem::path kit = LAB_SOURCE_DIR;
  EXPECT_EQ(look_at_lab_list(kit, rubric::read_labs(kit / "labs")), State::kFresh) << "run lab cut";
}

}  // namespace
}  // namespace lab::cut
