// Tests the picture of a run in plain data: which parts become bars, arrows and marks.
#include "report/timeline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "replay/flows.h"
#include "report/report_samples.h"
#include "tests/phrases.h"

namespace lab::report {
namespace {

using ::testing::ElementsAre;
using Bar = Timeline::Bar;
using Arrow = Timeline::Arrow;

std::string lane_of(const Timeline& drawn, const Bar& bar) { return drawn.lanes[bar.lane].label; }

const Bar* call_bar(const Timeline& drawn, std::size_t call) {
  for (const Bar& bar : drawn.bars)
    if (bar.call == call && (bar.kind == Bar::Kind::kCall || bar.kind == Bar::Kind::kWait)) return &bar;
  return nullptr;
}

std::vector<const Bar*> bars(const Timeline& drawn, Bar::Kind kind) {
  std::vector<const Bar*> found;
  for (const Bar& bar : drawn.bars)
    if (bar.kind == kind) found.push_back(&bar);
  return found;
}

// "WriteFile -> "hello"": the bars that arrows of that kind connect.
std::vector<std::string> arrows(const Timeline& drawn, Arrow::Kind kind) {
  std::vector<std::string> found;
  const auto name = [&](std::size_t at) {
    const Bar& bar = drawn.bars[at];
    if (bar.kind == Bar::Kind::kNonSignaled || bar.kind == Bar::Kind::kSignaled)
      return (bar.kind == Bar::Kind::kSignaled ? "end of " : "life of ") + lane_of(drawn, bar);
    return bar.kind == Bar::Kind::kEvent ? "grader " + bar.answer : bar.name;
  };
  for (const Arrow& arrow : drawn.arrows)
    if (arrow.kind == kind) found.push_back(name(arrow.from) + " -> " + name(arrow.to));
  return found;
}

Call wait_for(int program, std::uint64_t begin, std::uint64_t end, std::int64_t result = 0) {
  Call wait = call(Api::kWaitForSingleObject, begin, end, {{Object::Kind::kProcess, program, program * 2 - 1}});
  wait.result = result;
  wait.timeout_ms = 0xFFFFFFFF;
  return wait;
}

Call on_slot(Api api, Object::Kind kind, int slot, std::uint64_t begin, std::uint64_t end, const char* message) {
  Object object;
  object.kind = kind;
  object.slot = slot;
  Call it = call(api, begin, end, {object});
  it.text["message"] = message;
  return it;
}

Event posted(std::uint64_t order, const char* text, int slot = 0) {
  Event event;
  event.kind = Event::Kind::kPosted;
  event.when = at(order);
  event.slot = slot;
  event.text = text;
  return event;
}

trace::Run mail_run() {
  trace::Run run;
  run.program = "MailReceiver";
  run.programs = {program("MailReceiver", "", Program::Role::kActor, 0)};
  run.slots = {{"mailbox", 0, true, "", false}};
  Call create = call(Api::kCreateMailslot, 1, 2);
  create.slot = 0;
  run.calls = {create};
  return run;
}

TEST(Timeline, HasALaneForEachProgramAndTheirLivesByState) {
  const Timeline drawn = timeline(race(), {});
  ASSERT_EQ(drawn.lanes.size(), 4u);
  EXPECT_EQ(drawn.lanes[0].kind, Timeline::Lane::Kind::kGrader);  // it releases a worker in that run
  EXPECT_EQ(drawn.lanes[1].label, "AdderManager");
  EXPECT_EQ(drawn.lanes[2].label, "PartAdder 1 5");
  EXPECT_EQ(drawn.lanes[3].label, "PartAdder 6 10");
  std::vector<std::string> lives;
  for (const Bar& bar : drawn.bars)
    if (bar.kind == Bar::Kind::kNonSignaled || bar.kind == Bar::Kind::kSignaled)
      lives.push_back(lane_of(drawn, bar) + (bar.kind == Bar::Kind::kSignaled ? " signaled from " : " runs from ") +
                      std::to_string(drawn.columns[bar.begin].order) +
                      (bar.open ? "" : " to " + std::to_string(drawn.columns[bar.end].order)));
  EXPECT_THAT(lives, ElementsAre("AdderManager runs from 1 to 71", "AdderManager signaled from 71", "PartAdder 1 5 runs from 11 to 81",
                                 "PartAdder 1 5 signaled from 81", "PartAdder 6 10 runs from 21"));
}

TEST(Timeline, ACallIsABarWithItsNameAndWhatCameOfIt) {
  const Timeline drawn = timeline(race(), {});
  const Bar* read = call_bar(drawn, 2);
  ASSERT_NE(read, nullptr);
  EXPECT_EQ(read->name, "GetExitCodeProcess");
  EXPECT_EQ(read->answer, "PartAdder 1 5 = 259");
  EXPECT_EQ(lane_of(drawn, *read), "AdderManager");
  EXPECT_EQ(drawn.columns[read->begin].order, 51u);
  EXPECT_EQ(drawn.columns[read->end].order, 52u);
  EXPECT_FALSE(read->failed);
  EXPECT_EQ(call_bar(drawn, 3)->name, "print");
  EXPECT_EQ(call_bar(drawn, 3)->answer, "\"return_val1: 259\"");
}

TEST(Timeline, AFailedCallTellsItsErrorAndOneThatNeverReturnedStaysOpen) {
  trace::Run run = race();
  Call closed = call(Api::kCloseHandle, 63, 64, {{Object::Kind::kClosed, 1, 1}});
  closed.result = 0;
  closed.error = 6;
  Call stuck = wait_for(2, 65, 66);
  stuck.end.reset();
  run.calls.push_back(closed);
  run.calls.push_back(stuck);
  const Timeline drawn = timeline(run, {});
  EXPECT_TRUE(call_bar(drawn, 5)->failed);
  EXPECT_EQ(call_bar(drawn, 5)->answer, clipped(tests::said("object_closed_of", {{"whose", "PartAdder 1 5"}}), 18) + " = error 6");
  EXPECT_TRUE(call_bar(drawn, 6)->open);
  EXPECT_EQ(call_bar(drawn, 6)->end, drawn.columns.size() - 1);
}

TEST(Timeline, CallsOfTwoThreadsLieOnTwoRows) {
  trace::Run run = race();
  run.calls[3].thread = 2;
  const Timeline drawn = timeline(run, {});
  EXPECT_EQ(drawn.lanes[1].rows, 2);
  EXPECT_THAT(drawn.lanes[1].threads, ElementsAre(1, 2));
  EXPECT_EQ(call_bar(drawn, 2)->row, 0);
  EXPECT_EQ(call_bar(drawn, 3)->row, 1);
}

TEST(Timeline, AWaitEndsInAnArrowFromTheExitThatReleasedIt) {
  trace::Run run = race();
  run.calls.insert(run.calls.begin() + 2, wait_for(1, 30, 40));
  const Timeline drawn = timeline(run, {});
  EXPECT_EQ(call_bar(drawn, 2)->kind, Bar::Kind::kWait);
  EXPECT_THAT(arrows(drawn, Arrow::Kind::kRelease), ElementsAre("end of PartAdder 1 5 -> WaitForSingleObject"));
  const Arrow& arrow =
      *std::find_if(drawn.arrows.begin(), drawn.arrows.end(), [](const Arrow& it) { return it.kind == Arrow::Kind::kRelease; });
  // The recording noticed the exit at 81, but the wait had reported it at 40.
  EXPECT_EQ(drawn.columns[arrow.from_column].order, 40u);
  EXPECT_EQ(drawn.columns[arrow.to_column].order, 40u);
}

TEST(Timeline, AWaitThatTimedOutWasReleasedByNobody) {
  trace::Run run = race();
  run.calls.insert(run.calls.begin() + 2, wait_for(1, 30, 40, 258));
  EXPECT_THAT(arrows(timeline(run, {}), Arrow::Kind::kRelease), ElementsAre());
}

TEST(Timeline, OfSeveralThatWereWaitedForTheLastReleasesTheWait) {
  trace::Run run = race();
  Call wait = call(Api::kWaitForMultipleObjects, 30, 90, {{Object::Kind::kProcess, 1, 1}, {Object::Kind::kProcess, 2, 3}});
  wait.result = 0;
  wait.flags = 1;
  run.calls.insert(run.calls.begin() + 2, wait);
  EXPECT_THAT(arrows(timeline(run, {}), Arrow::Kind::kRelease), ElementsAre("end of PartAdder 6 10 -> WaitForMultipleObjects"));
  run.calls[2].flags = 0;  // wait for any: the object whose index was returned
  EXPECT_THAT(arrows(timeline(run, {}), Arrow::Kind::kRelease), ElementsAre("end of PartAdder 1 5 -> WaitForMultipleObjects"));
}

TEST(Timeline, CreateProcessPointsAtWhatItStarted) {
  EXPECT_THAT(arrows(timeline(race(), {}), Arrow::Kind::kStart),
              ElementsAre("CreateProcess -> life of PartAdder 1 5", "CreateProcess -> life of PartAdder 6 10"));
}

TEST(Timeline, AMessageLiesInItsMailslotBetweenWriteAndRead) {
  trace::Run run = mail_run();
  run.events = {posted(3, "one"), posted(4, "two")};
  run.calls.push_back(on_slot(Api::kReadFile, Object::Kind::kMailslot, 0, 5, 6, "one"));
  run.calls.push_back(on_slot(Api::kReadFile, Object::Kind::kMailslot, 0, 7, 8, "two"));
  const Timeline drawn = timeline(run, {});
  EXPECT_THAT(arrows(drawn, Arrow::Kind::kMessage),
              ElementsAre("grader \"one\" -> \"one\"", "\"one\" -> ReadFile", "grader \"two\" -> \"two\"", "\"two\" -> ReadFile"));
  const auto messages = bars(drawn, Bar::Kind::kMessage);
  ASSERT_EQ(messages.size(), 2u);
  EXPECT_EQ(messages[0]->row, 0);
  EXPECT_EQ(messages[1]->row, 1) << "both lay there at once";
  EXPECT_EQ(drawn.columns[messages[1]->end].order, 8u);
  ASSERT_EQ(bars(drawn, Bar::Kind::kSlot).size(), 1u);
  EXPECT_EQ(drawn.columns[bars(drawn, Bar::Kind::kSlot)[0]->begin].order, 2u);
}

TEST(Timeline, AReadThatFailedLeavesTheMessageWhereItIs) {
  trace::Run run = mail_run();
  run.events = {posted(3, "one")};
  run.calls.push_back(on_slot(Api::kReadFile, Object::Kind::kMailslot, 0, 5, 6, ""));
  run.calls.back().text.clear();
  run.calls.back().result = 0;
  run.calls.back().error = 122;
  const Timeline drawn = timeline(run, {});
  EXPECT_THAT(arrows(drawn, Arrow::Kind::kMessage), ElementsAre("grader \"one\" -> \"one\""));
  EXPECT_TRUE(bars(drawn, Bar::Kind::kMessage)[0]->open);
  EXPECT_EQ(call_bar(drawn, 1)->answer, tests::said("object_mailslot", {{"slot", "mailbox"}}) + " = error 122");
}

TEST(Timeline, AMessageGoesFromProgramToProgramEvenIfTheReadReturnsFirst) {
  trace::Run run = mail_run();
  run.programs.push_back(program("MailSender", "", Program::Role::kPeer, 0));
  Call read = on_slot(Api::kReadFile, Object::Kind::kMailslot, 0, 3, 6, "hello");
  Call write = on_slot(Api::kWriteFile, Object::Kind::kMailslotClient, 0, 5, 7, "hello");
  write.program = 1;
  run.calls.push_back(read);
  run.calls.push_back(write);
  const Timeline drawn = timeline(run, {});
  EXPECT_THAT(arrows(drawn, Arrow::Kind::kMessage), ElementsAre("WriteFile -> \"hello\"", "\"hello\" -> ReadFile"));
  EXPECT_EQ(drawn.columns[bars(drawn, Bar::Kind::kMessage)[0]->begin].order, 6u);
}

// PC2 and PC3 have the mailslot; the address itself is not a mailslot.
TEST(Timeline, ABroadcastIsAnArrowToEachMailslotThatItReached) {
  trace::Run run = mail_run();
  run.slots = {{"mailbox", -1, true, "PC2", false}, {"mailbox", -1, true, "PC3", false}, {"mailbox", -1, true, "*", true}};
  run.calls = {on_slot(Api::kWriteFile, Object::Kind::kMailslotClient, 2, 5, 8, "hello")};
  Event first, second;
  first.kind = second.kind = Event::Kind::kDelivered;
  first.by = second.by = 0;
  first.slot = 0;
  first.when = at(6);
  second.slot = 1;
  second.when = at(7);
  run.events = {first, second};
  const Timeline drawn = timeline(run, {});
  EXPECT_EQ(drawn.lanes.size(), 3u) << "the program and two mailslots; an address has no lane";
  EXPECT_THAT(arrows(drawn, Arrow::Kind::kMessage), ElementsAre("WriteFile -> \"hello\"", "WriteFile -> \"hello\""));
  std::vector<std::string> where;
  for (const Bar* bar : bars(drawn, Bar::Kind::kMessage)) where.push_back(lane_of(drawn, *bar));
  EXPECT_THAT(where, ElementsAre("PC2:mailbox", "PC3:mailbox"));
}

TEST(Timeline, WritersAtTheSameTimeAreToldApartByTheirText) {
  trace::Run run = mail_run();
  run.events = {posted(3, "one"), posted(4, "two")};
  run.calls.push_back(on_slot(Api::kReadFile, Object::Kind::kMailslot, 0, 5, 6, "two"));
  const auto messages = replay::messages_of(run);
  ASSERT_EQ(messages.size(), 2u);
  EXPECT_FALSE(messages[0].read);
  EXPECT_EQ(messages[1].read, 1u);
}

TEST(Timeline, MarksTheCallOfAMoment) {
  const Timeline drawn = timeline(race(), {51, 62, 999});
  ASSERT_EQ(drawn.marks.size(), 2u) << "the run has no moment 999";
  ASSERT_TRUE(drawn.marks[0].bar);
  EXPECT_EQ(drawn.bars[*drawn.marks[0].bar].call, 2u);
  EXPECT_EQ(drawn.bars[*drawn.marks[1].bar].call, 4u);
  EXPECT_EQ(drawn.columns[drawn.marks[0].column].order, 51u);
}

trace::Run long_run(int calls) {
  trace::Run run = race();
  run.calls.resize(2);
  for (int i = 0; i < calls; ++i) run.calls.push_back(read_exit_code(1, 100 + static_cast<std::uint64_t>(i) * 2, 259));
  return run;
}

TEST(Timeline, OfALongRunTheBeginAndWhatIsAroundEachMomentIsShown) {
  const trace::Run run = long_run(1000);
  const Timeline drawn = timeline(run, {1100, 1900}, 60);
  EXPECT_LE(drawn.columns.size(), 66u);
  EXPECT_EQ(drawn.columns.size() + drawn.columns_left_out, timeline(run, {}, 100000).columns.size());
  EXPECT_EQ(std::count_if(drawn.columns.begin(), drawn.columns.end(), [](const auto& column) { return column.after_gap; }), 2);
  EXPECT_EQ(drawn.marks.size(), 2u);
  EXPECT_TRUE(drawn.shows(10));
  EXPECT_TRUE(drawn.shows(1101));
  EXPECT_FALSE(drawn.shows(500));
  EXPECT_FALSE(drawn.shows(3000));
  for (const Bar& bar : drawn.bars) {
    EXPECT_LE(bar.begin, bar.end);
    EXPECT_LT(bar.end, drawn.columns.size());
  }
}

TEST(Timeline, OfAFloodTheBarsStayFew) {
  trace::Run run = mail_run();
  run.slots.push_back({"mailbox", -1, true, "*", true});
  for (std::uint64_t i = 0; i < 50'000; ++i) {
    run.events.push_back(posted(10 + 4 * i, "again"));
    Event delivered = run.events.back();
    delivered.kind = Event::Kind::kDelivered;
    delivered.by = 0;
    delivered.when = at(12 + 4 * i);
    run.events.push_back(delivered);
    run.calls.push_back(on_slot(Api::kWriteFile, Object::Kind::kMailslotClient, 1, 11 + 4 * i, 13 + 4 * i, "again"));
  }
  EXPECT_EQ(replay::messages_of(run).size(), 100'000u);
  EXPECT_EQ(replay::messages_of(run).back().written, 50'000u);
  const Timeline drawn = timeline(run, {100'012}, 100);
  EXPECT_LE(drawn.columns.size(), 110u);
  EXPECT_LE(drawn.bars.size(), 300u);
  EXPECT_EQ(drawn.lanes.back().rows, 6);
}

TEST(Timeline, MoreProgramsAndMailslotsThanFitAreCounted) {
  trace::Run run = race();
  for (int i = 0; i < 20; ++i) run.programs.push_back(program("PartAdder", "", Program::Role::kStandin, 0));
  run.slots.assign(9, {"mailbox", -1, true, "", false});
  const Timeline drawn = timeline(run, {});
  EXPECT_EQ(drawn.programs_left_out, 11);
  EXPECT_EQ(drawn.slots_left_out, 3);
}

TEST(Timeline, TakesWhateverARecordingSays) {
  trace::Run empty;
  EXPECT_TRUE(timeline(empty, {1}).lanes.empty());
  trace::Run odd = race();
  odd.calls[0].started = 77;
  odd.calls[1].program = 99;
  odd.calls.push_back(on_slot(Api::kReadFile, Object::Kind::kMailslot, 12, 90, 91, "x"));
  odd.events.push_back(posted(95, "x", 50));
  const Timeline drawn = timeline(odd, {90, 95});
  for (const Bar& bar : drawn.bars) EXPECT_LT(bar.lane, drawn.lanes.size());
  for (const Arrow& arrow : drawn.arrows) EXPECT_LT(std::max(arrow.from, arrow.to), drawn.bars.size());
}

}  // namespace
}  // namespace lab::report
