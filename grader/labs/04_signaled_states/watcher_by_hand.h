// Handwritten test runs of a StateWatcher and its child.
#pragma once

#include <string>

#include "checks/states_by_hand.h"
#include "labs/04_signaled_states/matchers.h"

namespace lab::labs {

using namespace checks;

// A StateWatcher that has started its Child.
class Watcher : public StatesByHand {
 public:
  Watcher() : StatesByHand("StateWatcher", {"Child"}) {}
  const Worker& child() const { return workers[0]; }

  // Reports that it is unable to continue, and ends with this exit code.
  void gives_up(const std::string& line, std::uint32_t exit_code = 1) {
    prints(line, "stderr");
    ends(trace::Program::End::kItself, exit_code);
  }
};

// The matchers, for its child.
inline RunMatcher says_non_signaled(const Watcher& it) { return SaysNonSignaledOf(it.child()); }
inline RunMatcher says_signaled(const Watcher& it) { return SaysSignaledOf(it.child()); }
inline RunMatcher asks_again(const Watcher& it) { return AsksAgainOf(it.child()); }
inline RunMatcher reports_the_timeout(const Watcher& it) { return ReportsTheTimeoutOf(it.child(), kMilliseconds); }
inline RunMatcher reports_a_failed_wait(const Watcher& it) { return ReportsAFailedWait(it.child()); }

}  // namespace lab::labs
