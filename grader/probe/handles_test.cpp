// The same handle value can belong to different objects over time; what is stored about one must not affect the next.
#include "probe/handles.h"

#include <gtest/gtest.h>

#include <memory>

#include "probe/recorder.h"

namespace lab::probe {

// These are in recorder.cpp in a real program.
wire::Wire* run = nullptr;
std::int32_t self = 0;

namespace {

using wire::Kind;

class Handles : public testing::Test {
 protected:
  Handles() : wire_(std::make_unique<wire::Wire>()) { run = wire_.get(); }
  ~Handles() override { run = nullptr; }

 private:
  std::unique_ptr<wire::Wire> wire_;
};

// A value that no handle in this program has.
HANDLE number(std::uintptr_t value) { return reinterpret_cast<HANDLE>(value); }

TEST_F(Handles, AreClosedOnceForgotten) {
  const HANDLE handle = number(0x7000);
  remember(handle, Kind::kMailslot, -1, {3});
  EXPECT_EQ(identify(handle).kind, Kind::kMailslot);
  forget(identify(handle));
  EXPECT_EQ(identify(handle).kind, Kind::kClosed);
  EXPECT_EQ(identify(handle).slot, 3);
}

TEST_F(Handles, KeepANumberThatAnotherThreadGotBeforeTheOldOneWasForgotten) {
  const HANDLE handle = number(0x7004);
  remember(handle, Kind::kMailslotClient, -1, {3});
  const wire::ObjectRef closed = identify(handle);
  remember(handle, Kind::kMailslot, -1, {4});
  forget(closed);
  EXPECT_EQ(identify(handle).kind, Kind::kMailslot);
  EXPECT_EQ(identify(handle).slot, 4);
}

TEST_F(Handles, KeepANumberWhoseOldObjectWasNeverRemembered) {
  const HANDLE handle = number(0x7008);
  const wire::ObjectRef closed = identify(handle);
  remember(handle, Kind::kMailslot, -1, {4});
  forget(closed);
  EXPECT_EQ(identify(handle).kind, Kind::kMailslot);
}

}  // namespace
}  // namespace lab::probe
