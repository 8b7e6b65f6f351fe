// The checks of lab 01. What they demand stands in labs.md under the same names; the runs come from grader/scenario/mail_receiver.cpp.
#include "checks/fixture.h"
#include "checks/mail_matchers.h"

namespace lab::labs {

using namespace checks;

namespace {

constexpr char kSlot[] = "mailbox";
constexpr char kCreates[] = "MailReceiver.CreatesTheSlot";
constexpr char kPrints[] = "MailReceiver.PrintsEveryMessageInOrder";
constexpr char kPrintsLong[] = "MailReceiver.PrintsALongMessageWhole";
constexpr char kForgets[] = "MailReceiver.ForgetsTheMessageBefore";
constexpr char kStops[] = "MailReceiver.StopsOnExit";

class MailReceiver : public LabTest {
 protected:
  MailReceiver() : LabTest("MailReceiver") {}

  Demands creates_the_slot() const { return {{&run("messages"), CreatesSlot(kSlot)}}; }

  Demands prints(const std::string& scenario) const {
    return {{&run(scenario), ReadsUntilExit(kSlot)}, {&run(scenario), PrintsEveryMessage(kSlot)}};
  }
  Demands prints_every_message() const { return prints("messages"); }
  Demands prints_a_long_message() const { return prints("long"); }
  Demands forgets_the_message_before() const { return prints("forgets"); }

  Demands accepts_a_terminated_message() const {
    return {{&run("terminated"), PrintsEveryMessage(kSlot)}, {&run("terminated"), StopsAtTheMessageExit(kSlot)}};
  }
  // Where the first run did not come to its end, another one shows as well what becomes of `exit`.
  const Run& run_that_reads_exit() const {
    for (const Run* played : runs({"messages", "empty", "forgets", "long", "not_exit"}))
      if (met({{played, ReadsUntilExit(kSlot)}})) return *played;
    return run("messages");
  }
  Demands stops_on_exit() const { return {{&run_that_reads_exit(), StopsAtTheMessageExit(kSlot)}}; }
  Demands ends_on_exit() const { return {{&run_that_reads_exit(), EndsOnExit(kSlot)}}; }
};

TEST_P(MailReceiver, CreatesTheSlot) { expect(creates_the_slot()); }

TEST_P(MailReceiver, PrintsEveryMessageInOrder) {
  LAB_RESTS_ON(kCreates, creates_the_slot());
  expect(prints_every_message());
  for (const Run* played : runs({"korean"})) remark_unless({played, PrintsEveryMessage(kSlot)}, "korean_not_printed");
}

TEST_P(MailReceiver, PrintsALongMessageWhole) {
  LAB_RESTS_ON(kCreates, creates_the_slot());
  LAB_EXPLAINED_BY(kPrints, prints_every_message(), prints_a_long_message());
  expect(prints_a_long_message());
}

TEST_P(MailReceiver, ForgetsTheMessageBefore) {
  LAB_RESTS_ON(kCreates, creates_the_slot());
  LAB_EXPLAINED_BY(kPrints, prints_every_message(), forgets_the_message_before());
  expect(forgets_the_message_before());
}

TEST_P(MailReceiver, TakesAnEmptyMessage) {
  LAB_RESTS_ON(kCreates, creates_the_slot());
  LAB_EXPLAINED_BY(kPrints, prints_every_message(), prints("empty"));
  LAB_EXPLAINED_BY(kForgets, forgets_the_message_before(), prints("empty"));
  expect(prints("empty"));
}

TEST_P(MailReceiver, AcceptsATerminatedMessage) {
  LAB_RESTS_ON(kCreates, creates_the_slot());
  LAB_EXPLAINED_BY(kPrints, prints_every_message(), accepts_a_terminated_message());
  LAB_EXPLAINED_BY(kStops, stops_on_exit(), accepts_a_terminated_message());
  expect(accepts_a_terminated_message());
}

TEST_P(MailReceiver, SurvivesAnOversizedMessage) {
  LAB_RESTS_ON(kCreates, creates_the_slot());
  const Demands oversized = {{&run("oversized"), OutlivesAnOversizedMessage(kSlot)}};
  const Demands own = on_each({"oversized", "filled"}, OutlivesAnOversizedMessage(kSlot));
  LAB_EXPLAINED_BY(kPrints, prints_every_message(), own);
  LAB_EXPLAINED_BY(kPrintsLong, prints_a_long_message(), own);
  LAB_EXPLAINED_BY(kForgets, forgets_the_message_before(), own);
  // A terminator that goes to a wrong place goes behind the end when the message is long enough.
  if (met(oversized) && !met(own)) LAB_RESTS_ON(kForgets, forgets_the_message_before());
  expect(own);
  remark_unless({&run("oversized"), IsBuiltFromSource()}, "judged_by_consequences");
}

TEST_P(MailReceiver, StopsOnExit) {
  LAB_RESTS_ON(kCreates, creates_the_slot());
  LAB_EXPLAINED_BY(kPrints, prints_every_message(), stops_on_exit());
  // A receiver that takes stale text for part of the message finds no `exit` either.
  if (!met(stops_on_exit())) LAB_RESTS_ON(kForgets, forgets_the_message_before());
  expect(stops_on_exit());
}

TEST_P(MailReceiver, StopsOnlyOnExit) {
  LAB_RESTS_ON(kCreates, creates_the_slot());
  LAB_EXPLAINED_BY(kPrints, prints_every_message(), prints("not_exit"));
  LAB_EXPLAINED_BY(kForgets, forgets_the_message_before(), prints("not_exit"));
  if (met(prints("not_exit"))) LAB_RESTS_ON(kStops, ends_on_exit());  // what never ends does not end on other messages either
  expect(prints("not_exit"));
}

TEST_P(MailReceiver, ReadsAgainAfterATimeout) {
  LAB_RESTS_ON(kCreates, creates_the_slot());
  LAB_RESTS_ON(kPrints, (Demands{{&run("messages"), Reads(kSlot)}}));
  for (const Run* played : runs({"hurried"})) {
    const Demands own = {{played, TakesATimeOutForNothingYet(kSlot)}};
    LAB_EXPLAINED_BY(kPrints, prints_every_message(), own);
    LAB_EXPLAINED_BY(kForgets, forgets_the_message_before(), own);
    expect(own);
  }
}

TEST_P(MailReceiver, ReportsATakenName) {
  LAB_RESTS_ON(kCreates, creates_the_slot());
  expect({{&run("taken"), ReportsThatTheNameIsTaken()}});
}

TEST_P(MailReceiver, ReportsAFailedRead) {
  LAB_RESTS_ON(kCreates, creates_the_slot());
  const Demands own = {{&run("failed_read"), ReportsTheFailedRead(kSlot)}};
  LAB_EXPLAINED_BY(kPrints, prints_every_message(), own);
  expect(own);
}

TEST_P(MailReceiver, ClosesItsHandles) {
  LAB_RESTS_ON(kCreates, creates_the_slot());
  const std::vector<std::string> scenarios = {"messages", "not_exit", "failed_read"};
  for (const Run* played : runs(scenarios)) expect({{played, ClosesNoSlotHandleTwice()}, {played, ClosesEverySlotHandle()}});
  if (const Demands ends = on_each(scenarios, HasSlotHandlesToClose()); !HasFailure() && none_met(ends)) {
    LAB_RESTS_ON(kPrints, prints_every_message());
    LAB_RESTS_ON(kStops, stops_on_exit());
    expect(ends);
  }
}

// The room's own tests link these without a submission.
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(MailReceiver);
INSTANTIATE_TEST_SUITE_P(Judged, MailReceiver, testing::ValuesIn(registered()));

}  // namespace
}  // namespace lab::labs
