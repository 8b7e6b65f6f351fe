// How long a mailslot exists if a child inherits its handle, in handwritten runs.
#include "replay/slot_lives.h"

#include <gmock/gmock.h>

namespace lab::replay {
namespace {

using trace::Api;
using trace::Call;
using trace::Event;
using trace::Object;

Call made(Api api, int program, std::uint64_t begin, bool on_slot = true) {
  Call call;
  call.api = api;
  call.program = program;
  call.begin.order = begin;
  call.end = trace::Moment{begin + 1, 0, 0};
  call.result = 1;
  if (on_slot) call.on = {{Object::Kind::kMailslot, -1, 1, 0}};
  return call;
}

Event ended(int program, std::uint64_t order) {
  Event event;
  event.kind = Event::Kind::kSignaled;
  event.program = program;
  event.when.order = order;
  return event;
}

// The parent makes the mailslot at 10 to 11 and starts its heir at 20.
trace::Run inherited() {
  trace::Run run;
  run.programs.resize(2);
  run.slots.resize(1);
  run.slots[0].name = "mailbox";
  run.slots[0].owner = 0;
  Call creation = made(Api::kCreateMailslot, 0, 10, false);
  creation.slot = 0;
  Call start = made(Api::kCreateProcess, 0, 20);
  start.started = 1;
  run.calls = {creation, start};
  return run;
}

std::uint64_t gone(const trace::Run& run) {
  const auto lives = slot_lives_of(run);
  EXPECT_EQ(lives.at(0).made, 11u);
  return lives.at(0).gone.value_or(0);
}

TEST(SlotLives, EndWithTheLastHandleWhoeverHasIt) {
  trace::Run run = inherited();
  run.calls.push_back(made(Api::kCloseHandle, 0, 30));
  run.events = {ended(0, 40)};
  EXPECT_EQ(gone(run), 0u) << "the heir still has its handle";
  run.events.push_back(ended(1, 60));
  EXPECT_EQ(gone(run), 60u) << "it ended without closing it";
  run.calls.push_back(made(Api::kCloseHandle, 1, 50));
  EXPECT_EQ(gone(run), 51u);
}

TEST(SlotLives, EndWithTheParentThatOutlivesItsHeir) {
  trace::Run run = inherited();
  run.calls.push_back(made(Api::kCloseHandle, 1, 30));
  run.events = {ended(1, 40)};
  EXPECT_EQ(gone(run), 0u);
  run.events.push_back(ended(0, 60));
  EXPECT_EQ(gone(run), 60u);
}

TEST(SlotLives, CountAHandleThatAProgramHasFromElsewhere) {
  trace::Run run = inherited();
  run.calls[1].on.clear();
  run.calls.push_back(made(Api::kReadFile, 1, 24));
  run.calls.push_back(made(Api::kCloseHandle, 0, 30));
  EXPECT_EQ(gone(run), 0u);
  run.calls.push_back(made(Api::kCloseHandle, 1, 50));
  EXPECT_EQ(gone(run), 51u);
}

}  // namespace
}  // namespace lab::replay
