// The checks of lab 03. What they demand stands in labs.md under the same names; the runs come from grader/scenario/broadcast.cpp.
#include "checks/fixture.h"
#include "checks/mail_matchers.h"
#include "labs/03_broadcast/matchers.h"

namespace lab::labs {

using namespace checks;

namespace {

constexpr char kSlot[] = "mailbox";
constexpr char kEveryComputer[] = "*";
constexpr char kAddressesAll[] = "BroadcastSender.AddressesEveryComputer";
constexpr char kReachesAll[] = "BroadcastSender.ReachesEveryReceiver";
constexpr char kWritesOnce[] = "BroadcastSender.WritesEachLineOnce";
constexpr char kStops[] = "BroadcastSender.StopsOnExit";
constexpr char kNames[] = "BroadcastReceiver.NamesItsComputer";
constexpr char kReceiverStops[] = "BroadcastReceiver.StopsOnExit";

class BroadcastSender : public LabTest {
 protected:
  BroadcastSender() : LabTest("BroadcastSender") {}

  Demands addresses_every_computer() const { return {{&run("all"), Addresses(kEveryComputer, kSlot)}}; }
  Demands reaches_every_receiver() const { return {{&run("all"), Reaches({"PC1", "PC2", "PC3"}, kSlot)}}; }
  Demands writes_each_line_once() const { return {{&run("all"), WritesEachLineOnce(kSlot)}}; }
  Demands stops_on_exit() const { return {{&run("all"), StopsAtTheLineExit(kSlot)}}; }
};

// What lines become that go to the wrong place, arrive as something else or come twice is paid for where that is judged.
#define LAB_RESTS_ON_THE_LINES(own)                          \
  if (!met(own)) {                                           \
    LAB_RESTS_ON(kAddressesAll, addresses_every_computer()); \
    LAB_RESTS_ON(kReachesAll, reaches_every_receiver());     \
    LAB_RESTS_ON(kWritesOnce, writes_each_line_once());      \
  }                                                          \
  static_assert(true)

TEST_P(BroadcastSender, AddressesEveryComputer) { expect(addresses_every_computer()); }

TEST_P(BroadcastSender, AddressesOneComputer) {
  const Run& played = run("one");
  const Demands own = {{&played, Addresses("PC2", kSlot)}};
  if (met(own)) LAB_RESTS_ON(kReachesAll, reaches_every_receiver());
  expect(own);
  expect({{&played, Reaches({"PC2"}, kSlot)}});
}

TEST_P(BroadcastSender, ReachesEveryReceiver) {
  const Demands own = reaches_every_receiver();
  if (!met(own)) LAB_RESTS_ON(kAddressesAll, addresses_every_computer());
  expect(own);
}

TEST_P(BroadcastSender, WritesEachLineOnce) {
  LAB_RESTS_ON(kReachesAll, reaches_every_receiver());
  expect(writes_each_line_once());
}

TEST_P(BroadcastSender, RefusesWhatCannotTravel) {
  LAB_RESTS_ON(kAddressesAll, addresses_every_computer());
  LAB_RESTS_ON(kReachesAll, reaches_every_receiver());
  expect({{&run("too_long"), RefusesTheLongLine(kSlot)}});
}

TEST_P(BroadcastSender, ReportsARefusedNetwork) {
  constexpr std::uint32_t kRemoteMailslotsDeprecated = 3025, kBadNetworkPath = 53;
  LAB_RESTS_ON(kAddressesAll, addresses_every_computer());
  for (const Run* played : runs({"refused_open", "refused_write"})) expect({{played, ReportsTheRefusal(kRemoteMailslotsDeprecated)}});
  for (const Run* played : runs({"unreachable"})) expect({{played, ReportsTheRefusal(kBadNetworkPath)}});
}

TEST_P(BroadcastSender, StopsOnExit) {
  const Demands own = stops_on_exit();
  LAB_RESTS_ON_THE_LINES(own);
  expect(own);
}

TEST_P(BroadcastSender, StopsAtEndOfInput) {
  const Demands own = {{&run("end_of_input"), StopsAtTheEndOfInput(kSlot)}};
  LAB_RESTS_ON_THE_LINES(own);
  expect(own);
}

TEST_P(BroadcastSender, ClosesItsHandles) {
  LAB_RESTS_ON(kAddressesAll, addresses_every_computer());
  const std::vector<std::string> scenarios = {"all", "end_of_input", "refused_write", "unreachable"};
  for (const Run* played : runs(scenarios)) expect({{played, ClosesNoSlotHandleTwice()}, {played, ClosesEverySlotHandle()}});
  if (const Demands ends = on_each(scenarios, HasSlotHandlesToClose()); !HasFailure() && none_met(ends)) {
    LAB_RESTS_ON(kStops, stops_on_exit());
    expect(ends);
  }
}

class BroadcastReceiver : public LabTest {
 protected:
  BroadcastReceiver() : LabTest("BroadcastReceiver") {}

  Demands creates_the_slot() const { return {{&run("messages"), CreatesSlot(kSlot)}}; }
  Demands names_its_computer() const {
    Demands demands = creates_the_slot();
    for (const Run* played : runs({"messages", "elsewhere"}))
      demands.push_back({played, NamesItsComputer(kSlot, played->facts.at("computer"))});
    return demands;
  }
  Demands stops_on_exit() const { return {{&run("messages"), StopsAtTheMessageExit(kSlot)}}; }
};

TEST_P(BroadcastReceiver, NamesItsComputer) { expect(names_its_computer()); }

TEST_P(BroadcastReceiver, StopsOnExit) {
  LAB_RESTS_ON(kNames, creates_the_slot());
  const Demands own = stops_on_exit();
  LAB_EXPLAINED_BY(kNames, names_its_computer(), own);
  expect(own);
}

TEST_P(BroadcastReceiver, ClosesItsHandles) {
  LAB_RESTS_ON(kNames, creates_the_slot());
  const std::vector<std::string> scenarios = {"messages", "elsewhere"};
  for (const Run* played : runs(scenarios)) expect({{played, ClosesNoSlotHandleTwice()}, {played, ClosesEverySlotHandle()}});
  if (const Demands ends = on_each(scenarios, HasSlotHandlesToClose()); !HasFailure() && none_met(ends)) {
    LAB_RESTS_ON(kNames, names_its_computer());
    LAB_RESTS_ON(kReceiverStops, stops_on_exit());
    expect(ends);
  }
}

GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(BroadcastSender);
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(BroadcastReceiver);
INSTANTIATE_TEST_SUITE_P(Judged, BroadcastSender, testing::ValuesIn(registered()));
INSTANTIATE_TEST_SUITE_P(Judged, BroadcastReceiver, testing::ValuesIn(registered()));

}  // namespace
}  // namespace lab::labs
