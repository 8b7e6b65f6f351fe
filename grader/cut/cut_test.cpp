// Tests that stubs are cut as the markers say, that errors in markers are reported with their line, and that edited files are never
// overwritten.
#include "cut/cut.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <sstream>

#include "tests/phrases.h"
#include "text/problem.h"

namespace lab::cut {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const std::string kSolution =
    "// AdderManager: adds.\n"
    "int main()\n"
    "{\n"
    "    //[todo 3] Wait for both.\n"
    "    //[todo 3] Which call does?\n"
    "    Wait(1);\n"
    "\n"
    "    Wait(2);\n"
    "    //[stub] if (x)\n"
    "    //[stub]     y();\n"
    "    //[stub]\n"
    "    //[end]\n"
    "\n"
    "\t//[todo 4] Close.\n"
    "\tClose();\n"
    "\t//[end]\n"
    "}\n";

const std::string kStub =
    "// AdderManager: adds.\n"
    "int main()\n"
    "{\n"
    "    // TODO 3: Wait for both.\n"
    "    // Which call does?\n"
    "    if (x)\n"
    "        y();\n"
    "\n"
    "\n"
    "\t// TODO 4: Close.\n"
    "}\n";

TEST(StubOf, KeepsTheFrameAndHidesTheSolution) { EXPECT_EQ(stub_of(kSolution, "x.cpp"), kStub); }

TEST(LinesToWrite, AreThoseThatTheStubLacks) { EXPECT_THAT(lines_to_write(kSolution, "x.cpp"), ::testing::ElementsAre(6u, 7u, 8u, 15u)); }

TEST(StubOf, LineEndsAreThoseOfUnix) {
  std::string windows;
  for (const char c : kSolution) windows += c == '\n' ? "\r\n" : std::string(1, c);
  EXPECT_EQ(stub_of(windows, "x.cpp"), kStub);
  EXPECT_EQ(stub_of(kSolution.substr(0, kSolution.size() - 1), "x.cpp"), kStub);
}

struct Mistake {
  const char* solution;
  const char* id;
  const char* place;
};

void PrintTo(const Mistake& mistake, std::ostream* out) { *out << testing::PrintToString(mistake.solution); }

class MarkerMistake : public ::testing::TestWithParam<Mistake> {};

TEST_P(MarkerMistake, IsToldWithFileAndLine) {
  try {
    stub_of(GetParam().solution, "solutions/05_x/A.cpp");
    FAIL() << "it was accepted";
  } catch (const text::Problem& problem) {
    EXPECT_EQ(problem.id(), GetParam().id);
    EXPECT_THAT(problem.what(), HasSubstr(std::string("solutions/05_x/A.cpp:") + GetParam().place));
    EXPECT_THAT(problem.in(text::Language::kKorean), HasSubstr(std::string("solutions/05_x/A.cpp:") + GetParam().place));
  }
}

INSTANTIATE_TEST_SUITE_P(All, MarkerMistake,
                         ::testing::Values(Mistake{"a\n//[todo 1] A\n//[todo 2] B\n//[end]\n//[end]\n", "cut_nested", "3"},
                                           Mistake{"//[todo 1] A\nx\n//[todo 1] B\n//[end]\n", "cut_nested", "3"},
                                           Mistake{"\n//[todo 1] A\nx\n", "cut_unterminated", "2"},
                                           Mistake{"x\n//[stub] y\n", "cut_outside", "2"}, Mistake{"//[end]\n", "cut_outside", "1"},
                                           Mistake{"//[todo 1] A\n//[end]\n//[end]\n", "cut_outside", "3"},
                                           Mistake{"//[todo] A\n//[end]\n", "cut_unknown_marker", "1"},
                                           Mistake{"//[todo 1]\n//[end]\n", "cut_unknown_marker", "1"},
                                           Mistake{"//[todo x] A\n//[end]\n", "cut_unknown_marker", "1"},
                                           Mistake{"//[todo 0] A\n//[end]\n", "cut_unknown_marker", "1"},
                                           Mistake{"//[todo 99999999999] A\n//[end]\n", "cut_unknown_marker", "1"},
                                           Mistake{"//[tood 1] A\n//[end]\n", "cut_unknown_marker", "1"},
                                           Mistake{"//[todo 1 A\n//[end]\n", "cut_unknown_marker", "1"},
                                           Mistake{"x(); //[todo 1] A\n//[end]\n", "cut_unknown_marker", "1"},
                                           Mistake{"//[todo 1] A\n//[end] x();\n", "cut_unknown_marker", "2"},
                                           Mistake{"//[todo 1] A\n//[end]\n//[todo 3] B\n//[end]\n", "cut_wrong_number", "3"},
                                           Mistake{"//[todo 1] A\n//[end]\n//[todo 1] B\n//[end]\n", "cut_wrong_number", "3"},
                                           Mistake{"\n// \xbe\xc8\n", "cut_not_ascii", "2"}, Mistake{"// a\x1b\n", "cut_not_ascii", "1"},
                                           Mistake{"int main() {}\n", "cut_no_todo", ""}, Mistake{"", "cut_no_todo", ""}));

class Kit : public ::testing::Test {
 protected:
  Kit()
      : kit_(std::filesystem::path(LAB_BUILD_DIR) /
             ("cut_test_" + std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()))) {
    std::filesystem::remove_all(kit_);
    put("solutions/05_adder/A.cpp", kSolution);
  }
  ~Kit() override { std::filesystem::remove_all(kit_); }

  void put(const std::string& file, const std::string& text) {
    std::filesystem::create_directories((kit_ / file).parent_path());
    std::ofstream(kit_ / file, std::ios::binary) << text;
  }

  std::string get(const std::string& file) {
    std::ifstream in(kit_ / file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return in ? text.str() : "no file";
  }

  State state(const std::string& file = "labs/05_adder/A.cpp") {
    for (const Stub& stub : look_at_stubs(kit_))
      if (stub.file == file) return stub.state;
    ADD_FAILURE() << file << " is not looked at";
    return State::kFresh;
  }

  // Changes the solution, and therefore its stub.
  void change_solution(const std::string& to = "// changed.\n") { put("solutions/05_adder/A.cpp", to + kSolution); }

  std::filesystem::path kit_;
};

constexpr const char* kFile = "labs/05_adder/A.cpp";

TEST_F(Kit, WritesWhatIsMissing) {
  EXPECT_EQ(state(), State::kMissing);
  write_stubs(kit_);
  EXPECT_EQ(get(kFile), kStub);
  EXPECT_EQ(state(), State::kFresh);
}

TEST_F(Kit, WritesWhatIsStale) {
  write_stubs(kit_);
  change_solution();
  EXPECT_EQ(state(), State::kStale);
  EXPECT_EQ(get(kFile), kStub) << "looking must not write";
  write_stubs(kit_);
  EXPECT_EQ(get(kFile), "// changed.\n" + kStub);
  EXPECT_EQ(state(), State::kFresh);
}

TEST_F(Kit, AStubOfLongAgoIsStillKnown) {
  write_stubs(kit_);
  for (const char* change : {"// 1\n", "// 2\n", "// 3\n"}) {
    change_solution(change);
    write_stubs(kit_);
  }
  put(kFile, kStub);
  EXPECT_EQ(state(), State::kStale);
}

TEST_F(Kit, NeverOverwritesWork) {
  write_stubs(kit_);
  const std::string work = kStub + "// my own line\n";
  put(kFile, work);
  EXPECT_EQ(state(), State::kEdited);
  write_stubs(kit_);
  EXPECT_EQ(get(kFile), work);
  change_solution();
  EXPECT_EQ(state(), State::kEdited);
  const auto stubs = write_stubs(kit_);
  EXPECT_EQ(get(kFile), work);
  ASSERT_EQ(stubs.size(), 1u);
  EXPECT_EQ(stubs[0].state, State::kEdited);
  EXPECT_EQ(describe(stubs[0], true, text::Language::kEnglish), tests::said("cut_edited", {{"file", "labs/05_adder/A.cpp"}}));
}

TEST_F(Kit, NeverOverwritesWorkThatIsTheSolutionOrEmpty) {
  for (const std::string& work : {kSolution, std::string(), std::string("\n")}) {
    put(kFile, work);
    write_stubs(kit_);
    EXPECT_EQ(get(kFile), work);
    EXPECT_EQ(state(), State::kEdited);
  }
}

TEST_F(Kit, NeverOverwritesWorkWhenTheRecordIsLost) {
  write_stubs(kit_);
  std::filesystem::remove(kit_ / "solutions/stubs.txt");
  change_solution();
  EXPECT_EQ(state(), State::kEdited);
  write_stubs(kit_);
  EXPECT_EQ(get(kFile), kStub);
}

TEST_F(Kit, WorkDoesNotGetOntoTheRecord) {
  write_stubs(kit_);
  const std::string record = get("solutions/stubs.txt");
  put(kFile, "// work\n");
  change_solution();
  write_stubs(kit_);
  EXPECT_EQ(get("solutions/stubs.txt"), record);
}

TEST_F(Kit, AnotherFilesStubIsNotKnownUnderThisName) {
  put("solutions/05_adder/B.cpp", "// B\n" + kSolution);
  write_stubs(kit_);
  put(kFile, "// B\n" + kStub);
  EXPECT_EQ(state(), State::kEdited);
}

TEST_F(Kit, LineEndsDoNotCount) {
  write_stubs(kit_);
  std::string windows;
  for (const char c : kStub) windows += c == '\n' ? "\r\n" : std::string(1, c);
  put(kFile, windows);
  EXPECT_EQ(state(), State::kFresh);
  write_stubs(kit_);
  EXPECT_EQ(get(kFile), windows);
  change_solution();
  EXPECT_EQ(state(), State::kStale);
}

TEST_F(Kit, TouchesNothingElse) {
  put("labs/05_adder/lab.toml", "number = 1");
  put("labs/05_adder/Mine.cpp", "// a student's own program\n");
  put("labs/notes.txt", "notes");
  put("solutions/05_adder/lab.toml", "other");
  write_stubs(kit_);
  EXPECT_EQ(get("labs/05_adder/lab.toml"), "number = 1");
  EXPECT_EQ(get("labs/05_adder/Mine.cpp"), "// a student's own program\n");
  EXPECT_EQ(get("labs/notes.txt"), "notes");
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(kit_ / "labs")) files += entry.is_regular_file();
  EXPECT_EQ(files, 4u);
  EXPECT_EQ(look_at_stubs(kit_).size(), 1u) << "Mine.cpp is ignored";
}

TEST_F(Kit, TellsOfAStubWhoseSolutionIsGoneAndLeavesIt) {
  put("solutions/05_adder/B.cpp", kSolution);
  write_stubs(kit_);
  std::filesystem::remove(kit_ / "solutions/05_adder/B.cpp");
  EXPECT_EQ(state("labs/05_adder/B.cpp"), State::kOrphan);
  write_stubs(kit_);
  EXPECT_EQ(get("labs/05_adder/B.cpp"), kStub);
}

TEST_F(Kit, WritesNothingWhenOneSolutionCannotBeCut) {
  put("solutions/05_adder/B.cpp", "//[todo 1] A\n");
  EXPECT_THROW(write_stubs(kit_), text::Problem);
  EXPECT_EQ(get(kFile), "no file");
}

TEST_F(Kit, NeedsSolutions) {
  std::filesystem::remove_all(kit_ / "solutions");
  EXPECT_THROW(look_at_stubs(kit_), text::Problem);
}

TEST_F(Kit, EveryStateHasASentenceInBothLanguages) {
  for (const bool after_writing : {false, true}) {
    for (const State state : {State::kFresh, State::kMissing, State::kStale, State::kEdited, State::kOrphan}) {
      const Stub stub{"labs/05_adder/A.cpp", state};
      EXPECT_THAT(describe(stub, after_writing, text::Language::kEnglish), HasSubstr("labs/05_adder/A.cpp: "));
      EXPECT_NE(describe(stub, after_writing, text::Language::kKorean), describe(stub, after_writing, text::Language::kEnglish));
    }
  }
}

// Edited files mean that this is a student's clone, not that the kit is wrong.
TEST(StubsOfTheKit, AreNotStale) {
  for (const Stub& stub : look_at_stubs(LAB_SOURCE_DIR))
    EXPECT_TRUE(stub.state == State::kFresh || stub.state == State::kEdited) << describe(stub, false, text::Language::kEnglish);
}

}  // namespace
}  // namespace lab::cut
