// What a program says of the states of process objects, on runs made by hand: each matcher is met by what is right and tells each mistake
// from the others.
#include "labs/04_signaled_states/matchers.h"

#include <gtest/gtest.h>

#include "labs/04_signaled_states/watcher_by_hand.h"

namespace lab::labs {

using namespace checks;

namespace {

using trace::Object;
using trace::Program;

// As the solution does it.
class RightWatcher : public Watcher {
 public:
  RightWatcher() {
    waits(0, kTimedOut);
    prints("Non-Signaled\r\n");
    waits(kMilliseconds, kTimedOut);
    prints("Timeout\r\n");
    child_ends();
    waits(kInfinite, 0);
    prints("Signaled\r\n");
    waits(0, 0);
    prints("Signaled\r\n");
    reads(259);
    prints("exit code: 259\r\n");
  }
};

TEST(StatesOfOne, TheSolutionMeetsEveryWord) {
  RightWatcher it;
  EXPECT_EQ(it.non_signaled(), "");
  EXPECT_EQ(it.signaled(), "");
  EXPECT_EQ(it.again(), "");
  EXPECT_EQ(it.timeout(), "");
  EXPECT_EQ(it.reason(Prints("exit code", 259)), "");  // of a program that has ended
  EXPECT_EQ(it.reason(ReportsNoTimeout()), "timeout_said_without_one");
}

TEST(StatesOfOne, NothingStartedIsTheReasonBeforeAllOthers) {
  StatesByHand none("StateWatcher", {});
  EXPECT_EQ(none.reason(TriesToStartAnything()), "nothing_started");
  EXPECT_EQ(none.against(TriesToStartAnything()).args["program"], "StateWatcher");
  none.add(Api::kCreateProcess).result = 0;
  EXPECT_EQ(none.reason(TriesToStartAnything()), "") << "what became of it is another matter";
  EXPECT_EQ(Watcher().reason(TriesToStartAnything()), "");
}

TEST(StatesOfOne, AProgramThatGaveUpIsToldSoInItsOwnWords) {
  Watcher it;
  it.prints("Unable to wait: error 6\r\n");
  it.ends(Program::End::kItself, 1);
  const Because because = it.against(SaysNonSignaledOf(it.child()));
  EXPECT_EQ(because.id(), "gave_up");
  EXPECT_EQ(because.args["said"], "Unable to wait: error 6");
  EXPECT_EQ(because.args["code"], 1);
  EXPECT_EQ(it.signaled(), "gave_up");
}

TEST(StatesOfOne, WhoGoesOnHasNotGivenUp) {
  Watcher it;
  it.prints("Unable to wait: error 6\r\n");
  it.ends(Program::End::kItself, 0);
  EXPECT_EQ(it.non_signaled(), "sentence_not_printed");
  Watcher silent;
  silent.ends(Program::End::kItself, 1);
  EXPECT_EQ(silent.non_signaled(), "sentence_not_printed");
}

TEST(PrintedAt, StatesAreWholeWords) {
  const auto shown = [](const std::string& text, const std::string& matcher) {
    Watcher it;
    it.prints(text);
    return printed_at(it.run, matcher).has_value();
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
  Watcher unrecorded;  // written by a call that nobody watched
  unrecorded.run.output = "Signaled";
  EXPECT_EQ(printed_at(unrecorded.run, "Signaled"), ~std::uint64_t{0});
  Watcher typed;
  Call& read = typed.add(Api::kReadFile);
  read.text = {{"stream", "stdin"}, {"written", "Signaled"}};
  EXPECT_FALSE(printed_at(typed.run, "Signaled").has_value());
}

TEST(SaysNonSignaled, OnTheAnswerOfAWaitOfNoTime) {
  Watcher several;  // the process, and an event of its own
  Call& both = several.add(Api::kWaitForMultipleObjects);
  both.on = {{Object::Kind::kOther, -1, 0}, {Object::Kind::kProcess, 1, 7}};  // through a duplicate of the handle
  both.result = kTimedOut;
  several.prints("Non-Signaled\n");
  EXPECT_EQ(several.non_signaled(), "");

  Watcher unsaid;
  unsaid.waits(0, kTimedOut);
  EXPECT_EQ(unsaid.non_signaled(), "sentence_not_printed");
  unsaid.ends(Program::End::kCrashed, 0xC0000005);
  EXPECT_EQ(unsaid.non_signaled(), "crashed");
}

TEST(SaysNonSignaled, TellsWhatWasAskedInstead) {
  Watcher nobody;
  nobody.prints("Non-Signaled\n");
  const Because unasked = nobody.against(SaysNonSignaledOf(nobody.child()));
  EXPECT_EQ(unasked.id(), "state_never_asked");
  EXPECT_EQ(unasked.args["worker"], "Child");
  EXPECT_EQ(unasked.args["state"], "Non-Signaled");
  Watcher too_late;
  const std::uint64_t said = too_late.prints("Non-Signaled\n");
  too_late.waits(0, kTimedOut);
  const Because late = too_late.against(SaysNonSignaledOf(too_late.child()));
  EXPECT_EQ(late.id(), "state_said_before_asked");
  EXPECT_EQ(late.order, said);
  Watcher by_code;
  by_code.reads(259);
  by_code.prints("Non-Signaled\n");
  const Because code = by_code.against(SaysNonSignaledOf(by_code.child()));
  EXPECT_EQ(code.id(), "state_from_exit_code");
  EXPECT_EQ(code.order, by_code.run.calls[1].begin.order);
  Watcher by_thread;
  Call& asked = by_thread.on(Api::kWaitForSingleObject, Object::Kind::kThread);
  asked.result = kTimedOut;
  const std::uint64_t order = asked.begin.order;
  by_thread.prints("Non-Signaled\n");
  const Because thread = by_thread.against(SaysNonSignaledOf(by_thread.child()));
  EXPECT_EQ(thread.id(), "waited_for_thread");
  EXPECT_EQ(thread.order, order);
  Watcher of_another;
  of_another.waits(0, kTimedOut, 2);
  of_another.prints("Non-Signaled\n");
  EXPECT_EQ(of_another.non_signaled(), "state_never_asked");
}

TEST(SaysNonSignaled, WaitingForTheThreadExplainsWhatComesOfIt) {
  Watcher it;
  it.on(Api::kWaitForSingleObject, Object::Kind::kThread).result = 0;
  const std::uint64_t order = it.run.calls.back().begin.order;
  it.prints("Signaled\n");
  it.child_ends();
  for (const RunMatcher& matcher :
       {SaysNonSignaledOf(it.child()), SaysSignaledOf(it.child()), ReportsTheTimeoutOf(it.child(), kMilliseconds)}) {
    const Because because = it.against(matcher);
    EXPECT_EQ(because.id(), "waited_for_thread");
    EXPECT_EQ(because.args["worker"], "Child");
    EXPECT_EQ(because.order, order);
  }
}

TEST(SaysNonSignaled, NeitherAFailedNorAnUnfinishedNorALongWaitTellsIt) {
  Watcher it;
  it.fails(it.waits(0, kFailed));
  it.waits(0, kTimedOut).end.reset();
  it.waits(1000, kTimedOut);
  it.prints("Non-Signaled\n");
  EXPECT_EQ(it.non_signaled(), "state_never_asked");
}

TEST(SaysNonSignaled, AWaitThatOutlastsTheProgramHasNotAskedForItsState) {
  Watcher it;
  Call& wait = it.waits(kInfinite, 0);
  const std::uint64_t order = wait.begin.order;
  it.child_ends();
  it.run.calls[1].end->order = it.prints("Signaled\n");
  const Because because = it.against(SaysNonSignaledOf(it.child()));
  EXPECT_EQ(because.id(), "waited_in_place_of_asking");
  EXPECT_EQ(because.args["worker"], "Child");
  EXPECT_EQ(because.order, order);
  EXPECT_EQ(it.non_signaled(), "waited_in_place_of_asking");
  Watcher asked;  // and said nothing
  asked.waits(0, kTimedOut);
  asked.waits(kInfinite, 0);
  asked.child_ends();
  asked.run.calls[2].end->order = asked.prints("Signaled\n");
  EXPECT_EQ(asked.non_signaled(), "sentence_not_printed");
  Watcher late;
  late.child_ends();
  late.waits(0, 0);
  EXPECT_EQ(late.non_signaled(), "sentence_not_printed");
}

TEST(SaysNonSignaled, SignaledComesLater) {
  Watcher it;
  it.waits(0, kTimedOut);
  const std::uint64_t said = it.prints("Signaled\n");
  it.prints("Non-Signaled\n");
  const Because because = it.against(SaysNonSignaledOf(it.child()));
  EXPECT_EQ(because.id(), "signaled_said_first");
  EXPECT_EQ(because.order, said);
}

TEST(SaysSignaled, ACallbackAnArrayAndAThreadOfItsOwnTellItToo) {
  Watcher registered;
  registered.child_ends();
  registered.waits(kInfinite, 0, 1, Api::kWaitOrTimerCallback);
  registered.prints("Signaled\n");
  EXPECT_EQ(registered.signaled(), "");
  Watcher array;
  array.waits_for({1}, false, 0);
  array.prints("Signaled\n");
  EXPECT_EQ(array.signaled(), "");
  Watcher thread;
  thread.waits(kInfinite, 0).thread = 2;
  thread.prints("Signaled\n");
  EXPECT_EQ(thread.signaled(), "");
}

TEST(SaysSignaled, NotOfAProgramThatRuns) {
  Watcher it;
  it.waits(0, kTimedOut);
  const std::uint64_t said = it.prints("Signaled\n");
  it.child_ends();
  it.waits(kInfinite, 0);
  const Because because = it.against(SaysSignaledOf(it.child()));
  EXPECT_EQ(because.id(), "signaled_said_too_early");
  EXPECT_EQ(because.order, said);
}

TEST(SaysSignaled, OnlyOnTheAnswerOfAWait) {
  Watcher unsaid;
  unsaid.waits(kInfinite, 0);
  EXPECT_EQ(unsaid.signaled(), "sentence_not_printed");
  unsaid.ends(Program::End::kLoop);
  EXPECT_EQ(unsaid.signaled(), "loops_forever");
  Watcher by_code;
  by_code.child_ends();
  by_code.reads(7);
  by_code.prints("Signaled\n");
  EXPECT_EQ(by_code.signaled(), "state_from_exit_code");
  Watcher by_luck;
  by_luck.child_ends();
  by_luck.prints("Signaled\n");
  by_luck.reads(7);
  EXPECT_EQ(by_luck.signaled(), "state_never_asked");
  Watcher by_thread;
  by_thread.child_ends();
  by_thread.on(Api::kWaitForSingleObject, Object::Kind::kThread).result = 0;
  by_thread.prints("Signaled\n");
  EXPECT_EQ(by_thread.signaled(), "waited_for_thread");
  Watcher failed;
  failed.child_ends();
  failed.fails(failed.waits(kInfinite, kFailed));
  failed.prints("Signaled\n");
  EXPECT_EQ(failed.signaled(), "state_never_asked");
  Watcher timed_out;
  timed_out.child_ends();
  timed_out.waits(100, kTimedOut, 1, Api::kWaitOrTimerCallback);
  timed_out.prints("Signaled\n");
  EXPECT_EQ(timed_out.signaled(), "state_never_asked");
}

TEST(AsksAgain, TheSecondWaitFindsItSignaledToo) {
  Watcher it;
  it.waits(kInfinite, 0);
  const Because once = it.against(AsksAgainOf(it.child()));
  EXPECT_EQ(once.id(), "not_asked_again");
  EXPECT_EQ(once.args["worker"], "Child");
  it.fails(it.waits(0, kFailed));
  EXPECT_EQ(it.again(), "not_asked_again");
  it.ends(Program::End::kCrashed, 0xC0000005);
  EXPECT_EQ(it.again(), "crashed");
  it.waits(0, 0);
  EXPECT_EQ(it.again(), "");
  Watcher at_once;  // two threads ask while neither has its answer
  at_once.waits(kInfinite, 0);
  Call& second = at_once.waits(kInfinite, 0);
  second.begin.order = at_once.run.calls[1].begin.order;
  EXPECT_EQ(at_once.again(), "not_asked_again");
}

}  // namespace
}  // namespace lab::labs
