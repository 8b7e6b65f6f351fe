// What a list of equivalent mutants may contain.
#include "mutate/equivalent.h"

#include <gmock/gmock.h>

#include <sstream>

namespace lab::mutate {
namespace {

using testing::StrEq;

std::vector<Equivalent> read(const std::string& text) {
  std::istringstream in(text);
  return read_equivalents(in);
}

std::string problem_in(const std::string& text) {
  try {
    read(text);
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return "";
}

TEST(Equivalents, AReasonHoldsUntilTheNext) {
  const auto all = read("# One.\nA constant\n- f(TRUE);\n+ f(FALSE);\n\nB deleted\n- g(a,\n- b);\n# Two.\nA units\n- h();\n+ i();\n");
  ASSERT_EQ(all.size(), 3u);
  EXPECT_EQ(all[0].program, "A");
  EXPECT_EQ(all[0].kind, "constant");
  EXPECT_EQ(all[0].difference, (Difference{{"f(TRUE);"}, {"f(FALSE);"}}));
  EXPECT_EQ(all[1].reason, "One.");
  EXPECT_EQ(all[1].difference, (Difference{{"g(a,", "b);"}, {}}));
  EXPECT_EQ(all[1].line, 6u);
  EXPECT_EQ(all[2].reason, "Two.");
}

TEST(Equivalents, AnEntryIsReadAsItIsWritten) {
  const Difference difference{{"f(TRUE);"}, {"f(FALSE);"}};
  EXPECT_EQ(read("# R.\n" + as_entry("A", "constant", difference)).at(0).difference, difference);
}

TEST(Equivalents, NameTheLineThatIsWrong) {
  EXPECT_THAT(problem_in("A constant\n- x\n"), StrEq("line 1: no line \"# REASON\" stands above this entry"));
  EXPECT_THAT(problem_in("# R.\n- x\n"), StrEq("line 2: a line of the form \"PROGRAM OPERATOR\" must come first"));
  EXPECT_THAT(problem_in("# R.\nA\n"), StrEq("line 2: an entry begins with \"PROGRAM OPERATOR\""));
  EXPECT_THAT(problem_in("# R.\nA constant\nA units\n- x\n"), StrEq("line 2: the lines \"- ...\" of the mutant are missing"));
  EXPECT_THAT(problem_in("# R.\nA constant\n"), StrEq("line 2: the lines \"- ...\" of the mutant are missing"));
}

}  // namespace
}  // namespace lab::mutate
