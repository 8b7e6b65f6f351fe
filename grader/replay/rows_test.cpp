// Puts short runs beside correct ones: the order of calls, repetitions, and texts that have nothing in common.
#include "replay/rows.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "replay/lines.h"
#include "replay/replay_samples.h"

namespace lab::replay {
namespace {

using testing::Contains;
using testing::ElementsAre;
using trace::Api;
using trace::Call;
using Mark = Row::Mark;

constexpr trace::Object kClient{trace::ObjectKind::kMailslotClient, -1, 1, 0};

Call call(Api api, std::vector<trace::Object> on = {}) {
  Call one;
  one.api = api;
  one.thread = 1;
  one.on = std::move(on);
  one.result = 1;
  return one;
}

Call failing(Call one, std::uint32_t error) {
  one.result = 0;
  one.error = error;
  return one;
}

Call types() {
  Call one = call(Api::kReadFile);
  one.text = {{"stream", "stdin"}, {"read", "a line"}};
  return one;
}

Call sends(const std::string& message) {
  Call one = call(Api::kWriteFile, {kClient});
  one.text["message"] = message;
  return one;
}

Call prints(const std::string& line, const std::string& stream = "stdout") {
  Call one = call(Api::kWriteFile);
  one.text = {{"stream", stream}, {"written", line + "\r\n"}};
  return one;
}

Call opens() {
  Call one = call(Api::kCreateFile);
  one.text["name"] = "\\\\.\\mailslot\\mailbox";
  one.slot = 0;
  return one;
}

trace::Run program(std::vector<Call> calls) {
  trace::Run run;
  run.programs.resize(1);
  run.slots.resize(1);
  run.calls = std::move(calls);
  std::uint64_t order = 0;
  for (Call& one : run.calls) {
    one.begin.order = ++order;
    one.end = trace::Moment{++order, 0, 0};
  }
  return run;
}

std::string words(const trace::Run& run, std::optional<std::size_t> call) {
  if (!call) return "-";
  const Call& it = run.calls[*call];
  for (const char* const what : {"message", "written"})
    if (it.text.count(what) != 0) return text_of(it, what).substr(0, text_of(it, what).find('\r'));
  return name(it.api);
}

// "words | two words: different" for each row, and "!" before the first difference.
std::vector<std::string> rows(const trace::Run& run, const trace::Run& correct) {
  const char* const marks[] = {"same", "different", "own only", "correct only", "then differs", "not compared", "earlier", "later"};
  const Beside both = beside(run, correct);
  std::vector<std::string> all;
  for (std::size_t i = 0; i < both.rows.size(); ++i) {
    const Row& row = both.rows[i];
    all.push_back((both.first == i ? "! " : "") + words(run, row.own) + " | " + words(correct, row.correct) + ": " +
                  marks[static_cast<int>(row.mark)] + (row.times > 1 ? " x" + std::to_string(row.times) : ""));
  }
  return all;
}

// The parent in kHeir closes its handle to the mailslot before it waits for the child.
std::size_t close_of_slot(const trace::Run& run) {
  for (std::size_t i = 0; i < run.calls.size(); ++i)
    if (run.calls[i].api == Api::kCloseHandle && run.calls[i].program == 0) return i;
  return 0;
}

TEST(Rows, ACallThatIsOnlyLaterThanTheCorrectProgramsIsTheFirstDifference) {
  trace::Run run = recorded(kHeir);
  const trace::Run correct = run;
  const auto closes = run.calls.begin() + static_cast<std::ptrdiff_t>(close_of_slot(run));
  std::rotate(closes, closes + 1, run.calls.end() - 2);  // after the child's end, before the handles to the child are closed
  const Beside both = beside(run, correct);
  ASSERT_TRUE(both.first);
  EXPECT_EQ(both.rows[*both.first].mark, Mark::kEarlier);
  EXPECT_EQ(both.rows[*both.first].own, run.calls.size() - 3);
  EXPECT_EQ(both.rows[*both.first].correct, close_of_slot(correct));
  EXPECT_EQ(both.call, run.calls.size() - 3) << "the page opens there";
  EXPECT_EQ(std::count_if(both.rows.begin(), both.rows.end(), [](const Row& row) { return row.mark != Mark::kSame; }), 1);
  EXPECT_THAT(rows(program({types(), opens(), sends("a")}), program({opens(), sends("a"), types()})).front(),
              "! ReadFile | ReadFile: later");
}

TEST(Rows, WhatProcessesDoAtTheSameTimeHasNoOrder) {
  trace::Run run = recorded(kHeir);
  const trace::Run correct = run;
  std::size_t reads = 0;
  while (run.calls[reads].program != 1) ++reads;
  const auto closes = run.calls.begin() + static_cast<std::ptrdiff_t>(close_of_slot(run));
  std::rotate(closes, run.calls.begin() + static_cast<std::ptrdiff_t>(reads),
              run.calls.begin() + static_cast<std::ptrdiff_t>(reads) + 4);  // the child reads before the parent closes and waits
  EXPECT_FALSE(beside(run, correct).first);
}

TEST(Rows, WhereAHandleToAThreadIsClosedMakesNoDifference) {
  trace::Run run = recorded(kTwoWaits);
  const trace::Run correct = run;
  std::rotate(run.calls.begin() + 2, run.calls.begin() + 7, run.calls.begin() + 8);  // closes it before the first wait
  EXPECT_FALSE(beside(run, correct).first);
}

TEST(Rows, TheOrderOfTwoWaitsMakesNoDifference) {
  trace::Run run = recorded(kTwoWaits);
  const trace::Run correct = run;
  std::swap(run.calls[2], run.calls[3]);
  EXPECT_FALSE(beside(run, correct).first);
}

TEST(Rows, ACallThatIsRepeatedIsInOneRowWithTheCounterpart) {
  const Call read = call(Api::kReadFile, {{trace::ObjectKind::kMailslot, -1, 1, 0}});
  Call gets = read;
  gets.text["message"] = "hello";
  std::vector<Call> calls{opens()};
  calls.insert(calls.end(), 50, failing(read, 122));
  const trace::Run run = program(calls), correct = program({opens(), gets, prints("hello")});
  EXPECT_THAT(rows(run, correct),
              ElementsAre("CreateFile | CreateFile: same", "! ReadFile | hello: different x50", "- | hello: correct only"));
  EXPECT_EQ(beside(run, correct).call, 1u) << "the first of them";
}

TEST(Rows, AMissingCloseHandleIsWhereTheCorrectProgramGoesOnAfterIt) {
  const Call close = call(Api::kCloseHandle, {kClient});
  const trace::Run correct = program({opens(), sends("one"), close, types(), opens(), sends("two"), close});
  const trace::Run run = program({opens(), sends("one"), types(), opens(), sends("two")});
  EXPECT_THAT(rows(run, correct), ElementsAre("CreateFile | CreateFile: same", "one | one: same", "! - | CloseHandle: correct only",
                                              "ReadFile | ReadFile: same", "CreateFile | CreateFile: same", "two | two: same",
                                              "- | CloseHandle: correct only"));
  const trace::Run at_end = program({opens(), sends("one"), sends("two"), close}), leaks = program({opens(), sends("one"), sends("two")});
  EXPECT_EQ(rows(leaks, at_end).back(), "! - | CloseHandle: correct only");
}

TEST(Rows, TextsThatHaveNothingInCommonAreInTwoRows) {
  const trace::Run correct = program({opens(), types(), sends("two words"), types(), sends("forty-eight characters in one line")});
  const trace::Run run = program(
      {opens(), types(), sends("two"), sends("words"), types(), sends("forty-eight"), sends("characters"), sends("in"), sends("one")});
  EXPECT_THAT(rows(run, correct),
              ElementsAre("CreateFile | CreateFile: same", "ReadFile | ReadFile: same", "! two | two words: different",
                          "words | -: own only", "ReadFile | ReadFile: same", "forty-eight | forty-eight characters in one line: different",
                          "characters | -: own only", "in | -: own only", "one | -: own only"));
}

TEST(Rows, TextsAfterTheSameCallAreInOneRow) {
  const trace::Run correct = program({opens(), types(), sends("hello")}), run = program({opens(), types(), sends("\xEC\x95\x88")});
  EXPECT_EQ(rows(run, correct).back(), "! \xEC\x95\x88 | hello: different");
}

TEST(Rows, WhatFollowsAFailureInsteadOfTheCorrectReactionDiffers) {
  const trace::Run correct = program({failing(opens(), 53), prints("Unable to open: error 53", "stderr")});
  const Call on_nothing = call(Api::kWriteFile, {{trace::ObjectKind::kInvalid, -1, 0, -1}});
  const trace::Run run = program({failing(opens(), 53), types(), failing(on_nothing, 6), prints("Unable to write: error 6")});
  const std::vector<std::string> all = rows(run, correct);
  EXPECT_THAT(all, Contains("! ReadFile | -: own only"));
  EXPECT_EQ(all[1], "! ReadFile | -: own only");
}

TEST(Rows, WhatTheCorrectProgramPrintsInsteadOfEverythingIsThere) {
  const Call start = call(Api::kCreateProcess);
  const trace::Run run = program({start, start}), correct = program({prints("Too many programs", "stderr")});
  EXPECT_THAT(rows(run, correct), ElementsAre("! - | Too many programs: correct only", "CreateProcess | -: own only x2"));
}

TEST(Rows, AnErrorMessageComesBeforeWhatIsMissingAfterTheFailure) {
  const Call wait = call(Api::kReadFile, {{trace::ObjectKind::kMailslot, -1, 1, 0}});
  const trace::Run run = program({failing(opens(), 2), prints("Unable to open: error 2")}),
                   correct = program({opens(), wait, prints("exit code: 7")});
  EXPECT_THAT(rows(run, correct), ElementsAre("! CreateFile | CreateFile: different", "Unable to open: error 2 | -: own only",
                                              "- | ReadFile: correct only", "- | exit code: 7: correct only"));
  Call start = call(Api::kCreateProcess);
  start.started = 0;
  const trace::Run starts = program({start, wait, prints("exit code: 7")}),
                   fails = program({failing(call(Api::kCreateProcess), 2), prints("Unable to start: error 2")});
  EXPECT_EQ(rows(fails, starts)[1], "Unable to start: error 2 | -: own only");
}

Call starts(const std::string& line) {
  Call one = call(Api::kCreateProcess);
  one.text["command_line"] = line;
  one.started = 1;
  return one;
}

TEST(Rows, AFailedStartIsBesideTheFirstStartOfTheCorrectProgram) {
  Call swapped = failing(starts("a"), 2);
  swapped.started.reset();
  EXPECT_THAT(rows(program({swapped, prints("Unable to start", "stderr")}), program({starts("1 5"), starts("6 10"), prints("total: 55")})),
              ElementsAre("! CreateProcess | CreateProcess: different", testing::StartsWith("Unable to start | "),
                          "- | CreateProcess: correct only", "- | total: 55: correct only"));
}

TEST(Rows, WhatASecondThreadNeverDidFollowsItsStart) {
  const auto second = [](Call one) {
    one.thread = 2;
    return one;
  };
  const Call thread = call(Api::kCreateThread);
  const std::vector<std::string> all =
      rows(program({opens(), thread, types()}), program({opens(), thread, types(), second(sends("hello"))}));
  EXPECT_THAT(all, ElementsAre("CreateFile | CreateFile: same", testing::StartsWith("CreateThread"), "! - | hello: correct only",
                               "ReadFile | ReadFile: same"));
}

TEST(Rows, TheLargestMessageDiffersIfOnlyOneMailslotRefusesAMessage) {
  Call create = call(Api::kCreateMailslot);
  create.slot = 0;
  create.text["name"] = "\\\\.\\mailslot\\mailbox";
  Call limited = create;
  limited.flags = 404;
  const trace::Run run = program({create});
  trace::Run correct = program({limited});
  EXPECT_EQ(rows(run, correct).front(), "CreateMailslot | CreateMailslot: same");
  correct.events.push_back({.kind = trace::EventKind::kRefused, .slot = 0});
  EXPECT_EQ(rows(run, correct).front(), "! CreateMailslot | CreateMailslot: different");
}

TEST(Rows, RelatedTextsArePiecesOrBeginAlike) {
  EXPECT_TRUE(are_related("two", "two words\r\n"));
  EXPECT_TRUE(are_related(std::string("h\0e\0", 4), "hello"));
  EXPECT_TRUE(are_related("total: 518", "total: 55"));
  EXPECT_FALSE(are_related("words", "forty-eight characters"));
  EXPECT_FALSE(are_related("", "hello"));
}

}  // namespace
}  // namespace lab::replay
