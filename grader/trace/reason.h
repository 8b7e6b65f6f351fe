// The outcomes of a check and the reasons for them: the row that describes a reason, and a reason found in a run.
//
//     return because(kReasons["exit_code_read_too_early"], {{"worker", "PartAdder 1 5"}}, call.begin.order);  // checks/matchers.h
#pragma once

#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "trace/place.h"

namespace lab::trace {

enum class Outcome { kPassed, kFailed, kSkipped, kTimedOut, kCrashed, kNotGradable, kGraderError, kNotBuilt };

// The id of an outcome in JSON: "passed", "timed_out", ...
const char* id(Outcome outcome);
// The outcome with this id, if there is one.
std::optional<Outcome> outcome_of(std::string_view id);

// Text in both languages. The placeholders are the same as in the catalogue (text/catalogue.h).
struct Words {
  std::string_view en = {}, ko = {};
};

// The step that a hint about a line belongs to.
enum class StepOf {
  kHints,   // if the reason has its own hint: the step of the TODO above the line; otherwise, the step of the check that has the hints
  kCheck,   // the step of the check, or the next one not done: something is missing, or wrong before the line where it shows
  kBefore,  // the step of the second TODO above the line, where the value that the call uses is created; without a line, the step before
  kAfter,   // the step of the TODO directly below the line, if there is one, where the value that the call returned is checked
};

// Everything about a reason. Its row is next to the matcher that returns it.
struct Reason {
  std::string_view id;
  // The outcome of a check that fails for this reason. kTimedOut is used only if the program under test did not end by itself; otherwise,
  // it becomes kFailed. kPassed: the reason is a remark and costs no points.
  Outcome outcome = Outcome::kFailed;
  std::string_view cause = {};        // reasons with the same cause are one mistake; "": the reason has its own cause
  std::string_view recorded_as = {};  // the Run::reason of a run that could not be recorded for this reason, if it differs from `id`
  bool by_the_program = false;        // the program under test tampered with the grader, so none of its checks is judged
  bool earlier_step = false;          // the mistake is in an earlier step than the check's own, so the check's hints would mislead
  bool needs_program = false;         // kSkipped: the program args["program"] is missing
  StepOf step_of = StepOf::kHints;
  Words hint = {};                    // what to try next, shown before the other hints; "": only those are shown. It uses the same
                                      // arguments as the sentence
  std::string_view hints_of = {};     // "StopsOnExit": if another check of the same program has the matching hints and step, its name
  std::string_view en = {}, ko = {};  // the sentence
};

// Whether the two reasons are the same mistake, which costs points only once.
constexpr bool same_mistake(const Reason& a, const Reason& b) {
  return (a.cause.empty() ? a.id : a.cause) == (b.cause.empty() ? b.id : b.cause);
}

// constexpr ReasonTable kReasons{{{.id = "wrong_sum", ...}, ...}};
template <std::size_t N>
struct ReasonTable {
  Reason rows[N];

  // The row with this id. Does not compile if no row has it.
  consteval const Reason& operator[](std::string_view id) const {
    for (const Reason& row : rows)
      if (row.id == id) return row;
    throw "no row has this id";
  }
  constexpr operator std::span<const Reason>() const { return rows; }
};
template <std::size_t N>
ReasonTable(const Reason (&)[N]) -> ReasonTable<N>;

using ReasonTables = std::vector<std::span<const Reason>>;

// Returns the row with this id, or null. Only labs/ knows all rows, so it passes this function to code that reads reasons.
using ReasonLookup = const Reason* (*)(std::string_view id);

// How a call came to be passed an invalid handle: an earlier call closed it, or the call that started the thread passed none.
enum class Cause { kNone, kClosedEarlier, kPassedToThread };

// Why a check has its outcome: the row says in general what happened, and `args` fills the placeholders in its sentence.
struct Because {
  const Reason* reason = nullptr;  // null: there is no reason
  nlohmann::json args = nlohmann::json::object();
  std::string run = {};                     // the scenario of the run in which it was seen
  std::string program = {};                 // the program under test in that run
  std::optional<std::uint64_t> order = {};  // the moment in that run
  Place place = {};                         // the line of the call at that moment
  Cause cause = Cause::kNone;               // what an earlier call did to the handle that this call was passed
  Place cause_place = {};                   // the line of that earlier call
  bool belongs_here = false;                // `place` is not a call but the TODO for the check's step, where the missing code belongs
  bool unchanged = false;                   // ... and the code below that TODO is the stub's
  int step = 0;                             // the step that the hints belong to; 0: the step of the check

  explicit operator bool() const { return reason != nullptr; }
  std::string_view id() const { return reason ? reason->id : std::string_view(); }
};

// Returns {"id": "exit_code_read_too_early", "args": {"worker": "PartAdder 1 5", ...}, "run": "worker_1_first", "program": "AdderManager",
// "order": 31, "file": "AdderManager.cpp", "line": 61, "code": "GetExitCodeProcess(...);"}, and also "cause": {"kind": "closed_earlier",
// "file": "AdderManager.cpp", "line": 34, "code": "CloseHandle(...);"}, "remark": true for a remark, "belongs_here": true if the line is a
// TODO, "unchanged": true if the code below it is the stub's, and "step": the step that the hints belong to. Unknown values are omitted.
// Returns null if there is no reason.
nlohmann::json as_json(const Because& because);

// Reads a reason that as_json wrote. Returns nothing if as_json did not write it, or if no row has its id.
std::optional<Because> because_in(const nlohmann::json& json, ReasonLookup lookup);

}  // namespace lab::trace
