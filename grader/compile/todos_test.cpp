#include "compile/todos.h"

#include <gmock/gmock.h>

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

}  // namespace
}  // namespace lab::compile
