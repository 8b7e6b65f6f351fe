// Puts real recordings beside a correct one: which rows there are, and in which order.
#include "replay/beside.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "replay/lines.h"
#include "replay/replay_samples.h"

namespace lab::replay {
namespace {

using testing::Each;
using testing::ElementsAre;
using testing::Field;
using trace::Api;
using Mark = Row::Mark;

// "CreateProcess | the same" for each row.
std::vector<std::string> in_words(const trace::Run& run, const trace::Run& correct) {
  std::vector<std::string> rows;
  for (const Row& row : beside(run, correct).rows) {
    const std::string own = row.own ? name(run.calls[*row.own].api) : "-",
                      right = row.correct ? name(correct.calls[*row.correct].api) : "-";
    const char* const marks[] = {"same", "different", "own only", "correct only", "then differs", "not compared", "earlier", "later"};
    rows.push_back(own + " | " + right + ": " + marks[static_cast<int>(row.mark)] +
                   (row.times > 1 ? " x" + std::to_string(row.times) : ""));
  }
  return rows;
}

TEST(Beside, ARunIsTheSameAsItself) {
  for (const char* const lines : {kTwoWaits, kNoWait, kHeir, kLeak}) {
    const trace::Run run = recorded(lines);
    const Beside both = beside(run, run);
    EXPECT_EQ(both.rows.size(), run.calls.size());
    EXPECT_THAT(both.rows, Each(Field(&Row::mark, Mark::kSame)));
    EXPECT_FALSE(both.first || both.call);
  }
}

TEST(Beside, MissingCallsAreWhereTheCorrectProgramMakesThem) {
  const trace::Run run = recorded(kNoWait), correct = recorded(kTwoWaits);
  const Beside both = beside(run, correct);
  const std::vector<std::string> rows = in_words(run, correct);
  const auto first_wait = std::find(rows.begin(), rows.end(), "- | WaitForSingleObject: correct only");
  ASSERT_NE(first_wait, rows.end());
  EXPECT_EQ(first_wait[-1], "CreateProcess | CreateProcess: same") << "the correct program closes handles later";
  EXPECT_EQ(first_wait[1], "- | WaitForSingleObject: correct only");
  EXPECT_NE(std::find(first_wait, rows.end(), "GetExitCodeProcess | GetExitCodeProcess: different"), rows.end());
  EXPECT_EQ(both.first, static_cast<std::size_t>(first_wait - rows.begin()));
  EXPECT_EQ(run.calls[both.call.value()].api, Api::kGetExitCodeProcess);
}

TEST(Beside, ALineWithAnotherTextIsBesideTheCorrectOne) {
  trace::Run run = recorded(kTwoWaits);
  const trace::Run correct = run;
  run.calls[6].text["written"] = "return_val1: 15\r\nreturn_val2: 40\r\ntotal: 56\r\n";
  const Beside both = beside(run, correct);
  EXPECT_EQ(both.rows[6].correct, 6u);
  EXPECT_EQ(both.rows[6].mark, Mark::kDifferent);
  EXPECT_EQ(both.rows[5].mark, Mark::kSame);
  EXPECT_EQ(both.first, 6u);
  EXPECT_EQ(both.call, 5u) << "the call whose result it prints";
  run = correct;
  run.calls.erase(run.calls.begin() + 6);
  EXPECT_EQ(in_words(run, correct)[6], "- | WriteFile: correct only");
}

TEST(Beside, AnExtraLineAfterAWaitIsADifferenceAndAPauseIsNotCompared) {
  trace::Run run = recorded(kTwoWaits);
  const trace::Run correct = run;
  run.calls[6].text["written"] += "done\r\n";
  EXPECT_EQ(beside(run, correct).rows[6].mark, Mark::kDifferent);
  run = correct;
  run.calls[6].text["written"] = "return_val1: 15\r\nreturn_val2: 40\r\n";
  trace::Call pause = run.calls[2];
  pause.api = Api::kSleep;
  pause.on.clear();
  run.calls.insert(run.calls.begin() + 2, pause);
  EXPECT_EQ(in_words(run, correct)[2], "Sleep | -: not compared");
}

TEST(Beside, ACallOnAnotherObjectIsBesideTheRightOne) {
  trace::Run run = recorded(kHeir);
  const trace::Run correct = run;
  std::size_t created = 0;
  while (run.calls[created].api != Api::kCreateMailslot) ++created;
  run.calls[created].text["name"] = "\\\\.\\mailslot\\another";
  const Beside both = beside(run, correct);
  EXPECT_EQ(both.rows.size(), run.calls.size());
  EXPECT_EQ(both.rows[created].correct, created);
  EXPECT_EQ(both.rows[created].mark, Mark::kDifferent);
  EXPECT_EQ(both.first, created);
}

TEST(Beside, ACallThatWasNeverMadeFollowsTheOneBeforeIt) {
  trace::Run run = recorded(kTwoWaits);
  const trace::Run correct = run;
  run.calls.erase(run.calls.begin() + 4, run.calls.begin() + 6);  // reads no exit code
  const std::vector<std::string> rows = in_words(run, correct);
  EXPECT_EQ(rows[3], "WaitForSingleObject | WaitForSingleObject: same");
  EXPECT_EQ(rows[4], "- | GetExitCodeProcess: correct only");
  EXPECT_EQ(rows[5], "- | GetExitCodeProcess: correct only");
  EXPECT_EQ(beside(run, correct).first, 4u);
}

std::vector<PrintedLine> lines(std::initializer_list<const char*> texts) {
  std::vector<PrintedLine> all;
  for (const char* text : texts) all.push_back({text, all.size()});
  return all;
}

TEST(Lines, ArePairedWithTheirEqualsAndTheRestInOrder) {
  const auto in_short = [](const std::vector<LinePair>& pairs) {
    std::string all;
    for (const LinePair& pair : pairs)
      all +=
          (pair.own ? std::to_string(*pair.own) : "-") + (pair.same ? "=" : "/") + (pair.right ? std::to_string(*pair.right) : "-") + " ";
    return all;
  };
  EXPECT_EQ(in_short(paired_lines(lines({"a", "b"}), lines({"a", "b"}))), "0=0 1=1 ");
  EXPECT_EQ(in_short(paired_lines(lines({"hi", "> a", "x", "c"}), lines({"a", "b", "c"}))), "0/- 1=0 2/1 3=2 ");
  EXPECT_EQ(in_short(paired_lines(lines({"c"}), lines({"a", "b", "c"}))), "-/0 -/1 0=2 ");
  EXPECT_EQ(in_short(paired_lines(lines({"a", "a", "a"}), lines({"a"}))), "0=0 1/- 2/- ");
  const std::vector<PrintedLine> many(2000, PrintedLine{"a", 0});
  EXPECT_EQ(paired_lines(many, many).size(), 2000u);
}

}  // namespace
}  // namespace lab::replay
