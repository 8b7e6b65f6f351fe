// Which reading thread continues: one at a time, in turn.
#include "stage/readers.h"

#include <gtest/gtest.h>

#include <memory>

#include "probe/slots.h"

namespace lab::stage {
namespace {

class ReadersOfARun : public testing::Test {
 protected:
  ReadersOfARun() { run->program_count = 1; }
  std::int32_t open(const wchar_t* name) {
    const std::int32_t slot = wire::new_slot(*run, name, 0);
    run->slots[slot].handles_of[0] = 1;
    run->slots[slot].state = wire::SlotState::kOpen;
    return slot;
  }
  void close(std::int32_t slot) { run->slots[slot].state = wire::SlotState::kClosed; }
  void write(std::int32_t slot) { wire::append(*run, slot, "hello", 5); }
  wire::Thread* reader(std::uint32_t number, std::int32_t slot, wire::WaitReason reason = wire::WaitReason::kRead) {
    wire::Thread& thread = run->threads[number];
    thread.reason = reason;
    thread.about = slot;
    thread.state = wire::ThreadState::kBlocked;
    return &thread;
  }

  std::unique_ptr<wire::Wire> run = std::make_unique<wire::Wire>();
  Readers readers{*run};
};

TEST_F(ReadersOfARun, GoOnWhereAMessageIsThereOrTheMailslotIsClosed) {
  const std::int32_t empty = open(L"empty"), full = open(L"full"), closed = open(L"closed");
  reader(0, empty);
  EXPECT_EQ(readers.next(), nullptr);
  wire::Thread* const second = reader(1, full, wire::WaitReason::kTimedRead);
  write(full);
  EXPECT_EQ(readers.next(), second);
  second->state = wire::ThreadState::kRunning;
  wire::Thread* const third = reader(2, closed);
  close(closed);
  EXPECT_EQ(readers.next(), third);
}

TEST_F(ReadersOfARun, AreNoThreadsThatHaveACommandOrWaitForSomethingElse) {
  const std::int32_t slot = open(L"mailbox");
  write(slot);
  wire::Thread* const told = reader(0, slot);
  reader(1, slot, wire::WaitReason::kAskedOften);
  told->command = 1;
  EXPECT_EQ(readers.next(), nullptr);
  told->command = 0;
  EXPECT_EQ(readers.next(), told);
}

// A read that was released and blocked again at once, because its mailslot was closed, used to keep another read from its message until the
// run reached its limit.
TEST_F(ReadersOfARun, TakeTurnsSoThatOneThatComesBackKeepsNoOtherFromItsMessage) {
  const std::int32_t closed = open(L"closed"), full = open(L"full");
  close(closed);
  write(full);
  wire::Thread* const comes_back = reader(2, closed);
  wire::Thread* const has_message = reader(4, full);
  EXPECT_EQ(readers.next(), comes_back);
  EXPECT_EQ(readers.next(), has_message);
  EXPECT_EQ(readers.next(), comes_back);
  wire::Thread* const last = reader(wire::kMaxThreads - 1, full);
  EXPECT_EQ(readers.next(), has_message);
  EXPECT_EQ(readers.next(), last);
  EXPECT_EQ(readers.next(), comes_back);
}

TEST_F(ReadersOfARun, AreHeldTooLongAfterATenthOfASecondOfTheStagesLooks) {
  const std::int32_t slot = open(L"mailbox");
  reader(0, slot);
  EXPECT_FALSE(readers.held_too_long(1000));
  EXPECT_FALSE(readers.held_too_long(2000)) << "its message has not come";
  write(slot);
  EXPECT_FALSE(readers.held_too_long(2020));
  for (std::uint64_t now = 2040; now < 2120; now += 20) EXPECT_FALSE(readers.held_too_long(now)) << now;
  EXPECT_TRUE(readers.held_too_long(2120));
  EXPECT_NE(readers.next(), nullptr);
  EXPECT_FALSE(readers.held_too_long(2140)) << "each has its own tenth of a second";
}

TEST_F(ReadersOfARun, AreNotHeldLongerBecauseTheStageWasStopped) {
  const std::int32_t slot = open(L"mailbox");
  reader(0, slot);
  write(slot);
  EXPECT_FALSE(readers.held_too_long(1000));
  EXPECT_FALSE(readers.held_too_long(61'000));
}

}  // namespace
}  // namespace lab::stage
