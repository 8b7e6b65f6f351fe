// What happens to a check before and around its own demands.
#include "checks/lab_test.h"

#include <sstream>
#include <stdexcept>

namespace lab::checks {

std::vector<Submission>& registered() {
  static std::vector<Submission> submissions;
  return submissions;
}

void skip_because(const Because& because) { testing::Test::RecordProperty("because", because.dump()); }

namespace {

void outcome(const char* id, const Because& because) {
  testing::Test::RecordProperty("outcome", id);
  skip_because(because);
}

Because reason_of(const Run& run) {
  const auto folder = run.facts.find("folder");
  const nlohmann::json args = {
      {"program", run.program}, {"file", run.program + ".exe"}, {"folder", folder == run.facts.end() ? "." : folder->second}};
  Because why = because(run.reason, args);
  if (run.outcome == Run::Outcome::kNotBuilt && run.reason == "missing") why["id"] = "not_built_missing";
  if (run.outcome == Run::Outcome::kNotBuilt && run.reason == "does_not_compile") why["id"] = "not_built_log";
  if (run.reason == "two_sources") {
    std::istringstream files(run.detail);
    std::string first, second;
    std::getline(files, first);
    std::getline(files, second);
    why["args"] = {{"first", first}, {"second", second}};
  }
  if (run.reason == "32_bit") why["id"] = "not_gradable_32_bit";
  return why;
}

}  // namespace

void LabTest::SetUp() {
  const Run* first = nullptr;
  for (const Run* run : GetParam().runs)
    if (run->program == program_ && (!first || run->outcome != Run::Outcome::kRecorded)) first = run;
  if (!first) {
    outcome("grader_error", because("grader_error", {{"detail", "there is no recording of " + program_}}));
    GTEST_SKIP() << "no recording";
  }
  switch (first->outcome) {
    case Run::Outcome::kRecorded:
      return;
    case Run::Outcome::kNotBuilt:
      outcome("not_built", reason_of(*first));
      break;
    case Run::Outcome::kNotGradable:
      outcome("not_gradable", reason_of(*first));
      break;
    case Run::Outcome::kGraderError:
      outcome("grader_error", because("grader_error", {{"detail", first->detail}}));
      break;
  }
  GTEST_SKIP() << first->reason;
}

const Run& LabTest::run(const std::string& program, const std::string& scenario) const {
  for (const Run* run : GetParam().runs)
    if (run->program == program && run->scenario == scenario && run->outcome == Run::Outcome::kRecorded) return *run;
  const std::string detail = "there is no recording of " + program + " in " + scenario;
  outcome("grader_error", because("grader_error", {{"detail", detail}}));
  throw std::runtime_error(detail);
}

std::vector<const Run*> LabTest::runs(const std::vector<std::string>& scenarios) const {
  std::vector<const Run*> found;
  for (const std::string& scenario : scenarios)
    for (const Run* run : GetParam().runs)
      if (run->program == program_ && run->scenario == scenario) found.push_back(run);
  return found;
}

bool LabTest::has(const std::string& program) const {
  for (const Run* run : GetParam().runs)
    if (run->program == program && run->outcome == Run::Outcome::kRecorded) return true;
  return false;
}

void LabTest::expect(const Demands& demands) const {
  for (const Demand& demand : demands) {
    if (HasFailure()) return;  // the first reason is the one to show
    EXPECT_THAT(*demand.run, demand.matcher);
  }
}

bool met(const Demands& demands) {
  for (const Demand& demand : demands)
    if (!demand.matcher.reason_against(*demand.run).is_null()) return false;
  return true;
}

}  // namespace lab::checks
