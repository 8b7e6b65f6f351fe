// Lab 01: MailReceiver, and what the grader writes to its mailslot.
#include <algorithm>
#include <string>

#include "labs/labs.h"
#include "scenario/steps.h"

namespace lab::labs {

using namespace scenario;

namespace {

constexpr char kMailbox[] = "mailbox";
constexpr std::uint32_t kIoDevice = 1117;  // ERROR_IO_DEVICE

Scenario receiver(const std::string& name, std::vector<Step> steps) {
  Scenario run;
  run.name = name;
  run.program = "MailReceiver";
  run.steps = std::move(steps);
  return run;
}

Scenario posted(const std::string& name, const std::vector<std::string>& texts) {
  std::vector<Step> steps;
  for (const std::string& text : texts) steps.push_back(post(kMailbox, text));
  steps.push_back(post(kMailbox, "exit"));
  return receiver(name, std::move(steps));
}

// No message is shorter than an earlier one: stale text is tested by `forgets`.
Scenario messages() {
  std::vector<Step> steps;
  for (const char* text : {"a", "hello", "100%s", "two words and more", "forty-nine characters are one less than a buffer."})
    steps.push_back(post_at_creation(kMailbox, text));
  steps.push_back(post(kMailbox, "this one comes while the receiver waits for mail."));
  steps.push_back(post(kMailbox, "exit"));
  Scenario run = receiver("messages", std::move(steps));
  run.facts["show_output"] = "yes";  // reports show what this run printed
  return run;
}

Scenario hurried() {
  Scenario run = posted("hurried", {"late mail", "and later mail"});
  run.hurried = true;
  run.only_after_finite_read = true;  // a receiver that waits forever never times out
  return run;
}

Scenario oversized() {
  constexpr std::uint32_t kBytes = 4000;
  return receiver("oversized", {post_bytes(kMailbox, letters(26), kBytes), post(kMailbox, "after the large one"), post(kMailbox, "exit")});
}

// If the buffer has no room for a terminator, this message shows it.
Scenario filled() {
  return receiver("filled", {post_filling(kMailbox, letters(26)), post(kMailbox, "after the one that fills it"), post(kMailbox, "exit")});
}

Scenario taken() {
  Scenario run = receiver("taken", {});
  run.slots = {kMailbox};
  return run;
}

Scenario failed_read() {
  Scenario run = receiver("failed_read", {post(kMailbox, "first"), post(kMailbox, "second one")});
  run.faults = {{Api::kReadFile, kMailbox, 2, kIoDevice}};
  return run;
}

constexpr RunWords kReceiverRuns[] = {
    {"MailReceiver",
     "messages",
     {"several messages wait before the first read, and one comes later", "첫 읽기 전에 메시지 여러 개가 와 있고 하나는 나중에 오는"}},
    {"MailReceiver",
     "hurried",
     {"no message arrives within the read time-out at first", "처음에는 읽기 제한 시간 안에 메시지가 오지 않는"}},
    {"MailReceiver", "long", {"messages of 50, 51 and 200 characters arrive", "50글자, 51글자, 200글자 메시지가 오는"}},
    {"MailReceiver", "forgets", {"a short message follows a long one", "긴 메시지 다음에 짧은 메시지가 오는"}},
    {"MailReceiver", "empty", {"a message of 0 bytes arrives", "0바이트 메시지가 오는"}},
    {"MailReceiver", "terminated", {"messages arrive with NUL, LF or CR LF at the end", "메시지 끝에 NUL, LF, CR LF가 붙어 오는"}},
    {"MailReceiver", "not_exit", {"messages arrive that only look like exit", "exit와 비슷하기만 한 메시지가 오는"}},
    {"MailReceiver", "oversized", {"a message of 4,000 bytes arrives", "4,000바이트 메시지가 오는"}},
    {"MailReceiver", "filled", {"a message fills the whole buffer passed to ReadFile", "ReadFile에 넘긴 버퍼를 가득 채우는 메시지가 오는"}},
    {"MailReceiver", "taken", {"the mailslot already exists", "메일슬롯이 이미 있는"}},
    {"MailReceiver", "failed_read", {"the second ReadFile fails", "두 번째 ReadFile이 실패하는"}},
    {"MailReceiver", "korean", {"Korean messages arrive", "한글 메시지가 오는"}},
};

}  // namespace

std::span<const RunWords> mail_receiver_words() { return kReceiverRuns; }

std::vector<Group> mail_receiver(const std::vector<std::string>& programs, std::uint64_t /*seed*/) {
  if (std::find(programs.begin(), programs.end(), "MailReceiver") == programs.end()) return {};
  using namespace std::string_literals;
  return {
      {messages(), hurried(), posted("long", {letters(50), letters(51), letters(200)}),
       posted("forgets", {"forty characters, then three are to come", "abc", "the last one"})},
      {posted("empty", {"before", "", "after nothing"}),
       receiver("terminated", {post(kMailbox, "with NUL\0"s), post(kMailbox, "with a line feed\n"),
                               post(kMailbox, "with both, as Windows\r\n"), post(kMailbox, "exit\r\n"), post(kMailbox, "exit")}),
       posted("not_exit", {"exiting soon", "exit5", "xxit", "ex", "not yet"}), oversized(), filled()},
      {taken(), failed_read(), posted("korean", {"안녕", "메일슬롯 편지"})},
  };
}

}  // namespace lab::labs
