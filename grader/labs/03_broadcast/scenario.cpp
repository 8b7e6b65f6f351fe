// Lab 03: BroadcastSender on a virtual LAN of three computers, and BroadcastReceiver on one of them.
#include <algorithm>
#include <string>

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

}  // namespace

std::vector<Group> broadcast(const std::vector<std::string>& programs, std::uint64_t /*seed*/) {
  const auto there = [&](const char* name) { return std::find(programs.begin(), programs.end(), name) != programs.end(); };
  std::vector<Group> groups;
  // Characters: as many as a message may have; around the 424 bytes that can travel, in UTF-16 and in bytes; and many more. The number in
  // front tells a line from the beginning of a longer one.
  std::vector<std::string> too_long = {"before"};
  for (const std::size_t count : {200, 211, 212, 213, 424, 425, 450}) too_long.push_back(std::to_string(count) + letters(count - 3));
  too_long.insert(too_long.end(), {"behind", "exit"});
  if (there("BroadcastSender")) {
    groups.push_back({all(), one(), broadcaster_at_end_of_input()});
    groups.push_back({broadcaster("too_long", too_long), refused("refused_open", Api::kCreateFile, kRemoteMailslotsDeprecated),
                      refused("refused_write", Api::kWriteFile, kRemoteMailslotsDeprecated),
                      refused("unreachable", Api::kWriteFile, kBadNetworkPath)});
  }
  if (there("BroadcastReceiver")) {
    Scenario messages = receiver("messages", "PC2", {"hello", "two words", "exit"});
    messages.facts["show_output"] = "yes";
    // A receiver whose reads have a time-out meets it before every message.
    Scenario hurried = receiver("hurried", "PC2", {"late mail", "and later mail", "exit"});
    hurried.hurried = true;
    hurried.only_after_finite_read = true;
    groups.push_back({std::move(messages), receiver("elsewhere", "LAB-17", {"good morning", letters(200), "exit"}), std::move(hurried)});
  }
  return groups;
}

}  // namespace lab::labs
