// The checks for lab 03, which judge the runs in scenario.cpp.
#include "checks/fixture.h"
#include "checks/mail_matchers.h"
#include "labs/03_broadcast/matchers.h"

namespace lab::labs {

using namespace checks;

namespace {

constexpr char kMailbox[] = "mailbox";
constexpr char kEveryComputer[] = "*";

class BroadcastSender : public LabTest {
 protected:
  BroadcastSender() : LabTest("BroadcastSender") {}

  Premise addresses_every_computer() const {
    return {"BroadcastSender.AddressesEveryComputer", {{&run("all"), Addresses(kEveryComputer, kMailbox)}}};
  }
  Premise reaches_every_receiver() const {
    return {"BroadcastSender.ReachesEveryReceiver", {{&run("all"), Reaches({"PC1", "PC2", "PC3"}, kMailbox)}}};
  }
  Premise writes_each_line_once() const { return {"BroadcastSender.WritesEachLineOnce", {{&run("all"), WritesEachLineOnce(kMailbox)}}}; }
  // Lines that go to the wrong place, arrive changed, or arrive twice cost points in these checks.
  std::vector<Premise> lines_arrive() const { return {addresses_every_computer(), reaches_every_receiver(), writes_each_line_once()}; }
  Premise stops_on_exit() const { return {"BroadcastSender.StopsOnExit", {{&run("all"), StopsAtTheLineExit(kMailbox)}}}; }
};

TEST_P(BroadcastSender, AddressesEveryComputer) {
  expect(addresses_every_computer());
  // If the mailslot is opened in such a way that nothing arrives, the check for arrivals deducts the points.
  if (!HasFailure() && met(reaches_every_receiver())) expect({{&run("all"), OpensForWriting(kMailbox)}});
}

TEST_P(BroadcastSender, AddressesOneComputer) {
  const Run& played = run("one");
  const Demands own = {{&played, Addresses("PC2", kMailbox)}};
  if (met(own)) LAB_DEPENDS_ON(reaches_every_receiver());
  expect(own);
  expect({{&played, Reaches({"PC2"}, kMailbox)}});
}

TEST_P(BroadcastSender, ReachesEveryReceiver) {
  const Demands own = reaches_every_receiver();
  if (!met(own)) LAB_DEPENDS_ON(addresses_every_computer());
  expect(own);
}

TEST_P(BroadcastSender, WritesEachLineOnce) {
  LAB_DEPENDS_ON(reaches_every_receiver());
  expect(writes_each_line_once());
}

TEST_P(BroadcastSender, RefusesWhatCannotTravel) {
  LAB_DEPENDS_ON(addresses_every_computer());
  LAB_DEPENDS_ON(reaches_every_receiver());
  expect({{&run("too_long"), RefusesTheLongLine(kMailbox)}});
}

TEST_P(BroadcastSender, ReportsARefusedNetwork) {
  constexpr std::uint32_t kRemoteMailslotsDeprecated = 3025, kBadNetworkPath = 53;
  LAB_DEPENDS_ON(addresses_every_computer());
  for (const Run* played : runs({"refused_open", "refused_write"})) expect({{played, ReportsTheRefusal(kRemoteMailslotsDeprecated)}});
  for (const Run* played : runs({"unreachable"})) expect({{played, ReportsTheRefusal(kBadNetworkPath)}});
}

TEST_P(BroadcastSender, StopsOnExit) {
  const Demands own = stops_on_exit();
  if (!met(own))
    for (const Premise& premise : lines_arrive()) LAB_DEPENDS_ON(premise);
  expect(own);
}

TEST_P(BroadcastSender, StopsAtEndOfInput) {
  const Demands own = {{&run("end_of_input"), StopsAtTheEndOfInput(kMailbox)}};
  if (!met(own))
    for (const Premise& premise : lines_arrive()) LAB_DEPENDS_ON(premise);
  expect(own);
}

TEST_P(BroadcastSender, ClosesItsHandles) {
  LAB_DEPENDS_ON(addresses_every_computer());
  const std::vector<std::string> scenarios = {"all", "end_of_input", "refused_write", "unreachable"};
  for (const Run* played : runs(scenarios)) expect({{played, ClosesNoSlotHandleTwice()}, {played, ClosesEverySlotHandle()}});
  expect_one_of(on_each(scenarios, HasSlotHandlesToClose()), {stops_on_exit()});
}

class BroadcastReceiver : public LabTest {
 protected:
  BroadcastReceiver() : LabTest("BroadcastReceiver") {}

  Premise creates_the_slot() const { return {"BroadcastReceiver.NamesItsComputer", {{&run("messages"), CreatesSlot(kMailbox)}}}; }
  Premise names_its_computer() const {
    Demands demands = creates_the_slot();
    for (const Run* played : runs({"messages", "elsewhere", "hurried"}))
      demands.push_back({played, NamesItsComputer(kMailbox, played->facts.at("computer"))});
    return {"BroadcastReceiver.NamesItsComputer", demands};
  }
  Premise stops_on_exit() const { return {"BroadcastReceiver.StopsOnExit", {{&run("messages"), StopsAtTheMessageExit(kMailbox)}}}; }
};

TEST_P(BroadcastReceiver, NamesItsComputer) { expect(names_its_computer()); }

TEST_P(BroadcastReceiver, StopsOnExit) {
  LAB_DEPENDS_ON(creates_the_slot());
  const Demands own = stops_on_exit();
  LAB_EXPLAINED_BY(names_its_computer(), own);
  expect(own);
}

TEST_P(BroadcastReceiver, ClosesItsHandles) {
  LAB_DEPENDS_ON(creates_the_slot());
  const std::vector<std::string> scenarios = {"messages", "elsewhere"};
  for (const Run* played : runs(scenarios)) expect({{played, ClosesNoSlotHandleTwice()}, {played, ClosesEverySlotHandle()}});
  expect_one_of(on_each(scenarios, HasSlotHandlesToClose()), {names_its_computer(), stops_on_exit()});
}

GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(BroadcastSender);
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(BroadcastReceiver);
INSTANTIATE_TEST_SUITE_P(Judged, BroadcastSender, testing::ValuesIn(registered()));
INSTANTIATE_TEST_SUITE_P(Judged, BroadcastReceiver, testing::ValuesIn(registered()));

}  // namespace
}  // namespace lab::labs
