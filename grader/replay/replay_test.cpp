// What existed at each step of a run, in real recordings.
#include "replay/replay.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "replay/replay_samples.h"

namespace lab::replay {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// "Non-Signaled", "Signaled 15", or "-" (does not exist yet).
std::string state(const Replay& replay, int program, std::size_t step) {
  for (const Process& process : replay.processes)
    if (process.program == program && process.life.from <= step)
      return process.life.covers(step) ? "Non-Signaled" : "Signaled " + std::to_string(process.exit_code);
  return "-";
}

std::vector<std::string> queue(const Replay& replay, int slot, std::size_t step) {
  std::vector<std::string> texts;
  for (const Mail& mail : replay.mail)
    if (mail.slot == slot && mail.life.covers(step)) texts.push_back(mail.text);
  return texts;
}

std::vector<int> open_handles(const Replay& replay, int program, std::size_t step) {
  std::vector<int> numbers;
  for (const Handle& handle : replay.handles)
    if (handle.program == program && handle.life.covers(step)) numbers.push_back(handle.number);
  return numbers;
}

TEST(Replay, ACallIsOneMomentUnlessSomethingHappensMeanwhile) {
  const trace::Run run = recorded(kTwoWaits);
  const Replay replay = lab::replay::replay(run);
  std::vector<std::string> names;
  for (const Step& step : replay.steps) {
    const trace::Call* call = call_of(run, step);
    const char* const sign = step.kind == Step::Kind::kBegin ? "(" : step.kind == Step::Kind::kReturn ? ")" : "";
    names.push_back(call ? name(call->api) + std::string(sign) : id_of(trace::kEventKinds, run.events[step.index].kind));
  }
  names.resize(9);
  EXPECT_THAT(names, ElementsAre("attached", "CreateProcess", "CreateProcess", "WaitForSingleObject(", "released", "signaled",
                                 "WaitForSingleObject)", "WaitForSingleObject(", "released"));
}

TEST(Replay, FindsTheMomentOfAnOrder) {
  const trace::Run run = recorded(kTwoWaits);
  const Replay replay = lab::replay::replay(run);
  EXPECT_EQ(replay.step_at(0), 0u);
  EXPECT_EQ(replay.step_at(2), 1u);
  EXPECT_EQ(replay.step_at(3), 1u) << "the call's own end";
  EXPECT_EQ(replay.step_at(6), 3u);
  EXPECT_EQ(replay.step_at(7), 3u) << "that every thread was blocked is no moment";
  EXPECT_EQ(replay.step_at(10), 6u);
  EXPECT_EQ(replay.step_at(99'999), replay.steps.size() - 1);
}

TEST(Replay, AProcessIsNonSignaledUntilItEnds) {
  const trace::Run run = recorded(kTwoWaits);
  const Replay replay = lab::replay::replay(run);
  EXPECT_EQ(state(replay, 1, 0), "-");
  EXPECT_EQ(state(replay, 1, 1), "Non-Signaled");
  EXPECT_EQ(state(replay, 1, replay.step_at(8)), "Non-Signaled") << "told to end, not ended yet";
  EXPECT_EQ(state(replay, 1, replay.step_at(9)), "Signaled 15");
  EXPECT_EQ(state(replay, 2, replay.step_at(9)), "Non-Signaled");
  EXPECT_EQ(state(replay, 2, replay.steps.size() - 1), "Signaled 40");
  EXPECT_EQ(state(replay, 0, replay.steps.size() - 1), "Signaled 0");
}

TEST(Replay, WithoutAWaitTheWorkersRunWhenTheExitCodeIsRead) {
  const trace::Run run = recorded(kNoWait);
  const Replay replay = lab::replay::replay(run);
  const std::size_t read = replay.step_at(10);
  ASSERT_EQ(call_of(run, replay.steps[read])->api, trace::Api::kGetExitCodeProcess);
  EXPECT_EQ(state(replay, 1, read), "Non-Signaled");
  EXPECT_EQ(state(replay, 1, replay.steps.size() - 1), "Non-Signaled");
}

TEST(Replay, TheHandleTableHasWhatWasOpenedUntilItIsClosed) {
  const trace::Run run = recorded(kTwoWaits);
  const Replay replay = lab::replay::replay(run);
  EXPECT_THAT(open_handles(replay, 0, 0), IsEmpty());
  EXPECT_THAT(open_handles(replay, 0, replay.step_at(5)), ElementsAre(1, 2, 3, 4));
  EXPECT_EQ(replay.handles[0].object.kind, trace::ObjectKind::kProcess);
  EXPECT_EQ(replay.handles[1].object.kind, trace::ObjectKind::kThread);
  EXPECT_EQ(replay.handles[3].object.program, 2);
  EXPECT_THAT(open_handles(replay, 0, replay.step_at(25)), ElementsAre(3, 4));
  EXPECT_THAT(open_handles(replay, 0, replay.step_at(29)), IsEmpty());
  for (const Handle& handle : replay.handles) EXPECT_FALSE(handle.leaked);
}

TEST(Replay, AHandleThatIsOpenAtTheEndLeaked) {
  const Replay replay = lab::replay::replay(recorded(kLeak));
  std::vector<int> leaked;
  for (const Handle& handle : replay.handles)
    if (handle.leaked) leaked.push_back(handle.number);
  EXPECT_THAT(leaked, ElementsAre(2, 4));
}

TEST(Replay, AnHeirHasItsHandleFromTheBeginAndReadsTheQueue) {
  const trace::Run run = recorded(kHeir);
  const Replay replay = lab::replay::replay(run);
  const std::size_t started = replay.step_at(5);
  EXPECT_THAT(open_handles(replay, 1, started), ElementsAre(1));
  EXPECT_THAT(open_handles(replay, 0, replay.step_at(7)), ElementsAre(2, 3)) << "the parent has closed its own";
  ASSERT_EQ(replay.mailslots.size(), 1u);
  EXPECT_TRUE(replay.mailslots[0].life.covers(replay.step_at(29))) << "the heir's handle keeps it";
  EXPECT_FALSE(replay.mailslots[0].life.covers(replay.step_at(31)));
  EXPECT_THAT(queue(replay, 0, replay.step_at(11)), ElementsAre("hello, heir"));
  EXPECT_THAT(queue(replay, 0, replay.step_at(12)), IsEmpty());
  const auto inherited = std::find_if(replay.handles.begin(), replay.handles.end(), [](const Handle& one) { return one.program == 1; });
  ASSERT_NE(inherited, replay.handles.end());
  EXPECT_TRUE(inherited->inherited);
  EXPECT_EQ(inherited->object.slot, 0);
}

TEST(Replay, HasTheOutputMomentByMoment) {
  const trace::Run run = recorded(kHeir);
  const Replay replay = lab::replay::replay(run);
  ASSERT_EQ(replay.prints.size(), 4u);
  EXPECT_EQ(replay.prints[0].bytes, "hello, heir\r\n");
  EXPECT_EQ(replay.prints[0].step, replay.step_at(13));
  EXPECT_EQ(replay.prints[0].program, 1);
  EXPECT_FALSE(replay.prints[0].error);
}

TEST(Replay, HoldsForRunsOfNothingAndForNonsense) {
  EXPECT_THAT(lab::replay::replay(trace::Run{}).steps, IsEmpty());
  trace::Run run = recorded(kHeir);
  for (trace::Call& call : run.calls) {
    call.handles = {0, -3, 7};
    call.started = 99;
    call.slot = 99;
    for (trace::Object& object : call.on) object.slot = object.program = 99;
  }
  EXPECT_FALSE(lab::replay::replay(run).steps.empty());
}

}  // namespace
}  // namespace lab::replay
