// Tests the order in which labs are suggested, with the kit's labs.
#include "loop/next_lab.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <set>

namespace lab::loop {
namespace {

std::string after(const std::string& number, const std::set<std::string>& done) {
  static const std::vector<rubric::Lab> labs = rubric::read_labs(std::filesystem::path(LAB_SOURCE_DIR) / "labs");
  const rubric::Lab* const next = next_lab(labs, number, [&](const rubric::Lab& lab) { return done.contains(lab.number); });
  return next ? next->number : "";
}

TEST(NextLab, IsTheNextOneThatIsNotDone) {
  EXPECT_EQ(after("01", {"01"}), "02");
  EXPECT_EQ(after("02", {"01", "02", "03"}), "04");
  EXPECT_EQ(after("04", {"04"}), "05");
}

TEST(NextLab, ComesAfterTheLabsThatItBuildsOn) {
  EXPECT_EQ(after("01", {"01", "04"}), "02");
  EXPECT_EQ(after("05", {"04", "05"}), "01") << "06 builds on 01 and 02, and 07 on 01";
  EXPECT_EQ(after("05", {"01", "04", "05"}), "07");
}

TEST(NextLab, IsAnEarlierOneAfterTheLast) {
  EXPECT_EQ(after("07", {"01", "02", "04", "05", "07"}), "03");
  EXPECT_EQ(after("07", {"01", "02", "03", "04", "05", "06", "07"}), "");
}

TEST(NextLab, DoesNotNeedALabThatTheKitDoesNotHave) {
  rubric::Lab chat;
  chat.number = "06";
  chat.after = {"01"};
  const std::vector<rubric::Lab> labs = {chat};
  const rubric::Lab* const next = next_lab(labs, "05", [](const rubric::Lab&) { return false; });
  ASSERT_TRUE(next);
  EXPECT_EQ(next->number, "06");
}

}  // namespace
}  // namespace lab::loop
