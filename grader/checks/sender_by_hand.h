// Handwritten test runs of a sender.
#pragma once

#include <string>
#include <vector>

#include "checks/mail_by_hand.h"

namespace lab::checks {

inline constexpr char kSenderSlot[] = "mailbox";

// A sender that has opened the grader's mailslot.
class Sender : public MailByHand {
 public:
  explicit Sender(bool wide = true) : MailByHand("MailSender") {
    slot(kSenderSlot, -1);
    opens(0, wide);
  }
  // The line is typed, and the program writes these messages for it.
  void line(const std::string& text, const std::vector<std::string>& messages) {
    types(text + "\n");
    for (const std::string& message : messages) writes(message);
  }
  void stops() {
    sends("exit");
    says_goodbye();
  }
  // The sender does everything correctly.
  void sends_well() {
    sends("a");
    sends("two words");
    stops();
  }
  void sends_whole_buffers() {
    line("hello", {std::string("hello\0\0\0\0\0", 10)});
    line("two words", {std::string("two words\0", 10)});
  }
};

}  // namespace lab::checks
