// Checks Gradescope's results.json against its published specification, for tests:
// https://gradescope-autograders.readthedocs.io/en/latest/specs/
#pragma once

#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

namespace lab::report {

// Returns a list of problems; empty if there are none.
inline std::vector<std::string> gradescope_problems(const nlohmann::json& whole) {
  using nlohmann::json;
  static const std::set<std::string> kVisibilities{"hidden", "after_due_date", "after_published", "visible"};
  static const std::set<std::string> kFormats{"text", "simple_format", "html", "md", "ansi"};
  const auto number = [](const json& value) { return value.is_number(); };
  const auto words = [](const json& value) { return value.is_string(); };
  const auto one_of = [](const std::set<std::string>& all) {
    return [all](const json& value) { return value.is_string() && all.count(value.get<std::string>()) > 0; };
  };
  using Fields = std::map<std::string, std::function<bool(const json&)>>;
  const Fields top{{"score", number},
                   {"execution_time", number},
                   {"output", words},
                   {"output_format", one_of(kFormats)},
                   {"test_output_format", one_of(kFormats)},
                   {"test_name_format", one_of(kFormats)},
                   {"visibility", one_of(kVisibilities)},
                   {"stdout_visibility", one_of(kVisibilities)},
                   {"extra_data", [](const json& value) { return value.is_object(); }},
                   {"tests", [](const json& value) { return value.is_array(); }},
                   {"leaderboard", [](const json& value) { return value.is_array(); }}};
  const Fields test{{"score", number},
                    {"max_score", number},
                    {"status", one_of({"passed", "failed"})},
                    {"name", words},
                    {"name_format", one_of(kFormats)},
                    {"number", words},
                    {"output", words},
                    {"output_format", one_of(kFormats)},
                    {"tags", [](const json& value) { return value.is_array(); }},
                    {"visibility", one_of(kVisibilities)},
                    {"extra_data", [](const json& value) { return value.is_object(); }}};
  std::vector<std::string> problems;
  const auto hold = [&](const json& object, const Fields& fields, const std::string& where) {
    if (!object.is_object()) return problems.push_back(where + " is no object");
    for (const auto& [key, value] : object.items()) {
      const auto field = fields.find(key);
      if (field == fields.end() || !field->second(value)) problems.push_back(where + "." + key + " = " + value.dump());
    }
  };
  hold(whole, top, "results");
  if (!whole.is_object()) return problems;
  bool each_has_score = whole.contains("tests") && !whole["tests"].empty();
  for (const json& one : whole.value("tests", json::array())) {
    hold(one, test, "test");
    each_has_score = each_has_score && one.contains("score");
  }
  if (!whole.contains("score") && !each_has_score) problems.push_back("no score, neither on top nor on each test");
  return problems;
}

}  // namespace lab::report
