// Tests what students may have of this kit: its list covers every file, and no file on it contains lines from a solution.
#include "cut/student_kit.h"

#include <gmock/gmock.h>

#include <cctype>
#include <fstream>
#include <iterator>

#include "tests/folder.h"
#include "tests/phrases.h"
#include "text/problem.h"

namespace lab::cut {
namespace {

namespace fs = std::filesystem;
using Answer = StudentFiles::Answer;
using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;
using testing::SizeIs;

const fs::path kRoot = LAB_SOURCE_DIR;

std::string text_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(StudentFiles, TheLongestNameDecides) {
  const StudentFiles files("# who\n+ grader/\n- grader/tests/\n\n+ lab\r\n");
  EXPECT_EQ(files.of("grader/cli/main.cpp"), Answer::kIn);
  EXPECT_EQ(files.of("grader/tests/x_test.cpp"), Answer::kOut);
  EXPECT_EQ(files.of("lab"), Answer::kIn);
  EXPECT_EQ(files.of("lab.cmd"), Answer::kUndecided);
  EXPECT_EQ(files.of("solutions/05/AdderManager.cpp"), Answer::kUndecided);
}

TEST(StudentFiles, AStarFitsAnyCharacters) {
  const StudentFiles files("+ grader/\n- grader/*_test.cpp\n- grader/labs/*/programs/\n");
  EXPECT_EQ(files.of("grader/labs/05_x/checks.cpp"), Answer::kIn);
  EXPECT_EQ(files.of("grader/cut/cut_test.cpp"), Answer::kOut);
  EXPECT_EQ(files.of("grader/labs/05_x/matchers_test.cpp"), Answer::kOut);
  EXPECT_EQ(files.of("grader/labs/05_x/programs/wrong/polls/X.cpp"), Answer::kOut);
  EXPECT_EQ(files.of("grader/cut/cut_test.h"), Answer::kIn);
}

TEST(StudentFiles, AnUnreadableLineIsRefused) {
  EXPECT_THROW(StudentFiles("+ labs/\nsolutions/\n"), text::Problem);
  EXPECT_THROW(StudentFiles("+labs/\n"), text::Problem);
}

TEST(StudentFiles, OfThisKitHideWhatMustBeHidden) {
  const StudentFiles files(text_of(kRoot / "kits" / "student.txt"));
  for (const char* hidden : {"solutions/05_adder_manager/AdderManager.cpp", "solutions/stubs.txt", "grader/tests/kit_check_test.cpp",
                             "grader/cut/cut_test.cpp", "grader/labs/05_adder_manager/programs/right/two_waits/AdderManager.cpp",
                             "kits/student.txt", "handouts/instructors.en.md", "handouts/kits.ko.md"})
    EXPECT_EQ(files.of(hidden), Answer::kOut) << hidden;
  for (const char* shown : {"labs/05_adder_manager/AdderManager.cpp", "lab.cmd", "handouts/05.ko.md", "handouts/lan.en.md",
                            "grader/checks/matchers.h", "grader/labs/05_adder_manager/checks.cpp"})
    EXPECT_EQ(files.of(shown), Answer::kIn) << shown;
}

const std::string kPage =
    "# 05\n\nText.\n\n<!-- not for students -->\n\n## Later\n\n<!-- shown: code 05/right/x/X.cpp main -->\n```cpp\nCloseHandle(x);\n```\n\n"
    "<!-- end -->\n";

TEST(ForStudents, NothingOfASectionIsLeft) {
  EXPECT_EQ(for_students(kPage, "x.md"), "# 05\n\nText.\n");
  EXPECT_EQ(for_students(kPage + "\n## Answers\n", "x.md"), "# 05\n\nText.\n\n\n## Answers\n");
  EXPECT_EQ(for_students("<!-- not for students -->\r\nsecret\r\n <!-- end --> \r\ntext\r\n", "x.md"), "text\r\n");
  EXPECT_EQ(for_students("<!-- not for students -->\n1\n<!-- end -->\ntext\n<!-- not for students -->\n2\n<!-- end -->", "x.md"), "text\n");
}

TEST(ForStudents, AnyOtherPageStaysAsItIs) {
  for (const char* page : {"", "text\n\n", "`<!-- not for students -->` begins a section\n", "no line end"})
    EXPECT_EQ(for_students(page, "x.md"), page);
}

TEST(ForStudents, AMarkerWithoutTheOtherIsRefused) {
  const auto refusal = [](const std::string& page) -> std::string {
    try {
      return for_students(page, "x.md");
    } catch (const text::Problem& problem) {
      return problem.what();
    }
  };
  const auto open = [](int line) { return tests::Says("student_section_open", {{"file", "x.md"}, {"line", line}}); };
  const std::string start = "<!-- not for students -->\n";
  EXPECT_THAT(refusal("# 05\n" + start + "text\n"), open(2));
  EXPECT_THAT(refusal(start + "text\n" + start + "<!-- end -->\n"), open(1));
  EXPECT_THAT(refusal("# 05\n\n<!-- end -->\n"), tests::Says("student_section_end", {{"file", "x.md"}, {"line", 3}}));
}

// A solution with three lines that its stub does not have, two of them short.
class OneSolution {
 public:
  OneSolution() {
    folder_.write("solutions/05_x/X.cpp",
                  "int main()\n{\n    //[todo 1] Wait for both.\n"
                  "    BOOL ended = WaitForSingleObject(worker1, INFINITE) == WAIT_OBJECT_0;\n"
                  "    HANDLE worker = started.hProcess;  // which one?\n"
                  "    CloseHandle(worker);\n"
                  "    CloseHandle(thread);\n"
                  "    return 0;\n"
                  "    //[stub] return PrintTotal(worker1, worker2, INFINITE);\n    //[end]\n}\n");
    folder_.write("grader/labs/05_x/programs/wrong/polls/X.cpp",
                  "// known-wrong: polls | caught by: X.Y\nwhile (WaitForSingleObject(worker, 0) == WAIT_TIMEOUT) Sleep(10);\n");
  }
  Secrets secrets() const { return Secrets(folder_.path()); }

 private:
  tests::Folder folder_;
};

TEST(Secrets, ALongLineIsFoundHoweverItIsWritten) {
  const Secrets secrets = OneSolution().secrets();
  const auto from_solution = ElementsAre(Field(&Leak::from, "solutions/05_x/X.cpp"));
  EXPECT_THAT(secrets.in("BOOL ended = WaitForSingleObject(worker1, INFINITE) == WAIT_OBJECT_0;"), from_solution);
  EXPECT_THAT(secrets.in("// BOOL ended=WaitForSingleObject( worker1,\r\n\tINFINITE ) ==WAIT_OBJECT_0; // so"), from_solution);
  EXPECT_THAT(secrets.in("    BOOL ended = WaitForSingleObject(worker, INFINITE) == WAIT_OBJECT_0;\n"), IsEmpty());
}

TEST(Secrets, ThreeLinesOfOneProgramAreALeakAndTwoAreNone) {
  const Secrets secrets = OneSolution().secrets();
  EXPECT_THAT(secrets.in("CloseHandle(worker);\nCloseHandle(thread);\nreturn 0;\n"), IsEmpty());
  const std::vector<Leak> leaks = secrets.in("CloseHandle(worker);\nint i;\nCloseHandle(thread); HANDLE worker = started.hProcess;\n");
  ASSERT_THAT(leaks, SizeIs(1));
  EXPECT_EQ(leaks[0].lines, 3u);
  EXPECT_EQ(leaks[0].line, "HANDLE worker = started.hProcess;  // which one?");
}

TEST(Secrets, ProgramsOfTheTestsAreSecretAndStubsAreNot) {
  const Secrets secrets = OneSolution().secrets();
  EXPECT_THAT(secrets.in("while (WaitForSingleObject(worker, 0) == WAIT_TIMEOUT) Sleep(10);"),
              ElementsAre(Field(&Leak::from, "grader/labs/05_x/programs/wrong/polls/X.cpp")));
  EXPECT_THAT(secrets.in("    return PrintTotal(worker1, worker2, INFINITE);\n"), IsEmpty());
}

TEST(Secrets, WhatIsNoTextMayHoldAnything) {
  EXPECT_THAT(OneSolution().secrets().in(std::string("MZ\0\0", 4)), ElementsAre(Field(&Leak::from, "")));
}

// Checks every file in this kit that students receive, and each solution and test program against itself.
TEST(Secrets, NothingThatStudentsReceiveHoldsThem) {
  const Secrets secrets(kRoot);
  const StudentFiles files(text_of(kRoot / "kits" / "student.txt"));
  EXPECT_GT(secrets.lines(), 500u);
  std::size_t searched = 0;
  for (const char* place : {"handouts", "grader", "cmake", "kits/student", "kits/repository"})
    for (const auto& entry : fs::recursive_directory_iterator(kRoot / place)) {
      const std::string name = fs::relative(entry.path(), kRoot).generic_string();
      if (!entry.is_regular_file() || (!name.starts_with("kits/") && files.of(name) != Answer::kIn)) continue;
      ++searched;
      const std::string text = text_of(entry.path());
      for (const Leak& leak : secrets.in(entry.path().extension() == ".md" ? for_students(text, name) : text))
        ADD_FAILURE() << name << " holds " << leak.lines << " lines of " << leak.from << ", among them: " << leak.line;
    }
  EXPECT_GT(searched, 200u);
}

// The code that professionals write is a correct program: students get it when they are no longer graded.
TEST(Secrets, EveryHandoutOfALabEndsWithASectionThatStudentsDoNotReceive) {
  std::size_t seen = 0;
  for (const auto& entry : fs::directory_iterator(kRoot / "handouts")) {
    const std::string name = entry.path().filename().string();
    if (entry.path().extension() != ".md" || !std::isdigit(static_cast<unsigned char>(name[0])) || name.starts_with("00")) continue;
    ++seen;
    const std::string page = text_of(entry.path()), kept = for_students(page, name);
    EXPECT_TRUE(page.ends_with("<!-- end -->\n")) << name;
    EXPECT_TRUE(page.starts_with(kept)) << name << ": one section, at the end";
    const std::string heading = name.ends_with(".ko.md") ? "## 현업에서는 이렇게 씁니다\n" : "## What professionals write\n";
    EXPECT_EQ(page.substr(kept.size()).find("\n<!-- not for students -->\n\n" + heading), 0u) << name;
    EXPECT_THAT(page.substr(kept.size()), testing::HasSubstr("<!-- shown: code " + name.substr(0, 2) + "/right/owner_type/")) << name;
    EXPECT_EQ(kept.find("right/"), std::string::npos) << name;
  }
  EXPECT_GT(seen, 13u);
}

TEST(Secrets, EverySolutionIsKnownAsOne) {
  const Secrets secrets(kRoot);
  std::size_t seen = 0;
  for (const auto& entry : fs::recursive_directory_iterator(kRoot / "solutions")) {
    if (entry.path().extension() != ".cpp") continue;
    ++seen;
    const std::vector<Leak> leaks = secrets.in(text_of(entry.path()));
    EXPECT_THAT(leaks, testing::Contains(Field(&Leak::from, fs::relative(entry.path(), kRoot).generic_string())));
  }
  EXPECT_GT(seen, 5u);
}

}  // namespace
}  // namespace lab::cut
