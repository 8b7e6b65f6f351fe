// Converts GoogleTest's events to verdicts.
#include "checks/judge.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <stdexcept>
#include <string_view>

#include "checks/matchers.h"
#include "checks/reasons.h"

namespace lab::checks {
namespace {

using trace::Outcome;

Because fault_of_the_check(const std::string& detail) { return because(kShared["grader_error"], {{"detail", detail}}); }

// "Judged/AdderManager" "WaitsForBothWorkers/3" -> "AdderManager.WaitsForBothWorkers" and 3.
std::string check_of(const testing::TestInfo& info) {
  const std::string suite = info.test_suite_name();
  const std::string test = info.name();
  return suite.substr(suite.find('/') + 1) + "." + test.substr(0, test.find('/'));
}

std::size_t submission_of(const testing::TestInfo& info) {
  const std::string_view test = info.name();
  return std::stoul(std::string(test.substr(test.find('/') + 1)));
}

// A kit with several labs has suites for programs that a submission for one lab does not contain.
bool concerns(const Submission& submission, const testing::TestInfo& info) {
  const std::string check = check_of(info);
  const std::string program = check.substr(0, check.find('.'));
  return std::any_of(submission.runs.begin(), submission.runs.end(), [&](const trace::Run* run) { return run->program == program; });
}

class Collector : public testing::EmptyTestEventListener {
 public:
  Collector(std::size_t submissions, trace::ReasonLookup reasons, std::function<void(std::size_t)> on_test)
      : verdicts_(submissions), reasons_(reasons), on_test_(std::move(on_test)) {}

  void OnTestStart(const testing::TestInfo& info) override {
    if (on_test_) on_test_(submission_of(info));
  }

  void OnTestEnd(const testing::TestInfo& info) override {
    if (concerns(registered().at(submission_of(info)), info)) verdicts_.at(submission_of(info)).push_back(judged(info));
  }

  std::vector<std::vector<Judged>> take() { return std::move(verdicts_); }

 private:
  Judged judged(const testing::TestInfo& info) const {
    const testing::TestResult& result = *info.result();
    const Outcome plain = result.Failed() ? Outcome::kFailed : result.Skipped() ? Outcome::kSkipped : Outcome::kPassed;
    Judged judged{check_of(info), plain, {}};
    for (int i = 0; i < result.test_property_count(); ++i) {
      const testing::TestProperty& property = result.GetTestProperty(i);
      if (std::string_view(property.key()) == "outcome") judged.outcome = trace::outcome_of(property.value()).value_or(plain);
      if (std::string_view(property.key()) == "because")
        judged.because = trace::because_in(nlohmann::json::parse(property.value()), reasons_)
                             .value_or(fault_of_the_check(std::string("no table has the row of ") + property.value()));
    }
    // It failed without a reason, so the check itself is at fault.
    const bool why = judged.because && judged.because.reason->outcome != Outcome::kPassed;
    if (result.Failed() && !why) judged.because = fault_of_the_check(result.GetTestPartResult(0).message());
    if (judged.because && judged.because.reason->outcome == Outcome::kGraderError) judged.outcome = Outcome::kGraderError;
    return judged;
  }

  std::vector<std::vector<Judged>> verdicts_;
  trace::ReasonLookup reasons_;
  std::function<void(std::size_t)> on_test_;
};

}  // namespace

std::vector<std::vector<Judged>> judge(std::vector<Submission> submissions, trace::ReasonLookup reasons,
                                       std::function<void(std::size_t submission)> on_test) {
  static bool judged = false;
  if (judged) throw std::logic_error("one process judges once");
  judged = true;
  const std::size_t count = submissions.size();
  registered() = std::move(submissions);
  char name[] = "grader";
  char* arguments[] = {name, nullptr};
  int argument_count = 1;
  testing::InitGoogleTest(&argument_count, arguments);
  testing::TestEventListeners& listeners = testing::UnitTest::GetInstance()->listeners();
  delete listeners.Release(listeners.default_result_printer());
  auto* collector = new Collector(count, reasons, std::move(on_test));
  listeners.Append(collector);  // now owned by GoogleTest
  [[maybe_unused]] const int failed = RUN_ALL_TESTS();
  return collector->take();
}

namespace {

// The judged check that made this one skip, or nullptr.
const Judged* cause_of(const std::vector<Judged>& judged, const Judged& one) {
  if (one.outcome != Outcome::kSkipped || !one.because.args.contains("check")) return nullptr;
  const auto cause =
      std::find_if(judged.begin(), judged.end(), [&](const Judged& other) { return one.because.args["check"] == other.check; });
  return cause == judged.end() ? nullptr : &*cause;
}

// Why the check has its outcome. If the check that a skipped one depends on was itself skipped, its reason is the one to report: the check
// that it names is to be fixed first.
const trace::Because& first_cause(const std::vector<Judged>& judged, const Judged& one) {
  const Judged* first = &one;
  while (const Judged* cause = cause_of(judged, *first)) {
    if (cause->outcome != Outcome::kSkipped) break;
    first = cause;
  }
  return first->because;
}

// The checks to report: those whose name contains `only`, and the checks that a skipped one depends on, because their reasons are the ones
// that matter.
std::set<std::string> selected(const std::vector<Judged>& judged, const std::vector<const rubric::Lab*>& labs, const std::string& only) {
  std::set<std::string> ids;
  for (const rubric::Lab* lab : labs)
    for (const rubric::Check& check : lab->checks) {
      if (check.id.find(only) == std::string::npos) continue;
      ids.insert(check.id);
      for (const Judged& one : judged)
        if (one.check == check.id && one.outcome == Outcome::kSkipped) ids.insert(first_cause(judged, one).args.value("check", check.id));
    }
  return ids;
}

std::string fact_of(const trace::Run& run, const char* name) {
  const auto found = run.facts.find(name);
  return found == run.facts.end() ? "" : found->second;
}

}  // namespace

trace::Result score(const Submission& submission, const std::vector<Judged>& judged, const std::vector<const rubric::Lab*>& labs,
                    const std::string& only) {
  trace::Result result;
  result.submission = submission.name;
  for (const trace::Run* run : submission.runs) {
    if (result.platform.empty()) result.platform = run->platform;
    if (result.sandbox.empty()) result.sandbox = fact_of(*run, trace::kSandboxFact);
    if (result.sandbox_limits.empty()) result.sandbox_limits = fact_of(*run, trace::kLimitsFact);
  }
  const std::set<std::string> shown = selected(judged, labs, only);
  for (const rubric::Lab* lab : labs) {
    trace::LabResult scored;
    scored.lab = lab->number;
    for (const rubric::Check& check : lab->checks) {
      if (!shown.contains(check.id)) continue;
      trace::Verdict verdict;
      verdict.check = check.id;
      verdict.max_points = check.points;
      verdict.because = fault_of_the_check("the check was not judged");
      for (const Judged& one : judged) {
        if (one.check != check.id) continue;
        verdict.outcome = one.outcome;
        verdict.because = first_cause(judged, one);
      }
      if (verdict.outcome == Outcome::kPassed) verdict.points = check.points;
      scored.score += verdict.points;
      scored.max_score += verdict.max_points;
      scored.verdicts.push_back(std::move(verdict));
    }
    result.labs.push_back(std::move(scored));
  }
  return result;
}

}  // namespace lab::checks
