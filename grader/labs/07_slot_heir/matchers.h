// The matchers for lab 07: what a program does to leave its mailslot to a child, and what that child, its heir, does with it. `slot` is a
// name such as "mailbox".
#pragma once

#include <optional>
#include <string>

#include "checks/matchers.h"

namespace lab::labs {

using namespace checks;

// The child that inherited a handle to the receiver's end of the mailslot; if there is none, the first child that is another instance of
// the program.
std::optional<Worker> heir_of(const Run& run, const std::string& slot);

// The program starts another instance of itself, which inherits a handle to the receiver's end.
RunMatcher LeavesToAnHeir(const std::string& slot);

// The heir reads from the mailslot, so it has inherited the handle and knows its value.
RunMatcher HeirReads(const std::string& slot);

// The output contains every message that was written to the mailslot, each on its own line, in order.
RunMatcher HeirPrintsEveryMessage(const std::string& slot);

// On the message `exit`, the heir prints GoodBye!, ends with exit code 0, and does not read again.
RunMatcher HeirStopsAtTheMessageExit(const std::string& slot);

// The program waits until the heir has ended. The reason never contains the handle's value, which can be different each time.
RunMatcher WaitsForItsHeir(const std::string& slot);

// From the first message that arrives after the heir was started, only the heir has an open handle to the receiver's end.
RunMatcher KeepsNoHandleOf(const std::string& slot);

// The heir closes the handle that it inherited, exactly once.
RunMatcher HeirClosesItsHandle(const std::string& slot);

}  // namespace lab::labs
