// A StateWatcher and its child, in runs made by hand for tests.
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
  std::string non_signaled() const { return reason(SaysNonSignaledOf(child())); }
  std::string signaled() const { return reason(SaysSignaledOf(child())); }
  std::string again() const { return reason(AsksAgainOf(child())); }
  std::string timeout() const { return reason(ReportsTheTimeoutOf(child(), kMilliseconds)); }
  std::string failed_wait() const { return reason(ReportsAFailedWait(child())); }
};

}  // namespace lab::labs
