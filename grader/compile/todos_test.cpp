#include "compile/todos.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace lab::compile {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

TEST(Todos, FindsEachByItsNumberWhateverFollows) {
  EXPECT_THAT(
      todo_lines({"int x;", "    // TODO 3: Start it.", "BOOL ended = TRUE; // TODO 4", "/* todo 5 done */", "//TODO12 -", "/// TODO #6"}),
      ElementsAre(Pair(3, 2), Pair(4, 3), Pair(5, 4), Pair(6, 6), Pair(12, 5)));
}

TEST(Todos, TakesNoOtherTextForOne) {
  EXPECT_THAT(todo_lines({"TODO 3", "printf(\"TODO 4\");", "// see TODO 5", "// TODO: wait", "// TODO 1234", "// TODOS 6"}), IsEmpty());
}

TEST(Todos, LeavesOutWhatIsThereTwice) {
  EXPECT_THAT(todo_lines({"// TODO 3: a", "// TODO 4: b", "// TODO 3: a"}), ElementsAre(Pair(4, 2)));
}

// A stub with a line to replace, one that stands for nothing yet, and two TODOs on end.
const std::vector<std::string> kStub{
    "// TODO 1: Create it.", "// Of any size.",    "HANDLE slot = NULL;",     "if (slot == NULL)", "return 1;", "",
    "// TODO 2: Read.",      "BOOL read = FALSE;", "// TODO 3: Which error?", "if (!read)",        "return 1;", "",
    "// TODO 4: Close it.",  "return 0;"};

std::vector<int> done(std::vector<std::string> source) {
  std::vector<int> numbers;
  for (int number = 1; number <= 5; ++number)
    if (is_done(number, source, kStub)) numbers.push_back(number);
  return numbers;
}

TEST(Todos, AreDoneWhereTheCodeBelowIsNoLongerTheStubs) {
  EXPECT_THAT(done(kStub), IsEmpty());
  std::vector<std::string> source = kStub;
  source[2] = "HANDLE slot = CreateMailslot(kName, 0, 0, NULL);";
  EXPECT_THAT(done(source), ElementsAre(1));
  source[7] = "BOOL read = ReadFile(slot, text, room, &bytes, NULL);";
  EXPECT_THAT(done(source), ElementsAre(1, 2));
  source.insert(source.begin() + 13, "CloseHandle(slot);");
  EXPECT_THAT(done(source), ElementsAre(1, 2, 4));
  source.insert(source.begin() + 9, {"if (!read && GetLastError() == 121)", "continue;"});
  EXPECT_THAT(done(source), ElementsAre(1, 2, 3, 4));
}

TEST(Todos, AreDoneWhereCodeFollowsTheStubs) {
  std::vector<std::string> source = kStub;
  source.insert(source.begin() + 8, "read = ReadFile(slot, text, room, &bytes, NULL);");
  EXPECT_THAT(done(source), ElementsAre(2));
  source = kStub;
  source.insert(source.begin() + 5, "Use(slot);");
  EXPECT_THAT(done(source), ElementsAre(1));
}

TEST(Todos, AreNotDoneForACommentOrABlankLineOrCodeElsewhere) {
  std::vector<std::string> source = kStub;
  source.insert(source.begin() + 2, {"// my own remark", ""});
  source.insert(source.begin(), "#include <stdio.h>");
  source.erase(std::find(source.begin() + 8, source.end(), ""));
  source.erase(std::find(source.begin(), source.end(), "// TODO 4: Close it."));
  EXPECT_THAT(done(source), IsEmpty());
  EXPECT_THAT(done({}), IsEmpty());
}

}  // namespace
}  // namespace lab::compile
