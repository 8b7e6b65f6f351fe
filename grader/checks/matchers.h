// The matchers that checks use to say what a program must have done.
//
//   EXPECT_THAT(run, Does(WaitUntilSignaled(worker)).Before(LastReadOfExitCode(worker)));
//
// "Before" means that the first call had returned before the second began. A wait counts if it reported that the object is Signaled. A
// matcher that does not match records its reason in the running test and also explains it in English.
#pragma once

#include <gmock/gmock.h>

#include <functional>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "trace/run.h"
#include "trace/verdict.h"

namespace lab::trace {
// How GoogleTest names a run in a failure.
void PrintTo(const Run& run, std::ostream* out);
}  // namespace lab::trace

namespace lab::checks {

using trace::Api;
using trace::Because;
using trace::Call;
using trace::kUnderTest;
using trace::Outcome;
using trace::Reason;
using trace::ReasonTable;
using trace::Run;
using trace::StepOf;

// A program that the program under test started, in the form that checks use.
struct Worker {
  int program = -1;       // index into Run::programs
  std::string name;       // "PartAdder 1 5"
  std::string arguments;  // "1 5"
};

// The programs named `name` that the program under test started directly, in the order in which they were started.
std::vector<Worker> started(const Run& run, const std::string& name);

// Makes a Because from a reason's row, the arguments for its sentence, and the moment that it names.
Because because(const Reason& reason, nlohmann::json args = nlohmann::json::object(), std::optional<std::uint64_t> order = std::nullopt);

// Records the reason (as JSON) and the outcome in the running test's properties "because" and "outcome".
void record(const Because& because, Outcome outcome);

// Why the program under test did not end by itself. None (a Because without a reason) if it did.
Because unfinished(const Run& run);

// Whether the text contains the sentence, ignoring letter case and white space.
bool says(const std::string& text, const std::string& sentence);

// Whether the program printed the sentence on stdout or stderr.
bool said(const Run& run, const std::string& sentence);

// The first line containing the sentence that the program printed on stdout or stderr; "" if there is none.
std::string line_saying(const Run& run, const std::string& sentence);

// How sentences refer to the run's program with that index, such as "PartAdder 1 5"; "?" if the index is invalid.
std::string name_of(const Run& run, int program);

// The moment of the first event of this kind for `program`; kNever if there is none.
std::uint64_t event_at(const Run& run, trace::EventKind kind, int program);

// Whether `moment` is before the end of `program`. False if the recording does not show when the program ended.
bool is_before_the_end(const Run& run, std::uint64_t moment, int program);

// The call that started `program`; null if it is not known.
const Call* start_of(const Run& run, int program);

// The command line that `program` was started with, or the path if CreateProcess was not passed a command line.
std::string command_line_of(const Run& run, int program);

// Whether the first word of the command line names `program`: with or without a path, quotes and ".exe".
bool begins_with_name(const std::string& line, const std::string& program);

// Whether the program under test called CreateProcess, successfully or not.
bool calls_create_process(const Run& run);

inline constexpr std::uint64_t kNever = ~std::uint64_t{0};  // used as a moment: it never happened

// When the program under test terminated `program` with TerminateProcess while it was still running; kNever if it did not.
std::uint64_t terminated_at(const Run& run, int program);

// A wait for the worker, begun earlier than `before`, that failed because its handle had been closed. None if there is no such wait.
Because waited_on_closed_handle(const Run& run, const Worker& worker, std::uint64_t before);

// The same, but also covers waits that were passed an invalid array, or a value that was never a handle. None if there is no such wait.
Because waited_on_no_open_handle(const Run& run, const Worker& worker, std::uint64_t before);

// A wait for several objects, begun earlier than `before`, that failed because its count exceeds the number of handles in its array, or
// because a handle is in the array twice. None if there is no such wait.
Because waited_on_unfit_array(const Run& run, std::uint64_t before = kNever);

// The program printed nothing after `label` and ended as if something had failed, although no call failed: a wait for programs had returned
// WAIT_OBJECT_0, and no exit code that the program read afterwards indicates a failure. None if this is not the case.
Because success_taken_for_failure(const Run& run, const std::string& label);

// The last thing that the program under test did at a known line of its source: "GetExitCodeProcess", "print \"total: 55\"".
struct LastStep {
  std::string what;                    // "-": it made no recorded call
  std::optional<std::uint64_t> order;  // when
};
LastStep last_step(const Run& run);

// The line with "Unable to" that a program printed before it ended by itself with a nonzero exit code; "" if there is none.
std::string giving_up(const Run& run);

// The program reported that it was unable to do something, and gave up, although `call` had succeeded and no later call failed. None if
// this is not the case.
Because success_taken_for_failure(const Run& run, const Call& call);
// The program closed its handle to a mailslot and passed it to `api` afterwards. None if it did not.
Because used_after_close(const Run& run, trace::Api api);
// The number `seen` that the program printed after the label is the return value of GetExitCodeProcess, not the exit code that the call
// stored in the variable. None if this is not the case.
Because result_taken_for_exit_code(const Run& run, const std::string& label, const std::string& seen);
// The program crashed during or after a call. None if it did not crash, or if it is not known which of several threads crashed.
Because crashed_in_call(const Run& run);
// Why `wait`, which the grader had to end, could never have ended: the program waited for itself, or for a program that it had started
// suspended and never resumed. None if neither is the case.
Because why_never_over(const Run& run, const Call& wait);

// Matches a run if `test` returns no reason against it.
class RunMatcher {
 public:
  using is_gtest_matcher = void;
  // `about_the_end`: the requirement is about the program's output or about how it ended. If the program crashed or had to be terminated,
  // that is the reason.
  RunMatcher(std::string description, std::function<Because(const Run&)> test, bool about_the_end = false);
  bool MatchAndExplain(const Run& run, testing::MatchResultListener* listener) const;
  void DescribeTo(std::ostream* out) const { *out << description_; }
  void DescribeNegationTo(std::ostream* out) const { *out << "not: " << description_; }

  // The reason against the run, if there is one. Its run, program and place are filled in. For a matcher that is about the end, a crash or
  // a termination by the grader takes precedence.
  Because reason_against(const Run& run) const;

 private:
  std::string description_;
  std::function<Because(const Run&)> test_;
  bool about_the_end_;
};

// Something that a program does, and the calls that do it.
struct Action {
  std::string what;
  std::function<std::vector<const Call*>(const Run&)> find;
  std::function<Because(const Run&, const Call* too_early)> missed;  // why it had not happened before `too_early` or, if that is null,
                                                                     // before the run ended
  bool may_be_absent = false;                                        // as the second of two actions: a run without it meets the requirement
};

Action WaitUntilSignaled(const Worker& worker);
Action LastReadOfExitCode(const Worker& worker);
Action StartOf(const Worker& worker);
Action FirstWaitFor(const Worker& worker);

class Does {
 public:
  explicit Does(Action action) : action_(std::move(action)) {}
  // If the run does not contain the second action, the first must have happened before the run ended, unless the second may be absent.
  RunMatcher Before(Action second) const;

 private:
  Action action_;
};

RunMatcher Started(const std::string& program, std::vector<std::string> arguments);  // with exactly these arguments, in any order
RunMatcher TriedToStart(const std::string& program, int times);  // CreateProcess was called and failed; `times` starts were expected
RunMatcher Prints(const std::string& label, std::uint64_t number);
RunMatcher PrintsSomeNumber(const std::string& label);
RunMatcher PrintsNo(const std::string& label);
RunMatcher Says(const std::string& sentence);
RunMatcher EndsWith(std::uint32_t exit_code);
RunMatcher ClosesEveryHandleOf(const std::string& program);
RunMatcher ClosesNothingTwice();
RunMatcher UsesNoWildHandle();
RunMatcher NeverSpins();

// Premises of other checks: the program waits for at least one of the workers, or polls until one has ended; it ends by itself and has
// obtained handles to such programs.
RunMatcher WaitsForAnyOf(const std::vector<Worker>& workers);
RunMatcher HasHandlesToClose(const std::string& program);

// The number that the program printed after the label; if it printed several, the last one. Labels and numbers are whole tokens.
std::optional<std::string> printed_number(const Run& run, const std::string& label);

}  // namespace lab::checks
