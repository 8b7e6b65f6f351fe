// Whether a run contains anything to judge, and what happens if it does not, in handwritten runs.
#include <gtest/gtest.h>

#include "checks/cases.h"
#include "checks/fixture.h"
#include "checks/mail_by_hand.h"
#include "checks/states_by_hand.h"
#include "tests/because.h"

namespace lab::checks {
namespace {

using trace::Object;
using trace::Program;

class TwoByHand : public StatesByHand {
 public:
  TwoByHand() : StatesByHand("AdderManager", {"One", "Two"}) {}
  Call& start_fails() {
    Call& start = add(Api::kCreateProcess);
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
    {"ForAThread", "", [](auto& it) { it.on(Api::kWaitForSingleObject, Object::Kind::kThread, 1); }},
    {"ByAClosedHandle", "waited_on_closed_handle", [](auto& it) { it.fails(it.on(Api::kWaitForSingleObject, Object::Kind::kClosed, 1)); }},
    {"OfAProgramThatHadToBeEnded", "loops_forever", [](auto& it) { it.ends(Program::End::kLoop); }},
};
INSTANTIATE_TEST_SUITE_P(WaitsForAnyOf, Matcher, rows(kWaitsForAnyOf, [](const auto& it) { return WaitsForAnyOf(it.workers); }),
                         name_of_row);
const Runs kWaitsForNone{{"Never", "no_workers", nothing}};
INSTANTIATE_TEST_SUITE_P(WaitsForAnyOfNone, Matcher, rows(kWaitsForNone, WaitsForAnyOf({})), name_of_row);

const Runs kTriedToStart{
    {"StartedOneOfTwo", "too_few_workers", nothing},
    {"AStartThatFailed", "", [](auto& it) { it.add(Api::kCreateProcess).result = 0; }},
    {"NeverTried", "never_tried_to_start", [](auto& it) { it.run.calls.clear(); }},
};
INSTANTIATE_TEST_SUITE_P(TriedToStart, Matcher, rows(kTriedToStart, TriedToStart("One", 2)), name_of_row);

const Runs kStartedTwo{
    {"OneLess", "too_few_workers", nothing},
    {"AStartThatFailedByItselfIsTheReason", {"start_failed", {{"error", 2}}}, [](auto& it) { return it.start_fails().begin.order; }},
    {"AStartOfAnotherProgramSaysWhichOne",
     {"another_start_failed", {{"seen", "\"C:\\dir one\\Other.exe\" 1"}, {"expected", "One"}}},
     [](auto& it) {
       it.start_fails().text = {{"command_line", "\"C:\\dir one\\Other.exe\" 1"}};
     }},
    {"AStartOfTheRightOneIsNoOther", "start_failed",
     [](auto& it) {
       it.start_fails().text = {{"command_line", "sub\\one.EXE and more"}};
     }},
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
    {"Crashed", "crashed_after_call", [](auto& it) { it.ends(Program::End::kCrashed, 0xC0000005); }},
    {"ThrewAnException", "uncaught_exception",
     [](auto& it) {
       it.ends(Program::End::kCrashed, 0xE06D7363);
       it.run.errors = "start\r\nUncaught C++ exception: std::runtime_error: no PartAdder here\r\n";
     }},
    {"ThrewAnExceptionThatItDoesNotName", "crashed_after_call", [](auto& it) { it.ends(Program::End::kCrashed, 0xE06D7363); }},
    {"OnlySpeaksOfAnException", "crashed_after_call",
     [](auto& it) {
       it.ends(Program::End::kCrashed, 0xC0000005);
       it.run.errors = "Uncaught C++ exception: none\r\n";
     }},
};
INSTANTIATE_TEST_SUITE_P(HasHandlesToClose, Matcher, rows(kHasHandlesToClose, HasHandlesToClose("One")), name_of_row);
const Runs kHasNoHandlesToClose{{"NeverStartedIt", "nothing_to_close", nothing}};
INSTANTIATE_TEST_SUITE_P(HasNoHandlesToClose, Matcher, rows(kHasNoHandlesToClose, HasHandlesToClose("Three")), name_of_row);

// What a matcher records in the running test.
TEST(RunMatcher, RecordsTheOutcomeOfItsReason) {
  const auto recorded = [](const char* id, Program::End end) {
    MailByHand it("MailReceiver");
    it.ends(end);
    const nlohmann::json args = {{"program", "A"}, {"slot", "mailbox"}, {"bytes", 2}, {"room", 1}};
    const RunMatcher failing("fails", [&](const trace::Run&) { return tests::because(id, args); });
    testing::StringMatchResultListener listener;
    EXPECT_FALSE(failing.MatchAndExplain(it.run, &listener)) << id;
    const testing::TestResult& result = *testing::UnitTest::GetInstance()->current_test_info()->result();
    std::string outcome;
    for (int i = 0; i < result.test_property_count(); ++i)
      if (result.GetTestProperty(i).key() == std::string("outcome")) outcome = result.GetTestProperty(i).value();
    return outcome;
  };
  EXPECT_EQ(recorded("read_again_after_exit", Program::End::kBlocked), "timed_out");
  EXPECT_EQ(recorded("read_again_after_exit", Program::End::kItself), "failed") << "it has ended";
  EXPECT_EQ(recorded("vanished_after_message", Program::End::kItself), "crashed");
  EXPECT_EQ(recorded("never_read", Program::End::kBlocked), "failed");
  EXPECT_EQ(recorded("never_read", Program::End::kUnknownWait), "not_gradable") << "what it would have read";
}

TEST(ExplainedBy, OneCauseInTwoRunsIsOneCause) {
  const auto failing = [](const char* id) { return RunMatcher(id, [id](const trace::Run&) { return tests::because(id); }); };
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
