// The limit of 424 bytes, and what a sender does with longer lines, in handwritten runs.
#include <gtest/gtest.h>

#include "checks/cases.h"
#include "labs/03_broadcast/broadcast_by_hand.h"

namespace lab::labs {

using namespace checks;

namespace {

using trace::Program;

const std::string kLong(450, 'x');
// 424 bytes are 212 wide characters.
const std::string kShort(200, 'm'), kLonger(201, 's'), kShorter(211, 's'), kLimit(212, 'l'), kMiddle(300, 'm');

class LongLine : public Broadcast {
 public:
  LongLine() { line(address, "before"); }
  // The long line is typed, and the program prints this for it.
  void refuses(const std::string& printed) {
    types(kLong + "\n");
    prints(printed);
  }
  void goes_on() {
    line(address, "after");
    stops(address);
  }
  // The network refuses the line. Returns the moment.
  std::uint64_t tries() {
    types(kLong + "\n");
    return MailByHand::failed(writes(kLong, address), 53).begin.order;
  }
};

constexpr const char* kSaid = "Message too long\r\n";

const Cases<LongLine> kRefusesTheLongLine{
    {"SaysSoAndGoesOn", "",
     [](auto& it) {
       it.refuses("message  TOO long: 900 bytes\r\n");
       it.goes_on();
     }},
    {"AsksTheNetworkSaysSoAndGoesOn", "",
     [](auto& it) {
       it.tries();
       it.prints(kSaid);
       it.goes_on();
     }},
    {"SaysSomethingElse", "sentence_not_printed",
     [](auto& it) {
       it.refuses("too long\r\n");
       it.goes_on();
     }},
    {"WritesItAndSaysNothing",
     {"too_long_for_the_network", {{"bytes", 900}, {"error", 53}}},
     [](auto& it) {
       const std::uint64_t order = it.tries();
       it.goes_on();
       return order;
     }},
    {"SendsAPartOfIt",
     {"sent_part_of_long_line", {{"count", 450}}},
     [](auto& it) {
       it.refuses(kSaid);
       const std::uint64_t piece = it.broadcasts(it.address, kLong.substr(0, kLimit.size())).begin.order;
       it.goes_on();
       return piece + 2;  // the first delivery
     }},
    {"SendsSomethingElseForIt",
     {"sent_no_line", {{"message", "too long, sorry"}}},
     [](auto& it) {
       it.refuses(kSaid);
       it.broadcasts(it.address, "too long, sorry");
       it.goes_on();
     }},
    {"EndsOnIt", {"ended_on_long_line", {{"count", 450}}}, [](auto& it) { it.refuses(kSaid); }},
    {"StopsAtIt",
     {"stopped_at_long_line", {{"line", "after"}}},
     [](auto& it) {
       it.refuses(kSaid);
       it.types("after\n");
     }},
    {"WhatIsTooLongForWideCharactersIsRefused", "",
     [](auto& it) {
       it.line(it.address, kShort);
       it.types(kMiddle + "\n");
       it.refuses(kSaid);
       it.goes_on();
     }},
    {"WhatCouldHaveTravelledInBytes",
     {"could_have_travelled", {{"count", 300}}},
     [](auto& it) {
       it.run.calls[0].wide = false;
       it.line(it.address, kLimit);
       it.types(kMiddle + "\n");
       it.refuses(kSaid);
       it.goes_on();
     }},
    {"WhatCouldHaveTravelledIsNotEvenRefused", "line_not_sent",
     [](auto& it) {
       it.types(kShort + "\n");
       it.goes_on();
     }},
    {"WhatCouldHaveTravelledIsCut", "line_cut",
     [](auto& it) {
       it.types(kShort + "\n");
       it.broadcasts(it.address, kShort.substr(0, 127));
       it.refuses("");
       it.goes_on();
     }},
    {"TheLimitItselfTravels", "",
     [](auto& it) {
       it.line(it.address, kShorter);
       it.line(it.address, kLimit);
       it.refuses(kSaid);
       it.goes_on();
     }},
    {"TheLimitItselfIsRefused",
     {"limit_itself_refused", {{"count", 212}, {"bytes", 424}}},
     [](auto& it) {
       it.line(it.address, kShorter);
       it.types(kLimit + "\n");
       it.refuses(kSaid);
       it.goes_on();
     }},
    {"ATerminatorThatTravelsIsPartOfTheMessage", "",
     [](auto& it) {
       it.types("with its end\n");
       it.broadcasts(it.address, "with its end\n");
       it.types(kShorter + "\n");
       it.broadcasts(it.address, kShorter + "\n");
       it.types(kLimit + "\n");
       it.refuses(kSaid);
       it.goes_on();
     }},
    {"NobodyNeedsRoomForMoreThanAMessageHas", "",
     [](auto& it) {
       it.line(it.address, kShort);
       it.types(kLonger + "\n");
       it.types(kLimit + "\n");
       it.refuses(kSaid);
       it.goes_on();
     }},
    {"WhatNeedsNoRoomMustStillNotBeLost", "line_not_sent",
     [](auto& it) {
       it.types(kLonger + "\n");
       it.goes_on();
     }},
    {"WhatAMessageHasToHoldIsNotRefused", "could_have_travelled",
     [](auto& it) {
       it.types(kShort + "\n");
       it.refuses(kSaid);
       it.goes_on();
     }},
    {"CrashedOnIt", "crashed_after_call",
     [](auto& it) {
       it.types(kLong + "\n");
       it.ends(Program::End::kCrashed, 0xC0000005);
     }},
    {"CrashedOnItAndSaidSo", "crashed_after_call",
     [](auto& it) {
       it.refuses(kSaid);
       it.ends(Program::End::kCrashed, 0xC0000005);
     }},
    {"CrashedBehindIt", "crashed_after_call",
     [](auto& it) {
       it.refuses(kSaid);
       it.types("after\n");
       it.ends(Program::End::kCrashed, 0xC0000005);
     }},
    {"ThatItDoesNotEndIsJudgedElsewhere", "sentence_not_printed",
     [](auto& it) {
       it.types(kLong + "\n");
       it.blocked_in(it.add(Api::kReadFile));
     }},
    {"EndedBeforeIt", "ended_after_line", nothing},
};
INSTANTIATE_TEST_SUITE_P(RefusesTheLongLine, Matcher, rows(kRefusesTheLongLine, RefusesTheLongLine(kBroadcastSlot)), name_of_row);

const Cases<Broadcast> kRefusesNoLine{{"AskedForNone", "asked_for_no_line", nothing}};
INSTANTIATE_TEST_SUITE_P(RefusesNoLine, Matcher, rows(kRefusesNoLine, RefusesTheLongLine(kBroadcastSlot)), name_of_row);

}  // namespace
}  // namespace lab::labs
