// Tests runs with mailslots over time: the lane of a mailslot shows messages that arrive and are read, and the list shows every message.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report/describe.h"
#include "report/report.h"
#include "report/report_samples.h"
#include "tests/phrases.h"

namespace lab::report {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using tests::said;
using text::Language;

constexpr std::uint32_t kForever = 0xFFFFFFFF;

Event event(Event::Kind kind, std::uint64_t order, std::string text = "", int slot = 0) {
  Event event;
  event.kind = kind;
  event.when = at(order);
  event.slot = slot;
  event.text = std::move(text);
  event.value = static_cast<std::int64_t>(event.text.size() * 2);
  return event;
}

Event attached(int program, std::uint64_t order) {
  Event it = event(Event::Kind::kAttached, order, "", -1);
  it.program = program;
  return it;
}

Call create_slot(std::uint64_t begin, std::uint64_t end) {
  Call create = call(Api::kCreateMailslot, begin, end);
  create.text["name"] = R"(\\.\mailslot\mailbox)";
  create.flags = 404;
  create.timeout_ms = kForever;
  create.slot = 0;
  return create;
}

Call on_slot(Api api, Object::Kind kind, std::uint64_t begin, std::optional<std::uint64_t> end, std::string message) {
  Object object;
  object.kind = kind;
  object.slot = 0;
  object.handle = 1;
  Call it = call(api, begin, end, {object});
  it.value = static_cast<std::int64_t>(message.size() * 2);
  it.flags = 404;
  it.text["message"] = std::move(message);
  return it;
}

Call read(std::uint64_t begin, std::uint64_t end, std::string message) {
  return on_slot(Api::kReadFile, Object::Kind::kMailslot, begin, end, std::move(message));
}

Call read_failed(std::uint64_t begin, std::uint64_t end, std::uint32_t error) {
  Call it = on_slot(Api::kReadFile, Object::Kind::kMailslot, begin, end, "");
  it.text.clear();
  it.value = 0;
  it.result = 0;
  it.error = error;
  return it;
}

Call send(std::uint64_t begin, std::uint64_t end, std::string message) {
  return on_slot(Api::kWriteFile, Object::Kind::kMailslotClient, begin, end, std::move(message));
}

Call close_slot(std::uint64_t begin) {
  Call close = on_slot(Api::kCloseHandle, Object::Kind::kMailslot, begin, begin + 1, "");
  close.text.clear();
  close.value.reset();
  return close;
}

Call print(std::uint64_t begin, std::string what) {
  Call print = call(Api::kWriteFile, begin, begin + 1);
  print.text = {{"stream", "stdout"}, {"written", std::move(what)}};
  return print;
}

Call input(std::uint64_t begin, std::uint64_t end, std::string line) {
  Call input = call(Api::kReadFile, begin, end);
  input.value = static_cast<std::int64_t>(line.size());
  input.text = {{"stream", "stdin"}, {"read", std::move(line)}};
  return input;
}

Call open_slot(std::uint64_t begin) {
  Call open = call(Api::kCreateFile, begin, begin + 1);
  open.text["name"] = R"(\\.\mailslot\mailbox)";
  open.access = 0x40000000;
  open.share = 1;
  open.disposition = 3;
  open.slot = 0;
  return open;
}

trace::Run run_of(const char* program_name) {
  trace::Run run;
  run.lab = "01";
  run.program = program_name;
  run.scenario = "messages";
  run.platform = "Wine 8.0, corrected";
  run.programs = {program(program_name, "", Program::Role::kActor, 0)};
  return run;
}

// Two messages are in the slot when its creator opens it, and one arrives later.
trace::Run receiver() {
  trace::Run run = run_of("MailReceiver");
  run.slots = {{"mailbox", 0, true, "", false}};
  run.calls = {create_slot(10, 20),    read(30, 31, "hello"), print(32, "hello\r\n"),    read(40, 41, "100%s"),
               print(42, "100%s\r\n"), read(50, 61, "exit"),  print(62, "GoodBye!\r\n"), close_slot(70)};
  run.events = {attached(0, 1), event(Event::Kind::kPosted, 12, "hello"), event(Event::Kind::kPosted, 13, "100%s"),
                event(Event::Kind::kStill, 55, "", -1), event(Event::Kind::kPosted, 56, "exit")};
  return run;
}

// The grader's mailslot, a typed line, and the end of the input.
trace::Run sender() {
  trace::Run run = run_of("MailSender");
  run.slots = {{"mailbox", -1, true, "", false}};
  run.calls = {open_slot(10), input(20, 31, "hello\r\n"), send(40, 41, "hello"), input(50, 61, "")};
  run.events = {event(Event::Kind::kSlotCreated, 1), attached(0, 2), event(Event::Kind::kTyped, 30, "hello\n", -1),
                event(Event::Kind::kInputEnded, 60, "", -1)};
  return run;
}

// Joins the wrapped lines of each entry into one.
std::string unwrapped(std::string text) {
  const std::string continued = "\n" + std::string(19, ' ');
  for (std::size_t at; (at = text.find(continued)) != std::string::npos;) text.replace(at, continued.size(), " ");
  return text;
}

// The list's names for the receiver's end, and for a new handle to it.
std::string mailbox(Language language = Language::kEnglish) { return said("object_mailslot", {{"slot", "mailbox"}}, language); }
std::string to_mailbox() { return said("call_handle_to", {{"slot", "mailbox"}}); }
const nlohmann::json kHello{{"text", "hello"}, {"value", 10}, {"slot", "mailbox"}};

TEST(StretchOfMail, ShowsWhatComesInAndWhatIsRead) {
  EXPECT_EQ(stretch(receiver(), 30, {}),
            "MailReceiver  |--create slot...................--read=\"hello\"!--print--read=\"...\n"
            "mailbox                     |>\"hello\">\"100%s\"========<=====================<----\n");
}

TEST(StretchOfMail, ShowsAMessageThatComesWhileTheProgramWaits) {
  EXPECT_EQ(stretch(receiver(), 50, {}),
            "MailReceiver  ...ead=\"100%s\"--print--read.........=\"exit\"!--print--close-----...\n"
            "mailbox       ======<-------------------->\"exit\"==<---------------------|\n");
}

TEST(StretchOfMail, AMailslotGoesWithTheProgramThatHasIt) {
  trace::Run run = receiver();
  run.calls.resize(2);
  Event ended = event(Event::Kind::kSignaled, 35, "", -1);
  ended.program = 0;
  run.events = {attached(0, 1), ended};
  EXPECT_EQ(stretch(run, 30, {}),
            "MailReceiver  |--create slot---read=\"hello\"!---|\n"
            "mailbox                     |------<--------|\n");
}

// SlotHeir leaves its mailslot to a child and closes its own end.
trace::Run heirloom() {
  trace::Run run = run_of("SlotHeir");
  run.slots = {{"mailbox", 0, true, "", false}};
  run.programs.push_back(run.programs[0]);
  run.programs[1].role = trace::Program::Role::kChild;
  run.programs[1].parent = 0;
  run.programs[1].arguments = "heir 84";
  Object end;
  end.kind = Object::Kind::kMailslot;
  end.slot = 0;
  end.handle = 1;
  Call start = call(Api::kCreateProcess, 4, 5, {end});
  start.started = 1;
  start.inherits = true;
  start.text["command_line"] = "SlotHeir heir 84";
  Call close = call(Api::kCloseHandle, 6, 7, {end});
  Call read_by_heir = read(12, 15, "hello");
  read_by_heir.program = 1;
  run.calls = {create_slot(2, 3), start, close, read_by_heir};
  run.events = {attached(0, 1), attached(1, 8), event(Event::Kind::kPosted, 13, "hello")};
  return run;
}

TEST(StretchOfMail, AMailslotLivesOnInTheProgramThatInheritsIt) {
  EXPECT_EQ(stretch(heirloom(), 12, {}),
            "SlotHeir          |--create slot---start---close---------!-----------\n"
            "SlotHeir heir 84                        |======= Non-Signaled =======\n"
            "mailbox                         |--------------->\"hello\"<------------\n");
}

TEST(ShowMail, TellsWhatAChildInherits) {
  const trace::Run run = heirloom();
  EXPECT_EQ(describe(run, run.calls[1], text::Language::kEnglish),
            "CreateProcess(NULL, \"SlotHeir heir 84\", " + said("call_inherits", {{"what", mailbox()}}) + ") -> TRUE");
}

TEST(StretchOfMail, ShowsWhatASenderTypesAndWrites) {
  EXPECT_EQ(stretch(sender(), 40, {}),
            "MailSender  |---open--input=\"hello\"--write=\"hello\"!--input=END-----------\n"
            "mailbox      |---------------------------->==============================\n");
}

TEST(StretchOfMail, ShowsThePeerThatReads) {
  trace::Run run = sender();
  run.programs.push_back(program("MailReceiver", "", Program::Role::kPeer, 0));
  run.programs[1].parent = -1;
  run.slots[0].owner = 1;
  run.events.erase(run.events.begin());
  run.events.push_back(attached(1, 3));
  Call create = create_slot(4, 5), taken = read(35, 43, "hello");
  create.program = taken.program = 1;
  run.calls.insert(run.calls.begin(), create);
  run.calls.push_back(taken);
  EXPECT_EQ(stretch(run, 40, {}),
            "MailSender    |----open--input=\"hello\"--write=\"hello\"!---input=END-----------\n"
            "MailReceiver   |======================= Non-Signaled ========================\n"
            "mailbox         |---------------------------->========<----------------------\n");
}

TEST(StretchOfMail, AReadThatFailedTellsItsError) {
  trace::Run run = receiver();
  run.calls[1] = read_failed(30, 31, 122);
  EXPECT_THAT(stretch(run, 30, {}), HasSubstr("read=error 122!"));
  run.calls[1] = read_failed(30, 31, 121);
  EXPECT_THAT(stretch(run, 30, {}), HasSubstr("read=TIMEOUT!"));
  run.calls[0].result = 0;
  run.calls[0].error = 183;
  run.calls[0].slot.reset();
  run.events.clear();
  EXPECT_THAT(stretch(run, 10, {}), HasSubstr("create slot=error 183!"));
}

TEST(StretchOfMail, EndOfInputIsSeen) {
  EXPECT_THAT(stretch(sender(), 50, {}), HasSubstr("input=END!"));
  trace::Run run = sender();
  run.calls[3].result = 0;
  run.calls[3].error = 109;
  EXPECT_THAT(stretch(run, 50, {}), HasSubstr("input=END!"));
  run.calls[3].error = 995;
  EXPECT_THAT(stretch(run, 50, {}), HasSubstr("input=error 995!"));
}

TEST(StretchOfMail, ABroadcastComesIntoEachMailslotThatItReachesAndAnAddressIsNone) {
  trace::Run run = sender();
  run.slots = {{"mailbox", -1, true, "*", true}, {"mailbox", -1, true, "PC1", false}, {"mailbox", -1, true, "PC2", false}};
  run.calls[2].on[0].slot = 0;
  run.calls[2].end = at(49);
  Event delivered = event(Event::Kind::kDelivered, 42, "", 1);
  delivered.by = 0;
  run.events = {event(Event::Kind::kSlotCreated, 1, "", 1), event(Event::Kind::kSlotCreated, 2, "", 2), attached(0, 3), delivered};
  delivered.slot = 2;
  delivered.when = at(43);
  run.events.push_back(delivered);
  EXPECT_EQ(stretch(run, 40, {}),
            "MailSender   |----open--input=\"hello\"--write....=\"hello\"!--input=END-----------\n"
            "PC1:mailbox   |----------------------------->==================================\n"
            "PC2:mailbox    |----------------------------->=================================\n");
}

TEST(StretchOfMail, TextThatIsNotAsciiOrLongKeepsTheColumns) {
  trace::Run run = receiver();
  run.calls[1].text["message"] = "안녕하세요";
  run.events[1].text = "안녕하세요";
  run.calls[3].text["message"] = std::string("\x1b[2J\0", 5) + std::string(5000, 'a');
  const std::string text = stretch(run, 40, {});
  EXPECT_THAT(text, AllOf(HasSubstr("read=\"...\"--print"), HasSubstr("read=\"\\x1b[2J\\0aa...\"!")));
  expect_fits(text, 80);
  EXPECT_THAT(show(run, {}), HasSubstr("|>\"...\">\"100%s\"="));
}

TEST(ShowMail, ListsEveryMessage) {
  const std::string text = unwrapped(show(receiver(), {}));
  EXPECT_THAT(text, HasSubstr(R"(CreateMailslot("\\.\mailslot\mailbox", 404, MAILSLOT_WAIT_FOREVER) -> )" + to_mailbox()));
  EXPECT_THAT(text, HasSubstr("   12        1.2   " + said("event_posted", kHello) + "\n"));
  EXPECT_THAT(text, HasSubstr("30-31        3.0   ReadFile(" + mailbox() + ", 404) -> TRUE, " + said("call_bytes", {{"count", 10}}) +
                              ", \"hello\"\n"));
  EXPECT_THAT(text, HasSubstr("CloseHandle(" + mailbox() + ") -> TRUE\n"));
  expect_fits(show(receiver(), {}), 80);
}

TEST(ShowMail, ListsWhatASenderDoes) {
  trace::Run run = sender();
  Call full = send(70, 71, "x\r\n");
  full.result = 0;
  full.error = 1117;
  full.value = 0;
  full.faulted = true;
  run.calls.push_back(full);
  const std::string text = unwrapped(show(run, {})), client = said("object_mailslot_client", {{"slot", "mailbox"}});
  EXPECT_THAT(text, HasSubstr(said("event_slot_created", {{"slot", "mailbox"}}) + "\n"));
  EXPECT_THAT(text, HasSubstr(R"(CreateFile("\\.\mailslot\mailbox", GENERIC_WRITE, FILE_SHARE_READ, OPEN_EXISTING) -> )" + to_mailbox()));
  EXPECT_THAT(text, HasSubstr(said("event_typed", {{"text", "hello\\r\\n"}}) + "\n"));
  EXPECT_THAT(text, HasSubstr("ReadFile(stdin) -> TRUE, " + said("call_bytes", {{"count", 7}}) + ", \"hello\\r\\n\"  [" +
                              said("call_returned_later", {{"at", "3.1"}}) + "]\n"));
  EXPECT_THAT(text, HasSubstr("WriteFile(" + client + ", \"hello\", 404) -> TRUE, " + said("call_bytes", {{"count", 10}}) + "\n"));
  EXPECT_THAT(text, HasSubstr(said("event_input_ended") + "\n"));
  EXPECT_THAT(text, HasSubstr("WriteFile(" + client + R"(, "x\r\n", 404) -> FALSE, GetLastError() = 1117 (ERROR_IO_DEVICE))"));
}

TEST(ShowMail, TellsHowAFileWasOpenedAndThatItWasNot) {
  trace::Run run = sender();
  run.calls[0].access = 0xC0000000;
  run.calls[0].share = 0;
  run.calls[0].disposition = 2;
  run.calls[0].result = 0;
  run.calls[0].error = 2;
  run.calls[0].slot.reset();
  EXPECT_THAT(
      unwrapped(show(run, {})),
      HasSubstr("GENERIC_READ | GENERIC_WRITE, 0, CREATE_ALWAYS) -> INVALID_HANDLE_VALUE, GetLastError() = 2 (ERROR_FILE_NOT_FOUND)"));
  run.calls[0].access = 0x12019F;
  run.calls[0].share = 9;
  run.calls[0].disposition = 77;
  EXPECT_THAT(unwrapped(show(run, {})), HasSubstr("0x12019F, FILE_SHARE_READ | 0x8, 77)"));
}

TEST(ShowMail, TellsHowManyMessagesWait) {
  trace::Run run = receiver();
  Call info = close_slot(22), set = close_slot(24);
  info.api = Api::kGetMailslotInfo;
  info.value = 2;
  set.api = Api::kSetMailslotInfo;
  set.timeout_ms = 100;
  run.calls.insert(run.calls.begin() + 1, {info, set});
  const std::string text = unwrapped(show(run, {}));
  EXPECT_THAT(text, HasSubstr("GetMailslotInfo(" + mailbox() + ") -> TRUE, " + said("call_messages", {{"count", 2}}) + "\n"));
  EXPECT_THAT(text, HasSubstr("SetMailslotInfo(" + mailbox() + ", 100 ms) -> TRUE\n"));
}

TEST(ShowMail, SpeaksKorean) {
  Style style;
  style.language = Language::kKorean;
  trace::Run run = receiver();
  Event refused = event(Event::Kind::kRefused, 80, "exit", -1);
  refused.value = 2;
  run.events.push_back(refused);
  const std::string text = unwrapped(show(run, style));
  EXPECT_THAT(text, HasSubstr(said("event_posted", kHello, Language::kKorean)));
  EXPECT_THAT(text, HasSubstr("ReadFile(" + mailbox(Language::kKorean) + ", 404) -> TRUE, " +
                              said("call_bytes", {{"count", 10}}, Language::kKorean) + ", \"hello\""));
  EXPECT_THAT(text, HasSubstr(said("event_refused", {{"text", "exit"}, {"value", 2}}, Language::kKorean)));
  EXPECT_THAT(unwrapped(show(sender(), style)), AllOf(HasSubstr(said("event_slot_created", {{"slot", "mailbox"}}, Language::kKorean)),
                                                      HasSubstr(said("event_input_ended", {}, Language::kKorean))));
  expect_fits(show(run, style), 80);
}

TEST(ShowMail, ShowsWhatAPeerPrinted) {
  trace::Run run = sender();
  run.programs.push_back(program("MailReceiver", "", Program::Role::kPeer, 0));
  run.programs[1].output = "hello\r\nGoodBye!\r\n";
  EXPECT_THAT(show(run, {}), HasSubstr(said("report_printed", {{"program", "MailReceiver"}}) + "\n  hello\n  GoodBye!\n"));
}

TEST(ShowMail, AMessageToAllComesInWhereItArrivesAndNowhereElse) {
  trace::Run run = sender();
  run.slots = {{"mailbox", -1, true, "PC1", false}, {"mailbox", -1, true, "PC2", false}, {"mailbox", -1, true, "*", true}};
  run.calls = {on_slot(Api::kWriteFile, Object::Kind::kMailslotClient, 3, 6, "hello")};
  run.calls[0].on[0].slot = 2;
  run.events = {event(Event::Kind::kSlotCreated, 1, "", 0), event(Event::Kind::kSlotCreated, 2, "", 1),
                event(Event::Kind::kDelivered, 4, "", 0), event(Event::Kind::kDelivered, 5, "", 1)};
  const std::string text = timeline(run, {});
  EXPECT_THAT(text, AllOf(HasSubstr("PC1:mailbox"), HasSubstr("PC2:mailbox"), HasSubstr("write..")));
  EXPECT_THAT(text, Not(HasSubstr("*:mailbox"))) << "an address is no mailslot";
  EXPECT_EQ(std::count(text.begin(), text.end(), '>'), 2);
  EXPECT_THAT(text, Not(HasSubstr(">\"\""))) << "what was written stands in the first lane";
}

TEST(ShowMail, HostileSlotsAreHarmlessAndBounded) {
  trace::Run run = receiver();
  const std::string evil = "\x1b]0;owned\a\x1b[2J\r\n" + std::string(100'000, 'A') + "\xff\u202e";
  run.slots.assign(64, {evil, 0, true, evil, false});
  for (Event& one : run.events) one.text = evil;
  for (Call& one : run.calls) {
    one.times = 0xFFFFFFFF;
    for (auto& [name, value] : one.text) value = evil;
  }
  run.calls[1].slot = 77;
  run.calls[1].on[0].slot = 77;
  const std::string text = show(run, {});
  EXPECT_THAT(text, AllOf(Not(HasSubstr("\x1b")), Not(HasSubstr("\a")), Not(HasSubstr("\u202e")),
                          HasSubstr(said("run_more_slots", {{"count", 60}}))));
  EXPECT_LT(text.size(), 100'000u);
  expect_fits(text, 80);
}

}  // namespace
}  // namespace lab::report
