// Lab 03: BroadcastSender on a virtual LAN with three computers, and BroadcastReceiver on one of them.
#include <algorithm>
#include <string>

#include "labs/labs.h"
#include "scenario/steps.h"

namespace lab::labs {

using namespace scenario;

namespace {

constexpr char kMailbox[] = "mailbox";
constexpr std::uint32_t kRemoteMailslotsDeprecated = 3025;  // ERROR_REMOTE_MAILSLOTS_DEPRECATED
constexpr std::uint32_t kBadNetworkPath = 53;               // ERROR_BAD_NETPATH

Scenario broadcaster(const std::string& name, const std::vector<std::string>& lines) {
  Scenario run;
  run.name = name;
  run.program = "BroadcastSender";
  run.computers = {"PC1", "PC2", "PC3"};
  for (const std::string& computer : run.computers) run.slots.push_back(computer + ":mailbox");
  for (const std::string& line : lines) run.steps.push_back(type(line + "\n"));
  return run;
}

Scenario all() {
  Scenario run = broadcaster("all", {"hello everybody", "a", "three words here"});
  run.steps.push_back(type("exit\nafter exit\n"));
  run.facts["show_output"] = "yes";  // reports show what this run printed
  return run;
}

Scenario one() {
  Scenario run = broadcaster("one", {"for PC2 alone", "exit"});
  run.arguments = "PC2";
  return run;
}

Scenario broadcaster_at_end_of_input() {
  Scenario run = broadcaster("end_of_input", {"last words"});
  run.steps.push_back(end_input());
  return run;
}

Scenario refused(const std::string& name, Api api, std::uint32_t error) {
  Scenario run = broadcaster(name, {"hello", "exit"});
  run.faults = {{api, kMailbox, 1, error}};
  return run;
}

Scenario receiver(const std::string& name, const std::string& computer, const std::vector<std::string>& messages) {
  Scenario run;
  run.name = name;
  run.program = "BroadcastReceiver";
  run.computers = {computer};
  for (const std::string& message : messages) run.steps.push_back(post(kMailbox, message));
  run.facts = {{"computer", computer}};
  return run;
}

constexpr RunWords kBroadcastRuns[] = {
    {"BroadcastSender", "all", {"three computers have receivers and there is no argument", "컴퓨터 세 대에 수신자가 있고 인수가 없는"}},
    {"BroadcastSender", "one", {"the argument is PC2", "인수가 PC2인"}},
    {"BroadcastSender", "end_of_input", {"the input ends without exit", "exit 없이 입력이 끝나는"}},
    {"BroadcastSender", "too_long", {"lines around the limit of 424 bytes are typed", "한계인 424바이트 안팎의 줄을 입력하는"}},
    {"BroadcastSender", "refused_open", {"the network refuses CreateFile", "네트워크가 열기를 거부하는"}},
    {"BroadcastSender", "refused_write", {"the network refuses WriteFile", "네트워크가 쓰기를 거부하는"}},
    {"BroadcastSender", "unreachable", {"WriteFile does not find the network path", "쓸 때 네트워크 경로를 찾지 못하는"}},
    {"BroadcastReceiver", "messages", {"the computer is PC2", "컴퓨터가 PC2인"}},
    {"BroadcastReceiver", "elsewhere", {"the computer is LAB-17", "컴퓨터가 LAB-17인"}},
    {"BroadcastReceiver", "hurried", {"the read time-out expires before every message", "메시지가 올 때마다 먼저 읽기 제한 시간이 지나는"}},
};

}  // namespace

std::span<const RunWords> broadcast_words() { return kBroadcastRuns; }

std::vector<Group> broadcast(const std::vector<std::string>& programs, std::uint64_t /*seed*/) {
  const auto there = [&](const char* name) { return std::find(programs.begin(), programs.end(), name) != programs.end(); };
  std::vector<Group> groups;
  // Numbers of characters: the largest message; around the limit of 424 bytes, in UTF-16 and in bytes; and one that is much longer. The
  // number at the beginning distinguishes a line from the beginning of a longer one.
  std::vector<std::string> too_long = {"before"};
  for (const std::size_t count : {200, 211, 212, 213, 424, 425, 450}) too_long.push_back(std::to_string(count) + letters(count - 3));
  too_long.insert(too_long.end(), {"after", "exit"});
  if (there("BroadcastSender")) {
    groups.push_back({all(), one(), broadcaster_at_end_of_input()});
    groups.push_back({broadcaster("too_long", too_long), refused("refused_open", Api::kCreateFile, kRemoteMailslotsDeprecated),
                      refused("refused_write", Api::kWriteFile, kRemoteMailslotsDeprecated),
                      refused("unreachable", Api::kWriteFile, kBadNetworkPath)});
  }
  if (there("BroadcastReceiver")) {
    Scenario messages = receiver("messages", "PC2", {"hello", "two words", "exit"});
    messages.facts["show_output"] = "yes";
    // For a receiver with a read time-out, it elapses before every message.
    Scenario hurried = receiver("hurried", "PC2", {"late mail", "and later mail", "exit"});
    hurried.hurried = true;
    hurried.only_after_finite_read = true;
    groups.push_back({std::move(messages), receiver("elsewhere", "LAB-17", {"good morning", letters(200), "exit"}), std::move(hurried)});
  }
  return groups;
}

}  // namespace lab::labs
