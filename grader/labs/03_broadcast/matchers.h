// The matchers for lab 03: addresses on a virtual LAN, and which computers a message reaches. The expected strings are the lines that were
// typed.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "checks/matchers.h"

namespace lab::labs {

using namespace checks;

// The mailslot was opened on this computer; "*" stands for all computers in the domain.
RunMatcher Addresses(const std::string& computer, const std::string& slot);

// The mailslot on each of these computers received every line, in order; mailslots on all other computers received nothing.
RunMatcher Reaches(const std::vector<std::string>& computers, const std::string& slot);

// One WriteFile per line, whatever the number of receivers.
RunMatcher WritesEachLineOnce(const std::string& slot);

// The line that is too long is reported, and no part of it is sent; the next line is sent.
RunMatcher RefusesTheLongLine(const std::string& slot);

// Prints `Unable to broadcast` and the error number, and ends with exit code 1.
RunMatcher ReportsTheRefusal(std::uint32_t error);

// Prints each message on its own line, after the computer's name in brackets: "[PC2] hello".
RunMatcher NamesItsComputer(const std::string& slot, const std::string& computer);

std::span<const Reason> computer_name_reasons();  // the table of computer_name.cpp

}  // namespace lab::labs
