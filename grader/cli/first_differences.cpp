// First differences against the moments that reasons name.
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

// By submission, program and scenario.
using Runs = std::map<std::tuple<std::string, std::string, std::string>, const Run*>;

std::optional<Difference> first_difference(const Run& run, const Run& correct) {
  const auto differences = replay::compare(run, correct).differences;
  return differences.empty() ? std::nullopt : std::optional(differences.front());
}

// The call of that moment, or the end of the program.
std::string moment(const Run& run, std::uint64_t order) {
  const trace::Call* const call = trace::call_at(run, order);
  return call ? report::describe(run, *call, text::Language::kEnglish) : "the end";
}

bool is_same(const Run& run, std::uint64_t named, const Difference& first) {
  const trace::Call* call = trace::call_at(run, named);
  if (!call) {
    // That a program asks again and again is told after the call that it repeats.
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

}  // namespace

FirstDifferences first_differences(const std::vector<Specimen>& all, const std::vector<Run>& runs,
                                   const std::vector<std::vector<Judged>>& judged) {
  Runs known;
  std::map<std::string, std::string> solutions;  // by lab: the submission
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
    ++tally.another;
    tally.of_another.push_back(fmt::format(
        "{} {} {} ({}): {}; first difference: {}", all[i].entry.lab, all[i].name, named->check, named->because.run,
        moment(*own->second, *named->because.order),
        first ? first->call ? report::describe(*own->second, own->second->calls[*first->call], text::Language::kEnglish) : "the end"
              : "none"));
  }
  return tally;
}

}  // namespace lab::cli
