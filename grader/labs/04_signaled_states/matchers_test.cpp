// What a program prints about the states of process objects, in handwritten runs: each matcher matches correct programs and distinguishes
// each mistake from the others.
#include "labs/04_signaled_states/matchers.h"

#include <gtest/gtest.h>

#include "checks/cases.h"
#include "labs/04_signaled_states/watcher_by_hand.h"

namespace lab::labs {

using namespace checks;

namespace {

using trace::Object;
using trace::Program;

void as_the_solution(Watcher& it) {
  it.waits(0, kTimedOut);
  it.prints("Non-Signaled\r\n");
  it.waits(kMilliseconds, kTimedOut);
  it.prints("Timeout\r\n");
  it.child_ends();
  it.waits(kInfinite, 0);
  it.prints("Signaled\r\n");
  it.waits(0, 0);
  it.prints("Signaled\r\n");
  it.reads(259);  // the exit code of a program that has ended
  it.prints("exit code: 259\r\n");
}

const Cases<Watcher> kReportsTheTimeout{{"AsTheSolution", "", as_the_solution}};
INSTANTIATE_TEST_SUITE_P(ReportsTheTimeout, Matcher, rows(kReportsTheTimeout, reports_the_timeout), name_of_row);
const Cases<Watcher> kPrints259{{"AsTheSolution", "", as_the_solution}};
INSTANTIATE_TEST_SUITE_P(PrintsExitCode259, Matcher, rows(kPrints259, Prints("exit code", 259)), name_of_row);
const Cases<Watcher> kReportsNoTimeout{{"AsTheSolution", "timeout_said_without_one", as_the_solution}};
INSTANTIATE_TEST_SUITE_P(ReportsNoTimeout, Matcher, rows(kReportsNoTimeout, ReportsNoTimeout()), name_of_row);

class Childless : public StatesByHand {
 public:
  Childless() : StatesByHand("StateWatcher", {}) {}
};

const Cases<Childless> kTriesToStart{
    {"Nothing", {"nothing_started", {{"program", "StateWatcher"}}}, nothing},
    // Whether the call succeeded does not matter here.
    {"InVain", "", [](auto& it) { it.add(Api::kCreateProcess).result = 0; }},
};
INSTANTIATE_TEST_SUITE_P(TriesToStartAnything, Matcher, rows(kTriesToStart, TriesToStartAnything()), name_of_row);
const Cases<Watcher> kStarted{{"AChild", "", nothing}};
INSTANTIATE_TEST_SUITE_P(StartedSomething, Matcher, rows(kStarted, TriesToStartAnything()), name_of_row);

TEST(PrintedAt, StatesAreWholeWords) {
  const auto shown = [](const std::string& text, const std::string& word) {
    Watcher it;
    it.prints(text);
    return printed_at(it.run, word).has_value();
  };
  EXPECT_TRUE(shown("state=SIGNALED!", "Signaled"));
  EXPECT_TRUE(shown("--- Signaled ---", "Signaled"));
  EXPECT_TRUE(shown("---Signaled---", "Signaled"));
  EXPECT_TRUE(shown("non-signaled", "Non-Signaled"));
  EXPECT_FALSE(shown("Non-Signaled", "Signaled"));
  EXPECT_FALSE(shown("not_Signaled Signaled2 Signal", "Signaled"));
  EXPECT_FALSE(shown("", "Signaled"));
}

TEST(PrintedAt, IsTheFirstMomentAndPiecesAreJoined) {
  Watcher it;
  it.prints("Sig", "stderr");
  const std::uint64_t whole = it.prints("naled\r\n", "stderr");
  it.prints("Signaled\r\n");
  EXPECT_EQ(printed_at(it.run, "Signaled"), whole);
  Watcher unrecorded;  // written by a call that was not recorded
  unrecorded.run.output = "Signaled";
  EXPECT_EQ(printed_at(unrecorded.run, "Signaled"), ~std::uint64_t{0});
  Watcher typed;
  Call& read = typed.add(Api::kReadFile);
  read.text = {{"stream", "stdin"}, {"written", "Signaled"}};
  EXPECT_FALSE(printed_at(typed.run, "Signaled").has_value());
}

// Waiting for the thread explains the consequences. Returns the moment.
std::uint64_t waits_for_the_thread(Watcher& it) {
  Call& wait = it.on(Api::kWaitForSingleObject, Object::Kind::kThread);
  wait.result = 0;
  const std::uint64_t order = wait.begin.order;
  it.prints("Signaled\n");
  it.child_ends();
  return order;
}
const Expected kForTheThread{"waited_for_thread", {{"worker", "Child"}}};

// The program waits until its child has ended, and prints this before the wait returns. Returns the moment at which the wait began.
std::uint64_t outlasts_the_child(Watcher& it) {
  Call& wait = it.waits(kInfinite, 0);
  const std::uint64_t order = wait.begin.order;
  const std::size_t index = it.run.calls.size() - 1;
  it.child_ends();
  it.run.calls[index].end->order = it.prints("Signaled\n");
  return order;
}

const Cases<Watcher> kSaysNonSignaled{
    {"AsTheSolution", "", as_the_solution},
    {"GaveUpAndSaidSo",
     {"gave_up", {{"said", "Unable to wait: error 6"}, {"code", 1}}},
     [](auto& it) {
       it.prints("Unable to wait: error 6\r\n");
       it.ends(Program::End::kItself, 1);
     }},
    {"WhoGoesOnHasNotGivenUp", "sentence_not_printed",
     [](auto& it) {
       it.prints("Unable to wait: error 6\r\n");
       it.ends(Program::End::kItself, 0);
     }},
    {"WhoSaysNothingHasNotGivenUp", "sentence_not_printed", [](auto& it) { it.ends(Program::End::kItself, 1); }},
    // The wait is also for one of the program's own events, and uses a duplicate of the process handle.
    {"OnTheAnswerOfAWaitForSeveral", "",
     [](auto& it) {
       Call& both = it.add(Api::kWaitForMultipleObjects);
       both.on = {{Object::Kind::kOther, -1, 0}, {Object::Kind::kProcess, 1, 7}};
       both.result = kTimedOut;
       it.prints("Non-Signaled\n");
     }},
    {"Unsaid", "sentence_not_printed", [](auto& it) { it.waits(0, kTimedOut); }},
    {"Crashed", "crashed_after_call",
     [](auto& it) {
       it.waits(0, kTimedOut);
       it.ends(Program::End::kCrashed, 0xC0000005);
     }},
    {"NeverAsked", {"state_never_asked", {{"worker", "Child"}, {"state", "Non-Signaled"}}}, [](auto& it) { it.prints("Non-Signaled\n"); }},
    {"SaidBeforeItAsked", "state_said_before_asked",
     [](auto& it) {
       const std::uint64_t said = it.prints("Non-Signaled\n");
       it.waits(0, kTimedOut);
       return said;
     }},
    {"ByTheExitCode", "state_from_exit_code",
     [](auto& it) {
       it.reads(259);
       it.prints("Non-Signaled\n");
       return it.run.calls[1].begin.order;
     }},
    {"ByTheThread", "waited_for_thread",
     [](auto& it) {
       Call& asked = it.on(Api::kWaitForSingleObject, Object::Kind::kThread);
       asked.result = kTimedOut;
       const std::uint64_t order = asked.begin.order;
       it.prints("Non-Signaled\n");
       return order;
     }},
    {"AfterAWaitForTheThread", kForTheThread, waits_for_the_thread},
    {"OfAnotherProgram", "state_never_asked",
     [](auto& it) {
       it.waits(0, kTimedOut, 2);
       it.prints("Non-Signaled\n");
     }},
    {"NeitherAFailedNorAnUnfinishedNorALongWaitTellsIt", "state_never_asked",
     [](auto& it) {
       it.fails(it.waits(0, kFailed));
       it.waits(0, kTimedOut).end.reset();
       it.waits(1000, kTimedOut);
       it.prints("Non-Signaled\n");
     }},
    {"AWaitThatOutlastsTheProgramHasNotAsked", {"waited_in_place_of_asking", {{"worker", "Child"}}}, outlasts_the_child},
    {"AskedAndSaidNothing", "sentence_not_printed",
     [](auto& it) {
       it.waits(0, kTimedOut);
       outlasts_the_child(it);
     }},
    {"AskedTooLate", "sentence_not_printed",
     [](auto& it) {
       it.child_ends();
       it.waits(0, 0);
     }},
    {"SignaledComesLater", "signaled_said_first",
     [](auto& it) {
       it.waits(0, kTimedOut);
       const std::uint64_t said = it.prints("Signaled\n");
       it.prints("Non-Signaled\n");
       return said;
     }},
};
INSTANTIATE_TEST_SUITE_P(SaysNonSignaled, Matcher, rows(kSaysNonSignaled, says_non_signaled), name_of_row);

const Cases<Watcher> kSaysSignaled{
    {"AsTheSolution", "", as_the_solution},
    {"GaveUpAndSaidSo", "gave_up",
     [](auto& it) {
       it.prints("Unable to wait: error 6\r\n");
       it.ends(Program::End::kItself, 1);
     }},
    {"OnACallback", "",
     [](auto& it) {
       it.child_ends();
       it.waits(kInfinite, 0, 1, Api::kWaitOrTimerCallback);
       it.prints("Signaled\n");
     }},
    {"OnAnArray", "",
     [](auto& it) {
       it.waits_for({1}, false, 0);
       it.prints("Signaled\n");
     }},
    {"OnAThreadOfItsOwn", "",
     [](auto& it) {
       it.waits(kInfinite, 0).thread = 2;
       it.prints("Signaled\n");
     }},
    {"OfAProgramThatRuns", "signaled_said_too_early",
     [](auto& it) {
       it.waits(0, kTimedOut);
       const std::uint64_t said = it.prints("Signaled\n");
       it.child_ends();
       it.waits(kInfinite, 0);
       return said;
     }},
    {"Unsaid", "sentence_not_printed", [](auto& it) { it.waits(kInfinite, 0); }},
    {"Looped", "loops_forever",
     [](auto& it) {
       it.waits(kInfinite, 0);
       it.ends(Program::End::kLoop);
     }},
    {"ByTheExitCode", "state_from_exit_code",
     [](auto& it) {
       it.child_ends();
       it.reads(7);
       it.prints("Signaled\n");
     }},
    {"ByLuck", "state_never_asked",
     [](auto& it) {
       it.child_ends();
       it.prints("Signaled\n");
       it.reads(7);
     }},
    {"ByTheThread", "waited_for_thread",
     [](auto& it) {
       it.child_ends();
       it.on(Api::kWaitForSingleObject, Object::Kind::kThread).result = 0;
       it.prints("Signaled\n");
     }},
    {"AfterAWaitForTheThread", kForTheThread, waits_for_the_thread},
    {"OnAFailedWait", "state_never_asked",
     [](auto& it) {
       it.child_ends();
       it.fails(it.waits(kInfinite, kFailed));
       it.prints("Signaled\n");
     }},
    {"OnATimeOut", "state_never_asked",
     [](auto& it) {
       it.child_ends();
       it.waits(100, kTimedOut, 1, Api::kWaitOrTimerCallback);
       it.prints("Signaled\n");
     }},
};
INSTANTIATE_TEST_SUITE_P(SaysSignaled, Matcher, rows(kSaysSignaled, says_signaled), name_of_row);

const Cases<Watcher> kAsksAgain{
    {"AsTheSolution", "", as_the_solution},
    {"Once", {"not_asked_again", {{"worker", "Child"}}}, [](auto& it) { it.waits(kInfinite, 0); }},
    {"InVain", "not_asked_again",
     [](auto& it) {
       it.waits(kInfinite, 0);
       it.fails(it.waits(0, kFailed));
     }},
    {"Crashed", "crashed_after_call",
     [](auto& it) {
       it.waits(kInfinite, 0);
       it.fails(it.waits(0, kFailed));
       it.ends(Program::End::kCrashed, 0xC0000005);
     }},
    {"AndCrashed", "",
     [](auto& it) {
       it.waits(kInfinite, 0);
       it.fails(it.waits(0, kFailed));
       it.ends(Program::End::kCrashed, 0xC0000005);
       it.waits(0, 0);
     }},
    // Two threads wait at the same time, before either wait has returned.
    {"AtOnce", "not_asked_again",
     [](auto& it) {
       it.waits(kInfinite, 0);
       Call& second = it.waits(kInfinite, 0);
       second.begin.order = it.run.calls[1].begin.order;
     }},
};
INSTANTIATE_TEST_SUITE_P(AsksAgain, Matcher, rows(kAsksAgain, asks_again), name_of_row);

}  // namespace
}  // namespace lab::labs
