// The report of one submission as JUnit XML.
#include <fmt/core.h>

#include "report/markup.h"
#include "report/reason.h"
#include "report/report.h"

namespace lab::report {
namespace {

using trace::Outcome;

// A check that did not pass is a failure; one that was not judged is skipped, or an error if the grader is to blame.
const char* element_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::kPassed:
      return nullptr;
    case Outcome::kSkipped:
    case Outcome::kNotGradable:
      return "skipped";
    case Outcome::kGraderError:
      return "error";
    default:
      return "failure";
  }
}

// A verdict with the name of its group: "AdderManager", or for a class "lab 05.AdderManager".
struct Case {
  std::string class_name;
  const trace::Verdict* verdict;
};

int count(const std::vector<Case>& cases, std::string_view element) {
  int sum = 0;
  for (const Case& one : cases) {
    const char* its = element_of(one.verdict->outcome);
    sum += its && element == its;
  }
  return sum;
}

std::string suite(const std::string& name, const std::vector<Case>& cases, text::Language language) {
  std::string xml =
      fmt::format("  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"{}\" skipped=\"{}\">\n", escaped_attribute(name),
                  cases.size(), count(cases, "failure"), count(cases, "error"), count(cases, "skipped"));
  for (const Case& one : cases) {
    const std::string& check = one.verdict->check;
    const std::size_t length = suite_of(check).size();
    xml += fmt::format("    <testcase classname=\"{}\" name=\"{}\"", escaped_attribute(one.class_name),
                       escaped_attribute(check.size() > length ? check.substr(length + 1) : check));
    if (const char* element = element_of(one.verdict->outcome))
      xml += fmt::format(">\n      <{} message=\"{}: {}\"/>\n    </testcase>\n", element, trace::id(one.verdict->outcome),
                         escaped_attribute(reason(one.verdict->because, language)));
    else
      xml += "/>\n";
  }
  return xml + "  </testsuite>\n";
}

constexpr char kHead[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n";
constexpr char kFoot[] = "</testsuites>\n";

}  // namespace

std::string junit(const trace::Result& result, text::Language language) {
  std::string xml = kHead;
  for (const auto& lab : result.labs) {
    std::vector<Case> cases;
    for (const auto& verdict : lab.verdicts) cases.push_back({std::string(suite_of(verdict.check)), &verdict});
    xml += suite("lab " + lab.lab, cases, language);
  }
  return xml + kFoot;
}

std::string junit(const std::vector<std::pair<std::string, trace::Result>>& students, text::Language language) {
  std::string xml = kHead;
  for (const auto& [name, result] : students) {
    std::vector<Case> cases;
    for (const auto& lab : result.labs)
      for (const auto& verdict : lab.verdicts) cases.push_back({"lab " + lab.lab + "." + std::string(suite_of(verdict.check)), &verdict});
    xml += suite(name, cases, language);
  }
  return xml + kFoot;
}

}  // namespace lab::report
