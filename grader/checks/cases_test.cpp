// The test for every row in a table of cases.
#include "checks/cases.h"

namespace lab::checks {

TEST_P(Matcher, GivesTheReason) {
  const Expected& expected = GetParam().expected;
  const Said judged = GetParam().judge();
  ASSERT_EQ(judged.reason, expected.id);
  if (judged.reason.empty()) return;
  EXPECT_EQ(judged.because.run, judged.scenario);
  for (const auto& [name, value] : expected.args.items()) EXPECT_EQ(judged.because.args.value(name, nlohmann::json()), value) << name;
  if (judged.moment) {
    EXPECT_EQ(judged.because.order, *judged.moment);
  }
}

}  // namespace lab::checks
