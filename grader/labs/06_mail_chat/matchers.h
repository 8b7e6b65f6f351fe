// The matchers for lab 06: what a chat program does with its own mailslot and with its peer's.
#pragma once

#include <string>

#include "checks/matchers.h"

namespace lab::labs {

using namespace checks;

RunMatcher HasSomebodyWhoReads(const std::string& mine);  // not if the chat has only one thread, which waits for the keyboard
RunMatcher TakesNoTurns(const std::string& mine, const std::string& theirs);
RunMatcher SpeaksOneWidth(const std::string& mine, const std::string& theirs);
// Use this for a run in which the peer's mailslot exists all the time.
RunMatcher SaysNotSentOfNothingSent(const std::string& theirs);
RunMatcher GoesOnWithoutItsPeer(const std::string& theirs);
RunMatcher EndsWhenTheTypingEnds();

}  // namespace lab::labs
