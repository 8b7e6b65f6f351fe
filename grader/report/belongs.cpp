// Finds the TODO for a failure's step, and the step of a failure's call.
#include "report/belongs.h"

#include <algorithm>
#include <optional>

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

// A crash shows that something is wrong, not that something is missing.
bool may_lack_code(const Verdict& verdict) {
  return (verdict.outcome == Outcome::kFailed || verdict.outcome == Outcome::kTimedOut) && verdict.because;
}

// The TODO comments of the program under test, by number; empty if no run has any.
std::vector<trace::Todo> todos_of(std::string_view program, const std::string& lab, const std::vector<Run>& runs) {
  for (const Run& run : runs)
    if (run.lab == lab && run.program == program && !run.todos.empty()) return run.todos;
  return {};
}

// The TODO comments nearest to a line in its file, above and below it; 0: none.
struct Around {
  int before = 0;  // the one before `above`
  int above = 0;
  int below = 0;
  int line_below = 0;
};

Around around(const trace::Place& place, const Run& run) {
  std::vector<const trace::Todo*> todos;
  for (const trace::Todo& todo : run.todos)
    if (todo.place.file == place.file) todos.push_back(&todo);
  std::sort(todos.begin(), todos.end(), [](const auto* a, const auto* b) { return a->place.line < b->place.line; });
  Around out;
  for (const trace::Todo* todo : todos) {
    if (todo->place.line <= place.line) {
      out.before = out.above;
      out.above = todo->number;
    } else if (out.below == 0) {
      out.below = todo->number;
      out.line_below = todo->place.line;
    }
  }
  return out;
}

// The step that the reason's hints belong to; 0: the step of the check that has these hints.
int step_of_line(const trace::Because& because, const Run& run) {
  const trace::Place& place = because.cause_place ? because.cause_place : because.place;
  if (!because || !place) return 0;
  const Around todos = around(place, run);
  // If TODO comments between these two were removed, the line may belong to one of their steps.
  const bool is_sure = todos.below == 0 || todos.below == todos.above + 1;
  constexpr int kNear = 2;
  switch (because.reason->step_of) {
    case trace::StepOf::kCheck:
      return 0;
    case trace::StepOf::kBefore:
      return is_sure && todos.before == todos.above - 1 ? todos.before : 0;
    case trace::StepOf::kAfter:
      return todos.below > 0 && todos.line_below <= place.line + kNear ? todos.below : 0;
    case trace::StepOf::kHints:
      return is_sure && !because.reason->hint.en.empty() && because.reason->hints_of.empty() ? todos.above : 0;
  }
  return 0;
}

// The TODO to show for a failure whose hints belong to that step, if any: see belongs.h.
std::optional<trace::Todo> todo_to_show(int step, const trace::Reason& reason, bool names_call, const std::vector<trace::Todo>& todos) {
  const auto is_to_do = [](const trace::Todo& todo) { return !todo.done; };
  const auto own = std::find_if(todos.begin(), todos.end(), [&](const trace::Todo& todo) { return todo.number == step; });
  if (reason.earlier_step) {
    const auto first = std::find_if(todos.begin(), own, is_to_do);
    return first == own ? std::nullopt : std::optional(*first);
  }
  if (own == todos.end() || (own->done && names_call)) return {};
  if (names_call) return *own;
  if (reason.step_of == trace::StepOf::kBefore && own != todos.begin() && is_to_do(own[-1])) return own[-1];
  const auto next = reason.step_of == trace::StepOf::kCheck ? std::find_if(own, todos.end(), is_to_do) : own;
  return next == todos.end() ? *own : *next;
}

}  // namespace

void point_to_todos(trace::Result& result, const std::vector<rubric::Lab>& labs, const std::vector<Run>& runs) {
  for (trace::LabResult& lab : result.labs) {
    const rubric::Lab* const known = rubric::numbered(labs, lab.lab);
    for (Verdict& verdict : lab.verdicts) {
      const rubric::Check* const check = known ? known->check(verdict.check) : nullptr;
      const Run* const run = run_of(verdict, lab.lab, runs);
      if (check && may_lack_code(verdict)) {
        const int step = hints(*known, *check, verdict.because).step;
        const bool names_call = verdict.because.place || names_a_call(verdict, lab.lab, runs);
        if (const auto todo = todo_to_show(step, *verdict.because.reason, names_call, todos_of(suite_of(verdict.check), lab.lab, runs))) {
          verdict.because.place = todo->place;
          verdict.because.belongs_here = true;
          verdict.because.unchanged = !todo->done;
          verdict.because.step = todo->number == step ? 0 : todo->number;
          continue;
        }
      }
      if (run) verdict.because.step = step_of_line(verdict.because, *run);
    }
  }
}

}  // namespace lab::report
