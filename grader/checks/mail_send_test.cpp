// How a sender opens a mailslot and sends lines, in handwritten runs: correct programs match, and each mistake is distinguished from the
// others.
#include <gtest/gtest.h>

#include "checks/cases.h"
#include "checks/sender_by_hand.h"

namespace lab::checks {
namespace {

using namespace std::string_literals;
using trace::Program;

constexpr const char* kSlot = kSenderSlot;

// Opens the mailslot with these arguments.
auto opens_with(std::uint32_t access, std::uint32_t share, std::uint32_t disposition = 3) {
  return [=](Sender& it) {
    it.run.calls[0].access = access;
    it.run.calls[0].share = share;
    it.run.calls[0].disposition = disposition;
  };
}

constexpr std::uint32_t kRead = 0x80000000, kWrite = 0x40000000;

const Cases<Sender> kOpensForWriting{
    {"AsDocumented", "", nothing},
    {"ForReadingToo", "", opens_with(kRead | kWrite, 3)},
    {"ForReading", "opened_without_write_access", opens_with(kRead, 3)},
    {"SharedForWriting", "opened_without_share_read", opens_with(kWrite, 2)},
    {"NotShared", "opened_without_share_read", opens_with(kWrite, 0)},
    {"ToCreate", {"opened_to_create", {{"seen", "CREATE_ALWAYS"}}}, opens_with(kWrite, 1, 2)},
};
INSTANTIATE_TEST_SUITE_P(OpensForWriting, Matcher, rows(kOpensForWriting, OpensForWriting(kSlot)), name_of_row);

class Bare : public MailByHand {
 public:
  Bare() : MailByHand("MailSender") {}
};

const Cases<Bare> kOpensSomethingElse{
    {"Nothing", "never_opened", [](auto& it) { it.slot(kSlot, -1); }},
    {"AnotherName", "opened_another_name",
     [](auto& it) {
       it.slot(kSlot, -1);
       it.open_fails("\\.mailslotmailbox", 3);
     }},
    {"AnotherSlot", "opened_another_slot", [](auto& it) { it.opens(it.slot("postbox", -1)); }},
    {"AFile", "opened_a_file", [](auto& it) { it.open_fails("mailbox", 0).result = 1; }},
    {"CreatesInstead", "created_instead_of_opened", [](auto& it) { it.create_fails("\\\\.\\mailslot\\mailbox", 183); }},
};
INSTANTIATE_TEST_SUITE_P(OpensSomethingElseForWriting, Matcher, rows(kOpensSomethingElse, OpensForWriting(kSlot)), name_of_row);

const Cases<Bare> kOpensNothing{{"IsTheReason", "never_opened", [](auto& it) { it.slot(kSlot, -1); }}};
INSTANTIATE_TEST_SUITE_P(OpensNothing, Matcher, rows(kOpensNothing, Opens(kSlot)), name_of_row);
INSTANTIATE_TEST_SUITE_P(SendsNothing, Matcher, rows(kOpensNothing, SendsEveryLine(kSlot)), name_of_row);

// The program writes these messages for the line, which is not the first one.
auto changes(const std::string& line, const std::vector<std::string>& messages) {
  return [=](Sender& it) {
    it.sends("before");
    it.line(line, messages);
    it.stops();
  };
}

const Cases<Sender> kChangesALine{
    {"SplitAtBlanks", "split_at_blanks", changes("two words", {"two", "words"})},
    {"InPieces", "sent_in_pieces", changes("abcdefghij", {"abcdef", "ghij"})},
    {"ByCharacter", "sent_by_character", changes("abc", {"a", "b", "c"})},
    {"Cut", "line_cut", changes("abcdefghij", {"abcdef"})},
    {"CutInTheMiddle", "line_cut", changes("abcdef", {"abc"})},
    {"TheEndOfTheLineBefore", "line_end_came_alone", changes("abcdefghij", {"", "abcdefghij"})},
    {"AQuarterOfItsBytes",
     {"told_too_few_bytes", {{"told", 6}, {"expected", 24}}},
     [](auto& it) {
       it.line("twelve chars", {"twe"});
       it.stops();
     }},
    {"AnOddNumberOfBytes",
     {"told_too_few_bytes", {{"told", 5}, {"expected", 20}}},
     [](auto& it) {
       it.line("last words", {"la\xEF\xBF\xBD"});
       it.run.calls.back().flags = 5;
       it.stops();
     }},
    {"OneByteAsStrlenCountsThem", "sent_odd_bytes",
     [](auto& it) {
       it.line("last words", {"\xEF\xBF\xBD"});
       it.run.calls.back().flags = 1;
       it.stops();
     }},
    {"NoBytes", "wrote_no_bytes", changes("abcdefghij", {""})},
    {"NothingOfIt", "sent_nothing_of_it", changes("abcdefghij", {"\0"s})},
    {"AnotherBuffer", "sent_another_buffer", changes("abcdefghij", {"\xEF\xBB\xBE\xEF\xBB\xBE"})},
    {"APrefix", "line_changed", changes("abcdefghij", {"me: abcdefghij"})},
    {"ABlankIsLost", "line_changed", changes(" exit", {"exit"})},
};
INSTANTIATE_TEST_SUITE_P(SendsEveryLineChanged, Matcher, rows(kChangesALine, SendsEveryLine(kSlot)), name_of_row);

const Cases<Sender> kSendsEveryLine{
    {"OneMessageALine", "", [](auto& it) { it.sends_well(); }},
    {"OneMessageALineInBytes", "",
     [](auto& it) {
       it = Sender(false);
       it.sends_well();
     }},
    {"OneLineTwice", "sent_twice",
     [](auto& it) {
       it.sends("one");
       it.writes("one");
       it.sends("two");
       it.stops();
     }},
    {"TheLastLineTwice", "sent_twice",
     [](auto& it) {
       it.sends("one");
       it.sends("two");
       it.writes("two");
       it.stops();
     }},
    {"LeftOneOut", "line_not_sent",
     [](auto& it) {
       it.sends("one");
       it.types("two\n");
       it.sends("three");
       it.stops();
     }},
    {"HalfOfItsBytes", "sent_half",
     [](auto& it) {
       it.line("hello", {"he\xEF\xBF\xBD"});  // two and a half characters
       it.run.calls.back().value = 5;
       it.stops();
     }},
    {"AskedForNoLine", "asked_for_no_line", [](auto& it) { it.says_goodbye(); }},
    {"ByHeart", "asked_for_no_line", [](auto& it) { it.writes("exit"); }},
    {"Flooded", "flooded",
     [](auto& it) {
       for (int i = 0; i < 3; ++i) it.writes("more");
       it.ends(Program::End::kFlood);
     }},
    {"BytesThroughAWideHandle", "mixes_wide_and_narrow",
     [](auto& it) {
       it.line("hell", {"\xE6\x95\xA8\xE6\xB1\xAC"});  // U+6568 U+6C6C: "hell" in pairs
       it.stops();
     }},
    {"WideTextThroughANarrowHandle", "mixes_wide_and_narrow",
     [](auto& it) {
       it = Sender(false);
       it.line("hello", {"h\0e\0l\0l\0o\0"s});
       it.stops();
     }},
    {"TheWriteFailed", "write_failed",
     [](auto& it) {
       it.types("hello\n");
       MailByHand::failed(it.writes("hello"), 5);
     }},
    {"TheWriteFailedForWantOfAccess", "opened_without_write_access",
     [](auto& it) {
       it.types("hello\n");
       MailByHand::failed(it.writes("hello"), 5);
       it.run.calls[0].access = kRead;
     }},
    {"Crashed", "crashed_after_call",
     [](auto& it) {
       it.types("hello\n");
       it.ends(Program::End::kCrashed, 0xC0000005);
     }},
    {"OverranAnArray", "array_overrun",
     [](auto& it) {
       it.types("hello\n");
       it.ends(Program::End::kCrashed, 0xC000001D);
       it.run.facts["built_from"] = "source";
     }},
    {"EndedOnALongerLine", "ended_on_longer_line", [](auto& it) { it.sends("exit now"); }},
    {"EndedOnALongerLineUnsent", "ended_on_longer_line",
     [](auto& it) {
       it.sends("hello");
       it.types("exiting\n");
     }},
    {"EndedBeforeTheFirstWrite", "never_wrote", [](auto& it) { it.types("hello\n"); }},
    {"EndedWithoutAWrite", "never_wrote", [](auto& it) { it.types("exit now\nexit\n"); }},
    {"EndedUntold", "ended_after_line", [](auto& it) { it.sends("hello"); }},
    {"SaidGoodByeToAnotherLine",
     {"took_line_for_exit", {{"line", "hello"}, {"said", "GoodBye!"}}},
     [](auto& it) {
       it.sends("hello");
       it.says_goodbye();
     }},
    {"ClosedItsHandleBefore",
     {"used_after_close", {{"call", "WriteFile"}}},
     [](auto& it) {
       it.sends("hello");
       const std::uint64_t closed = it.closes(1, trace::Object::Kind::kMailslotClient).begin.order;
       it.types("more\n");
       MailByHand::failed(it.on_slot(Api::kWriteFile, trace::Object::Kind::kClosed, 0), 6);
       return closed;
     }},
    {"TookSuccessForAFailure",
     {"call_success_taken_for_failure", {{"call", "WriteFile"}}},
     [](auto& it) {
       it.sends("hello");
       it.prints("Unable to write: error 0\r\n");
       it.ends(Program::End::kItself, 1);
     }},
    {"EndedAtTheEndOfInput", "",
     [](auto& it) {
       it.sends("hello");
       it.ends_input();
     }},
    {"WhatIsBehindTheTextIsAnotherDemand", "",
     [](auto& it) {
       it.sends_whole_buffers();
       it.ends_input();
     }},
};
INSTANTIATE_TEST_SUITE_P(SendsEveryLine, Matcher, rows(kSendsEveryLine, SendsEveryLine(kSlot)), name_of_row);

auto terminates_with(const std::string& end) {
  return [=](Sender& it) {
    it.line("hello", {"hello" + end});
    it.line("two words", {"two words" + end});
    it.stops();
  };
}

const Cases<Sender> kSendsNothingBehindTheText{
    {"OneMessageALine", "", [](auto& it) { it.sends_well(); }},
    {"OneMessageALineInBytes", "",
     [](auto& it) {
       it = Sender(false);
       it.sends_well();
     }},
    {"NoTerminator", "", terminates_with("")},
    {"Newline", "", terminates_with("\n")},
    {"CarriageReturnAndNewline", "", terminates_with("\r\n")},
    {"Null", "", terminates_with("\0"s)},
    {"NewlineAndNull", "", terminates_with("\n\0"s)},
    {"AskedForNoLine", "asked_for_no_line", [](auto& it) { it.says_goodbye(); }},
    {"EndedUntold", "ended_after_line", [](auto& it) { it.sends_whole_buffers(); }},
    {"WholeBuffer", "sent_whole_buffer",
     [](auto& it) {
       it.sends_whole_buffers();
       it.ends_input();
     }},
    {"StaleText", "sent_more_than_text",
     [](auto& it) {
       it.line("two words", {"two words"});
       it.line("one", {"one words"});
       it.line("four", {"four"});
       it.ends_input();
     }},
    {"LargeBufferOfWhichTheRecordingKeepsTheBeginning", "sent_more_than_text",
     [](auto& it) {
       it.line("hello", {"hello"});
       it.run.calls.back().value = 8000;
       it.ends_input();
     }},
};
INSTANTIATE_TEST_SUITE_P(SendsNothingBehindTheText, Matcher, rows(kSendsNothingBehindTheText, SendsNothingBehindTheText(kSlot)),
                         name_of_row);

}  // namespace
}  // namespace lab::checks
