// What a chat does with its own mailslot and with its peer's.
#pragma once

#include <string>

#include "checks/matchers.h"

namespace lab::labs {

using namespace checks;

RunMatcher HasSomebodyWhoReads(const std::string& mine);  // the one thread of a chat waits for the keyboard
RunMatcher TakesNoTurns(const std::string& mine, const std::string& theirs);
RunMatcher SpeaksOneWidth(const std::string& mine, const std::string& theirs);
// In a run in which the peer is there all the time.
RunMatcher SaysNotSentOfNothingSent(const std::string& theirs);
RunMatcher GoesOnWithoutItsPeer(const std::string& theirs);
RunMatcher EndsWhenTheTypingEnds();

}  // namespace lab::labs
