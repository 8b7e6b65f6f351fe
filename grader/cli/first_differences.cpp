// Compares first differences with the moments in the reasons of failed checks.
#include "cli/first_differences.h"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "cli/trial.h"
#include "replay/compare.h"
#include "replay/replay.h"
#include "report/describe.h"

namespace lab::cli {
namespace {

using checks::Judged;
using replay::Difference;
using trace::Run;

// Keyed by submission, program and scenario.
using Runs = std::map<std::tuple<std::string, std::string, std::string>, const Run*>;

std::optional<Difference> first_difference(const Run& run, const Run& correct) {
  const auto differences = replay::compare(run, correct).differences;
  return differences.empty() ? std::nullopt : std::optional(differences.front());
}

// Describes the call at that moment, with its number, or the event.
std::string moment(const Run& run, std::uint64_t order) {
  if (const trace::Call* const call = trace::call_at(run, order))
    return fmt::format("#{} {}", call - run.calls.data(), report::describe(run, *call, text::Language::kEnglish));
  for (const trace::Event& event : run.events)
    if (event.when.order == order) return id_of(trace::kEventKinds, event.kind);
  return "the end";
}

// The call that caused what happened at that moment: a message that arrives was written by a call.
const trace::Call* call_behind(const Run& run, std::uint64_t named) {
  const trace::Call* found = trace::call_at(run, named);
  for (const trace::Event& event : run.events) {
    if (event.when.order != named || event.kind != trace::EventKind::kDelivered) continue;
    for (const trace::Call& call : run.calls)
      if (call.program == event.by && call.begin.order < named && (!call.end || named < call.end->order)) found = &call;
  }
  return found;
}

bool is_same(const Run& run, std::uint64_t named, const Difference& first) {
  const trace::Call* call = call_behind(run, named);
  if (!call) {
    // The event that reports a polling program comes after the call that is repeated.
    const bool spins = std::any_of(run.events.begin(), run.events.end(), [named](const trace::Event& event) {
      return event.when.order == named && event.kind == trace::EventKind::kSpinning;
    });
    if (!spins || !first.call) return !first.call;
    for (const trace::Call& one : run.calls)
      if (one.begin.order < named) call = &one;
    return call && call->api == run.calls[*first.call].api && run.calls[*first.call].begin.order < named;
  }
  return first.call && &run.calls[*first.call] == call;
}

// The same source line at another time, as in a loop.
bool is_same_line(const Run& run, std::uint64_t named, const Difference& first) {
  const trace::Call* const call = call_behind(run, named);
  if (!call || !first.call) return false;
  const trace::Call& other = run.calls[*first.call];
  return call->place && call->program == other.program && call->api == other.api && call->place.file == other.place.file &&
         call->place.line == other.place.line;
}

}  // namespace

FirstDifferences first_differences(const std::vector<Specimen>& all, const std::vector<Run>& runs,
                                   const std::vector<std::vector<Judged>>& judged) {
  Runs known;
  std::map<std::string, std::string> solutions;  // the submission, by lab
  for (std::size_t i = 0; i < all.size(); ++i)
    if (all[i].name == "solution") solutions[all[i].entry.lab] = std::to_string(i);
  for (const Run& run : runs) known[{run.submission, run.program, run.scenario}] = &run;
  FirstDifferences tally;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!all[i].wrong || all[i].any_failure) continue;
    const Judged* named = nullptr;
    for (const Judged& one : judged[i])
      if (!named && caught(one.outcome) && one.because && one.because.order) named = &one;
    if (!named) {
      ++tally.no_moment;
      continue;
    }
    const auto own = known.find({std::to_string(i), named->because.program, named->because.run});
    const auto right = known.find({solutions[all[i].entry.lab], named->because.program, named->because.run});
    if (own == known.end() || right == known.end()) {
      ++tally.no_moment;
      continue;
    }
    const auto first = first_difference(*own->second, *right->second);
    if (first && is_same(*own->second, *named->because.order, *first)) {
      ++tally.same;
      continue;
    }
    ++(first && is_same_line(*own->second, *named->because.order, *first) ? tally.same_line : tally.another);
    tally.of_another.push_back(fmt::format("{} {} {} ({}): {}; first difference: {}", all[i].entry.lab, all[i].name, named->check,
                                           named->because.run, moment(*own->second, *named->because.order),
                                           !first         ? "none"
                                           : !first->call ? "the end"
                                                          : moment(*own->second, own->second->calls[*first->call].begin.order)));
  }
  return tally;
}

}  // namespace lab::cli
