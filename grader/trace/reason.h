// The outcomes of a check and their reasons: the row that describes a reason, and a reason found in a run.
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

// The JSON id of an outcome: "passed", "timed_out", ...
const char* id(Outcome outcome);
// The outcome of that id, or none.
std::optional<Outcome> outcome_of(std::string_view id);

// A text in both languages. Placeholders are those of the catalogue (text/catalogue.h).
struct Words {
  std::string_view en = {}, ko = {};
};

// The step that a hint about a line belongs to.
enum class StepOf {
  kHints,   // of a hint of its own: the TODO above the line; else the step of the check whose hints they are
  kCheck,   // the check's, or its next one that is not done: something is missing, or wrong before the line where that shows
  kBefore,  // the TODO before that above the line: what the call takes is made there
  kAfter,   // the TODO directly below the line, if there is one: what the call returned is looked at there
};

// Everything about a reason. Its row is next to the matcher that returns it.
struct Reason {
  std::string_view id;
  // What a check that fails for it comes out as. kTimedOut: only where the program under test did not end by itself; kFailed where it did.
  // kPassed: the reason is a remark, and costs nothing.
  Outcome outcome = Outcome::kFailed;
  std::string_view cause = {};        // reasons of one cause are one mistake; "": a cause of its own
  std::string_view recorded_as = {};  // Run::reason of a run that could not be recorded for it, where that is not `id`
  bool by_the_program = false;        // of a run: the program under test tampered with the grader. Then none of its checks is judged
  bool earlier_step = false;          // the mistake is in a step before the check's own, whose hints would mislead
  bool needs_program = false;         // kSkipped: there is no program args["program"]
  StepOf step_of = StepOf::kHints;
  Words hint = {};                    // what to try next, before any other hint; "": nothing more than those. It needs no other
                                      // arguments than the sentence
  std::string_view hints_of = {};     // "StopsOnExit": that check of the program has the hints and the step that fit, where it is another
  std::string_view en = {}, ko = {};  // the sentence
};

// Whether the two are one mistake, which costs points only once.
constexpr bool same_mistake(const Reason& a, const Reason& b) {
  return (a.cause.empty() ? a.id : a.cause) == (b.cause.empty() ? b.id : b.cause);
}

// constexpr ReasonTable kReasons{{{.id = "wrong_sum", ...}, ...}};
template <std::size_t N>
struct ReasonTable {
  Reason rows[N];

  // The row of that id. An id that has no row does not compile.
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

// Returns the row of that id, or null. Only labs/ knows all rows, so it passes this function to code that reads reasons.
using ReasonLookup = const Reason* (*)(std::string_view id);

// How the handle that a call was passed came to be none: an earlier CloseHandle, or the call that started the thread.
enum class Cause { kNone, kClosedEarlier, kPassedToThread };

// Why a check came out as it did: the row says what happened in general, `args` what fills the placeholders of its sentence.
struct Because {
  const Reason* reason = nullptr;  // null: there is none
  nlohmann::json args = nlohmann::json::object();
  std::string run = {};                     // the scenario of the run it was seen in
  std::string program = {};                 // ... and the program under test there
  std::optional<std::uint64_t> order = {};  // the moment in that run
  Place place = {};                         // the call of that moment
  Cause cause = Cause::kNone;               // what an earlier call did to the handle of that call ...
  Place cause_place = {};                   // ... and where that one is
  bool belongs_here = false;                // no call: `place` is the TODO of the check's step, where the code that is missing belongs
  int step = 0;                             // of the hints, where it is not their check's; 0: it is

  explicit operator bool() const { return reason != nullptr; }
  std::string_view id() const { return reason ? reason->id : std::string_view(); }
};

// {"id": "exit_code_read_too_early", "args": {"worker": "PartAdder 1 5", ...}, "run": "worker_1_first", "program": "AdderManager",
//  "order": 31, "file": "AdderManager.cpp", "line": 61, "code": "GetExitCodeProcess(...);"}, and "remark": true for a remark,
//  "cause": {"kind": "closed_earlier", "file": "AdderManager.cpp", "line": 34, "code": "CloseHandle(...);"}, and "remark": true for a
//  remark, "belongs_here": true where the line is that of a TODO, "step": of the hints. What is not known is absent. null for no reason.
nlohmann::json as_json(const Because& because);

// The reason that as_json wrote. None when it was not as_json that wrote it, or when no row has the id.
std::optional<Because> because_in(const nlohmann::json& json, ReasonLookup lookup);

}  // namespace lab::trace
