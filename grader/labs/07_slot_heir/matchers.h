// The matchers of lab 07: what a program does to leave its mailslot to a child, and what that child, its heir, does with it. `slot` is a
// name as in "mailbox".
#pragma once

#include <optional>
#include <string>

#include "checks/matchers.h"

namespace lab::labs {

using namespace checks;

// The child that inherited a handle to the receiver's end of the mailslot; else the first child that is the program once more.
std::optional<Worker> heir_of(const Run& run, const std::string& slot);

// A child was started that is the program once more and inherits such a handle.
RunMatcher LeavesToAnHeir(const std::string& slot);

// The heir reads the mailslot: it has the handle that it inherited, and knows which that is.
RunMatcher HeirReads(const std::string& slot);

// What was written to the mailslot stands in the output, each message on a line of its own, in order.
RunMatcher HeirPrintsEveryMessage(const std::string& slot);

// On the message exit: GoodBye!, exit code 0, and no further read.
RunMatcher HeirStopsAtTheMessageExit(const std::string& slot);

// The heir was waited for until its end. The reason never has its handle's number in it, which may be another one each time.
RunMatcher WaitsForItsHeir(const std::string& slot);

// From the first message on that comes once the heir is there, no handle to the receiver's end is open but the heir's.
RunMatcher KeepsNoHandleOf(const std::string& slot);

// The heir closes what it inherited, once.
RunMatcher HeirClosesItsHandle(const std::string& slot);

}  // namespace lab::labs
