// The report of one submission as JUnit XML.
#include <fmt/core.h>

#include "report/markup.h"
#include "report/reason.h"
#include "report/report.h"

namespace lab::report {
namespace {

using trace::Outcome;

// What did not pass is a failure; what was not judged is skipped, or an error where the grader is to blame.
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

int count(const trace::LabResult& lab, std::string_view element) {
  int sum = 0;
  for (const auto& verdict : lab.verdicts) {
    const char* its = element_of(verdict.outcome);
    sum += its && element == its;
  }
  return sum;
}

}  // namespace

std::string junit(const trace::Result& result, text::Language language) {
  std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n";
  for (const auto& lab : result.labs) {
    xml += fmt::format("  <testsuite name=\"lab {}\" tests=\"{}\" failures=\"{}\" errors=\"{}\" skipped=\"{}\">\n",
                       escaped_attribute(lab.lab), lab.verdicts.size(), count(lab, "failure"), count(lab, "error"), count(lab, "skipped"));
    for (const auto& verdict : lab.verdicts) {
      const std::string suite(suite_of(verdict.check));
      const std::string name = verdict.check.size() > suite.size() ? verdict.check.substr(suite.size() + 1) : verdict.check;
      xml += fmt::format("    <testcase classname=\"{}\" name=\"{}\"", escaped_attribute(suite), escaped_attribute(name));
      const char* element = element_of(verdict.outcome);
      if (element) {
        xml += fmt::format(">\n      <{} message=\"{}: {}\"/>\n    </testcase>\n", element, trace::id(verdict.outcome),
                           escaped_attribute(reason(verdict.because, language)));
      } else {
        xml += "/>\n";
      }
    }
    xml += "  </testsuite>\n";
  }
  return xml + "</testsuites>\n";
}

}  // namespace lab::report
