// From GoogleTest's events to verdicts.
#include "checks/judge.h"

#include <fmt/core.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>
#include <string_view>

namespace lab::checks {
namespace {

using trace::Outcome;

Outcome outcome_of(const testing::TestResult& result, const std::string& named) {
  for (const Outcome outcome : {Outcome::kTimedOut, Outcome::kCrashed, Outcome::kNotGradable, Outcome::kGraderError, Outcome::kNotBuilt})
    if (named == trace::id(outcome)) return outcome;
  return result.Failed() ? Outcome::kFailed : result.Skipped() ? Outcome::kSkipped : Outcome::kPassed;
}

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

// A kit of several labs has suites for programs that a submission to one lab does not have.
bool concerns(const Submission& submission, const testing::TestInfo& info) {
  const std::string check = check_of(info);
  const std::string program = check.substr(0, check.find('.'));
  return std::any_of(submission.runs.begin(), submission.runs.end(), [&](const trace::Run* run) { return run->program == program; });
}

class Collector : public testing::EmptyTestEventListener {
 public:
  explicit Collector(std::size_t submissions) : verdicts_(submissions) {}

  void OnTestEnd(const testing::TestInfo& info) override {
    if (!concerns(registered().at(submission_of(info)), info)) return;
    Judged judged;
    judged.check = check_of(info);
    std::string named;
    for (int i = 0; i < info.result()->test_property_count(); ++i) {
      const testing::TestProperty& property = info.result()->GetTestProperty(i);
      if (std::string_view(property.key()) == "outcome") named = property.value();
      if (std::string_view(property.key()) == "because") judged.because = nlohmann::json::parse(property.value());
    }
    judged.outcome = outcome_of(*info.result(), named);
    if (judged.outcome == Outcome::kFailed && judged.because.is_null()) {  // failed without a reason: the check itself is at fault
      judged.outcome = Outcome::kGraderError;
      judged.because = {{"id", "grader_error"}, {"args", {{"detail", info.result()->GetTestPartResult(0).message()}}}};
    }
    verdicts_.at(submission_of(info)).push_back(std::move(judged));
  }

  std::vector<std::vector<Judged>> take() { return std::move(verdicts_); }

 private:
  std::vector<std::vector<Judged>> verdicts_;
};

}  // namespace

std::vector<std::vector<Judged>> judge(std::vector<Submission> submissions, const std::string& only) {
  static bool judged = false;
  if (judged) throw std::logic_error("one process judges once");
  judged = true;
  const std::size_t count = submissions.size();
  registered() = std::move(submissions);
  char name[] = "grader";
  char* arguments[] = {name, nullptr};
  int argument_count = 1;
  testing::InitGoogleTest(&argument_count, arguments);
  GTEST_FLAG_SET(filter, only.empty() ? std::string("*") : fmt::format("*{}*", only));
  testing::TestEventListeners& listeners = testing::UnitTest::GetInstance()->listeners();
  delete listeners.Release(listeners.default_result_printer());
  auto* collector = new Collector(count);
  listeners.Append(collector);  // owned by GoogleTest from here on
  [[maybe_unused]] const int failed = RUN_ALL_TESTS();
  return collector->take();
}

trace::Result score(const Submission& submission, const std::vector<Judged>& judged, const std::vector<const rubric::Lab*>& labs,
                    const std::string& only) {
  trace::Result result;
  result.submission = submission.name;
  for (const trace::Run* run : submission.runs)
    if (result.platform.empty()) result.platform = run->platform;
  for (const rubric::Lab* lab : labs) {
    trace::LabResult scored;
    scored.lab = lab->number;
    for (const rubric::Check& check : lab->checks) {
      if (check.id.find(only) == std::string::npos) continue;
      trace::Verdict verdict;
      verdict.check = check.id;
      verdict.max_points = check.points;
      verdict.because = {{"id", "grader_error"}, {"args", {{"detail", "the check was not judged"}}}};
      for (const Judged& one : judged) {
        if (one.check != check.id) continue;
        verdict.outcome = one.outcome;
        verdict.because = one.because;
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
