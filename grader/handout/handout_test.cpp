// Tests handouts: blocks are found and rewritten, and pages with outdated statements, or with differences between the languages, are
// detected.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "handout/code.h"
#include "handout/findings.h"
#include "handout/page.h"
#include "tests/phrases.h"

namespace lab::handout {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const std::string kPage =
    "# A title\n"
    "<!-- shown: output 05/solution AdderManager first -->\n"
    "```text\n"
    "total: 54\n"
    "```\n"
    "<!-- a remark of the writer's -->\n"
    "```\n"
    "$ ./lab check 05\n"
    "```\n"
    "<!-- shown: sample Empty -->\n"
    "```\n"
    "```\n"
    "The end";

TEST(HandoutPage, FindsItsShownBlocks) {
  const std::vector<Shown> all = shown_in(kPage, "x.md");
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].what, "output 05/solution AdderManager first");
  EXPECT_THAT(all[0].words, ElementsAre("output", "05/solution", "AdderManager", "first"));
  EXPECT_EQ(all[0].line, 2);
  EXPECT_EQ(all[0].content, "total: 54\n");
  EXPECT_EQ(all[1].line, 10);
  EXPECT_EQ(all[1].content, "");
}

TEST(HandoutPage, KeepsEverythingButTheContents) {
  EXPECT_EQ(with_blocks(kPage, "x.md", [](const Shown& shown) { return shown.content; }), kPage);
  std::string expected = kPage;
  expected.replace(expected.find("54"), 2, "55");
  EXPECT_EQ(with_blocks(kPage, "x.md", [](const Shown& shown) { return shown.line == 2 ? "total: 55\n" : shown.content; }), expected);
}

std::string refusal(const std::function<void()>& work) {
  try {
    work();
  } catch (const text::Problem& problem) {
    return problem.id() + ": " + problem.what();
  }
  return "none";
}

TEST(HandoutPage, FindsTheFirstDifferentLine) {
  const auto lines = [](std::string_view before, std::string_view now) {
    const auto [was, is] = first_difference(before, now);
    return was + "|" + is;
  };
  EXPECT_EQ(lines("one\ntwo\nthree\n", "one\n2\n3\n"), "two|2");
  EXPECT_EQ(lines("one\n", "one\ntwo\n"), "|two");
  EXPECT_EQ(lines("one\r\ntwo", "one\r\n"), "two|");
  EXPECT_EQ(lines("one\n", "one\n"), "|");
}

TEST(HandoutPage, RefusesCommentsWithoutABlock) {
  const auto read = [](const std::string& page) { return refusal([&] { shown_in(page, "x.md"); }); };
  EXPECT_THAT(read("<!-- shown: sample A -->\n\n```\n```\n"), HasSubstr("handout_no_block: x.md:1:"));
  EXPECT_THAT(read("text\n<!-- shown: sample A\n```\n```\n"), HasSubstr("handout_no_block: x.md:2:"));
  EXPECT_THAT(read("<!-- shown: sample A -->"), HasSubstr("handout_no_block"));
  EXPECT_THAT(read("<!-- shown: sample A -->\n```\nopen\n"), HasSubstr("handout_open_block: x.md:1:"));
}

const std::string kFigure = "text\n<!-- shown: figure 05/solution A b -->\n![Two bars (long).](old.svg)\nmore\n";

TEST(HandoutPage, AFigureIsALinkWhoseTargetIsTheKits) {
  const std::vector<Shown> all = shown_in(kFigure, "x.md");
  ASSERT_EQ(all.size(), 1u);
  EXPECT_TRUE(all[0].is_figure());
  EXPECT_TRUE(shown_in("<!-- shown: failure 05/wrong/x A.B -->\n![Two bars.](old.svg)\n", "x.md")[0].is_figure());
  EXPECT_EQ(all[0].content, "old.svg");
  EXPECT_EQ(all[0].line, 2);
  EXPECT_EQ(with_blocks(kFigure, "x.md", [](const Shown&) { return "figures/new.svg"; }),
            "text\n<!-- shown: figure 05/solution A b -->\n![Two bars (long).](figures/new.svg)\nmore\n");
}

TEST(HandoutPage, RefusesFiguresWithoutWordsOrLink) {
  for (const char* link : {"![](a.svg)\n", "text\n", "![words]\n", "![words](a.svg\n", "```\n```\n", ""})
    EXPECT_THAT(refusal([&] { shown_in(std::string("<!-- shown: figure a b c -->\n") + link, "x.md"); }),
                HasSubstr("handout_no_figure: x.md:1:"))
        << link;
}

const std::string kSolution =
    "int main()\n"
    "{\n"
    "    //[todo 1] Wait.\n"
    "    //[todo 1] For whom?\n"
    "    if (x)\n"
    "        Wait(1);\n"
    "    //[stub] Wait(0);\n"
    "    //[end]\n"
    "    //[todo 2] Close.\n"
    "    Close();\n"
    "    //[stub]\n"
    "    //[end]\n"
    "}\n";

TEST(HandoutCode, TakesAStepFromTheStubAndFromTheSolution) {
  EXPECT_EQ(todo_in_stub(kSolution, "x.cpp", 1), "// TODO 1: Wait.\n// For whom?\nWait(0);\n");
  EXPECT_EQ(step_in_solution(kSolution, "x.cpp", 1), "if (x)\n    Wait(1);\n");
  EXPECT_EQ(todo_in_stub(kSolution, "x.cpp", 2), "// TODO 2: Close.\n");
  EXPECT_EQ(last_todo(kSolution), 2);
}

TEST(HandoutCode, PutsTheTranslationBelowTheTodo) {
  EXPECT_EQ(with_translation("// TODO 4: Wait\n// for both.\nBOOL ended = TRUE;\n// left\n", 4, "기다리세요."),
            "// TODO 4: Wait\n// for both.\n// 할 일 4: 기다리세요.\nBOOL ended = TRUE;\n// left\n");
  EXPECT_EQ(with_translation("// TODO 5: Close.\n", 5, "닫으세요."), "// TODO 5: Close.\n// 할 일 5: 닫으세요.\n");
}

TEST(HandoutCode, KnowsNoStepThatIsNotThere) {
  EXPECT_THAT(refusal([] { todo_in_stub(kSolution, "x.cpp", 3); }), tests::Says("handout_no_todo", {{"file", "x.cpp"}, {"number", 3}}));
  EXPECT_THAT(refusal([] { step_in_solution(kSolution, "x.cpp", 0); }), HasSubstr("handout_no_todo"));
}

TEST(HandoutCode, TakesAPartOfAProgram) {
  const std::string program =
      "//[part owner]\nclass X\n{\n};\n//[end]\n\nint main()\n{\n    //[part wait]\n    if (x)\n        Wait();\n    //[end]\n}\n//[part "
      "open]\n";
  EXPECT_EQ(part_of_program(program, "x.cpp", "owner"), "class X\n{\n};\n");
  EXPECT_EQ(part_of_program(program, "x.cpp", "wait"), "if (x)\n    Wait();\n");
  for (const char* name : {"open", "own", ""})
    EXPECT_THAT(refusal([&] { part_of_program(program, "x.cpp", name); }),
                tests::Says("handout_no_part", {{"file", "x.cpp"}, {"name", name}}));
}

const LabFacts kLab{"05_adder_manager", 2, {{"AdderManager.Starts", 1}, {"AdderManager.Waits", 2}}};
const std::vector<std::string> kKnown{"AdderManager.Starts", "AdderManager.Waits", "PartAdder.Adds"};

const std::string kRight =
    "# Lab\n"
    "See [CreateProcess](https://learn.microsoft.com/windows/win32) and [handout 00](00.en.md). `PartAdder.Adds` is another check.\n"
    "## Steps\n"
    "### Step 1: Start\n"
    "<!-- shown: code labs/05_adder_manager/AdderManager.cpp 1 -->\n"
    "```cpp\n"
    "// TODO 1\n"
    "```\n"
    "`AdderManager.Starts`\n"
    "### Step 2: Wait\n"
    "<!-- shown: code labs/05_adder_manager/AdderManager.cpp 2 -->\n"
    "```cpp\n"
    "// TODO 2\n"
    "```\n"
    "- `AdderManager.Waits`\n"
    "```\n"
    "$ ./lab check 05\n"
    "```\n";

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  EXPECT_NE(text.find(what), std::string::npos) << what;
  return text.replace(text.find(what), what.size(), by);
}

std::vector<std::string> ids(const std::vector<text::Problem>& problems) {
  std::vector<std::string> all;
  for (const text::Problem& problem : problems) all.push_back(problem.id());
  return all;
}

std::vector<std::string> found(const std::string& page) { return ids(findings({"x.md", page}, kLab, kKnown)); }

TEST(HandoutFindings, ARightPageHasNone) { EXPECT_THAT(found(kRight), IsEmpty()); }

TEST(HandoutFindings, StepsAreTheStubs) {
  EXPECT_THAT(found(replaced(kRight, "### Step 2: Wait", "### Step 3: Wait")),
              ElementsAre("handout_wrong_step", "handout_step_without_code", "handout_check_unnamed"));
  EXPECT_THAT(found(kRight.substr(0, kRight.find("### Step 2"))), ElementsAre("handout_missing_step", "handout_check_unnamed"));
  EXPECT_THAT(found(replaced(kRight, "AdderManager.cpp 2", "AdderManager.cpp 1")), ElementsAre("handout_step_without_code"));
  EXPECT_THAT(found(replaced(kRight, "labs/05", "solutions/05")), ElementsAre("handout_step_without_code"));
}

TEST(HandoutFindings, ChecksAreTheLabs) {
  EXPECT_THAT(found(replaced(kRight, "`AdderManager.Waits`", "")), ElementsAre("handout_check_unnamed"));
  EXPECT_THAT(found(replaced(kRight, "`AdderManager.Waits`", "AdderManager.Waits")), ElementsAre("handout_check_unnamed"));
  EXPECT_THAT(found(replaced(kRight, "PartAdder.Adds", "PartAdder.Multiplies")), ElementsAre("handout_unknown_check"));
  EXPECT_THAT(found(replaced(kRight, "PartAdder.Adds", "Console.WriteLine")), IsEmpty());  // not a program in the labs
}

TEST(HandoutFindings, BlocksAreShownOrCommands) {
  EXPECT_THAT(found(kRight + "```\ntotal: 55\n```\n"), ElementsAre("handout_typed_block"));
  EXPECT_THAT(found(kRight + "```\n$ ./lab check 05\ntotal: 55\n```\n"), ElementsAre("handout_typed_block"));
  EXPECT_THAT(found(kRight + "```\n> .\\lab check 05\n```\n"), IsEmpty());
  EXPECT_THAT(found(kRight + "![words](figures/a.svg)\n"), ElementsAre("handout_typed_block"));
  EXPECT_THAT(found(kRight + "<!-- shown: figure a b c -->\n![words](figures/a.svg)\n"), IsEmpty());
}

TEST(HandoutFindings, LinksGoToPrimarySources) {
  EXPECT_THAT(found(kRight + "[a](http://learn.microsoft.com/x)\n"), ElementsAre("handout_other_link"));
  EXPECT_THAT(found(kRight + "[a](https://example.com/x)\n"), ElementsAre("handout_other_link"));
  EXPECT_THAT(found(kRight + "[a](https://learn.microsoft.com.example.com/x)\n"), ElementsAre("handout_other_link"));
  EXPECT_THAT(found(kRight + "[a](https://github.com/somebody/wil)\n"), ElementsAre("handout_other_link"));
  EXPECT_THAT(found(kRight + "[a](https://github.com/microsoft/wil)\n"), IsEmpty());
  EXPECT_THAT(found(kRight + "[a](/etc/passwd)\n"), ElementsAre("handout_other_link"));
}

const std::string kKorean = replaced(replaced(kRight, "### Step 1: Start", "### 1단계: 시작"), "### Step 2: Wait", "### 2단계: 대기");

std::vector<std::string> differing(const std::string& korean) { return ids(differences({"x.ko.md", korean}, {"x.en.md", kRight})); }

TEST(HandoutLanguages, ATranslationHasTheSameShape) {
  EXPECT_THAT(found(kKorean), IsEmpty());
  EXPECT_THAT(differing(kKorean), IsEmpty());
  EXPECT_THAT(differing(replaced(kKorean, "00.en.md", "00.ko.md")), IsEmpty());
}

TEST(HandoutLanguages, FindsWhatOnlyOneOfThemHas) {
  EXPECT_THAT(differing(replaced(kKorean, "## Steps", "### Steps")), ElementsAre("handout_other_heading"));
  EXPECT_THAT(differing(replaced(kKorean, "### 2단계", "### 3단계")), ElementsAre("handout_other_heading"));
  EXPECT_THAT(differing(kKorean + "## 더\n"), ElementsAre("handout_other_length"));
  EXPECT_THAT(differing(replaced(kKorean, "check 05", "check 06")), ElementsAre("handout_other_blocks"));
  EXPECT_THAT(differing(replaced(kKorean, "AdderManager.cpp 2", "AdderManager.cpp 1")), ElementsAre("handout_other_blocks"));
  EXPECT_THAT(differing(kKorean + "<!-- shown: figure a b c -->\n![words](figures/a.svg)\n"), ElementsAre("handout_other_blocks"));
  EXPECT_THAT(differing(replaced(kKorean, "`AdderManager.Starts`", "")), ElementsAre("handout_other_checks"));
  EXPECT_THAT(differing(replaced(kKorean, "/win32)", "/win32/ipc)")), ElementsAre("handout_other_links"));
  EXPECT_THAT(differing(replaced(kKorean, "- `", "`")), ElementsAre("handout_other_items"));
}

}  // namespace
}  // namespace lab::handout
