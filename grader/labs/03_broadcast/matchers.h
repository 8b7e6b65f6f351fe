// The matchers of lab 03: addresses on a virtual LAN, and which computers a message reaches. The texts that are expected are those typed.
#pragma once

#include <string>
#include <vector>

#include "checks/matchers.h"

namespace lab::labs {

using namespace checks;

// The mailslot was opened on that computer; "*" are all of the domain.
RunMatcher Addresses(const std::string& computer, const std::string& slot);

// The mailslot of each of these computers got every line, in order; those of all others got nothing.
RunMatcher Reaches(const std::vector<std::string>& computers, const std::string& slot);

// One WriteFile a line, whatever the number of receivers.
RunMatcher WritesEachLineOnce(const std::string& slot);

// The line that is too long is said to be so and not sent, nor any part of it; the next one is.
RunMatcher RefusesTheLongLine(const std::string& slot);

// Says `Unable to broadcast` and the number of the error, and ends with 1.
RunMatcher ReportsTheRefusal(std::uint32_t error);

// Each message stands on a line of its own behind the computer's name in brackets: "[PC2] hello".
RunMatcher NamesItsComputer(const std::string& slot, const std::string& computer);

}  // namespace lab::labs
