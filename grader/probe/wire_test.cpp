// The record as two processes see it at the same time.
#include "probe/wire.h"

#include <gtest/gtest.h>

#include <memory>
#include <thread>

namespace lab::wire {
namespace {

// A thread that has been told something goes on as the probe has it: first it says that it runs, then it takes its word back. Whoever looks
// meanwhile must never find it blocked and untold.
TEST(Thread, IsNeverSeenBlockedAndUntoldWhileItGoesOn) {
  constexpr int kRounds = 20'000;
  const auto thread = std::make_unique<Thread>();
  std::atomic<int> told{0}, gone{0};
  std::thread goes_on([&] {
    for (int round = 1; round <= kRounds; ++round) {
      while (told != round) {
      }
      thread->stand = Stand::kRunning;
      thread->word = 0;
      gone = round;
    }
  });
  int seen = 0;
  for (int round = 1; round <= kRounds; ++round) {
    thread->word = 1;
    thread->stand = Stand::kBlocked;
    told = round;
    while (gone != round) seen += stands_untold(*thread);
    EXPECT_FALSE(stands_untold(*thread));
  }
  goes_on.join();
  EXPECT_EQ(seen, 0);
}

TEST(Thread, StandsUntoldOnceItIsBlockedWithoutAWord) {
  const auto thread = std::make_unique<Thread>();
  thread->stand = Stand::kBlocked;
  EXPECT_TRUE(stands_untold(*thread));
  thread->word = 1;
  EXPECT_FALSE(stands_untold(*thread));
}

}  // namespace
}  // namespace lab::wire
