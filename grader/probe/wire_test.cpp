// The record as two threads see it at the same time.
#include "probe/wire.h"

#include <gtest/gtest.h>

#include <memory>
#include <thread>

namespace lab::wire {
namespace {

// A thread that has a command continues as in the probe: first it reports that it runs, then it clears the command. An observer must never
// see it blocked without a command in the meantime.
TEST(Thread, IsNeverSeenToAwaitACommandWhileItGoesOn) {
  constexpr int kRounds = 20'000;
  const auto thread = std::make_unique<Thread>();
  std::atomic<int> told{0}, gone{0};
  std::thread goes_on([&] {
    for (int round = 1; round <= kRounds; ++round) {
      while (told != round) {
      }
      thread->state = ThreadState::kRunning;
      thread->command = 0;
      gone = round;
    }
  });
  int seen = 0;
  for (int round = 1; round <= kRounds; ++round) {
    thread->command = 1;
    thread->state = ThreadState::kBlocked;
    told = round;
    while (gone != round) seen += awaits_command(*thread);
    EXPECT_FALSE(awaits_command(*thread));
  }
  goes_on.join();
  EXPECT_EQ(seen, 0);
}

TEST(Thread, AwaitsACommandOnceItIsBlockedWithoutOne) {
  const auto thread = std::make_unique<Thread>();
  thread->state = ThreadState::kBlocked;
  EXPECT_TRUE(awaits_command(*thread));
  thread->command = 1;
  EXPECT_FALSE(awaits_command(*thread));
}

}  // namespace
}  // namespace lab::wire
