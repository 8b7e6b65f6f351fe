// The lane of a mailslot whose handle a child inherits: it ends with the last program that has one.
#include <gmock/gmock.h>

#include "report/report.h"
#include "report/report_samples.h"

namespace lab::report {
namespace {

using testing::EndsWith;
using testing::HasSubstr;

// SlotHeir leaves its mailslot to a child and closes its own handle, unless `keeps_it`; one ends at 20, the other at 30.
std::string drawn(bool keeps_it, int first_to_end, int last_to_end) {
  trace::Run run;
  run.programs = {program("SlotHeir", "", Program::Role::kActor, 0), program("SlotHeir", "heir 84", Program::Role::kChild, 0)};
  run.slots = {{"mailbox", 0, true, "", false}};
  const Object end{Object::Kind::kMailslot, -1, 1, 0};
  Call creation = call(Api::kCreateMailslot, 2, 3);
  creation.slot = 0;
  Call start = call(Api::kCreateProcess, 4, 5, {end});
  start.started = 1;
  run.calls = {creation, start};
  if (!keeps_it) run.calls.push_back(call(Api::kCloseHandle, 6, 7, {end}));
  run.events = {{Event::Kind::kAttached, 0, -1, 0, at(1)},
                {Event::Kind::kSignaled, first_to_end, -1, 0, at(20)},
                {Event::Kind::kPosted, -1, -1, 0, at(25), 0, "hello"},
                {Event::Kind::kSignaled, last_to_end, -1, 0, at(30)}};
  return stretch(run, 2, {});
}

TEST(Lanes, AMailslotEndsWithTheLastProgramThatHasIt) {
  EXPECT_THAT(drawn(false, 0, 1), EndsWith(">\"hello\"|\n")) << "the heir outlives its parent";
  EXPECT_THAT(drawn(true, 1, 0), EndsWith(">\"hello\"|\n")) << "the parent outlives its heir";
  EXPECT_THAT(drawn(false, 1, 0), HasSubstr("|----------------| ")) << "the heir was the last to have it";
}

}  // namespace
}  // namespace lab::report
