// A matcher's test cases as a table. Each row is a separate test with its own handwritten run:
//
//   const Cases<Sender> kOpens{
//       {"NothingIsOpened", "never_opened", nothing},
//       {"AnotherName", {"opened_another_name", {{"error", 123}}}, [](auto& it) { it.open_fails("mailbox", 123); }},
//   };
//   INSTANTIATE_TEST_SUITE_P(Opens, Matcher, rows(kOpens, Opens(kSlot)), name_of_row);
//
// The second row is the test Opens/Matcher.GivesTheReason/AnotherName.
#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <ostream>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "checks/matchers.h"

namespace lab::checks {

// The id of the expected reason ("" if the run should match) and the arguments that the row checks.
struct Expected {
  Expected(const char* id, nlohmann::json args = nlohmann::json::object()) : id(id), args(std::move(args)) {}
  std::string id;
  nlohmann::json args;
};

// `ByHand` builds a run: it has a member `run`, and `reason(matcher)` returns the id of the matcher's reason.
template <class ByHand>
struct Case {
  // `events` is called with a new ByHand&. If it returns a moment (an order, std::uint64_t), the reason must name that moment.
  template <class Events>
  Case(std::string name, Expected expected, Events events)
      : name(std::move(name)), expected(std::move(expected)), events([events](ByHand& it) -> std::optional<std::uint64_t> {
          if constexpr (std::is_same_v<std::invoke_result_t<Events, ByHand&>, std::uint64_t>) {
            return events(it);
          } else {
            events(it);
            return std::nullopt;
          }
        }) {}

  std::string name;
  Expected expected;
  std::function<std::optional<std::uint64_t>(ByHand&)> events;
};
template <class ByHand>
using Cases = std::vector<Case<ByHand>>;

inline constexpr auto nothing = [](auto&) {};

// A matcher's judgment of a run.
struct Said {
  std::string reason;
  Because because;
  std::string scenario;
  std::optional<std::uint64_t> moment;  // the one that the reason must name
};

struct Row {
  std::string name;
  Expected expected;
  std::function<Said()> judge;
};
inline void PrintTo(const Row& row, std::ostream* out) { *out << row.name; }
inline std::string name_of_row(const testing::TestParamInfo<Row>& info) { return info.param.name; }

class Matcher : public testing::TestWithParam<Row> {};

// `matcher` is a RunMatcher, or a function that makes one for the ByHand that it is passed.
template <class ByHand, class MatcherOrMaker>
auto rows(const Cases<ByHand>& cases, const MatcherOrMaker& matcher) {
  std::vector<Row> rows;
  for (const Case<ByHand>& one : cases) {
    const auto judge = [matcher, events = one.events] {
      ByHand it;
      const std::optional<std::uint64_t> moment = events(it);
      const auto made = [&]() -> RunMatcher {
        if constexpr (std::is_convertible_v<MatcherOrMaker, RunMatcher>) {
          return matcher;
        } else {
          return matcher(std::as_const(it));
        }
      }();
      return Said{it.reason(made), made.reason_against(it.run), it.run.scenario, moment};
    };
    rows.push_back({one.name, one.expected, judge});
  }
  return testing::ValuesIn(rows);
}

}  // namespace lab::checks
