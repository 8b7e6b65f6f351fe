// What a check does before and in addition to its own demands.
#include "checks/fixture.h"

#include <sstream>
#include <stdexcept>
#include <string_view>

#include "checks/program_reasons.h"
#include "checks/reasons.h"

namespace lab::checks {

std::vector<Submission>& registered() {
  static std::vector<Submission> submissions;
  return submissions;
}

void record(const Because& because, Outcome outcome) {
  testing::Test::RecordProperty("outcome", trace::id(outcome));
  testing::Test::RecordProperty("because", trace::as_json(because).dump());
}

namespace {

void conclude(const Because& because) { record(because, because.reason->outcome); }

bool names(std::string_view sentence, const std::string& argument) {
  return sentence.find("{" + argument + "}") != std::string_view::npos || sentence.find("{" + argument + ":") != std::string_view::npos;
}

// Keeps only those facts about a run that the reason's sentences use; the others belong to other reasons.
Because because_of_facts(const Reason& row, const nlohmann::json& facts) {
  Because reason = because(row);
  for (const auto& [name, value] : facts.items())
    if (names(row.en, name) || names(row.hint.en, name)) reason.args[name] = value;
  return reason;
}

Because why_not_recorded(const Run& run) {
  const Reason* row = program_reason(run.reason);
  if (!row) return because(kShared["grader_error"], {{"detail", run.outcome == Run::Outcome::kGraderError ? run.detail : run.reason}});
  if (row == &kProgramReasons["record_damaged"]) return because(*row);
  if (row == &kProgramReasons["two_sources"] || row == &kProgramReasons["two_programs"]) {
    std::istringstream files(run.detail);
    std::string first, second;
    std::getline(files, first);
    std::getline(files, second);
    return because(*row, {{"first", first}, {"second", second}, {"program", run.program}});
  }
  const auto fact = [&](const char* name, const std::string& otherwise) {
    const auto found = run.facts.find(name);
    return found == run.facts.end() || found->second.empty() ? otherwise : found->second;
  };
  const std::string file = fact("file", run.program + ".exe");
  const bool exe = file.ends_with(".exe") || file.ends_with(".EXE");
  return because_of_facts(*row, {{"program", run.program},
                                 {"file", file},
                                 {"files", fact("files", "-")},
                                 {"ending", exe ? ".exe" : ".cpp"},
                                 {"folder", fact("folder", ".")},
                                 {"what", fact("what", "Visual C++")},
                                 {"detail", run.detail},
                                 {"exit_code", run.detail}});
}

// Whether no check for the program can be judged: it was not built, cannot be observed, or tampered with the grader or its record.
bool costs_every_check(const Run& run) {
  const Reason* const row = program_reason(run.reason);
  return run.outcome != Run::Outcome::kRecorded && (run.scenario == "build" || (row && row->by_the_program));
}

}  // namespace

void LabTest::SetUp() {
  const Run* first = nullptr;
  for (const Run* run : GetParam().runs) {
    if (run->program != program_) continue;
    if (!first || (first->outcome != Run::Outcome::kRecorded && run->outcome == Run::Outcome::kRecorded)) first = run;
    if (!costs_every_check(*run)) continue;
    first = run;
    break;
  }
  if (!first) {
    conclude(because(kShared["recording_missing"], {{"file", program_ + ".*.jsonl"}}));
    GTEST_SKIP() << "no recording";
  }
  if (first->outcome == Run::Outcome::kRecorded) return;
  conclude(why_not_recorded(*first));
  GTEST_SKIP() << first->reason;
}

const Run& LabTest::run(const std::string& program, const std::string& scenario) const {
  for (const Run* run : GetParam().runs)
    if (run->program == program && run->scenario == scenario && run->outcome == Run::Outcome::kRecorded) return *run;
  if (!HasFailure())
    conclude(why_not_judged(program, scenario));  // a check that has already failed stays failed, whatever this run would show
  throw std::runtime_error("there is no recording of " + program + " in " + scenario);
}

Because LabTest::why_not_judged(const std::string& program, const std::string& scenario) const {
  for (const Run* run : GetParam().runs)
    if (run->program == program && run->scenario == scenario) return why_not_recorded(*run);
  return because(kShared["recording_missing"], {{"file", program + "." + scenario + ".jsonl"}});
}

void LabTest::TearDown() {
  if (!unjudged_ || HasFailure() || IsSkipped()) return;
  conclude(why_not_recorded(*unjudged_));
  GTEST_SKIP() << unjudged_->reason;
}

std::vector<const Run*> LabTest::runs(const std::vector<std::string>& scenarios) const {
  std::vector<const Run*> found;
  for (const std::string& scenario : scenarios)
    for (const Run* run : GetParam().runs)
      if (run->program == program_ && run->scenario == scenario) {
        if (run->outcome == Run::Outcome::kRecorded)
          found.push_back(run);
        else
          unjudged_ = run;
      }
  return found;
}

bool LabTest::has(const std::string& program) const {
  for (const Run* run : GetParam().runs)
    if (run->program == program && run->outcome == Run::Outcome::kRecorded) return true;
  return false;
}

Demands LabTest::on_each(const std::vector<std::string>& scenarios, const RunMatcher& matcher) const {
  Demands demands;
  for (const Run* played : runs(scenarios)) demands.push_back({played, matcher});
  return demands;
}

void LabTest::expect(const Demands& demands) const {
  for (const Demand& demand : demands) {
    if (HasFailure()) return;  // only the first reason is shown
    EXPECT_THAT(*demand.run, demand.matcher);
  }
}

void LabTest::expect_one_of(const Demands& demands, const std::vector<Premise>& premises) const {
  if (HasFailure() || !none_met(demands)) return;
  for (const Premise& premise : premises) LAB_DEPENDS_ON(premise);
  expect(demands);
}

void LabTest::remark_unless(const Demand& demand, const Reason& remark) const {
  if (HasFailure() || !demand.matcher.reason_against(*demand.run)) return;
  Because because = checks::because(remark, {{"program", demand.run->program}});
  because.run = demand.run->scenario;
  conclude(because);
}

void LabTest::skip_without(const std::string& program) const {
  conclude(because(kShared["rests_on_program"], {{"program", program}}));
  GTEST_SKIP() << "there is no " << program;
}

bool met(const Demands& demands) {
  for (const Demand& demand : demands)
    if (demand.matcher.reason_against(*demand.run)) return false;
  return true;
}

bool none_met(const Demands& demands) {
  for (const Demand& demand : demands)
    if (!demand.matcher.reason_against(*demand.run)) return false;
  return true;
}

namespace {

Because first_reason(const Demands& demands) {
  for (const Demand& demand : demands)
    if (Because reason = demand.matcher.reason_against(*demand.run)) return reason;
  return {};
}

void skip(const Premise& premise) {
  conclude(because(kShared["rests_on"], {{"check", premise.check}}));
  GTEST_SKIP() << "depends on " << premise.check;
}

}  // namespace

bool skipped_unless_met(const Premise& premise) {
  if (met(premise)) return false;
  skip(premise);
  return true;
}

bool explained_by(const Demands& other, const Demands& own) {
  const Because reason = first_reason(own);
  const Because explanation = first_reason(other);
  return reason && explanation && trace::same_mistake(*reason.reason, *explanation.reason);
}

bool skipped_if_explained(const Premise& premise, const Demands& own) {
  if (!explained_by(premise.demands, own)) return false;
  skip(premise);
  return true;
}

}  // namespace lab::checks
