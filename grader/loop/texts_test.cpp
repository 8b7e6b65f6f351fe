// Tests hints in steps, the changes of a judgement, the progress bar, and keys.
#include <gmock/gmock.h>

#include "loop/bar.h"
#include "loop/changes.h"
#include "loop/hints.h"
#include "loop/keys.h"
#include "report/columns.h"
#include "tests/because.h"
#include "tests/phrases.h"

namespace lab::loop {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using tests::said;
using tests::Says;
using text::Language;
using trace::Outcome;
using trace::Verdict;

const rubric::Lab kLab{
    "05",
    "05_adder_manager",
    {"Adder manager", "덧셈 관리자"},
    {"A"},
    {},
    {{"A.One", 2, {"It does one.", "하나를 합니다."}, {{"Which?", "어느?"}, {"Really?", "정말?"}, {"CreateProcess.", "CreateProcess."}}, 1},
     {"A.Two", 3, {"It does two.", "둘을 합니다."}, {{"Hm?", "음?"}}, 2}},
    {}};

Verdict verdict(const std::string& check, Outcome outcome) {
  const int most = kLab.check(check)->points;
  return {check, outcome, outcome == Outcome::kPassed ? most : 0, most, {}};
}

Standing standing(Outcome one, Outcome two) {
  Standing made;
  made.lab = "05";
  made.verdicts = {verdict("A.One", one), verdict("A.Two", two)};
  return made;
}

TEST(Hints, ComeOneByOne) {
  EXPECT_EQ(hints_to_show(0, 3, 0), 1);
  EXPECT_EQ(hints_to_show(2, 3, 0), 3);
  EXPECT_EQ(hints_to_show(3, 3, 0), 3) << "there are no more";
  EXPECT_EQ(hints_to_show(2, 3, 1), 1) << "one was asked for";
  EXPECT_EQ(hints_to_show(0, 3, 9), 3);
  EXPECT_EQ(hints_to_show(0, 0, 0), 0);
}

TEST(Hints, AreForTheCheckToFixFirst) {
  const auto id = [](const Standing& standing) {
    const rubric::Check* check = check_to_hint_at(kLab, standing);
    return check ? check->id : "";
  };
  EXPECT_EQ(id(standing(Outcome::kPassed, Outcome::kFailed)), "A.Two");
  EXPECT_EQ(id(standing(Outcome::kSkipped, Outcome::kFailed)), "A.Two");
  EXPECT_EQ(id(standing(Outcome::kPassed, Outcome::kPassed)), "");
  EXPECT_EQ(id(Standing()), "A.One") << "nothing was judged yet";
}

report::Style english() {
  report::Style style;
  style.command = "./lab";
  return style;
}
report::Style korean() {
  report::Style style = english();
  style.language = Language::kKorean;
  style.options = " --lang ko";
  return style;
}

TEST(Hints, RememberHowManyWereShown) {
  Standing now = standing(Outcome::kFailed, Outcome::kFailed);
  const rubric::Check& check = kLab.checks[0];
  const std::string first = hint_text(kLab, check, 0, now, english(), false);
  EXPECT_EQ(first, "A.One   " + said("outcome_failed") + "   " + said("report_step", {{"lab", "05"}, {"step", 1}}) +
                       "\n  It does one.\n  1. Which?\n  " + said("hint_more", {{"left", 2}}) + "\n    ./lab hint 05 A.One\n");
  EXPECT_THAT(hint_text(kLab, check, 0, now, english(), false),
              AllOf(HasSubstr("1. Which?\n  2. Really?\n"), Not(HasSubstr("CreateProcess"))));
  EXPECT_EQ(now.hints["A.One"], 2);
  EXPECT_EQ(now.hints.count("A.Two"), 0u) << "each check counts its own";
  EXPECT_THAT(hint_text(kLab, check, 1, now, english(), false), Not(HasSubstr("Really?")));
  EXPECT_EQ(now.hints["A.One"], 2) << "to look at fewer takes none back";
  const std::string last = hint_text(kLab, check, 0, now, english(), true);
  EXPECT_THAT(last, AllOf(HasSubstr("3. CreateProcess."), Says("hint_last_key"), Not(HasSubstr("./lab"))));
  take_verdicts(now, {verdict("A.One", Outcome::kPassed)}, {}, "", 0);
  take_verdicts(now, {verdict("A.One", Outcome::kFailed)}, {}, "", 0);
  EXPECT_THAT(hint_text(kLab, check, 0, now, english(), false), Not(HasSubstr("Really?"))) << "it passed in between: from the beginning";
}

TEST(Hints, SuggestTheLanguageThatWasAskedFor) {
  Standing now = standing(Outcome::kFailed, Outcome::kFailed);
  const std::string text = hint_text(kLab, kLab.checks[0], 0, now, korean(), false);
  EXPECT_THAT(text, AllOf(HasSubstr("./lab hint 05 A.One --lang ko\n"), HasSubstr(kLab.checks[0].title.ko),
                          HasSubstr("1. " + kLab.checks[0].hints[0].ko)));
  EXPECT_THAT(hint_text(kLab, kLab.checks[0], 9, now, korean(), false), HasSubstr("./lab check 05 --runs my_runs --lang ko\n"));
}

TEST(Hints, OfALaterStepAreNotGivenAwayWhereNothingWasStarted) {
  Standing now = standing(Outcome::kFailed, Outcome::kFailed);
  now.verdicts[0].because = tests::because("nothing_started", {{"program", "StateWatcher"}});
  const std::string text = hint_text(kLab, kLab.checks[0], 0, now, english(), false);
  EXPECT_THAT(text, AllOf(Says("nothing_started", {{"program", "StateWatcher"}}), Not(HasSubstr("Which?"))));
  EXPECT_TRUE(now.hints.empty());
}

constexpr trace::Reason kHinted{.id = "hinted", .hint = {"Is it {n}?", "{n}인가요?"}, .hints_of = "Two", .en = "{n}.", .ko = "{n}."};

TEST(Hints, OfTheReasonComeFirst) {
  Standing now = standing(Outcome::kFailed, Outcome::kFailed);
  now.verdicts[0].because = {&kHinted, {{"n", 7}}};
  const std::string text = hint_text(kLab, kLab.checks[0], 2, now, english(), false);
  EXPECT_THAT(text, AllOf(HasSubstr("1. Is it 7?\n  2. Hm?\n"), HasSubstr("It does one."), Not(HasSubstr("Which?")),
                          Says("report_step", {{"lab", "05"}, {"step", 2}}), Says("hint_last")));
  EXPECT_THAT(hint_text(kLab, kLab.checks[0], 1, now, korean(), false), HasSubstr("1. 7인가요?"));
}

TEST(Hints, OfAReasonThatNamesNoCheckAreFollowedByTheChecksOwn) {
  static constexpr trace::Reason kAlone{.id = "alone", .hint = {"So?", "그래서?"}, .hints_of = "Nowhere", .en = "a", .ko = "a"};
  Standing now = standing(Outcome::kFailed, Outcome::kFailed);
  now.verdicts[0].because = {&kAlone, {}};
  EXPECT_THAT(hint_text(kLab, kLab.checks[0], 4, now, english(), false),
              AllOf(HasSubstr("1. So?\n  2. Which?\n  3. Really?"), Says("report_step", {{"lab", "05"}, {"step", 1}})));
}

TEST(Hints, AreThoseOfTheCheckWhereAKeptVerdictLacksWhatTheReasonsHintNames) {
  Standing now = standing(Outcome::kFailed, Outcome::kFailed);
  now.verdicts[0].because = {&kHinted, nlohmann::json::object()};
  EXPECT_THAT(hint_text(kLab, kLab.checks[0], 1, now, english(), false), HasSubstr("1. Hm?"));
}

TEST(Hints, OfACheckThatPassedAreShownOnlyIfACountIsAskedFor) {
  Standing now = standing(Outcome::kPassed, Outcome::kFailed);
  EXPECT_THAT(hint_text(kLab, kLab.checks[0], 0, now, korean(), false),
              AllOf(Says("hint_passed_next", {{"check", "A.Two"}}, Language::kKorean), HasSubstr("\n    ./lab hint 05 --lang ko\n"),
                    Not(HasSubstr("1. "))));
  EXPECT_THAT(hint_text(kLab, kLab.checks[0], 2, now, english(), false),
              AllOf(HasSubstr("1. Which?\n  2. Really?\n"), Not(HasSubstr("./lab")), Not(Says("hint_more", {{"left", 1}}))));
  EXPECT_TRUE(now.hints.empty());
  now = standing(Outcome::kPassed, Outcome::kPassed);
  EXPECT_THAT(hint_text(kLab, kLab.checks[0], 0, now, english(), false), AllOf(Says("hint_passed"), Not(HasSubstr("./lab"))));
}

// A program that does not compile says nothing about its checks: the hints go on where they were.
TEST(Hints, GoOnWithTheCheckThatFailedBeforeTheProgramBroke) {
  Standing now = standing(Outcome::kPassed, Outcome::kFailed);
  const std::vector<trace::Verdict> broken{verdict("A.One", Outcome::kNotBuilt), verdict("A.Two", Outcome::kNotBuilt)};
  take_verdicts(now, broken, {}, "", 0);
  ASSERT_NE(check_to_hint_at(kLab, now), nullptr);
  EXPECT_EQ(check_to_hint_at(kLab, now)->id, "A.Two");
  take_verdicts(now, broken, {{"A.cpp", "still broken"}}, "", 0);
  EXPECT_EQ(check_to_hint_at(kLab, now)->id, "A.Two");
  EXPECT_THAT(hint_text(kLab, kLab.checks[1], 0, now, english(), false), HasSubstr("1. Hm?"));
  EXPECT_EQ(now.hints["A.Two"], 1);

  Standing fresh;
  take_verdicts(fresh, broken, {}, "", 0);
  EXPECT_EQ(check_to_hint_at(kLab, fresh)->id, "A.One") << "it never compiled";
}

std::string word(const char* outcome) { return report::fitted(said(outcome), 12); }

std::string points(int score, const char* won, Language language = Language::kEnglish) {
  return said("loop_points_changed", {{"score", score}, {"max", 5}, {"won", won}}, language);
}

TEST(Changes, AreWhatCameOutInAnotherWay) {
  const auto before = standing(Outcome::kFailed, Outcome::kSkipped).verdicts, after = standing(Outcome::kPassed, Outcome::kFailed).verdicts;
  const Changes won = changes(before, after);
  ASSERT_EQ(won.passed.size(), 1u);
  EXPECT_EQ(won.passed[0].check, "A.One");
  ASSERT_EQ(won.others.size(), 1u);
  EXPECT_EQ(won.others[0].check, "A.Two");
  EXPECT_EQ(text_of(won, english()), "  + A.One  " + word("outcome_passed") + "   2/2\n    A.Two  " + word("outcome_failed") +
                                         "   0/3\n  " + points(2, "+2") + "\n");

  const Changes lost = changes(after, before);
  ASSERT_EQ(lost.lost.size(), 1u);
  EXPECT_EQ(text_of(lost, english()), "  - A.One  " + word("outcome_failed") + "   0/2\n    A.Two  " + word("outcome_skipped") +
                                          "   0/3\n  " + points(0, "-2") + "\n");
  EXPECT_THAT(text_of(lost, korean()), HasSubstr(points(0, "-2", Language::kKorean)));
}

TEST(Changes, AreNoneTheFirstTimeAndWhereNothingChanged) {
  const auto verdicts = standing(Outcome::kPassed, Outcome::kFailed).verdicts;
  EXPECT_FALSE(changes({}, verdicts).any());
  EXPECT_EQ(text_of(changes({}, verdicts), english()), "  " + said("loop_points", {{"score", 2}, {"max", 5}}) + "\n")
      << "they were not won just now";
  EXPECT_FALSE(changes(verdicts, verdicts).any());
  EXPECT_EQ(text_of(changes(verdicts, verdicts), english()), "  " + said("loop_points", {{"score", 2}, {"max", 5}}) + "\n");
}

TEST(Changes, CanBeColoured) {
  const Changes won = changes(standing(Outcome::kFailed, Outcome::kFailed).verdicts, standing(Outcome::kPassed, Outcome::kFailed).verdicts);
  report::Style coloured;
  coloured.color = true;
  EXPECT_THAT(text_of(won, coloured), HasSubstr("\x1b[32m" + word("outcome_passed") + "\x1b[0m"));
  EXPECT_THAT(text_of(won, english()), Not(HasSubstr("\x1b")));
}

TEST(Bar, TellsWhatRunsAndWhatIsLeft) {
  const Work half{"running", 6, 24, "A worker_1", 3.0};
  const nlohmann::json left = {{"what", "running"}, {"done", 6}, {"all", 24}, {"left", 9}};
  EXPECT_EQ(bar(half, Language::kEnglish, 100), "[######..................] " + said("progress_left", left) + " (A worker_1)");
  EXPECT_EQ(plain(half, Language::kKorean), said("progress_left", left, Language::kKorean));
  EXPECT_EQ(bar({"getting ready", 0, 0, "", 4.7}, Language::kEnglish, 100),
            said("progress_time", {{"what", "getting ready"}, {"seconds", 4}}));
  const auto count = [](int done) { return said("progress_count", {{"what", "running"}, {"done", done}, {"all", 24}}); };
  EXPECT_EQ(plain({"running", 0, 24, "", 3.0}, Language::kEnglish), count(0)) << "no part is done yet, so the rest cannot be estimated";
  EXPECT_EQ(plain({"running", 24, 24, "", 3.0}, Language::kEnglish), count(24));
}

TEST(Bar, FitsIntoTheTerminal) {
  const Work korean{"프로그램 실행 중", 6, 24, "AdderManager worker_1_first", 3.0};
  for (const int width : {20, 40, 60, 79}) EXPECT_LE(report::columns(bar(korean, Language::kKorean, width)), width);
  EXPECT_GE(report::columns(bar(korean, Language::kKorean, 40)), 39) << "cut, but for a syllable no shorter than need be";
}

TEST(Keys, AreLettersWhateverTheKeyboardWritesWithThem) {
  EXPECT_EQ(keys_in("h"), "h");
  EXPECT_EQ(keys_in("Q"), "q");
  EXPECT_EQ(keys_in("ㅗㅜㅁㅂㅣ"), "hnaql");
  EXPECT_EQ(keys_in("\x03"), "\x03");
  EXPECT_EQ(keys_in(" \r7가"), "");
}

TEST(Keys, AreNotWhatArrowsAreMadeOf) {
  EXPECT_EQ(keys_in("\x1b[A"), "");
  EXPECT_EQ(keys_in("\x1b[24~"), "");
}

}  // namespace
}  // namespace lab::loop
