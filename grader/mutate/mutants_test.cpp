// Which mutants a source file has, and what they look like.
#include "mutate/mutants.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace lab::mutate {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::IsSupersetOf;
using testing::Not;
using testing::UnorderedElementsAre;

// The results of all mutants of this kind for a single line.
std::vector<std::string> made_of(const std::string& line, const std::string& kind) {
  std::vector<std::string> made;
  for (const Mutant& mutant : mutants_of(line, {1}))
    if (mutant.kind == kind) made.push_back(mutated(line, mutant));
  return made;
}

TEST(Mutants, TakeARelationForEachOther) {
  EXPECT_THAT(made_of("x = a < b;", "relational"),
              UnorderedElementsAre("x = a == b;", "x = a != b;", "x = a <= b;", "x = a > b;", "x = a >= b;"));
}

TEST(Mutants, TakeAndForOr) { EXPECT_THAT(made_of("x = a && !b;", "logical"), UnorderedElementsAre("x = a || !b;", "x = a && b;")); }

TEST(Mutants, MakeConditionsTrueAndFalse) {
  EXPECT_THAT(made_of("if (f(a)) g();", "condition"), UnorderedElementsAre("if (TRUE) g();", "if (FALSE) g();"));
  EXPECT_THAT(made_of("for (i = 0; i < n; i++) g();", "condition"),
              UnorderedElementsAre("for (i = 0; TRUE; i++) g();", "for (i = 0; FALSE; i++) g();"));
  EXPECT_THAT(made_of("BOOL x = f(a) && g(b);", "condition"),
              UnorderedElementsAre("BOOL x = TRUE;", "BOOL x = FALSE;", "BOOL x = TRUE && g(b);", "BOOL x = FALSE && g(b);",
                                   "BOOL x = f(a) && TRUE;", "BOOL x = f(a) && FALSE;"));
}

TEST(Mutants, DeleteStatementsAndKeepDeclarations) {
  EXPECT_THAT(made_of("{ f(a); HANDLE h = g(); return 1; }", "deleted"),
              UnorderedElementsAre("{ ; HANDLE h = g(); return 1; }", "{ f(a); HANDLE h = g(); ; }"));
  EXPECT_THAT(made_of("if (x)\n  break;", "deleted"), IsEmpty()) << "only edits that begin on the line";
}

TEST(Mutants, TakeConstantsForOthersOfTheirFamily) {
  EXPECT_THAT(made_of("f(OPEN_EXISTING);", "constant"),
              UnorderedElementsAre("f(OPEN_ALWAYS);", "f(CREATE_ALWAYS);", "f(CREATE_NEW);", "f(TRUNCATE_EXISTING);"));
  EXPECT_THAT(made_of("WaitForSingleObject(h, 0);", "constant"), ElementsAre("WaitForSingleObject(h, INFINITE);"));
}

TEST(Mutants, AreOffByOne) {
  EXPECT_THAT(made_of("text[n / 2] = x;", "off_by_one"),
              IsSupersetOf({"text[(n / 2 + 1)] = x;", "text[(n / 2 - 1)] = x;", "text[n / 3] = x;", "text[n / 1] = x;"}));
  EXPECT_THAT(made_of("f(MAX_CHARACTERS);", "off_by_one"), ElementsAre("f((MAX_CHARACTERS + 1));", "f((MAX_CHARACTERS - 1));"));
}

TEST(Mutants, MixUpUnits) {
  EXPECT_THAT(made_of("f(n * sizeof(TCHAR), _countof(x), _tcslen(x));", "units"),
              UnorderedElementsAre("f(n , _countof(x), _tcslen(x));", "f(n * _countof(TCHAR), _countof(x), _tcslen(x));",
                                   "f(n * sizeof(TCHAR), sizeof(x), _tcslen(x));", "f(n * sizeof(TCHAR), _countof(x), _countof(x));"));
}

TEST(Mutants, SwapArgumentsAndHandles) {
  EXPECT_THAT(made_of("f(a, g(b, c), d);", "swapped"), UnorderedElementsAre("f(g(b, c), a, d);", "f(a, d, g(b, c));", "f(a, g(c, b), d);"));
  EXPECT_THAT(made_of("f(worker1, p.hThread);", "handle"), UnorderedElementsAre("f(worker2, p.hThread);", "f(worker1, p.hProcess);"));
}

TEST(Mutants, LeaveCommentsTextsAndOtherLinesAlone) {
  EXPECT_THAT(mutants_of("// a < b\n/* c == d */\n", {1, 2}), IsEmpty());
  EXPECT_THAT(made_of("f(\"a == b\");", "relational"), IsEmpty());
  EXPECT_THAT(mutants_of("a = b < c;\nd = e < f;\n", {2}), Not(Contains(testing::Field(&Mutant::line, 1u))));
}

TEST(Mutants, AreAllDifferent) {
  const std::string source = "BOOL x = WaitForSingleObject(worker1, 0) == WAIT_OBJECT_0 && n + 1 < MAX_PROGRAMS;\n";
  std::vector<std::string> programs;
  for (const Mutant& mutant : mutants_of(source, {1})) programs.push_back(mutated(source, mutant));
  std::sort(programs.begin(), programs.end());
  EXPECT_EQ(std::adjacent_find(programs.begin(), programs.end()), programs.end());
  EXPECT_THAT(programs, Not(Contains(source)));
}

TEST(Mutants, ShowTheLinesThatDiffer) {
  const std::string source = "int f()\n{\n    g(a,\n      b);\n}\n";
  const auto mutants = mutants_of(source, {3});
  const auto deleted = std::find_if(mutants.begin(), mutants.end(), [](const Mutant& mutant) { return mutant.kind == "deleted"; });
  ASSERT_NE(deleted, mutants.end());
  EXPECT_EQ(deleted->line, 3u);
  EXPECT_EQ(difference(source, *deleted), (Difference{{"g(a,", "b);"}, {";"}}));
}

}  // namespace
}  // namespace lab::mutate
