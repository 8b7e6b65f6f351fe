// Outcomes and reasons: their ids, their JSON, and missing rows.
#include "trace/reason.h"

#include <gtest/gtest.h>

#include <type_traits>

namespace lab::trace {
namespace {

constexpr ReasonTable kRows{{
    {.id = "late", .cause = "order", .en = "{what} came late.", .ko = "{what}이/가 늦었습니다."},
    {.id = "early", .cause = "order", .en = "{what} came early.", .ko = "{what}이/가 일렀습니다."},
    {.id = "noted", .outcome = Outcome::kPassed, .en = "Noted.", .ko = "참고하세요."},
}};

const Reason* row(std::string_view id) {
  for (const Reason& row : kRows.rows)
    if (row.id == id) return &row;
  return nullptr;
}

struct Late {
  static constexpr std::string_view kId = "late";
};
struct Lost {
  static constexpr std::string_view kId = "lost";
};
template <class Id>
concept HasRow = requires {
  typename std::bool_constant<(kRows[Id::kId].id, true)>;
};

static_assert(HasRow<Late>);
static_assert(!HasRow<Lost>, "an id that has no row compiles");

TEST(Outcome, HasTheIdOfTheReport) {
  EXPECT_STREQ(id(Outcome::kPassed), "passed");
  EXPECT_STREQ(id(Outcome::kFailed), "failed");
  EXPECT_STREQ(id(Outcome::kSkipped), "skipped");
  EXPECT_STREQ(id(Outcome::kTimedOut), "timed_out");
  EXPECT_STREQ(id(Outcome::kCrashed), "crashed");
  EXPECT_STREQ(id(Outcome::kNotGradable), "not_gradable");
  EXPECT_STREQ(id(Outcome::kGraderError), "grader_error");
  EXPECT_STREQ(id(Outcome::kNotBuilt), "not_built");
}

TEST(Outcome, IsFoundByItsId) {
  EXPECT_EQ(outcome_of("timed_out"), Outcome::kTimedOut);
  EXPECT_EQ(outcome_of("grader_error"), Outcome::kGraderError);
  EXPECT_FALSE(outcome_of("wonderful"));
}

TEST(Reason, OneCauseIsOneMistake) {
  EXPECT_TRUE(same_mistake(kRows["late"], kRows["early"]));
  EXPECT_TRUE(same_mistake(kRows["noted"], kRows["noted"]));
  EXPECT_FALSE(same_mistake(kRows["late"], kRows["noted"]));
}

TEST(Because, ComesBackAsItWasWritten) {
  Because because{&kRows["late"], {{"what", "A"}}, "messages", "MailReceiver", 31};
  EXPECT_EQ(as_json(because).dump(), R"({"args":{"what":"A"},"id":"late","order":31,"program":"MailReceiver","run":"messages"})");
  const std::optional<Because> read = because_in(as_json(because), row);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->reason, because.reason);
  EXPECT_EQ(as_json(*read), as_json(because));
}

TEST(Because, KeepsWhereSomethingBelongs) {
  Because because{&kRows["late"]};
  because.place = {"A.cpp", 41, "// TODO 4"};
  because.belongs_here = true;
  EXPECT_EQ(as_json(because).dump(), R"({"args":{},"belongs_here":true,"code":"// TODO 4","file":"A.cpp","id":"late","line":41})");
  because.unchanged = true;
  EXPECT_EQ(as_json(because)["unchanged"], true);
  const std::optional<Because> read = because_in(as_json(because), row);
  ASSERT_TRUE(read);
  EXPECT_EQ(as_json(*read), as_json(because));
}

TEST(Because, KeepsTheCauseAndItsPlace) {
  Because because{&kRows["late"]};
  because.cause = Cause::kClosedEarlier;
  because.cause_place = {"A.cpp", 34, "CloseHandle(h);"};
  EXPECT_EQ(as_json(because)["cause"].dump(), R"({"code":"CloseHandle(h);","file":"A.cpp","kind":"closed_earlier","line":34})");
  const std::optional<Because> read = because_in(as_json(because), row);
  ASSERT_TRUE(read);
  EXPECT_EQ(as_json(*read), as_json(because));
}

TEST(Because, HoldsOnlyWhatIsKnown) {
  EXPECT_EQ(as_json(Because{&kRows["late"]}).dump(), R"({"args":{},"id":"late"})");
  EXPECT_EQ(as_json(Because{&kRows["noted"]}).dump(), R"({"args":{},"id":"noted","remark":true})");
  EXPECT_TRUE(as_json(Because()).is_null());
}

TEST(Because, IsReadFromNothingElse) {
  const auto read = [](const nlohmann::json& json) { return because_in(json, row); };
  EXPECT_FALSE(read("late"));
  EXPECT_FALSE(read({{"args", {{"what", "A"}}}}));
  EXPECT_FALSE(read({{"id", "lost"}}));
  EXPECT_FALSE(read({{"id", 3}}));
  const auto nothing = read(nullptr);
  ASSERT_TRUE(nothing);
  EXPECT_FALSE(*nothing);
  const auto odd = read({{"id", "late"}, {"args", 1}, {"run", 2}, {"order", "x"}, {"cause", {{"kind", 1}}}});
  ASSERT_TRUE(odd);
  EXPECT_EQ(as_json(*odd), as_json(Because{&kRows["late"]}));
}

}  // namespace
}  // namespace lab::trace
