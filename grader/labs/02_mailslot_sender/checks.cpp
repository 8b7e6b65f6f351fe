// The checks of lab 02. What they demand stands in labs.md under the same names; the runs come from grader/scenario/mail_sender.cpp.
#include "checks/fixture.h"
#include "checks/mail_matchers.h"
#include "labs/02_mailslot_sender/matchers.h"

namespace lab::labs {

using namespace checks;

namespace {

constexpr char kSlot[] = "mailbox";
constexpr char kOpens[] = "MailSender.OpensTheSlotForWriting";
constexpr char kSends[] = "MailSender.SendsEveryLineInOrder";
constexpr char kSendsOnlyText[] = "MailSender.SendsOnlyTheText";
constexpr char kStops[] = "MailSender.StopsOnExit";

class MailSender : public LabTest {
 protected:
  MailSender() : LabTest("MailSender") {}

  Demands opens_the_slot_for_writing() const { return {{&run("lines"), OpensForWriting(kSlot)}}; }
  Demands opens_it_somehow() const { return {{&run("lines"), Opens(kSlot)}}; }
  Demands sends_every_line() const { return {{&run("lines"), SendsEveryLine(kSlot)}}; }
  Demands sends_only_the_text() const { return {{&run("lines"), SendsNothingBehindTheText(kSlot)}}; }

  // Where the lines of the first run did not arrive, another one shows as well what becomes of `exit`.
  const Run& run_that_sends_every_line() const {
    for (const Run* played : runs({"lines", "long", "not_exit"}))
      if (met({{played, SendsEveryLine(kSlot)}})) return *played;
    return run("lines");
  }
  Demands stops_on_exit() const { return {{&run_that_sends_every_line(), StopsAtTheLineExit(kSlot)}}; }
  Demands ends_on_exit() const { return {{&run_that_sends_every_line(), EndsOnTheLineExit(kSlot)}}; }
};

TEST_P(MailSender, OpensTheSlotForWriting) { expect(opens_the_slot_for_writing()); }

TEST_P(MailSender, SendsEveryLineInOrder) {
  LAB_RESTS_ON(kOpens, opens_it_somehow());
  LAB_EXPLAINED_BY(kOpens, opens_the_slot_for_writing(), sends_every_line());
  expect(sends_every_line());
  for (const Run* played : runs({"korean"})) remark_unless({played, SendsEveryLine(kSlot)}, "korean_not_sent");
}

TEST_P(MailSender, SendsOnlyTheText) {
  LAB_RESTS_ON(kOpens, opens_it_somehow());
  LAB_EXPLAINED_BY(kOpens, opens_the_slot_for_writing(), sends_only_the_text());
  LAB_EXPLAINED_BY(kSends, sends_every_line(), sends_only_the_text());
  expect(sends_only_the_text());
}

TEST_P(MailSender, SendsLongLinesWhole) {
  LAB_RESTS_ON(kOpens, opens_it_somehow());
  const Demands own = {{&run("long"), SendsEveryLine(kSlot)}};
  LAB_EXPLAINED_BY(kOpens, opens_the_slot_for_writing(), own);
  LAB_EXPLAINED_BY(kSends, sends_every_line(), own);
  expect(own);
}

TEST_P(MailSender, StopsOnExit) {
  LAB_RESTS_ON(kOpens, opens_it_somehow());
  LAB_EXPLAINED_BY(kOpens, opens_the_slot_for_writing(), stops_on_exit());
  LAB_EXPLAINED_BY(kSends, sends_every_line(), stops_on_exit());
  expect(stops_on_exit());
}

TEST_P(MailSender, StopsOnlyOnExit) {
  LAB_RESTS_ON(kOpens, opens_it_somehow());
  const Demands own = {{&run("not_exit"), SendsEveryLine(kSlot)}};
  LAB_EXPLAINED_BY(kOpens, opens_the_slot_for_writing(), own);
  LAB_EXPLAINED_BY(kSends, sends_every_line(), own);
  if (met(own)) LAB_RESTS_ON(kStops, ends_on_exit());  // what never ends does not end on other lines either
  expect(own);
}

TEST_P(MailSender, StopsAtEndOfInput) {
  LAB_RESTS_ON(kOpens, opens_it_somehow());
  const Demands own = {{&run("end_of_input"), StopsAtTheEndOfInput(kSlot)}};
  LAB_EXPLAINED_BY(kOpens, opens_the_slot_for_writing(), own);
  LAB_EXPLAINED_BY(kSends, sends_every_line(), own);
  expect(own);
}

TEST_P(MailSender, ReportsThatNobodyListens) {
  const Run& played = run("nobody");
  const Demands own = {{&played, ReportsThatNobodyIsThere(kSlot)}};
  LAB_EXPLAINED_BY(kOpens, opens_the_slot_for_writing(), own);
  expect(own);
  remark_unless({&played, CallsTheOpenOpen()}, "said_create_for_open");
}

TEST_P(MailSender, ReportsAFailedWrite) {
  LAB_RESTS_ON(kOpens, opens_it_somehow());
  const Demands own = {{&run("failed_write"), ReportsTheFailedWrite(kSlot)}};
  LAB_EXPLAINED_BY(kOpens, opens_the_slot_for_writing(), own);
  LAB_EXPLAINED_BY(kSends, sends_every_line(), own);
  expect(own);
}

TEST_P(MailSender, TalksToYourReceiver) {
  LAB_RESTS_ON(kOpens, opens_it_somehow());
  const std::vector<const Run*> played = runs({"your_receiver"});
  if (played.empty()) {
    skip_because(because("rests_on_program", {{"program", "MailReceiver"}}));
    GTEST_SKIP() << "there is no MailReceiver";
  }
  const Demands own = {{played.front(), IsUnderstoodBy("MailReceiver")}};
  if (!met(own)) {  // what a receiver makes of half a message, or of none, is paid for already
    LAB_RESTS_ON(kSends, sends_every_line());
    LAB_RESTS_ON(kSendsOnlyText, sends_only_the_text());
    LAB_RESTS_ON(kStops, stops_on_exit());
  }
  expect(own);
}

TEST_P(MailSender, ClosesItsHandles) {
  LAB_RESTS_ON(kOpens, opens_it_somehow());
  const std::vector<std::string> scenarios = {"lines", "end_of_input", "failed_write"};
  for (const Run* played : runs(scenarios)) expect({{played, ClosesNoSlotHandleTwice()}, {played, ClosesEverySlotHandle()}});
  if (const Demands ends = on_each(scenarios, HasSlotHandlesToClose()); !HasFailure() && none_met(ends)) {
    LAB_RESTS_ON(kSends, sends_every_line());
    LAB_RESTS_ON(kStops, stops_on_exit());
    expect(ends);
  }
}

// The room's own tests link these without a submission.
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(MailSender);
INSTANTIATE_TEST_SUITE_P(Judged, MailSender, testing::ValuesIn(registered()));

}  // namespace
}  // namespace lab::labs
