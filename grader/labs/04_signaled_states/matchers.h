// The matchers for lab 04: what a program prints about the states of process objects, and which return values make it print that.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "checks/matchers.h"

namespace lab::labs {

using namespace checks;

// When the whole word was first printed; nothing if it was not. A word consists of letters, digits, '_' and '-'; case is ignored.
std::optional<std::uint64_t> printed_at(const Run& run, const std::string& word);

// The program calls CreateProcess, successfully or not.
RunMatcher TriesToStartAnything();

// Not every wait for the worker used a handle that the program had already closed.
RunMatcher KeepsTheHandleToWaitBy(const Worker& worker);

// The program did not give up because it treated the result of a wait that had succeeded as a failure.
RunMatcher TakesNoAnswerForAFailure(const Worker& worker);

// "Non-Signaled" was printed before any "Signaled", after a wait with a time-out of 0 had shown it.
RunMatcher SaysNonSignaledOf(const Worker& worker);

// "Signaled" was printed after a wait had found the worker's process Signaled.
RunMatcher SaysSignaledOf(const Worker& worker);

// Whether the word "Signaled" was printed more than once.
bool says_signaled_twice(const Run& run);

// After a wait has found the worker Signaled, a later wait finds it Signaled again.
RunMatcher AsksAgainOf(const Worker& worker);

// The word "Timeout" was printed after waits of `milliseconds` in total (within 10 %) had timed out, and the program then kept waiting for
// the worker's end.
RunMatcher ReportsTheTimeoutOf(const Worker& worker, std::uint32_t milliseconds);
RunMatcher ReportsNoTimeout();

// A failed wait is reported as failed, and is not treated as if it had shown that the worker is Signaled.
RunMatcher ReportsAFailedWait(const Worker& worker);

// The number after "first:" is one of `numbers`.
RunMatcher NamesTheFirst(const std::vector<Worker>& workers, const std::vector<std::uint64_t>& numbers);

// For a run in which a wait fails: there is no number after "first:", or it is `number`.
RunMatcher NamesTheFirstIfAny(const std::vector<Worker>& workers, std::uint64_t number);

// "all: Signaled" was printed only after waits had shown that every one of the workers had ended.
RunMatcher SaysAllAreSignaled(const std::vector<Worker>& workers);

// For a run in which a wait fails: the same, or it was not printed.
RunMatcher SaysAllAreSignaledIfTheyAre(const std::vector<Worker>& workers);

// No program was started at all.
RunMatcher StartsNothing();

// The program does not refuse `programs` programs: it prints no "Too many", and it tries to start at least one, successfully or not.
RunMatcher RefusesNoneOf(int programs);
RunMatcher TriesToStartOneOf(int programs);

}  // namespace lab::labs
