// Whether there was anything to judge of how it was done, on runs made by hand: a start, a wait, handles to close.
#include <gtest/gtest.h>

#include "checks/cases.h"
#include "checks/fixture.h"
#include "checks/mail_by_hand.h"
#include "checks/states_by_hand.h"

namespace lab::checks {
namespace {

using trace::Object;
using trace::Program;

class TwoByHand : public StatesByHand {
 public:
  TwoByHand() : StatesByHand("AdderManager", {"One", "Two"}) {}
  Call& start_fails() {
    Call& start = add("CreateProcess");
    start.result = 0;
    start.error = 2;
    return start;
  }
};
using Runs = Cases<TwoByHand>;

const Runs kWaitsForAnyOf{
    {"Never", "never_waited", nothing},
    {"AskingOnceIsNoWait", "never_waited", [](auto& it) { it.waits(0, kTimedOut, 2); }},
    {"OnceMoreForSomeTime", "",
     [](auto& it) {
       it.waits(0, kTimedOut, 2);
       it.waits(100, kTimedOut, 2);
     }},
    {"ForAThread", "", [](auto& it) { it.on("WaitForSingleObject", Object::Kind::kThread, 1); }},
};
INSTANTIATE_TEST_SUITE_P(WaitsForAnyOf, Matcher, rows(kWaitsForAnyOf, [](const auto& it) { return WaitsForAnyOf(it.workers); }),
                         name_of_row);
const Runs kWaitsForNone{{"Never", "never_waited", nothing}};
INSTANTIATE_TEST_SUITE_P(WaitsForAnyOfNone, Matcher, rows(kWaitsForNone, WaitsForAnyOf({})), name_of_row);

const Runs kTriedToStart{
    {"StartedOneOfTwo", "too_few_workers", nothing},
    {"AStartThatFailed", "", [](auto& it) { it.add("CreateProcess").result = 0; }},
    {"NeverTried", "never_tried_to_start", [](auto& it) { it.run.calls.clear(); }},
};
INSTANTIATE_TEST_SUITE_P(TriedToStart, Matcher, rows(kTriedToStart, TriedToStart("One", 2)), name_of_row);

const Runs kStartedTwo{
    {"OneLess", "too_few_workers", nothing},
    {"AStartThatFailedByItselfIsTheReason", {"start_failed", {{"error", 2}}}, [](auto& it) { return it.start_fails().begin.order; }},
    {"AStartThatTheGraderLetFailIsNot", "too_few_workers", [](auto& it) { it.start_fails().faulted = true; }},
};
INSTANTIATE_TEST_SUITE_P(StartedTwo, Matcher, rows(kStartedTwo, Started("One", {"", ""})), name_of_row);

const Runs kStartedOne{
    {"AtTheSecondAttempt", "", [](auto& it) { it.start_fails(); }},
    {"None", "no_workers",
     [](auto& it) {
       it.start_fails().faulted = true;
       it.run.programs.resize(1);
     }},
};
INSTANTIATE_TEST_SUITE_P(StartedOne, Matcher, rows(kStartedOne, Started("One", {""})), name_of_row);

const Runs kHasHandlesToClose{
    {"AtAnEndOfItsOwn", "", nothing},
    {"Crashed", "crashed", [](auto& it) { it.ends(Program::End::kCrashed, 0xC0000005); }},
};
INSTANTIATE_TEST_SUITE_P(HasHandlesToClose, Matcher, rows(kHasHandlesToClose, HasHandlesToClose("One")), name_of_row);
const Runs kHasNoHandlesToClose{{"NeverStartedIt", "nothing_to_close", nothing}};
INSTANTIATE_TEST_SUITE_P(HasNoHandlesToClose, Matcher, rows(kHasNoHandlesToClose, HasHandlesToClose("Three")), name_of_row);

TEST(ExplainedBy, OneCauseInTwoRunsIsOneCause) {
  const auto failing = [](const char* id) { return RunMatcher(id, [id](const trace::Run&) { return because(id); }); };
  const auto meeting = RunMatcher("met", [](const trace::Run&) { return Because(); });
  const MailByHand it("MailReceiver");
  EXPECT_TRUE(explained_by({{&it.run, failing("never_read")}}, {{&it.run, failing("never_read")}}));
  EXPECT_TRUE(explained_by({{&it.run, failing("text_behind_message")}}, {{&it.run, meeting}, {&it.run, failing("shows_rest_of_earlier")}}));
  EXPECT_TRUE(explained_by({{&it.run, failing("never_wrote")}}, {{&it.run, failing("ended_on_longer_line")}}));
  EXPECT_FALSE(explained_by({{&it.run, failing("message_as_format")}}, {{&it.run, failing("gave_up_on_122")}}));
  EXPECT_FALSE(explained_by({{&it.run, failing("never_read")}}, {{&it.run, meeting}}));
  EXPECT_FALSE(explained_by({{&it.run, meeting}}, {{&it.run, meeting}}));
}

}  // namespace
}  // namespace lab::checks
