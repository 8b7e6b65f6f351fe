// Lab 02: MailSender, and what the grader types while it is reading from the other end of the mailslot.
#include <algorithm>
#include <string>

#include "labs/labs.h"
#include "scenario/steps.h"

namespace lab::labs {

using namespace scenario;

namespace {

constexpr char kMailbox[] = "mailbox";
constexpr std::uint32_t kIoDevice = 1117;  // ERROR_IO_DEVICE

// Types the lines one by one. Either `exit` is one of them, or the caller adds another way to end.
Scenario sender(const std::string& name, const std::vector<std::string>& lines) {
  Scenario run;
  run.name = name;
  run.program = "MailSender";
  run.slots = {kMailbox};
  for (const std::string& line : lines) run.steps.push_back(type(line + "\n"));
  return run;
}

Scenario lines() {
  Scenario run = sender("lines", {"a", "hello", "two words and more", "forty-eight characters still fit into one buffer", "short again"});
  run.steps.push_back(type("exit\nafter exit\n"));
  run.facts["show_output"] = "yes";  // reports show what this run printed
  return run;
}

Scenario end_of_input() {
  Scenario run = sender("end_of_input", {"last words"});
  run.steps.push_back(end_input());
  return run;
}

Scenario nobody() {
  Scenario run = sender("nobody", {"hello", "exit"});
  run.slots.clear();
  return run;
}

Scenario failed_write() {
  Scenario run = sender("failed_write", {"first", "second", "third", "exit"});
  run.faults = {{Api::kWriteFile, kMailbox, 2, kIoDevice}};
  return run;
}

Scenario your_receiver() {
  Scenario run = sender("your_receiver", {"a", "hello", "two words and more", "exit"});
  run.slots.clear();
  run.peers = {"MailReceiver"};
  run.files = {{"MailReceiver.exe", "MailReceiver"}};
  run.steps.insert(run.steps.begin(), start());
  return run;
}

constexpr RunWords kSenderRuns[] = {
    {"MailSender", "lines", {"lines of 1 to 48 characters are typed, then exit", "1글자에서 48글자까지의 줄과 exit를 입력하는"}},
    {"MailSender", "long", {"lines of 49, 50, 51 and 200 characters are typed", "49글자, 50글자, 51글자, 200글자 줄을 입력하는"}},
    {"MailSender", "not_exit", {"lines are typed that only look like exit", "exit와 비슷하기만 한 줄을 입력하는"}},
    {"MailSender", "end_of_input", {"the input ends without exit", "exit 없이 입력이 끝나는"}},
    {"MailSender", "nobody", {"there is no mailslot", "메일슬롯이 없는"}},
    {"MailSender", "failed_write", {"the second WriteFile fails", "두 번째 WriteFile이 실패하는"}},
    {"MailSender", "korean", {"Korean lines are typed", "한글 줄을 입력하는"}},
    {"MailSender", "your_receiver", {"your own MailReceiver reads the mailslot", "직접 만든 MailReceiver가 메일슬롯을 읽는"}},
};

}  // namespace

std::span<const RunWords> mail_sender_words() { return kSenderRuns; }

std::vector<Group> mail_sender(const std::vector<std::string>& programs, std::uint64_t /*seed*/) {
  const auto there = [&](const char* name) { return std::find(programs.begin(), programs.end(), name) != programs.end(); };
  if (!there("MailSender")) return {};
  Group second = {nobody(), failed_write(), sender("korean", {"안녕", "메일슬롯 편지", "exit"})};
  if (there("MailReceiver")) second.push_back(your_receiver());
  return {{lines(), sender("long", {letters(49), letters(50), letters(51), letters(200), "exit"}),
           sender("not_exit", {"exit now", "exiting", " exit", "not yet", "exit"}), end_of_input()},
          std::move(second)};
}

}  // namespace lab::labs
