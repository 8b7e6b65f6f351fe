// Whether there was anything to judge of how it was done, on runs made by hand, and what comes of it where there was not.
#include <gtest/gtest.h>

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
  std::string waiting() const { return reason(WaitsForAnyOf(workers)); }
};

TEST(WaitsForAnyOf, AWaitOfAnyKindForOneOfThem) {
  TwoByHand it;
  EXPECT_EQ(it.waiting(), "never_waited");
  EXPECT_EQ(it.reason(WaitsForAnyOf({})), "never_waited");
  it.waits(0, kTimedOut, 2);
  EXPECT_EQ(it.waiting(), "never_waited") << "asking once is no wait";
  it.waits(100, kTimedOut, 2);
  EXPECT_EQ(it.waiting(), "");
  TwoByHand thread;
  thread.on(Api::kWaitForSingleObject, Object::Kind::kThread, 1);
  EXPECT_EQ(thread.waiting(), "");
}

TEST(TriedToStart, AStartThatFailedAndNotNone) {
  TwoByHand it;
  EXPECT_EQ(it.reason(TriedToStart("One", 2)), "too_few_workers");
  it.add(Api::kCreateProcess).result = 0;
  EXPECT_EQ(it.reason(TriedToStart("One", 2)), "");
  it.run.calls.clear();
  EXPECT_EQ(it.reason(TriedToStart("One", 2)), "never_tried_to_start");
}

TEST(Started, AStartThatFailedByItselfIsTheReason) {
  TwoByHand it;
  EXPECT_EQ(it.reason(Started("One", {"", ""})), "too_few_workers");
  Call& start = it.add(Api::kCreateProcess);
  start.result = 0;
  start.error = 2;
  const std::uint64_t order = start.begin.order;
  const Because because = it.against(Started("One", {"", ""}));
  EXPECT_EQ(because.id(), "start_failed");
  EXPECT_EQ(because.args["error"], 2);
  EXPECT_EQ(because.order, order);
  EXPECT_EQ(it.reason(Started("One", {"", ""})), "start_failed");
  EXPECT_EQ(it.reason(Started("One", {""})), "") << "a second attempt may do it";
  it.run.calls.back().faulted = true;  // as the grader had ordered
  EXPECT_EQ(it.reason(Started("One", {"", ""})), "too_few_workers");
  it.run.programs.resize(1);
  EXPECT_EQ(it.reason(Started("One", {""})), "no_workers");
}

TEST(HasHandlesToClose, AtAnEndOfItsOwn) {
  TwoByHand it;
  EXPECT_EQ(it.reason(HasHandlesToClose("One")), "");
  EXPECT_EQ(it.reason(HasHandlesToClose("Three")), "nothing_to_close");
  it.ends(Program::End::kCrashed, 0xC0000005);
  EXPECT_EQ(it.reason(HasHandlesToClose("One")), "crashed");
}

// What a matcher records with the running test.
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
