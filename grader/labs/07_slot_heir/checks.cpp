// The checks for lab 07, which judge the runs in scenario.cpp.
#include "checks/fixture.h"
#include "checks/mail_matchers.h"
#include "labs/07_slot_heir/matchers.h"

namespace lab::labs {

using namespace checks;

namespace {

constexpr char kMailbox[] = "mailbox";

class SlotHeir : public LabTest {
 protected:
  SlotHeir() : LabTest("SlotHeir") {}

  // If time-outs elapse at once, a loop of waits never gives the heir its turn.
  static bool came_to_its_end(const Run& run) { return run.actor().end == trace::Program::End::kItself; }

  Premise creates_the_slot() const { return {"SlotHeir.CreatesTheSlot", {{&run("heirloom"), CreatesSlot(kMailbox)}}}; }
  Premise bequeaths_the_slot() const { return {"SlotHeir.BequeathsTheSlot", {{&run("heirloom"), LeavesToAnHeir(kMailbox)}}}; }
  Premise tells_the_heir_its_handle() const { return {"SlotHeir.TellsTheHeirItsHandle", {{&run("heirloom"), HeirReads(kMailbox)}}}; }
  Premise prints_where_the_heir_is_there_first() const {
    return {"SlotHeir.PrintsEveryMessageInOrder", {{&run("heirloom"), HeirPrintsEveryMessage(kMailbox)}}};
  }
  Premise prints_every_message() const {
    Demands demands = prints_where_the_heir_is_there_first();
    demands.push_back({&run("queued"), HeirPrintsEveryMessage(kMailbox)});
    for (const Run* played : runs({"hurried_reads"}))
      if (came_to_its_end(*played)) demands.push_back({played, HeirPrintsEveryMessage(kMailbox)});
    return {"SlotHeir.PrintsEveryMessageInOrder", demands};
  }
  Premise stops_on_exit() const {
    return {"SlotHeir.StopsOnExit", {{&run("heirloom"), HeirStopsAtTheMessageExit(kMailbox)}, {&run("heirloom"), EndsWith(0)}}};
  }
  // When the program ends, its heir's run ends, too, so what happens to the mailslot then is a matter of luck.
  Premise waits_where_time_is_patient() const { return {"SlotHeir.WaitsForItsHeir", {{&run("heirloom"), WaitsForItsHeir(kMailbox)}}}; }
};

TEST_P(SlotHeir, CreatesTheSlot) { expect(creates_the_slot()); }

TEST_P(SlotHeir, BequeathsTheSlot) {
  LAB_DEPENDS_ON(creates_the_slot());
  expect(bequeaths_the_slot());
}

TEST_P(SlotHeir, ReportsAStartThatFailed) {
  LAB_DEPENDS_ON(creates_the_slot());
  const Demand tried = {&run("start_fails"), TriedToStart("SlotHeir", 1)};
  if (!met({tried})) LAB_DEPENDS_ON(bequeaths_the_slot());
  expect({tried,
          {&run("start_fails"), UsesNoWildHandle()},
          {&run("start_fails"), Says("Unable to start")},
          {&run("start_fails"), EndsWith(1)}});
}

TEST_P(SlotHeir, WaitsForItsHeir) {
  LAB_DEPENDS_ON(creates_the_slot());
  LAB_DEPENDS_ON(bequeaths_the_slot());
  expect(waits_where_time_is_patient());
  for (const Run* played : runs({"hurried"}))
    if (came_to_its_end(*played)) expect({{played, WaitsForItsHeir(kMailbox)}});
}

TEST_P(SlotHeir, TellsTheHeirItsHandle) {
  LAB_DEPENDS_ON(creates_the_slot());
  LAB_DEPENDS_ON(bequeaths_the_slot());
  LAB_DEPENDS_ON(waits_where_time_is_patient());
  expect(tells_the_heir_its_handle());
}

TEST_P(SlotHeir, LeavesTheSlotToItsHeir) {
  LAB_DEPENDS_ON(creates_the_slot());
  LAB_DEPENDS_ON(bequeaths_the_slot());
  LAB_DEPENDS_ON(waits_where_time_is_patient());
  LAB_DEPENDS_ON(tells_the_heir_its_handle());
  expect({{&run("heirloom"), KeepsNoHandleOf(kMailbox)}});
}

TEST_P(SlotHeir, PrintsEveryMessageInOrder) {
  LAB_DEPENDS_ON(creates_the_slot());
  LAB_DEPENDS_ON(bequeaths_the_slot());
  LAB_DEPENDS_ON(waits_where_time_is_patient());
  LAB_DEPENDS_ON(tells_the_heir_its_handle());
  expect(prints_every_message());
}

TEST_P(SlotHeir, StopsOnExit) {
  LAB_DEPENDS_ON(creates_the_slot());
  LAB_DEPENDS_ON(bequeaths_the_slot());
  LAB_DEPENDS_ON(waits_where_time_is_patient());
  LAB_DEPENDS_ON(tells_the_heir_its_handle());
  const Demands own = stops_on_exit();
  if (!met(own)) LAB_DEPENDS_ON(prints_every_message());  // `exit` followed by stale text is another message
  expect(own);
}

TEST_P(SlotHeir, ClosesItsHandles) {
  LAB_DEPENDS_ON(creates_the_slot());
  LAB_DEPENDS_ON(bequeaths_the_slot());
  LAB_DEPENDS_ON(waits_where_time_is_patient());
  LAB_DEPENDS_ON(tells_the_heir_its_handle());
  const Demands own = {{&run("heirloom"), ClosesNothingTwice()},
                       {&run("heirloom"), ClosesNoSlotHandleTwice()},
                       {&run("heirloom"), ClosesEveryHandleOf("SlotHeir")},
                       {&run("heirloom"), HeirClosesItsHandle(kMailbox)}};
  if (!met(own)) LAB_DEPENDS_ON(prints_where_the_heir_is_there_first());  // an heir that gave up may never reach its CloseHandle
  expect(own);
  expect_one_of({{&run("heirloom"), HasHandlesToClose("SlotHeir")}}, {stops_on_exit()});
}

// This folder's own tests link these without a submission.
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(SlotHeir);
INSTANTIATE_TEST_SUITE_P(Judged, SlotHeir, testing::ValuesIn(registered()));

}  // namespace
}  // namespace lab::labs
