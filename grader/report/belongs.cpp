// Finds the TODO for a failure's step, and the step of a failure's call.
#include "report/belongs.h"

#include "report/reason.h"

namespace lab::report {
namespace {

using trace::Outcome;
using trace::Run;
using trace::Verdict;

bool names_a_call(const Verdict& verdict, const std::string& lab, const std::vector<Run>& runs) {
  const auto order = verdict.because.order;
  if (!order) return false;
  const Run* const run = run_of(verdict, lab, runs);
  return !run || trace::call_at(*run, *order);
}

// After a crash, no code is missing, and a problem in an earlier step does not belong in this one.
bool misses_something(const Verdict& verdict) {
  return (verdict.outcome == Outcome::kFailed || verdict.outcome == Outcome::kTimedOut) && verdict.because && !verdict.because.place &&
         !about_an_earlier_step(verdict.because);
}

const trace::Todo* todo_of(int step, std::string_view program, const std::string& lab, const std::vector<Run>& runs) {
  for (const Run& run : runs) {
    if (run.lab != lab || run.program != program) continue;
    for (const trace::Todo& todo : run.todos)
      if (todo.number == step) return &todo;
  }
  return nullptr;
}

// The number of the last TODO above that line; 0 for none.
int step_above(const trace::Place& place, const Run& run) {
  const trace::Todo* above = nullptr;
  for (const trace::Todo& todo : run.todos)
    if (todo.place.file == place.file && todo.place.line <= place.line && (!above || todo.place.line > above->place.line)) above = &todo;
  return above ? above->number : 0;
}

// A hint from another check belongs to that check's step, and a hint about a missing call to the step of this check.
bool has_a_hint_for_its_call(const trace::Because& because) {
  return because && because.place && !because.reason->hint.en.empty() && because.reason->hints_of.empty() &&
         !because.reason->call_is_missing;
}

}  // namespace

void point_to_todos(trace::Result& result, const std::vector<rubric::Lab>& labs, const std::vector<Run>& runs) {
  for (trace::LabResult& lab : result.labs) {
    const rubric::Lab* const known = rubric::numbered(labs, lab.lab);
    for (Verdict& verdict : lab.verdicts) {
      const rubric::Check* const check = known ? known->check(verdict.check) : nullptr;
      const Run* const run = run_of(verdict, lab.lab, runs);
      if (run && has_a_hint_for_its_call(verdict.because)) verdict.because.step = step_above(verdict.because.place, *run);
      if (!check || !misses_something(verdict) || names_a_call(verdict, lab.lab, runs)) continue;
      const int step = hints(*known, *check, verdict.because).step;
      if (const trace::Todo* const todo = todo_of(step, suite_of(verdict.check), lab.lab, runs)) {
        verdict.because.place = todo->place;
        verdict.because.belongs_here = true;
      }
    }
  }
}

}  // namespace lab::report
