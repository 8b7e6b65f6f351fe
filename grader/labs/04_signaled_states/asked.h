// What a program asked process objects, and what it printed when. The matchers of StateWatcher and those of FirstAndAll are made of it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "checks/matchers.h"

namespace lab::labs {

using namespace checks;

// When the sentence had been printed; kNever when it is there only once the program has ended, nothing when it was not printed.
std::optional<std::uint64_t> said_at(const Run& run, const std::string& sentence);

// Whether the call waited for the worker's process.
bool waits_for(const Call& call, const Worker& worker);

// Waiting for the first thread in place of the process, or by a handle that is closed, explains most of what comes of it.
Because waited_for_something_else(const Run& run, const Worker& worker, std::uint64_t before = kNever);

// The first call by which the program learnt that the worker is Signaled.
const Call* told_signaled(const Run& run, const Worker& worker, std::uint64_t after = 0);

// When the worker ended; kNever when it did not.
std::uint64_t ended_at(const Run& run, const Worker& worker);

// A program that ended by its own decision says itself why what was expected did not come.
Because not_printed(const Run& run, const std::string& word);

std::span<const Reason> first_and_all_reasons();  // the table of first_and_all.cpp

}  // namespace lab::labs
