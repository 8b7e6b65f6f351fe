// Tests when a change has settled: observations go in, decisions come out, and the only clock is the numbers given here.
#include "loop/settle.h"

#include <gmock/gmock.h>

namespace lab::loop {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::int64_t kQuiet = Settling::kQuietMs, kHalf = Settling::kHalfSavedMs;
const Snapshot kBefore{{"A.cpp", {100, 1}}, {"B.cpp", {50, 1}}};

Snapshot with(Snapshot snapshot, const std::string& file, Stamp stamp) {
  snapshot[file] = stamp;
  return snapshot;
}

Snapshot without(Snapshot snapshot, const std::string& file) {
  snapshot.erase(file);
  return snapshot;
}

TEST(Settling, IsAtRestWhereNothingHasChanged) {
  Settling settling(kBefore);
  for (const std::int64_t at : {0, 10, 5000}) {
    const auto decision = settling.seen(kBefore, at);
    EXPECT_THAT(decision.judge, IsEmpty());
    EXPECT_FALSE(decision.look_again_ms);
  }
}

TEST(Settling, JudgesASaveOnceItHasRested) {
  Settling settling(kBefore);
  const Snapshot saved = with(kBefore, "A.cpp", {120, 2});
  EXPECT_EQ(settling.seen(saved, 1000).look_again_ms, kQuiet);
  EXPECT_EQ(settling.seen(saved, 1000 + kQuiet - 1).look_again_ms, 1);
  EXPECT_THAT(settling.seen(saved, 1000 + kQuiet).judge, ElementsAre("A.cpp"));
  EXPECT_THAT(settling.seen(saved, 5000).judge, IsEmpty()) << "once";
}

TEST(Settling, WaitsForTheLastOfSeveralWrites) {
  Settling settling(kBefore);
  for (int write = 0; write < 20; ++write)  // each write comes before the previous one has settled
    EXPECT_THAT(settling.seen(with(kBefore, "A.cpp", {10u * static_cast<unsigned>(write) + 1, 2 + write}), write * (kQuiet - 1)).judge,
                IsEmpty());
  const Snapshot last = with(kBefore, "A.cpp", {191, 21});
  const std::int64_t since = 19 * (kQuiet - 1);
  EXPECT_THAT(settling.seen(last, since + kQuiet - 1).judge, IsEmpty());
  EXPECT_THAT(settling.seen(last, since + kQuiet).judge, ElementsAre("A.cpp"));
}

TEST(Settling, TakesARenameForOneSave) {
  Settling settling(kBefore);
  EXPECT_EQ(settling.seen(without(kBefore, "A.cpp"), 0).look_again_ms, kHalf);
  const Snapshot back = with(kBefore, "A.cpp", {130, 3});
  EXPECT_THAT(settling.seen(back, 200).judge, IsEmpty());
  EXPECT_THAT(settling.seen(back, 200 + kQuiet).judge, ElementsAre("A.cpp"));
}

TEST(Settling, WaitsForAnEmptiedFileToBeWritten) {
  Settling settling(kBefore);
  EXPECT_THAT(settling.seen(with(kBefore, "A.cpp", {0, 2}), 0).judge, IsEmpty());
  EXPECT_THAT(settling.seen(with(kBefore, "A.cpp", {0, 2}), kHalf - 1).judge, IsEmpty());
  EXPECT_THAT(settling.seen(with(kBefore, "A.cpp", {0, 2}), kHalf).judge, ElementsAre("A.cpp")) << "it is meant to be empty";
}

TEST(Settling, BelievesInTheEndThatAFileIsGone) {
  Settling settling(kBefore);
  EXPECT_THAT(settling.seen(without(kBefore, "A.cpp"), 0).judge, IsEmpty());
  EXPECT_THAT(settling.seen(without(kBefore, "A.cpp"), kHalf).judge, ElementsAre("A.cpp"));
}

TEST(Settling, ForgetsAChangeThatWasTakenBack) {
  Settling settling(kBefore);
  EXPECT_TRUE(settling.seen(without(kBefore, "A.cpp"), 0).look_again_ms);
  const auto decision = settling.seen(kBefore, 10);
  EXPECT_FALSE(decision.look_again_ms);
  EXPECT_THAT(settling.seen(kBefore, 10 + kHalf).judge, IsEmpty());
}

TEST(Settling, NeverMissesASaveDuringAJudgement) {
  Settling settling(kBefore);
  const Snapshot first = with(kBefore, "A.cpp", {120, 2}), second = with(first, "A.cpp", {121, 3}), third = with(second, "B.cpp", {51, 4});
  settling.seen(first, 0);
  ASSERT_THAT(settling.seen(first, kQuiet).judge, ElementsAre("A.cpp"));  // being judged from here on
  EXPECT_THAT(settling.seen(second, kQuiet + 1).judge, IsEmpty());
  EXPECT_THAT(settling.seen(third, kQuiet + 2).judge, IsEmpty());
  EXPECT_THAT(settling.seen(third, 2 * kQuiet + 2).judge, ElementsAre("A.cpp", "B.cpp"));
}

TEST(Settling, NamesNewFiles) {
  Settling settling(kBefore);
  const Snapshot more = with(kBefore, "x64/Release/A.exe", {9000, 7});
  settling.seen(more, 0);
  EXPECT_THAT(settling.seen(more, kQuiet).judge, ElementsAre("x64/Release/A.exe"));
}

}  // namespace
}  // namespace lab::loop
