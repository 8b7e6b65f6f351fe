// The matchers of lab 04: what a program says of the states of process objects, and on which answers it says so.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "checks/matchers.h"

namespace lab::labs {

using namespace checks;

// The moment at which the whole word (letters, digits, '_' and '-' inside; any case) was printed first; nothing when it was not.
std::optional<std::uint64_t> printed_at(const Run& run, const std::string& word);

// It has called CreateProcess, whatever came of that.
RunMatcher TriesToStartAnything();

// Not all its waits were given a handle that it had closed.
RunMatcher KeepsTheHandleToWaitBy(const Worker& worker);

// "Non-Signaled" was printed, before any "Signaled", and a wait of no time had told so while the worker was running.
RunMatcher SaysNonSignaledOf(const Worker& worker);

// "Signaled" was printed on the answer of a wait that found the worker's process Signaled.
RunMatcher SaysSignaledOf(const Worker& worker);

// Whether the word "Signaled" was printed more than once.
bool says_signaled_twice(const Run& run);

// ... and a later wait found it Signaled again.
RunMatcher AsksAgainOf(const Worker& worker);

// The word "Timeout" was printed when waits of so many milliseconds in all (a tenth more or less) had run into their time-outs, and the
// worker's end was waited for all the same.
RunMatcher ReportsTheTimeoutOf(const Worker& worker, std::uint32_t milliseconds);
RunMatcher ReportsNoTimeout();

// A wait that failed is reported as such, and not taken for one that told that the worker is Signaled.
RunMatcher ReportsAFailedWait(const Worker& worker);

// The number after "first:" is one of these.
RunMatcher NamesTheFirst(const std::vector<Worker>& workers, const std::vector<std::uint64_t>& numbers);

// There is no number after "first:", or it is this one: of a run in which a wait fails.
RunMatcher NamesTheFirstIfAny(const std::vector<Worker>& workers, std::uint64_t number);

// "all: Signaled" was printed once the last of the programs called so had ended, on waits that told so.
RunMatcher SaysAllAreSignaled(const std::vector<Worker>& workers);

// ... or was not printed: of a run in which a wait fails.
RunMatcher SaysAllAreSignaledIfTheyAre(const std::vector<Worker>& workers);

// No program was started at all.
RunMatcher StartsNothing();

// So many programs are not refused: no "Too many" is printed, and it has tried to start one, whatever came of that.
RunMatcher RefusesNoneOf(int programs);
RunMatcher TriesToStartOneOf(int programs);

}  // namespace lab::labs
