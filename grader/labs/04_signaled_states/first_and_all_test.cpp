// What a program says of several process objects, on runs made by hand: who ended first, and that all have ended.
#include "labs/04_signaled_states/matchers.h"

#include <gtest/gtest.h>

#include "checks/states_by_hand.h"

namespace lab::labs {

using namespace checks;

namespace {

using trace::Object;
using trace::Program;

class ThreeByHand : public StatesByHand {
 public:
  ThreeByHand() : StatesByHand("FirstAndAll", {"One", "Two", "Three"}) {}
  std::string first(const std::vector<std::uint64_t>& numbers) const { return reason(NamesTheFirst(workers, numbers)); }
  std::string all() const { return reason(SaysAllAreSignaled(workers)); }
};

TEST(NamesTheFirst, AnyOfTheNumbers) {
  ThreeByHand it;
  EXPECT_EQ(it.first({1, 2}), "number_missing");
  it.prints("First: 2\n");
  EXPECT_EQ(it.first({1, 2}), "");
  EXPECT_EQ(it.first({2}), "");
  const Because other = it.against(NamesTheFirst(it.workers, {1, 3}));
  EXPECT_EQ(other.id(), "number_not_printed");
  EXPECT_EQ(other.args["seen"], "2");
  EXPECT_EQ(other.args["expected"], 1);
  const Because unasked = it.against(NamesTheFirst(it.workers, {3}));
  EXPECT_EQ(unasked.id(), "first_named_unasked");
  EXPECT_EQ(unasked.args["seen"], "2");
  EXPECT_EQ(unasked.args["expected"], 3);
  it.ends(Program::End::kTimeout);
  EXPECT_EQ(it.first({1}), "timed_out");
}

TEST(NamesTheFirst, AProgramThatGaveUpIsToldSoInItsOwnWords) {
  ThreeByHand it;
  it.waits_for({1, 2, 3}, false, 1);
  it.prints("Unable to wait: error 0\n", "stderr");
  EXPECT_EQ(it.first({2}), "number_missing");  // it may go on
  it.ends(Program::End::kItself, 1);
  const Because because = it.against(NamesTheFirst(it.workers, {2}));
  EXPECT_EQ(because.id(), "gave_up");
  EXPECT_EQ(because.args["sentence"], "first:");
  EXPECT_EQ(because.args["said"], "Unable to wait: error 0");
  EXPECT_EQ(it.first({2}), "gave_up");
  it.prints("first: none\n");
  EXPECT_EQ(it.first({2}), "number_missing");
}

TEST(NamesTheFirst, TellsAWaitThatCouldNotFindIt) {
  ThreeByHand all;
  const std::uint64_t order = all.waits_for({1, 2, 3}, true, 0).end->order;
  all.prints("first: 1\n");
  EXPECT_EQ(all.first({1}), "");
  const Because because = all.against(NamesTheFirst(all.workers, {2}));
  EXPECT_EQ(because.id(), "waited_for_all_first");
  EXPECT_EQ(because.order, order);
  ThreeByHand failed;
  failed.waits_for({1}, false, kFailed).error = 6;
  const Because failure = failed.against(NamesTheFirst(failed.workers, {2}));
  EXPECT_EQ(failure.id(), "first_wait_failed");
  EXPECT_EQ(failure.args["error"], 6);
  ThreeByHand threads;
  threads.on(Api::kWaitForMultipleObjects, Object::Kind::kThread, 3).result = 0;
  threads.prints("first: 1\n");
  EXPECT_EQ(threads.first({2}), "waited_for_thread");
  ThreeByHand either;
  either.waits_for({1, 2, 3}, false, 1);
  either.prints("first: 1\n");  // counted from 0
  EXPECT_EQ(either.first({2}), "number_not_printed");
}

TEST(SaysAllAreSignaled, OnWaitsThatToldSo) {
  ThreeByHand together;
  together.prints("waiting for all of them\n");  // a banner is no verdict
  together.child_ends(2);
  together.waits_for({1, 2, 3}, false, 1);
  together.prints("first: 2\n");
  together.child_ends(1);
  together.child_ends(3);
  together.waits_for({1, 2, 3}, true, 0);
  together.prints("All:  Signaled\n");
  EXPECT_EQ(together.all(), "");
  ThreeByHand one_by_one;
  for (const int program : {3, 1, 2})
    one_by_one.waits(kInfinite, 0, program, program == 1 ? Api::kWaitOrTimerCallback : Api::kWaitForSingleObject);
  one_by_one.prints("all: Signaled\n");
  EXPECT_EQ(one_by_one.all(), "");
}

TEST(SaysAllAreSignaled, OfProgramsThatHadEndedBeforeTheWaitBegan) {
  ThreeByHand it;
  for (const int program : {1, 2, 3}) it.child_ends(program);
  it.waits_for({1, 2, 3}, false, 0);  // tells of the first alone
  it.prints("first: 1\n");
  ThreeByHand luck = it;
  luck.prints("all: Signaled\n");
  const Because because = luck.against(SaysAllAreSignaled(luck.workers));
  EXPECT_EQ(because.id(), "all_said_without_wait");
  EXPECT_EQ(because.args["worker"], "Two");
  it.waits_for({1, 2, 3}, true, 0);
  it.prints("all: Signaled\n");
  EXPECT_EQ(it.all(), "");
}

TEST(SaysAllAreSignaled, NotBeforeTheLastHasEnded) {
  ThreeByHand it;
  EXPECT_EQ(it.all(), "sentence_not_printed");
  it.prints("all: Non-Signaled\n");
  EXPECT_EQ(it.all(), "sentence_not_printed");
  it.child_ends(1);
  it.child_ends(2);
  it.waits_for({1, 2}, true, 0);
  const std::uint64_t said = it.prints("all: Signaled\n");
  it.child_ends(3);
  const Because because = it.against(SaysAllAreSignaled(it.workers));
  EXPECT_EQ(because.id(), "all_said_too_early");
  EXPECT_EQ(because.args["worker"], "Three");
  EXPECT_EQ(because.order, said);
  it.ends(Program::End::kBlocked);
  EXPECT_EQ(it.all(), "timed_out");
}

TEST(SaysAllAreSignaled, FailedAndUnfinishedWaitsAndThreadsTellNothing) {
  ThreeByHand it;
  for (const int program : {1, 2, 3}) it.child_ends(program);
  it.waits_for({1, 2, 3}, true, kFailed);
  it.waits_for({1, 2, 3}, true, 0).end.reset();
  it.add(Api::kWaitForMultipleObjects).on = {{Object::Kind::kThread, 1, 0}, {Object::Kind::kThread, 2, 0}, {Object::Kind::kThread, 3, 0}};
  it.run.calls.back().result = 0;
  it.prints("all: Signaled\n");
  EXPECT_EQ(it.all(), "waited_for_thread");
  it.run.calls[it.run.calls.size() - 2].on.clear();
  EXPECT_EQ(it.all(), "all_said_without_wait");
}

TEST(StartsNothing, NoStartThatSucceeded) {
  StatesByHand none("FirstAndAll", {});
  EXPECT_EQ(none.reason(StartsNothing()), "");
  none.add(Api::kCreateProcess).result = 0;
  EXPECT_EQ(none.reason(StartsNothing()), "");
  ThreeByHand three;
  const Because because = three.against(StartsNothing());
  EXPECT_EQ(because.id(), "started_before_refusing");
  EXPECT_EQ(because.order, three.run.calls[0].begin.order);
  EXPECT_EQ(three.reason(StartsNothing()), "started_before_refusing");
}

TEST(RefusesNoneOf, SaysNotTooManyAndTriesToStartOne) {
  StatesByHand it("FirstAndAll", {});
  EXPECT_EQ(it.reason(RefusesNoneOf(64)), "");
  const Because nothing = it.against(TriesToStartOneOf(64));
  EXPECT_EQ(nothing.id(), "started_none_of_them");
  EXPECT_EQ(nothing.args["count"], 64);
  EXPECT_EQ(it.reason(TriesToStartOneOf(64)), "started_none_of_them");
  StatesByHand crashed = it;
  crashed.ends(Program::End::kCrashed, 0xC0000005);
  EXPECT_EQ(crashed.reason(TriesToStartOneOf(64)), "crashed");
  it.add(Api::kCreateProcess).result = 0;
  it.prints("Unable to start a program: error 8\n", "stderr");
  EXPECT_EQ(it.reason(RefusesNoneOf(64)), "");
  EXPECT_EQ(it.reason(TriesToStartOneOf(64)), "");
  it.prints("too many programs\n", "stderr");
  const Because refused = it.against(RefusesNoneOf(64));
  EXPECT_EQ(refused.id(), "refused_too_few");
  EXPECT_EQ(refused.args["program"], "FirstAndAll");
  EXPECT_EQ(it.reason(RefusesNoneOf(64)), "refused_too_few");
}

}  // namespace
}  // namespace lab::labs
