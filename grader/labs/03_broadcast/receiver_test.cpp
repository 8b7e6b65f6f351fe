// A receiver on a virtual LAN, in handwritten runs: its output names its computer.
#include <gtest/gtest.h>

#include "checks/cases.h"
#include "checks/mail_by_hand.h"
#include "labs/03_broadcast/matchers.h"

namespace lab::labs {

using namespace checks;

namespace {

using trace::Program;

constexpr char kSlot[] = "mailbox";

class Receiver : public MailByHand {
 public:
  Receiver() : MailByHand("BroadcastReceiver") { creates(kSlot); }
};

// The program prints this line for the message "hello".
auto prints_for_hello(const std::string& line) {
  return [=](Receiver& it) {
    it.passes("hello", line + "\n");
    it.passes("exit", "");
  };
}
// The same with a line that does not name PC2.
Case<Receiver> unnamed(const char* name, const std::string& line) {
  return {name, {"computer_not_named", {{"expected", "[PC2] hello"}, {"seen", line}}}, prints_for_hello(line)};
}

// Nothing can be posted then: a check tests CreatesSlot first, which explains why.
void has_no_slots(Receiver& it) {
  it.passes("hello", "hello\n");
  it.run.slots.clear();
}

const Cases<Receiver> kNamesItsComputer{
    {"BeforeEachMessage", "",
     [](auto& it) {
       it.passes("hello", "[PC2] hello\r\n");
       it.passes("two words", "[PC2] two words\r\n");
       it.passes("exit", "");
     }},
    {"BehindAPromptThatIsAlwaysTheSame", "",
     [](auto& it) {
       it.passes("hello", "got: [PC2] hello\n");
       it.passes("bye", "got: [PC2] bye\n");
     }},
    unnamed("TheMessageAlone", "hello"),
    unnamed("AnotherComputer", "[PC1] hello"),
    unnamed("WithoutBrackets", "PC2: hello"),
    unnamed("LowerCase", "[pc2] hello"),
    unnamed("WithoutABlank", "[PC2]hello"),
    {"AnotherText", "message_misprinted", prints_for_hello("[PC2] hallo")},
    {"OverranAnArray", "array_overrun",
     [](auto& it) {
       it.posts("hello");
       it.ends(Program::End::kCrashed, 0xC000001D);
       it.run.facts["built_from"] = "source";
     }},
    {"WithoutMailslots", "never_read", has_no_slots},
};
INSTANTIATE_TEST_SUITE_P(NamesItsComputer, Matcher, rows(kNamesItsComputer, NamesItsComputer(kSlot, "PC2")), name_of_row);

const Cases<Receiver> kCreatesNoSlot{{"WithoutMailslots", "creation_failed", has_no_slots}};
INSTANTIATE_TEST_SUITE_P(ReceiverCreatesNoSlot, Matcher, rows(kCreatesNoSlot, CreatesSlot(kSlot)), name_of_row);

}  // namespace
}  // namespace lab::labs
