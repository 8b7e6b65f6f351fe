// Handwritten runs of a sender on a virtual LAN with three computers, for testing the matchers.
#pragma once

#include <string>
#include <vector>

#include "checks/mail_by_hand.h"
#include "labs/03_broadcast/matchers.h"

namespace lab::labs {

using namespace checks;

inline constexpr char kBroadcastSlot[] = "mailbox";

// Three computers, each with one mailslot: slots 0, 1 and 2.
class Sender : public MailByHand {
 public:
  Sender() : MailByHand("BroadcastSender") {
    for (const char* computer : {"PC1", "PC2", "PC3"}) run.slots.at(static_cast<std::size_t>(slot(kBroadcastSlot, -1))).computer = computer;
  }
  int opens_address(const std::string& computer, const std::string& name = kBroadcastSlot) {
    const int address = slot(name, -1);
    run.slots.back().computer = computer;
    run.slots.back().address = true;
    opens(address).text["name"] = "\\\\" + computer + "\\mailslot\\" + name;
    return address;
  }
  // One WriteFile to the address, which delivers the text to these mailslots, `copies` times each.
  Call& broadcasts(int address, const std::string& text, const std::vector<int>& reached = {0, 1, 2}, int copies = 1) {
    Call& write = writes(text, address);
    for (const int slot : reached)
      for (int copy = 0; copy < copies; ++copy) delivers(write, slot);
    return write;
  }
  Call& line(int address, const std::string& text, const std::vector<int>& reached = {0, 1, 2}, int copies = 1) {
    types(text + "\n");
    return broadcasts(address, text, reached, copies);
  }
  void stops(int address, const std::vector<int>& reached = {0, 1, 2}) {
    line(address, "exit", reached);
    says_goodbye();
  }
  Because against(const RunMatcher& matcher) const { return matcher.reason_against(run); }
};

// A sender that has opened the address for all computers.
class Broadcast : public Sender {
 public:
  Broadcast() : address(opens_address("*")) {}
  const int address;
};

}  // namespace lab::labs
