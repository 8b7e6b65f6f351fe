// The checks for lab 01, which judge the runs in scenario.cpp.
#include "checks/fixture.h"
#include "checks/mail_matchers.h"
#include "checks/reasons.h"
#include "labs/labs.h"

namespace lab::labs {

using namespace checks;

namespace {

constexpr ReasonTable kReasons{{
    {.id = "korean_not_printed",
     .outcome = Outcome::kPassed,
     .en = "{program} did not print Korean text as it was sent. This costs no points. Does the program call setlocale(LC_ALL, \"korean\") "
           "before it prints?",
     .ko = "{program}이/가 받은 한글을 그대로 출력하지 않았습니다. 점수에는 반영하지 않습니다. 출력하기 전에 setlocale(LC_ALL, "
           "\"korean\")을 호출하나요?"},
}};

constexpr char kMailbox[] = "mailbox";

class MailReceiver : public LabTest {
 protected:
  MailReceiver() : LabTest("MailReceiver") {}

  Premise creates_the_slot() const { return {"MailReceiver.CreatesTheSlot", {{&run("messages"), CreatesSlot(kMailbox)}}}; }

  Demands prints(const std::string& scenario) const {
    return {{&run(scenario), ReadsUntilExit(kMailbox)}, {&run(scenario), PrintsEveryMessage(kMailbox)}};
  }
  Premise prints_every_message() const { return {"MailReceiver.PrintsEveryMessageInOrder", prints("messages")}; }
  Premise reads_something() const { return {"MailReceiver.PrintsEveryMessageInOrder", {{&run("messages"), Reads(kMailbox)}}}; }
  Premise prints_a_long_message() const { return {"MailReceiver.PrintsALongMessageWhole", prints("long")}; }
  Premise forgets_the_message_before() const { return {"MailReceiver.ForgetsTheMessageBefore", prints("forgets")}; }

  Demands accepts_a_terminated_message() const {
    return {{&run("terminated"), PrintsEveryMessage(kMailbox)}, {&run("terminated"), StopsAtTheMessageExit(kMailbox)}};
  }
  // If the first run did not reach its end, another run shows just as well what happens on `exit`.
  const Run& run_that_reads_exit() const {
    for (const Run* played : runs({"messages", "empty", "forgets", "long", "not_exit"}))
      if (met({{played, ReadsUntilExit(kMailbox)}})) return *played;
    return run("messages");
  }
  Premise stops_on_exit() const { return {"MailReceiver.StopsOnExit", {{&run_that_reads_exit(), StopsAtTheMessageExit(kMailbox)}}}; }
  Premise ends_on_exit() const { return {"MailReceiver.StopsOnExit", {{&run_that_reads_exit(), EndsOnExit(kMailbox)}}}; }
};

TEST_P(MailReceiver, CreatesTheSlot) { expect(creates_the_slot()); }

TEST_P(MailReceiver, PrintsEveryMessageInOrder) {
  LAB_DEPENDS_ON(creates_the_slot());
  expect(prints_every_message());
  for (const Run* played : runs({"korean"})) remark_unless({played, PrintsEveryMessage(kMailbox)}, kReasons["korean_not_printed"]);
}

TEST_P(MailReceiver, PrintsALongMessageWhole) {
  LAB_DEPENDS_ON(creates_the_slot());
  LAB_EXPLAINED_BY(prints_every_message(), prints_a_long_message());
  expect(prints_a_long_message());
}

TEST_P(MailReceiver, ForgetsTheMessageBefore) {
  LAB_DEPENDS_ON(creates_the_slot());
  LAB_EXPLAINED_BY(prints_every_message(), forgets_the_message_before());
  expect(forgets_the_message_before());
}

TEST_P(MailReceiver, TakesAnEmptyMessage) {
  LAB_DEPENDS_ON(creates_the_slot());
  LAB_EXPLAINED_BY(prints_every_message(), prints("empty"));
  LAB_EXPLAINED_BY(forgets_the_message_before(), prints("empty"));
  expect(prints("empty"));
}

TEST_P(MailReceiver, AcceptsATerminatedMessage) {
  LAB_DEPENDS_ON(creates_the_slot());
  LAB_EXPLAINED_BY(prints_every_message(), accepts_a_terminated_message());
  LAB_EXPLAINED_BY(stops_on_exit(), accepts_a_terminated_message());
  expect(accepts_a_terminated_message());
}

TEST_P(MailReceiver, SurvivesAnOversizedMessage) {
  LAB_DEPENDS_ON(creates_the_slot());
  const Demands oversized = {{&run("oversized"), OutlivesAnOversizedMessage(kMailbox)}};
  const Demands own = on_each({"oversized", "filled"}, OutlivesAnOversizedMessage(kMailbox));
  LAB_EXPLAINED_BY(prints_every_message(), own);
  LAB_EXPLAINED_BY(prints_a_long_message(), own);
  LAB_EXPLAINED_BY(forgets_the_message_before(), own);
  // A terminator in the wrong place is past the end of the array if the message is long enough.
  if (met(oversized) && !met(own)) LAB_DEPENDS_ON(forgets_the_message_before());
  expect(own);
  remark_unless({&run("oversized"), IsBuiltFromSource()}, kShared["judged_by_consequences"]);
}

TEST_P(MailReceiver, StopsOnExit) {
  LAB_DEPENDS_ON(creates_the_slot());
  LAB_EXPLAINED_BY(prints_every_message(), stops_on_exit());
  // A receiver that treats stale text as part of the message does not recognize `exit` either.
  if (!met(stops_on_exit())) LAB_DEPENDS_ON(forgets_the_message_before());
  expect(stops_on_exit());
}

TEST_P(MailReceiver, StopsOnlyOnExit) {
  LAB_DEPENDS_ON(creates_the_slot());
  LAB_EXPLAINED_BY(prints_every_message(), prints("not_exit"));
  LAB_EXPLAINED_BY(forgets_the_message_before(), prints("not_exit"));
  if (met(prints("not_exit"))) LAB_DEPENDS_ON(ends_on_exit());  // a program that never ends does not end on other messages either
  expect(prints("not_exit"));
}

TEST_P(MailReceiver, ReadsAgainAfterATimeout) {
  LAB_DEPENDS_ON(creates_the_slot());
  LAB_DEPENDS_ON(reads_something());
  for (const Run* played : runs({"hurried"})) {
    const Demands own = {{played, TakesATimeOutForNothingYet(kMailbox)}};
    LAB_EXPLAINED_BY(prints_every_message(), own);
    LAB_EXPLAINED_BY(forgets_the_message_before(), own);
    expect(own);
  }
}

TEST_P(MailReceiver, ReportsATakenName) {
  LAB_DEPENDS_ON(creates_the_slot());
  expect({{&run("taken"), ReportsThatTheNameIsTaken()}});
}

TEST_P(MailReceiver, ReportsAFailedRead) {
  LAB_DEPENDS_ON(creates_the_slot());
  const Demands own = {{&run("failed_read"), ReportsTheFailedRead(kMailbox)}};
  LAB_EXPLAINED_BY(prints_every_message(), own);
  expect(own);
}

TEST_P(MailReceiver, ClosesItsHandles) {
  LAB_DEPENDS_ON(creates_the_slot());
  const std::vector<std::string> scenarios = {"messages", "not_exit", "failed_read"};
  for (const Run* played : runs(scenarios)) expect({{played, ClosesNoSlotHandleTwice()}, {played, ClosesEverySlotHandle()}});
  expect_one_of(on_each(scenarios, HasSlotHandlesToClose()), {prints_every_message(), stops_on_exit()});
}

// This folder's own tests link these without a submission.
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(MailReceiver);
INSTANTIATE_TEST_SUITE_P(Judged, MailReceiver, testing::ValuesIn(registered()));

}  // namespace

trace::ReasonTables mail_receiver_reasons() { return {kReasons}; }

}  // namespace lab::labs
