// The checks for lab 06, which judge the runs in scenario.cpp.
#include "checks/fixture.h"
#include "checks/mail_matchers.h"
#include "labs/06_mail_chat/matchers.h"

namespace lab::labs {

using namespace checks;

namespace {

constexpr char kMine[] = "chat\\A";
constexpr char kTheirs[] = "chat\\B";

class MailChat : public LabTest {
 protected:
  MailChat() : LabTest("MailChat") {}

  Premise creates_its_own_slot() const { return {"MailChat.CreatesItsOwnSlot", {{&run("chat"), CreatesSlot(kMine)}}}; }
  Premise sends_what_is_typed() const {
    return {"MailChat.SendsWhatIsTyped",
            {{&run("chat"), SendsNothingBehindTheText(kTheirs)},
             {&run("chat"), SpeaksOneWidth(kMine, kTheirs)},
             {&run("end_of_input"), SendsNothingBehindTheText(kTheirs)}}};
  }
  Premise prints_what_arrives() const {
    Demands demands = {{&run("chat"), HasSomebodyWhoReads(kMine)}};
    for (const Run* played : runs({"chat", "hurried", "end_of_input"}))
      demands.push_back({played, PrintsEveryMessage(kMine, Prompt::kNowAndThen)});
    return {"MailChat.PrintsWhatArrives", demands};
  }
  // A chat that does not read or send yet has done nothing that could be judged.
  Premise reads_at_all() const { return {"MailChat.PrintsWhatArrives", {{&run("chat"), Reads(kMine)}}}; }
  Premise sends_at_all() const { return {"MailChat.SendsWhatIsTyped", {{&run("chat"), Opens(kTheirs)}}}; }
  Premise stops_on_exit() const {
    return {"MailChat.StopsOnExit", {{&run("chat"), EndsWhenTheTypingEnds()}, {&run("end_of_input"), EndsWhenTheTypingEnds()}}};
  }
  Premise takes_no_turns() const { return {"MailChat.TakesNoTurns", {{&run("chat"), TakesNoTurns(kMine, kTheirs)}}}; }
};

TEST_P(MailChat, CreatesItsOwnSlot) { expect(creates_its_own_slot()); }

TEST_P(MailChat, SendsWhatIsTyped) {
  if (!met(sends_what_is_typed())) LAB_DEPENDS_ON(creates_its_own_slot());  // a name that is built incorrectly is wrong for both ends
  expect(sends_what_is_typed());
  if (!HasFailure()) expect({{&run("chat"), OpensForWriting(kTheirs)}, {&run("chat"), SaysNotSentOfNothingSent(kTheirs)}});
}

TEST_P(MailChat, PrintsWhatArrives) {
  LAB_DEPENDS_ON(creates_its_own_slot());
  LAB_EXPLAINED_BY(sends_what_is_typed(), prints_what_arrives());
  expect(prints_what_arrives());
}

TEST_P(MailChat, TakesNoTurns) {
  LAB_DEPENDS_ON(creates_its_own_slot());
  LAB_DEPENDS_ON(sends_what_is_typed());
  LAB_DEPENDS_ON(prints_what_arrives());
  expect(takes_no_turns());
}

TEST_P(MailChat, StartsBeforeItsPeer) {
  const Demands own = {{&run("late_peer"), GoesOnWithoutItsPeer(kTheirs)}};
  if (!met(own)) {
    LAB_DEPENDS_ON(creates_its_own_slot());
    LAB_DEPENDS_ON(sends_at_all());
    LAB_EXPLAINED_BY(sends_what_is_typed(), own);
    LAB_DEPENDS_ON(takes_no_turns());  // it may still be waiting for its first message
  }
  expect(own);
}

TEST_P(MailChat, StopsOnExit) {
  const Demands own = stops_on_exit();
  if (!met(own)) {
    LAB_DEPENDS_ON(creates_its_own_slot());
    LAB_DEPENDS_ON(takes_no_turns());
  }
  LAB_DEPENDS_ON(reads_at_all());  // only a program with two threads shows whether both end
  expect(own);
}

TEST_P(MailChat, ClosesItsHandles) {
  LAB_DEPENDS_ON(creates_its_own_slot());
  LAB_DEPENDS_ON(reads_at_all());
  const std::vector<std::string> scenarios = {"chat", "end_of_input", "late_peer"};
  for (const Run* played : runs(scenarios)) expect({{played, ClosesNoSlotHandleTwice()}, {played, ClosesEverySlotHandle()}});
  expect_one_of(on_each(scenarios, HasSlotHandlesToClose()), {stops_on_exit()});
}

// This folder's own tests link these without a submission.
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(MailChat);
INSTANTIATE_TEST_SUITE_P(Judged, MailChat, testing::ValuesIn(registered()));

}  // namespace
}  // namespace lab::labs
