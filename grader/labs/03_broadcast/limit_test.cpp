// What can travel and what cannot, on runs of a sender made by hand: 424 bytes, and what a program does with more of them.
#include <gtest/gtest.h>

#include "labs/03_broadcast/broadcast_by_hand.h"

namespace lab::labs {

using namespace checks;

namespace {

using trace::Program;

constexpr const char* kSlot = kBroadcastSlot;

class LongLine : public Broadcast {
 public:
  LongLine() { line(address, "before"); }
  // It is typed, and this is printed for it.
  void refuses(const std::string& printed) {
    types(kLong + "\n");
    prints(printed);
  }
  void goes_on() {
    line(address, "behind");
    stops(address);
  }
  std::string refusing() const { return reason(RefusesTheLongLine(kSlot)); }
  const std::string kLong = std::string(450, 'x');
};

TEST(RefusesTheLongLine, SaysSoAndGoesOn) {
  LongLine it;
  it.refuses("message  TOO long: 900 bytes\r\n");
  it.goes_on();
  EXPECT_EQ(it.refusing(), "");
  LongLine asked_the_network;
  asked_the_network.types(asked_the_network.kLong + "\n");
  MailByHand::failed(asked_the_network.writes(asked_the_network.kLong, asked_the_network.address), 53);
  asked_the_network.prints("Message too long\r\n");
  asked_the_network.goes_on();
  EXPECT_EQ(asked_the_network.refusing(), "");
}

TEST(RefusesTheLongLine, TellsEachMistake) {
  LongLine unsaid;
  unsaid.refuses("too long\r\n");
  unsaid.goes_on();
  EXPECT_EQ(unsaid.refusing(), "sentence_not_printed");
  LongLine written;
  written.types(written.kLong + "\n");
  Call& write = MailByHand::failed(written.writes(written.kLong, written.address), 53);
  const std::uint64_t order = write.begin.order;
  written.goes_on();
  const Because refused = written.against(RefusesTheLongLine(kSlot));
  EXPECT_EQ(refused.id(), "too_long_for_the_network");
  EXPECT_EQ(refused.args["bytes"], 900);
  EXPECT_EQ(refused.args["error"], 53);
  EXPECT_EQ(refused.order, order);
  LongLine part;
  part.refuses("Message too long\r\n");
  const std::uint64_t piece = part.broadcasts(part.address, std::string(212, 'x')).begin.order;
  part.goes_on();
  const Because sent = part.against(RefusesTheLongLine(kSlot));
  EXPECT_EQ(sent.id(), "sent_part_of_long_line");
  EXPECT_EQ(sent.args["count"], 450);
  EXPECT_EQ(sent.order, piece + 2);  // the first delivery
  LongLine ended;
  ended.refuses("Message too long\r\n");
  const Because end = ended.against(RefusesTheLongLine(kSlot));
  EXPECT_EQ(end.id(), "ended_on_long_line");
  EXPECT_EQ(end.args["count"], 450);
  LongLine stopped;
  stopped.refuses("Message too long\r\n");
  stopped.types("behind\n");
  const Because stop = stopped.against(RefusesTheLongLine(kSlot));
  EXPECT_EQ(stop.id(), "stopped_at_long_line");
  EXPECT_EQ(stop.args["line"], "behind");
}

TEST(RefusesTheLongLine, TheLimitIsInBytes) {
  const std::string middle(300, 'm'), longest(200, 'l');
  LongLine wide;
  wide.line(wide.address, longest);
  wide.types(middle + "\n");
  wide.refuses("Message too long\r\n");
  wide.goes_on();
  EXPECT_EQ(wide.refusing(), "");
  LongLine narrow;
  narrow.run.calls[0].wide = false;
  narrow.line(narrow.address, std::string(212, 'k'));
  narrow.types(middle + "\n");
  narrow.refuses("Message too long\r\n");
  narrow.goes_on();
  const Because because = narrow.against(RefusesTheLongLine(kSlot));
  EXPECT_EQ(because.id(), "could_have_travelled");
  EXPECT_EQ(because.args["count"], 300);
  LongLine unsaid;
  unsaid.types(longest + "\n");
  unsaid.goes_on();
  EXPECT_EQ(unsaid.refusing(), "line_not_sent");
  LongLine cut;
  cut.types(longest + "\n");
  cut.broadcasts(cut.address, longest.substr(0, 127));
  cut.refuses("");
  cut.goes_on();
  EXPECT_EQ(cut.refusing(), "line_cut");
}

TEST(RefusesTheLongLine, TheLimitItselfCanTravel) {
  const std::string shorter(211, 's'), limit(212, 'l');
  LongLine it;
  it.line(it.address, shorter);
  it.line(it.address, limit);
  it.refuses("Message too long\r\n");
  it.goes_on();
  EXPECT_EQ(it.refusing(), "");
  LongLine less;
  less.line(less.address, shorter);
  less.types(limit + "\n");
  less.refuses("Message too long\r\n");
  less.goes_on();
  const Because because = less.against(RefusesTheLongLine(kSlot));
  EXPECT_EQ(because.id(), "limit_itself_refused");
  EXPECT_EQ(because.args["count"], 212);
  EXPECT_EQ(because.args["bytes"], 424);
}

TEST(RefusesTheLongLine, ATerminatorThatTravelsIsPartOfTheMessage) {
  LongLine it;
  it.types("with its end\n");
  it.broadcasts(it.address, "with its end\n");
  it.types(std::string(211, 's') + "\n");
  it.broadcasts(it.address, std::string(211, 's') + "\n");
  it.types(std::string(212, 'l') + "\n");
  it.refuses("Message too long\r\n");
  it.goes_on();
  EXPECT_EQ(it.refusing(), "");
}

TEST(RefusesTheLongLine, NobodyNeedsRoomForMoreThanAMessageHas) {
  LongLine it;
  it.line(it.address, std::string(200, 'm'));
  it.types(std::string(201, 's') + "\n");
  it.types(std::string(212, 'l') + "\n");
  it.refuses("Message too long\r\n");
  it.goes_on();
  EXPECT_EQ(it.refusing(), "");
  LongLine silent;
  silent.types(std::string(201, 's') + "\n");
  silent.goes_on();
  EXPECT_EQ(silent.refusing(), "line_not_sent");
  LongLine less;
  less.types(std::string(200, 'm') + "\n");
  less.refuses("Message too long\r\n");
  less.goes_on();
  EXPECT_EQ(less.refusing(), "could_have_travelled");
}

TEST(RefusesTheLongLine, ACrashOnItIsTheReasonAndAnEndBeforeItToo) {
  LongLine crashed;
  crashed.types(crashed.kLong + "\n");
  crashed.ends(Program::End::kCrashed, 0xC0000005);
  EXPECT_EQ(crashed.refusing(), "crashed");
  crashed.prints("Message too long\r\n");
  EXPECT_EQ(crashed.refusing(), "crashed");
  crashed.types("behind\n");
  EXPECT_EQ(crashed.refusing(), "crashed");
  LongLine waiting;  // that it does not end is judged elsewhere
  waiting.types(waiting.kLong + "\n");
  waiting.blocked_in(waiting.add(Api::kReadFile));
  EXPECT_EQ(waiting.refusing(), "sentence_not_printed");
  LongLine before;
  EXPECT_EQ(before.refusing(), "ended_after_line");
  Broadcast nothing;
  EXPECT_EQ(nothing.reason(RefusesTheLongLine(kSlot)), "asked_for_no_line");
}

}  // namespace
}  // namespace lab::labs
