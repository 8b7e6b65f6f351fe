// What differs from run to run of one program is gone from a recording that has been settled, and nothing else.
#include "handout/settle.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lab::handout {
namespace {

using ::testing::ElementsAre;

constexpr std::int64_t kTimeout = 258;

trace::Event event(trace::Event::Kind kind, std::uint64_t order, int program) {
  trace::Event event;
  event.kind = kind;
  event.when.order = order;
  event.program = program;
  return event;
}

trace::Call call(const char* api, std::uint64_t begin, std::uint64_t end, std::int64_t result, int on = -1) {
  trace::Call call;
  call.api = api;
  call.begin.order = begin;
  call.end.emplace();
  call.end->order = end;
  call.result = result;
  if (on >= 0) call.on.push_back({trace::Object::Kind::kProcess, on, 1, -1});
  return call;
}

trace::Call print(std::uint64_t begin, std::uint64_t end) {
  trace::Call it = call("WriteFile", begin, end, 1);
  it.text = {{"stream", "stdout"}, {"written", "total: 55"}};
  return it;
}

// The worker is told to end at 2; the wait returns at 3; its end is noticed at `noticed`.
trace::Run run_noticed_at(std::uint64_t noticed) {
  trace::Run run;
  run.calls = {call("WaitForSingleObject", 1, 3, 0, 1), call("CloseHandle", 10, 11, 1, 1)};
  run.events = {event(trace::Event::Kind::kReleased, 2, 1), event(trace::Event::Kind::kSignaled, noticed, 1)};
  return run;
}

std::vector<std::uint64_t> orders(const trace::Run& run) {
  std::vector<std::uint64_t> all;
  for (const trace::Call& call : run.calls) all.insert(all.end(), {call.begin.order, call.end->order});
  for (const trace::Event& event : run.events) all.push_back(event.when.order);
  return all;
}

TEST(Settle, AnEndIsWhereTheWorkerWasToldToEnd) {
  trace::Run early = run_noticed_at(4), late = run_noticed_at(12);
  settle(early);
  settle(late);
  EXPECT_THAT(orders(early), ElementsAre(2, 6, 20, 22, 4, 5));
  EXPECT_EQ(orders(early), orders(late));
}

TEST(Settle, AnEndThatNobodyOrderedStays) {
  trace::Run run = run_noticed_at(12);
  run.events.erase(run.events.begin());
  settle(run);
  EXPECT_THAT(orders(run), ElementsAre(2, 6, 20, 22, 24));
}

TEST(Settle, AnEndStaysBehindACallThatSawTheWorkerRun) {
  trace::Run run = run_noticed_at(12);
  run.calls[1] = call("WaitForSingleObject", 10, 11, kTimeout, 1);
  settle(run);
  EXPECT_EQ(run.events.back().when.order, 24u);
  trace::Run other = run_noticed_at(12);
  other.calls[1] = call("WaitForSingleObject", 10, 11, kTimeout, 2);  // about another worker
  settle(other);
  EXPECT_EQ(other.events.back().when.order, 5u);
}

TEST(Settle, PrintsInARowAreOne) {
  trace::Run run = run_noticed_at(4);
  run.calls = {print(5, 6), print(7, 8), call("CloseHandle", 9, 10, 1, 1), print(11, 12)};
  settle(run);
  ASSERT_EQ(run.calls.size(), 3u);
  EXPECT_EQ(run.calls[0].begin.order, 10u);
  EXPECT_EQ(run.calls[0].end->order, 16u);
}

TEST(Settle, AReasonLosesItsTimeAndKeepsItsMoment) {
  trace::Because because = {{"id", "exit_code_read_too_early"}, {"args", {{"at_ms", "115.2"}, {"value", 259}}}, {"order", 31}};
  settle(because);
  EXPECT_EQ(because["args"]["at_ms"], "...");
  EXPECT_EQ(because["args"]["value"], 259);
  EXPECT_EQ(because["order"], 62);
  trace::Because none;
  settle(none);
  EXPECT_TRUE(none.is_null());
}

}  // namespace
}  // namespace lab::handout
