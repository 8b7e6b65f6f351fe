// What happens to a check before and around its own demands.
#include "checks/fixture.h"

#include <map>
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
  if (run.reason == "two_sources" || run.reason == "two_programs") {
    std::istringstream files(run.detail);
    std::string first, second;
    std::getline(files, first);
    std::getline(files, second);
    why["args"] = {{"first", first}, {"second", second}, {"program", run.program}};
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
      if (first->reason == "record_damaged")
        outcome("grader_error", because("record_damaged"));
      else
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

Demands LabTest::on_each(const std::vector<std::string>& scenarios, const RunMatcher& matcher) const {
  Demands demands;
  for (const Run* played : runs(scenarios)) demands.push_back({played, matcher});
  return demands;
}

void LabTest::expect(const Demands& demands) const {
  for (const Demand& demand : demands) {
    if (HasFailure()) return;  // the first reason is the one to show
    EXPECT_THAT(*demand.run, demand.matcher);
  }
}

void LabTest::remark_unless(const Demand& demand, const std::string& id) const {
  if (HasFailure()) return;
  const Because reason = demand.matcher.reason_against(*demand.run);
  if (reason.is_null()) return;
  Because remark = because(id, {{"program", demand.run->program}});
  remark["run"] = demand.run->scenario;
  remark["remark"] = true;
  skip_because(remark);
}

bool met(const Demands& demands) {
  for (const Demand& demand : demands)
    if (!demand.matcher.reason_against(*demand.run).is_null()) return false;
  return true;
}

bool none_met(const Demands& demands) {
  for (const Demand& demand : demands)
    if (demand.matcher.reason_against(*demand.run).is_null()) return false;
  return true;
}

namespace {

std::string first_reason(const Demands& demands) {
  for (const Demand& demand : demands)
    if (const Because reason = demand.matcher.reason_against(*demand.run); !reason.is_null()) return reason["id"];
  return "";
}

// Reasons that one mistake shows itself by, depending on the message it meets.
std::string cause_of(const std::string& reason) {
  static const std::map<std::string, std::string> kCauses = {
      {"shows_rest_of_earlier", "unterminated"},
      {"text_behind_message", "unterminated"},
      {"terminated_at_bytes", "unterminated"},
      {"printed_for_empty_message", "unterminated"},
      {"ended_on_stale_text", "unterminated"},
      {"wrote_past_full_buffer", "overrun"},
      {"used_bytes_as_index", "overrun"},
      {"wrote_past_buffer", "overrun"},
      {"array_overrun", "overrun"},
      {"gave_up_on_122", "no room"},
      {"asked_again_with_the_same_room", "no room"},
      {"read_room_in_characters", "no room"},
      {"never_read", "ended early"},
      {"read_something_else", "ended early"},
      {"thread_read_something_else", "ended early"},
      {"ended_after_message", "ended early"},
      {"ended_on_longer_message", "ended early"},
      {"ended_on_empty_message", "ended early"},
      {"read_again_after_exit", "no end"},
      {"terminated_exit_ignored", "no end"},
      {"line_cut", "cut"},
      {"sent_in_pieces", "cut"},
      {"line_end_came_alone", "cut"},
      {"never_wrote", "ended early"},
      {"ended_after_line", "ended early"},
      {"ended_on_longer_line", "ended early"},
      {"crashed_after_message", "crashed"},
      {"crashed", "crashed"},
  };
  const auto found = kCauses.find(reason);
  return found == kCauses.end() ? reason : found->second;
}

}  // namespace

bool explained_by(const Demands& other, const Demands& own) {
  const std::string reason = first_reason(own);
  return !reason.empty() && cause_of(reason) == cause_of(first_reason(other));
}

}  // namespace lab::checks
