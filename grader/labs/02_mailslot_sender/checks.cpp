// The checks for lab 02, which judge the runs in scenario.cpp.
#include "checks/fixture.h"
#include "checks/mail_matchers.h"
#include "checks/reasons.h"
#include "labs/02_mailslot_sender/matchers.h"
#include "labs/labs.h"

namespace lab::labs {

using namespace checks;

namespace {

constexpr ReasonTable kReasons{{
    {.id = "said_create_for_open",
     .outcome = Outcome::kPassed,
     .en = "The program printed \"Unable to create mailslot\", as older texts do. A sender does not create a mailslot; the call that "
           "failed opens one, so print \"Unable to open mailslot\".",
     .ko = "오래된 교재처럼 \"Unable to create mailslot\"을 출력했습니다. 송신자는 메일슬롯을 만들지 않고 열기만 합니다. 여는 데 "
           "실패했으므로 \"Unable to open mailslot\"을 출력하세요."},
    {.id = "korean_not_sent",
     .outcome = Outcome::kPassed,
     .en = "{program} did not send Korean lines as they were typed. This costs no points. Does the program call setlocale(LC_ALL, "
           "\"korean\") before it reads?",
     .ko = "{program}이/가 입력한 한글을 그대로 보내지 않았습니다. 점수에는 반영하지 않습니다. 읽기 전에 setlocale(LC_ALL, \"korean\")을 "
           "호출하나요?"},
}};

constexpr char kMailbox[] = "mailbox";

class MailSender : public LabTest {
 protected:
  MailSender() : LabTest("MailSender") {}

  Premise opens_the_slot_for_writing() const { return {"MailSender.OpensTheSlotForWriting", {{&run("lines"), OpensForWriting(kMailbox)}}}; }
  Premise opens_it_somehow() const { return {"MailSender.OpensTheSlotForWriting", {{&run("lines"), Opens(kMailbox)}}}; }
  Premise sends_every_line() const { return {"MailSender.SendsEveryLineInOrder", {{&run("lines"), SendsEveryLine(kMailbox)}}}; }
  Premise sends_only_the_text() const { return {"MailSender.SendsOnlyTheText", {{&run("lines"), SendsNothingBehindTheText(kMailbox)}}}; }

  // If the lines of the first run did not arrive, another run shows just as well what happens on `exit`.
  const Run& run_that_sends_every_line() const {
    for (const Run* played : runs({"lines", "long", "not_exit"}))
      if (met({{played, SendsEveryLine(kMailbox)}})) return *played;
    return run("lines");
  }
  Premise stops_on_exit() const { return {"MailSender.StopsOnExit", {{&run_that_sends_every_line(), StopsAtTheLineExit(kMailbox)}}}; }
  Premise ends_on_exit() const { return {"MailSender.StopsOnExit", {{&run_that_sends_every_line(), EndsOnTheLineExit(kMailbox)}}}; }
};

TEST_P(MailSender, OpensTheSlotForWriting) { expect(opens_the_slot_for_writing()); }

TEST_P(MailSender, SendsEveryLineInOrder) {
  LAB_DEPENDS_ON(opens_it_somehow());
  LAB_EXPLAINED_BY(opens_the_slot_for_writing(), sends_every_line());
  expect(sends_every_line());
  for (const Run* played : runs({"korean"})) remark_unless({played, SendsEveryLine(kMailbox)}, kReasons["korean_not_sent"]);
}

TEST_P(MailSender, SendsOnlyTheText) {
  LAB_DEPENDS_ON(opens_it_somehow());
  LAB_EXPLAINED_BY(opens_the_slot_for_writing(), sends_only_the_text());
  LAB_EXPLAINED_BY(sends_every_line(), sends_only_the_text());
  expect(sends_only_the_text());
}

TEST_P(MailSender, SendsLongLinesWhole) {
  LAB_DEPENDS_ON(opens_it_somehow());
  const Demands own = {{&run("long"), SendsEveryLine(kMailbox)}};
  LAB_EXPLAINED_BY(opens_the_slot_for_writing(), own);
  LAB_EXPLAINED_BY(sends_every_line(), own);
  expect(own);
}

TEST_P(MailSender, StopsOnExit) {
  LAB_DEPENDS_ON(opens_it_somehow());
  LAB_EXPLAINED_BY(opens_the_slot_for_writing(), stops_on_exit());
  LAB_EXPLAINED_BY(sends_every_line(), stops_on_exit());
  expect(stops_on_exit());
}

TEST_P(MailSender, StopsOnlyOnExit) {
  LAB_DEPENDS_ON(opens_it_somehow());
  const Demands own = {{&run("not_exit"), SendsEveryLine(kMailbox)}};
  LAB_EXPLAINED_BY(opens_the_slot_for_writing(), own);
  LAB_EXPLAINED_BY(sends_every_line(), own);
  if (met(own)) LAB_DEPENDS_ON(ends_on_exit());  // a program that never ends does not end on other lines either
  expect(own);
}

TEST_P(MailSender, StopsAtEndOfInput) {
  LAB_DEPENDS_ON(opens_it_somehow());
  const Demands own = {{&run("end_of_input"), StopsAtTheEndOfInput(kMailbox)}};
  LAB_EXPLAINED_BY(opens_the_slot_for_writing(), own);
  LAB_EXPLAINED_BY(sends_every_line(), own);
  expect(own);
}

TEST_P(MailSender, ReportsThatNobodyListens) {
  const Run& played = run("nobody");
  const Demands own = {{&played, ReportsThatNobodyIsThere(kMailbox)}};
  LAB_EXPLAINED_BY(opens_the_slot_for_writing(), own);
  expect(own);
  remark_unless({&played, CallsTheOpenOpen()}, kReasons["said_create_for_open"]);
}

TEST_P(MailSender, ReportsAFailedWrite) {
  LAB_DEPENDS_ON(opens_it_somehow());
  const Demands own = {{&run("failed_write"), ReportsTheFailedWrite(kMailbox)}};
  LAB_EXPLAINED_BY(opens_the_slot_for_writing(), own);
  LAB_EXPLAINED_BY(sends_every_line(), own);
  expect(own);
}

TEST_P(MailSender, TalksToYourReceiver) {
  LAB_DEPENDS_ON(opens_it_somehow());
  const std::vector<const Run*> played = runs({"your_receiver"});
  if (played.empty()) return skip_without("MailReceiver");
  const Demands own = {{played.front(), IsUnderstoodBy("MailReceiver")}};
  if (!met(own)) {  // what a receiver does with half a message, or with none, has already cost points
    LAB_DEPENDS_ON(sends_every_line());
    LAB_DEPENDS_ON(sends_only_the_text());
    LAB_DEPENDS_ON(stops_on_exit());
  }
  expect(own);
}

TEST_P(MailSender, ClosesItsHandles) {
  LAB_DEPENDS_ON(opens_it_somehow());
  const std::vector<std::string> scenarios = {"lines", "end_of_input", "failed_write"};
  for (const Run* played : runs(scenarios)) expect({{played, ClosesNoSlotHandleTwice()}, {played, ClosesEverySlotHandle()}});
  expect_one_of(on_each(scenarios, HasSlotHandlesToClose()), {sends_every_line(), stops_on_exit()});
}

// This folder's own tests link these without a submission.
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(MailSender);
INSTANTIATE_TEST_SUITE_P(Judged, MailSender, testing::ValuesIn(registered()));

}  // namespace

trace::ReasonTables mail_sender_reasons() { return {kReasons, peer_reasons()}; }

}  // namespace lab::labs
