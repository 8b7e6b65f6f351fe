// What a program asked about process objects, and what it printed when. Shared by the matchers for StateWatcher and FirstAndAll.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "checks/matchers.h"

namespace lab::labs {

using namespace checks;

// When the sentence had been printed completely; kNever if it appears only in the output as a whole, nothing if it was not printed.
std::optional<std::uint64_t> said_at(const Run& run, const std::string& sentence);

// Whether the call waits for the worker's process.
bool waits_for(const Call& call, const Worker& worker);

// The program waited for the worker's first thread instead of the process, or passed a closed handle to a wait; that explains most of the
// consequences. None if it did neither.
Because waited_for_something_else(const Run& run, const Worker& worker, std::uint64_t before = kNever);

// The first call after `after` that showed the program that the worker is Signaled.
const Call* told_signaled(const Run& run, const Worker& worker, std::uint64_t after = 0);

// When the worker ended; kNever if it did not.
std::uint64_t ended_at(const Run& run, const Worker& worker);

// The reason for a word that was not printed. If the program ended by its own decision, its own message explains that.
Because not_printed(const Run& run, const std::string& word);

std::span<const Reason> first_and_all_reasons();  // the table of first_and_all.cpp

}  // namespace lab::labs
