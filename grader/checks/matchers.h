// The matchers that checks are written with: what a program did. They explain themselves.
//
//   EXPECT_THAT(run, Does(WaitUntilSignaled(worker)).Before(LastReadOfExitCode(worker)));
//
// "Before": the first call had returned before the second began. A wait counts when it returned signaled for that object.
// A matcher that does not match records its reason with the running test, and says it in English, too.
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

// A program that the one under test started, as a check speaks of it.
struct Worker {
  int program = -1;       // index into Run::programs
  std::string name;       // "PartAdder 1 5"
  std::string arguments;  // "1 5"
};

// The programs called `name` that the program under test started itself, in the order of their starts.
std::vector<Worker> started(const Run& run, const std::string& name);

// A reason: its row and the arguments of its sentence.
Because because(const Reason& reason, nlohmann::json args = nlohmann::json::object(), std::optional<std::uint64_t> order = std::nullopt);

// Makes the reason and the outcome those of the running test: its properties "because" (as JSON) and "outcome".
void record(const Because& because, Outcome outcome);

// Why the program under test did not come to its own end, if it did not.
Because unfinished(const Run& run);

// Whether the text has the sentence in it: letter case and blanks do not count.
bool says(const std::string& text, const std::string& sentence);

// Whether the program said it, on stdout or stderr.
bool said(const Run& run, const std::string& sentence);

// The first line with the sentence in it that the program printed, on stdout or stderr; "" for none.
std::string line_saying(const Run& run, const std::string& sentence);

// How a sentence names that program of the run: "PartAdder 1 5"; "?" when there is none.
std::string name_of(const Run& run, int program);

// The moment of the first such event of that program of the run; kNever: there was none.
std::uint64_t event_at(const Run& run, trace::EventKind kind, int program);

// Whether that moment came before that program of the run had ended. False where the recording does not say when that was.
bool is_before_the_end(const Run& run, std::uint64_t moment, int program);

// The call that started that program of the run; null where none is known.
const Call* start_of(const Run& run, int program);

// What that program of the run was started with: the command line, or the path where CreateProcess was given none.
std::string command_line_of(const Run& run, int program);

// Whether the first word of the command line is that program: alone or in a path, in quotes or not, with or without ".exe".
bool begins_with_name(const std::string& line, const std::string& program);

// Whether the program under test has called CreateProcess, whatever came of it.
bool calls_create_process(const Run& run);

inline constexpr std::uint64_t kNever = ~std::uint64_t{0};  // as a moment: it did not happen

// When the program under test ended that program, which was still running, with TerminateProcess; kNever when it did not.
std::uint64_t terminated_at(const Run& run, int program);

// A wait for the worker, begun before that moment, was given a handle that had been closed: why it told nothing. None when there was none.
Because waited_on_closed_handle(const Run& run, const Worker& worker, std::uint64_t before);

// The same, and of a wait that was given what never was a handle of the program.
Because waited_on_no_open_handle(const Run& run, const Worker& worker, std::uint64_t before);

// A wait for several, begun before that moment, was given a count that is larger than the number of handles in its array, or the same
// handle twice. None when there was none.
Because waited_on_unfit_array(const Run& run, std::uint64_t before = kNever);

// The program printed nothing behind `label` and ended as if something had failed, although no call did: a wait for programs had returned
// WAIT_OBJECT_0, and what exit codes it read after that were none of a failure. None where that is not so.
Because success_taken_for_failure(const Run& run, const std::string& label);

// What the program under test did last, in the line of its source that is known last: "GetExitCodeProcess", "print \"total: 55\"".
struct LastStep {
  std::string what;                    // "-": it called nothing that is watched
  std::optional<std::uint64_t> order;  // when
};
LastStep last_step(const Run& run);

// The line by which a program that ended by itself, with another exit code than 0, says that it is "Unable to" go on; "" for none.
std::string giving_up(const Run& run);

// The program gave up, saying that it is unable to do something, although its last call had succeeded, which is this one. None when it did
// not.
Because success_taken_for_failure(const Run& run, const Call& call);
// The program closed its handle of a mailslot and gave it to `api` afterwards. None when it did not.
Because used_after_close(const Run& run, trace::Api api);
// The program printed `seen` behind the label, which is what GetExitCodeProcess returned and not the code that it put into the variable.
// None when it did not.
Because result_taken_for_exit_code(const Run& run, const std::string& label, const std::string& seen);
// The program crashed within a call, or after one. None when it did not, and where it is not known which of several threads crashed.
Because crashed_in_call(const Run& run);
// Why that wait, which the grader had to end, could never be over: it was for the program itself, or for one that was never let run. None
// where it is neither.
Because why_never_over(const Run& run, const Call& wait);

// Matches a run when `test` gives no reason against it.
class RunMatcher {
 public:
  using is_gtest_matcher = void;
  // `about_the_end`: the demand is on what the program printed or how it ended. Where the program crashed or had to be ended, that is the
  // reason.
  RunMatcher(std::string description, std::function<Because(const Run&)> test, bool about_the_end = false);
  bool MatchAndExplain(const Run& run, testing::MatchResultListener* listener) const;
  void DescribeTo(std::ostream* out) const { *out << description_; }
  void DescribeNegationTo(std::ostream* out) const { *out << "not: " << description_; }

  // The reason against the run, if there is one. `run` and the crash or the end by the grader are filled in.
  Because reason_against(const Run& run) const;

 private:
  std::string description_;
  std::function<Because(const Run&)> test_;
  bool about_the_end_;
};

// Moments that something was done by, or began at.
struct Action {
  std::string what;
  std::function<std::vector<const Call*>(const Run&)> find;
  std::function<Because(const Run&, const Call* too_early)> missed;  // why it had not been done by then; null: by the end of the run
  bool may_be_absent = false;                                        // as the second of two actions: a run without it meets the demand
};

Action WaitUntilSignaled(const Worker& worker);
Action LastReadOfExitCode(const Worker& worker);
Action StartOf(const Worker& worker);
Action FirstWaitFor(const Worker& worker);

class Does {
 public:
  explicit Does(Action action) : action_(std::move(action)) {}
  // With no second action in the run, the first must have been done before the run ended, unless the second may be absent.
  RunMatcher Before(Action second) const;

 private:
  Action action_;
};

RunMatcher Started(const std::string& program, std::vector<std::string> arguments);  // these, in any order, and no others
RunMatcher TriedToStart(const std::string& program, int times);  // CreateProcess was called and failed, as the first of so many starts
RunMatcher Prints(const std::string& label, std::uint64_t number);
RunMatcher PrintsSomeNumber(const std::string& label);
RunMatcher PrintsNo(const std::string& label);
RunMatcher Says(const std::string& sentence);
RunMatcher EndsWith(std::uint32_t exit_code);
RunMatcher ClosesEveryHandleOf(const std::string& program);
RunMatcher ClosesNothingTwice();
RunMatcher UsesNoWildHandle();
RunMatcher NeverSpins();

// There is something to judge of how it was done: it waits for one of them at all, by a wait or by asking until that one has ended; ends by
// itself, having been given handles of such programs.
RunMatcher WaitsForAnyOf(const std::vector<Worker>& workers);
RunMatcher HasHandlesToClose(const std::string& program);

// The number that follows the label in what the program printed, the last time it does. Labels and numbers are whole tokens.
std::optional<std::string> printed_number(const Run& run, const std::string& label);

}  // namespace lab::checks
